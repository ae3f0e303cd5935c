"""The failure points as a card: a mark and a word say how far each of them is guarded."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from planner.core.progress import Done
from planner.core.screens.readiness import FailureRow
from planner.ui.kit.layout.card import Card
from planner.ui.kit.painted.tag import Tag
from planner.ui.kit.words.labels import Body, SectionLabel, hint
from planner.ui.look import Look
from planner.ui.pages.readiness import words

MEANINGS = {Done.DONE: "accent", Done.HALF: "review", Done.OPEN: "amber"}


class FailuresCard(Card):
    """One line for each failure point."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._title = SectionLabel(parent=self)
        self._lines: list[tuple[Mark, Body, Tag]] = []
        column = self.column(12)
        column.addWidget(self._title)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(1, 1)
        column.addLayout(self._grid)
        column.addStretch(1)

    @property
    def labels(self) -> Sequence[QWidget]:
        """The labels in order, those that are not needed now at the end."""
        return tuple(label for _, label, _ in self._lines)

    def show_rows(self, rows: Sequence[FailureRow]) -> None:
        """Show failure points; their widgets are made once and filled anew."""
        self._title.setText(words.guarded_heading(rows))
        while len(self._lines) < len(rows):
            self._add_line()
        for place, line in enumerate(self._lines):
            for widget in line:
                widget.setVisible(place < len(rows))
        for (mark, label, tag), row in zip(self._lines, rows, strict=False):
            mark.show_done(row.state)
            label.setText(row.label)
            label.setToolTip(hint(row.note, words.stories_against(row)))
            label.setAccessibleName(words.spoken_guard(row))
            label.setAccessibleDescription(words.stories_against(row))
            tag.show_text(words.guard(row), MEANINGS[row.state])

    def _add_line(self) -> None:
        line = Mark(self._look, self), Body(parent=self), Tag(self._look, "", "review", self)
        place = len(self._lines)
        top, right = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignRight
        self._grid.addWidget(line[0], place, 0, top)
        self._grid.addWidget(line[1], place, 1)
        self._grid.addWidget(line[2], place, 2, top | right)
        self._lines.append(line)


class Mark(QWidget):
    """A circle that is full, half full, or empty."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._done = look, Done.OPEN
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_done(self, done: Done) -> None:
        """Show how far something is."""
        self._done = done
        self.update()

    def sizeHint(self) -> QSize:
        """Return a square as high as a line of text."""
        side = self._look.height("body")
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._look.colour(MEANINGS[self._done])
        side = self.height() * 0.62
        circle = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter.setPen(QPen(colour, max(side / 8, 1.5)))
        painter.setBrush(colour if self._done is Done.DONE else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle)
        if self._done is Done.HALF:
            painter.setBrush(colour)
            painter.drawChord(circle, 90 * 16, 180 * 16)
