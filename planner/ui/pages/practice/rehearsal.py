"""The whole loop as a day: each round with its time, and the breaks between them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from planner.core.screens.practice import Rehearsal
from planner.core.wording import duration
from planner.core.wording.practice import rehearsal_text
from planner.ui.kit.layout.card import Card
from planner.ui.kit.words.dates import clock_text
from planner.ui.kit.words.labels import Body, Muted, SectionLabel, Small


class RehearsalCard(Card):
    """Shows the loop; it is run round by round with the buttons of the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sums, self._note = Body(parent=self), Small(parent=self)
        self._lines: list[tuple[Muted, Body, Muted]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        column = self.column()
        column.addWidget(SectionLabel(self.tr("Loop rehearsal, the whole day"), self))
        column.addWidget(self._sums)
        column.addLayout(self._grid)
        column.addWidget(self._note)

    def show_rehearsal(self, one: Rehearsal) -> None:
        """Show the rounds and breaks of a day."""
        self._sums.setText(rehearsal_text(one))
        self._note.setText(one.note)
        while len(self._lines) < len(one.slots):
            self._add_line()
        for place, line in enumerate(self._lines):
            for widget in line:
                widget.setVisible(place < len(one.slots))
        for (start, label, minutes), slot in zip(self._lines, one.slots, strict=False):
            start.setText(clock_text(slot.start))
            label.setText(slot.label or self.tr("break"))
            minutes.setText(duration(slot.minutes))

    def _add_line(self) -> None:
        line = Muted(parent=self), Body(parent=self), Muted(parent=self)
        place = len(self._lines)
        line[2].setAlignment(Qt.AlignmentFlag.AlignRight)
        for number, widget in enumerate(line):
            widget.setWordWrap(number == 1)
            self._grid.addWidget(widget, place, number, Qt.AlignmentFlag.AlignTop)
        self._lines.append(line)
