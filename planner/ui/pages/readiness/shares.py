"""One line of shares: a name, the figures in words, and a bar for each of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from planner.core.readiness import Share
from planner.ui.kit.buttons import AsideButton
from planner.ui.kit.layout.card import PADDING, Card
from planner.ui.kit.painted.bar import ShareBar
from planner.ui.kit.words.labels import Body, Small, breakable
from planner.ui.look import Look
from planner.ui.pages.readiness.pair import Pair


@dataclass(frozen=True, slots=True)
class Column:
    """A column of bars: its name, and what its colour means."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What a line shows: shares with their words in the order of the columns.

    `more` are lines that open below it.
    """

    name: str
    shares: tuple[tuple[Share, str], ...]
    mark: str = ""
    remark: str = ""
    more: tuple[str, ...] = ()


class SharesCard(Card):
    """Lines of shares under the names of their columns."""

    def __init__(
        self, look: Look, columns: Sequence[Column], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._columns = look, tuple(columns)
        self._title = Body(parent=self)
        self._lines: list[SharesLine] = []
        self._rules: list[Rule] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 14, 1, 14)
        self._column.setSpacing(9)
        head = QVBoxLayout()
        head.setContentsMargins(PADDING - 2, 0, PADDING - 2, 0)
        head.setSpacing(4)
        names = QHBoxLayout()
        names.setSpacing(6)
        for column in self._columns:
            names.addWidget(Small(column.name, self), 1)
        head.addWidget(self._title)
        head.addLayout(names)
        self._column.addLayout(head)
        look.changed.connect(self._dress)
        self._dress()

    @property
    def lines(self) -> Sequence[QWidget]:
        """The lines in order, those that are not needed now at the end."""
        return tuple(self._lines)

    def show_lines(self, title: str, lines: Sequence[Shown]) -> None:
        """Show lines; their widgets are made once and filled anew."""
        self._title.setText(title)
        while len(self._lines) < len(lines):
            self._add_line()
        for place, widget in enumerate(self._lines):
            widget.setVisible(place < len(lines))
            self._rules[place].setVisible(0 < place < len(lines))
            if place < len(lines):
                widget.show_line(lines[place])

    def _add_line(self) -> None:
        rule, line = Rule(self._look, self), SharesLine(self._look, self._columns, self)
        self._rules.append(rule)
        self._lines.append(line)
        self._column.addWidget(rule)
        self._column.addWidget(line)

    def _dress(self) -> None:
        self._title.setFont(self._look.font("section"))


class SharesLine(QWidget):
    """A name with its figures, the bars below, and a remark."""

    def __init__(self, look: Look, columns: Sequence[Column], parent: QWidget) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._line: Shown | None = None
        self._pair = Pair(look, self)
        self._bars = [ShareBar(look, column.name, self) for column in columns]
        self._remark = Small(parent=self)
        bars = QHBoxLayout()
        bars.setSpacing(6)
        for bar in self._bars:
            bars.addWidget(bar, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING - 2, 0, PADDING - 2, 0)
        column.setSpacing(5)
        column.addWidget(self._pair)
        column.addLayout(bars)
        self._open = AsideButton("", self._on_open, self)
        self._open.setCheckable(True)
        self._more = Body(parent=self)
        self._more.hide()
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self._remark, 1)
        below.addStretch()
        below.addWidget(self._open, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(below)
        column.addWidget(self._more)

    def show_line(self, line: Shown) -> None:
        """Show a line."""
        if line == self._line:
            return
        self._line = line
        self._pair.show_words(line.name, " · ".join(text for _, text in line.shares), line.mark)
        for bar, column, (share, text) in zip(self._bars, self._columns, line.shares, strict=True):
            bar.setAccessibleName(f"{line.name}, {column.name}")
            bar.show_parts([(column.meaning, share.ratio)], text)
        self._remark.setText(line.remark)
        self._remark.setVisible(bool(line.remark))
        self._open.setVisible(bool(line.more))
        self._open.setText(self.tr("What supports it ({number})").format(number=len(line.more)))
        self._open.setAccessibleName(self.tr("What supports {name}").format(name=line.name))
        self._on_open()

    def _on_open(self) -> None:
        """Show what there is more, or hide it; the words are set when they are first wanted."""
        line, is_open = self._line, self._open.isChecked()
        self._more.setVisible(is_open and line is not None and bool(line.more))
        if is_open and line is not None:
            self._more.setText("\n".join(breakable(one) for one in line.more))


class Rule(QWidget):
    """A line of one pixel."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setFixedHeight(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        QPainter(self).fillRect(self.rect(), self._look.colour("line"))
