"""The one line that says what the candidate can show for an item."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.core.commands import AddEvidence
from planner.core.screens.week import Detail
from planner.ui.kit.forms.lines import LineField

LONGEST_LINE = 500


class EvidenceLine(LineField):
    """A field that asks for its line to be written when it is left, and only when it differs."""

    written = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item = self._known = ""
        self.setMaxLength(LONGEST_LINE)
        self.setPlaceholderText(self.tr("One line: what can you show for it?"))
        self.setAccessibleName(self.tr("Evidence"))
        self.editingFinished.connect(self._on_finished)

    def show_detail(self, detail: Detail | None) -> AddEvidence | None:
        """Show the line of an item, and return what was begun for the one before.

        A line that is being written stays while its item does.
        """
        item = detail.item if detail else ""
        unsaved = self._unsaved() if item != self._item else None
        self._item, self._known = item, detail.evidence if detail else ""
        if not self.isModified() and self.text() != self._known:
            self.setText(self._known)
            self.setCursorPosition(0)
        return unsaved

    def _unsaved(self) -> AddEvidence | None:
        """Return the line if it differs from the one that is known, and take it as written."""
        text = self.text().strip()
        begun = self.isModified() and text != self._known
        self.setModified(False)
        return AddEvidence(item=self._item, text=text) if begun else None

    def _on_finished(self) -> None:
        unsaved = self._unsaved()
        if not self.hasFocus():
            self.setCursorPosition(0)  # a line is read from its beginning
        if unsaved is not None:
            self.written.emit(unsaved)
