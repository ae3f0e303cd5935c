"""Keys that a line of text leaves to the window."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from planner.ui.kit.lines import LineField

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier

pytestmark = pytest.mark.usefixtures("qapp")


def keeps(key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
    """Return whether the field still holds a key that it is asked about as its own."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
    event.accept()
    QApplication.sendEvent(LineField("words"), event)
    return event.isAccepted()


@pytest.mark.parametrize("modifiers", [CTRL, CTRL | SHIFT])
def test_export_and_paper_are_reached_from_a_line(modifiers: Qt.KeyboardModifier) -> None:
    assert not keeps(Qt.Key.Key_E, modifiers)


def test_letters_and_other_keys_stay_in_it() -> None:
    assert keeps(Qt.Key.Key_E, NONE)
    assert keeps(Qt.Key.Key_C, CTRL)
