"""A short list of what was entered, from which one can be removed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from planner.ui.kit.buttons import Button
from planner.ui.kit.forms.choices import ChoiceList

MOST_ROWS = 5


class Listing(QWidget):
    """Rows of text, hidden while there are none. `removed` carries the place of a row."""

    removed = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = Rows(self)
        self.rows.setAccessibleName(name)
        self.rows.removing.connect(self._on_remove)
        self.remove = Button(self.tr("Remove"), self._on_remove, self)
        self.remove.setAccessibleName(self.tr("Remove from: {name}").format(name=name))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.rows)
        column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_rows(())

    def show_rows(self, texts: Sequence[str]) -> None:
        """Show rows; the place of the selection stays."""
        place = max(self.rows.currentRow(), 0)
        self.rows.clear()
        self.rows.addItems(list(texts))
        self.rows.setCurrentRow(min(place, len(texts) - 1))
        self.rows.fit()
        self.setVisible(bool(texts))

    def _on_remove(self) -> None:
        if self.rows.currentRow() >= 0:
            self.removed.emit(self.rows.currentRow())


class Rows(ChoiceList):
    """A list as high as its rows, up to a few; Delete asks to remove the selected one."""

    removing = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def fit(self) -> None:
        """Take the height of the rows there are."""
        row = max(self.sizeHintForRow(0), 0)
        self.setFixedHeight(row * min(max(self.count(), 1), MOST_ROWS) + 10)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove a row by its key."""
        if event.matches(QKeySequence.StandardKey.Delete):
            self.removing.emit()
            return
        super().keyPressEvent(event)
