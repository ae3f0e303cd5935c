"""Fields in the window, which leave the keys of the window alone."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

CTRL = Qt.KeyboardModifier.ControlModifier


class LineField(QLineEdit):
    """Lets go of Ctrl+E, which Linux desktops take for the end of a line; that has a key, too."""

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+E, also with Shift, to the menus."""
        return not is_left_to_menus(event) and super().event(event)


def is_left_to_menus(event: QEvent) -> bool:
    """Let go of a key that a field is asked about, if it is Ctrl+E; say whether it is."""
    if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.ShortcutOverride:
        return False
    if event.key() != Qt.Key.Key_E or not event.modifiers() & CTRL:
        return False
    event.ignore()
    return True
