"""Rings by keyboard: Tab comes to the chosen one, and every arrow goes on."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget

from planner.ui.kit.forms.rings import Ring, Rings

Key = Qt.Key

pytestmark = pytest.mark.usefixtures("qapp")


class Asked(QWidget):
    """Three rings side by side between two lines."""

    def __init__(self, place: int) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        self.before, self.after = QLineEdit(self), QLineEdit(self)
        self.rings = Rings(["new", "working", "strong"], place, self)
        for one in (self.before, self.rings, self.after):
            row.addWidget(one)
        QWidget.setTabOrder(self.before, self.rings.findChildren(Ring)[0])
        QWidget.setTabOrder(self.rings.findChildren(Ring)[-1], self.after)
        self.show()
        self.activateWindow()

    def press(self, key: Key) -> str:
        """Press a key where the keyboard is, and return the words of where it is then."""
        QTest.keyClick(self.focusWidget(), key)
        here = self.focusWidget()
        return here.text() if isinstance(here, Ring) else ""


@pytest.fixture
def asked(qapp: QApplication) -> Iterator[Asked]:
    asked = Asked(1)
    asked.before.setFocus()
    yield asked
    asked.close()
    asked.deleteLater()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_tab_comes_to_the_chosen_one_from_both_sides_and_goes_on(asked: Asked) -> None:
    assert asked.press(Key.Key_Tab) == "working"
    assert asked.press(Key.Key_Tab) == ""
    assert asked.after.hasFocus()
    assert asked.press(Key.Key_Backtab) == "working"
    assert asked.rings.place == 1
    assert asked.press(Key.Key_Backtab) == ""
    assert asked.before.hasFocus()


@pytest.mark.parametrize("forward", [Key.Key_Right, Key.Key_Down])
def test_an_arrow_goes_on_and_begins_again_at_the_end(asked: Asked, forward: Key) -> None:
    asked.rings.focus()
    assert [asked.press(forward) for _ in range(2)] == ["strong", "new"]
    assert asked.rings.place == 0


@pytest.mark.parametrize("back", [Key.Key_Left, Key.Key_Up])
def test_an_arrow_goes_back(asked: Asked, back: Key) -> None:
    asked.rings.focus()
    assert [asked.press(back) for _ in range(2)] == ["new", "strong"]


def test_left_is_on_where_one_reads_from_the_right(asked: Asked, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    asked.rings.focus()
    assert asked.press(Key.Key_Left) == "strong"
    assert asked.press(Key.Key_Down) == "new"


def test_one_that_cannot_be_chosen_is_passed_over(asked: Asked) -> None:
    asked.rings.group.button(2).setEnabled(False)
    asked.rings.focus()
    assert asked.press(Key.Key_Down) == "new"


def test_an_arrow_chooses_nothing_while_nothing_is_chosen() -> None:
    asked = Asked(-1)
    asked.rings.group.button(0).setFocus()
    assert asked.press(Key.Key_Down) == "working"
    assert asked.rings.place == -1
    asked.close()
    asked.deleteLater()
