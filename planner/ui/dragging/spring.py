"""Buttons that are pressed by resting on them while something is carried."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QAbstractButton

from planner.ui.dragging.load import carried

REST = 600
"""Milliseconds on a button before it is pressed, and before it is pressed again."""


class Springs(QObject):
    """Watches some buttons while a drag lasts; they turn pages, so nothing is done by them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._under: QAbstractButton | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(REST)
        self._timer.timeout.connect(self._on_timeout)

    def watch(self, buttons: Iterable[QAbstractButton]) -> None:
        """Watch these buttons as well."""
        for button in buttons:
            if not button.acceptDrops():
                button.setAcceptDrops(True)
                button.installEventFilter(self)

    def rest(self) -> None:
        """Nothing is carried any more."""
        self._under = None
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count the time while the pointer rests on a button."""
        if isinstance(event, QDragEnterEvent) and isinstance(watched, QAbstractButton):
            event.setAccepted(bool(carried(event)))
            if event.isAccepted():
                self._under = watched
                self._timer.start()
            return True
        if event.type() is QEvent.Type.DragMove:
            event.ignore()
            return True
        if event.type() in {QEvent.Type.DragLeave, QEvent.Type.Drop}:
            self.rest()
            return True
        return super().eventFilter(watched, event)

    def _on_timeout(self) -> None:
        if self._under is not None and self._under.isEnabled():
            self._under.click()
