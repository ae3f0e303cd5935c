"""What reaches the window behind the palette while the palette asks."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QDropEvent, QInputEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget


class Behind(QObject):
    """Hands keys on to the palette, and lets a click close it; nothing else gets through.

    The window system takes its time to make the palette the active window, and what is typed
    until then arrives here. Qt would drop it if the palette were modal.
    """

    def __init__(self, palette: QDialog, window: QWidget) -> None:
        super().__init__(palette)
        self._palette = palette
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Keep from the window what the user does, until the palette is gone."""
        if not self._palette.isVisible():
            return False
        if isinstance(event, QKeyEvent):
            QCoreApplication.sendEvent(self._palette.windowHandle(), event)
            return True
        if isinstance(event, QInputEvent | QDropEvent):
            event.ignore()
            if event.type() is QEvent.Type.MouseButtonRelease:
                self._palette.reject()
            return True
        if event.type() is QEvent.Type.FocusIn:
            self._palette.activateWindow()
        elif event.type() is QEvent.Type.Close:
            self._palette.reject()
        return False
