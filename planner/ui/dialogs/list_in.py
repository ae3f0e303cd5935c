"""Shows what a checklist would bring before it is taken in."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from planner.ui.dialogs.dialog import Dialog
from planner.ui.kit.words.labels import Small, breakable
from planner.ui.kit.words.told import ToldText

FEWEST, LINES = 4, 12
"""Lines that are seen at once."""


class ListDialog(Dialog):
    """What is new, in lines; where nothing is, there is nothing to take in."""

    least_width = 93

    def __init__(
        self, source: str, told: Sequence[str], parent: QWidget | None, *, possible: bool
    ) -> None:
        super().__init__(
            self.tr("Import"), parent, self.tr("What is here stays; Undo takes back what comes in.")
        )
        lines = min(max(len(told), FEWEST), LINES)
        text = ToldText("\n".join(told), lines, self)
        text.setAccessibleName(self.tr("What the list brings"))
        self.body.addWidget(text)
        self.body.addWidget(Small(breakable(source), self))
        if possible:
            self.add_buttons(self.tr("Import"), self.tr("Cancel"))
        else:
            self.add_buttons(self.tr("Close"))
