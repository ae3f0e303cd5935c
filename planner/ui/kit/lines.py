"""A line of text in the window, which leaves the keys of the window alone."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

CTRL = Qt.KeyboardModifier.ControlModifier


class LineField(QLineEdit):
    """Lets go of Ctrl+E, which Linux desktops take for the end of a line; that has a key, too."""

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+E, also with Shift, to the menus."""
        if isinstance(event, QKeyEvent) and _is_for_the_menus(event):
            event.ignore()
            return False
        return super().event(event)


def _is_for_the_menus(key: QKeyEvent) -> bool:
    asks = key.type() is QEvent.Type.ShortcutOverride
    return asks and key.key() == Qt.Key.Key_E and bool(key.modifiers() & CTRL)
