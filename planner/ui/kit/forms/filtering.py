"""The field that filters what stands on a page."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.ui.kit.forms.lines import LineField


class FilterField(LineField):
    """Esc clears it, and leaves it when it is clear; Down and Enter go on to the list."""

    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("Filter (Ctrl+F)"))
        self.setAccessibleName(name)
        self.setMaxLength(200)
        self.setClearButtonEnabled(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for some two dozen letters."""
        size = super().sizeHint()
        return QSize(24 * self.fontMetrics().averageCharWidth() + size.height(), size.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear or leave."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return}:
            self.left.emit()
        else:
            super().keyPressEvent(event)
