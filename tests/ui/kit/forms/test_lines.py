"""Keys that a line of text and a number leave to the window."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from planner.ui.kit.forms.fields import NumberField
from planner.ui.kit.forms.lines import LineField

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier

pytestmark = pytest.mark.usefixtures("qapp")


FIELDS = [LineField, NumberField]


def keeps(make: type[QWidget], key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
    """Return whether the field still holds a key that it is asked about as its own."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
    event.accept()
    QApplication.sendEvent(make(), event)
    return event.isAccepted()


@pytest.mark.parametrize("make", FIELDS)
@pytest.mark.parametrize("modifiers", [CTRL, CTRL | SHIFT])
def test_export_and_paper_are_reached_from_it(
    make: type[QWidget], modifiers: Qt.KeyboardModifier
) -> None:
    assert not keeps(make, Qt.Key.Key_E, modifiers)


@pytest.mark.parametrize("make", FIELDS)
def test_letters_and_other_keys_stay_in_it(make: type[QWidget]) -> None:
    assert keeps(make, Qt.Key.Key_E, NONE)
    assert keeps(make, Qt.Key.Key_C, CTRL)
