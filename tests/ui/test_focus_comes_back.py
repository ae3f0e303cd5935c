"""After every dialog the keyboard is where it was."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QWidget

from planner.ui.dialogs.dialog import Dialog
from planner.ui.pages.table import PAGES
from planner.ui.sidebar import Entry
from tests.ui.every_dialog import DIALOGS
from tests.ui.house import House

REAL_EXEC = QDialog.exec


@pytest.fixture
def opens(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let dialogs open and wait, as no other test may."""
    monkeypatch.setattr(QDialog, "exec", REAL_EXEC)


def wait_and_close(dialog: Dialog) -> None:
    """Open a dialog as the program does, go through its fields, and give it up."""

    def leave() -> None:
        for _ in range(3):
            dialog.focusNextPrevChild(True)
        dialog.reject()

    QTimer.singleShot(0, leave)
    assert not dialog.answered()
    parent = dialog.parentWidget()
    assert parent is not None
    parent.activateWindow()  # which the window system does, where there is one
    QApplication.processEvents()


def begin(house: House, name: str) -> QWidget:
    house.window.activateWindow()
    house.window.turn_to(name)
    page = house.window.stack.page
    assert page is not None
    page.setFocus()
    view = house.window.focusWidget()
    assert view is not None
    if isinstance(view, QAbstractItemView):
        QTest.keyClick(view, Qt.Key.Key_Down)
        QTest.keyClick(view, Qt.Key.Key_Down)
    return view


@pytest.mark.usefixtures("opens")
@pytest.mark.parametrize("make", DIALOGS.values(), ids=DIALOGS)
def test_after_a_dialog_the_keyboard_is_where_it_was(
    qapp: QApplication, house: House, make: Callable[[House], Dialog]
) -> None:
    view = begin(house, "week")
    assert isinstance(view, QAbstractItemView)
    row = view.currentIndex()
    dialog = make(house)
    wait_and_close(dialog)
    assert qapp.focusWidget() is view
    assert view.currentIndex() == row


@pytest.mark.usefixtures("opens")
@pytest.mark.parametrize("name", PAGES)
def test_on_every_page_the_keyboard_is_where_it_was(
    qapp: QApplication, house: House, name: str
) -> None:
    view = begin(house, name)
    for make in (DIALOGS["text"], DIALOGS["find"], DIALOGS["preferences"]):
        wait_and_close(make(house))
        assert qapp.focusWidget() is view


@pytest.mark.usefixtures("opens")
def test_it_comes_back_to_the_sidebar_and_to_a_field_as_well(
    qapp: QApplication, house: House
) -> None:
    begin(house, "checklist")
    house.window.run("filter")
    field = house.window.focusWidget()
    for widget in (field, house.window.sidebar.findChildren(Entry)[2]):
        assert widget is not None
        widget.setFocus()
        wait_and_close(DIALOGS["find"](house))
        assert qapp.focusWidget() is widget
