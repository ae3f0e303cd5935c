"""Shows what a checklist would bring before it is taken in."""

from collections.abc import Sequence

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from planner.ui.dialogs.dialog import Dialog
from planner.ui.kit.words.labels import Small, breakable

LINES = 12
"""Lines that are seen at once."""


class ListDialog(Dialog):
    """What is new, in lines; where nothing is, there is nothing to take in."""

    least_width = 560

    def __init__(
        self, source: str, told: Sequence[str], parent: QWidget | None, *, possible: bool
    ) -> None:
        super().__init__(
            self.tr("Import"), parent, self.tr("What is here stays; Undo takes back what comes in.")
        )
        text = QPlainTextEdit("\n".join(told), self)
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setAccessibleName(self.tr("What the list brings"))
        text.setMinimumHeight(LINES * self.fontMetrics().lineSpacing())
        self.body.addWidget(text)
        self.body.addWidget(Small(breakable(source), self))
        if possible:
            self.add_buttons(self.tr("Import"), self.tr("Cancel"))
        else:
            self.add_buttons(self.tr("Close"))
