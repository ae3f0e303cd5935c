"""Things side by side, or one below the other where they do not fit."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget


class Beside(QWidget):
    """Gives its widgets shares of the width in a row as long as each has the width it needs."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 16) -> None:
        super().__init__(parent)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(spacing)
        self._widgets: list[QWidget] = []

    def add(self, widget: QWidget, share: int = 1) -> None:
        """Add a widget at the end, with its share of the width."""
        self._widgets.append(widget)
        self._box.addWidget(widget, share)

    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest; for more, the widgets can stand in a column."""
        return QSize(self._widest(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose row or column for the new width."""
        super().resizeEvent(event)
        count = len(self._widgets)
        needed = self._widest() * count + self._box.spacing() * (count - 1)
        direction = QBoxLayout.Direction
        row = needed <= self.width()
        self._box.setDirection(direction.LeftToRight if row else direction.TopToBottom)

    def _widest(self) -> int:
        return max((one.minimumSizeHint().width() for one in self._widgets), default=0)
