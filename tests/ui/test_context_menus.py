"""Each list has a menu of what can be done with its selected rows, in the order of the table."""

import sys

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QMenu
from pytestqt.qtbot import QtBot

from planner.ui.actions import ACTIONS, BY_ID
from tests.ui.house import House

ORDER = [row.id for row in ACTIONS]


def lists(house: House, name: str) -> list[QAbstractItemView]:
    house.window.turn_to(name)
    page = house.window.stack.page
    assert page is not None
    views = [view for view in page.lists() if isinstance(view, QAbstractItemView)]
    assert len(views) == len(page.lists())
    return views


def names(menu: QMenu) -> list[str]:
    return [action.data() for action in menu.actions() if not action.isSeparator()]


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[QMenu]:
    """The menus that open; the screen of the tests has no popups."""
    shown: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _: shown.append(menu))
    return shown


@pytest.mark.parametrize("name", ["week", "plan", "checklist", "stories", "practice", "guide"])
def test_it_holds_what_the_page_offers_in_the_order_of_the_table(house: House, name: str) -> None:
    for view in lists(house, name):
        view.setFocus()
        page = house.window.stack.page
        assert page is not None
        menu = house.window.menus.menu_of(view)
        found = names(menu)
        wanted = {one for one in page.offers() if BY_ID[one].scope == "list"}
        assert set(found) == wanted - {"today"}
        assert found == sorted(found, key=ORDER.index)
        assert not menu.actions() or not menu.actions()[0].isSeparator()
        assert not menu.actions() or not menu.actions()[-1].isSeparator()


def test_its_keys_are_shown(house: House) -> None:
    (view,) = lists(house, "week")
    menu = house.window.menus.menu_of(view)
    done = next(one for one in menu.actions() if one.data() == "toggle-done")
    assert done.shortcut() == QKeySequence("Space")
    assert done.isShortcutVisibleInContextMenu()


def test_of_several_rows_only_what_applies_to_all(house: House) -> None:
    (view,) = lists(house, "checklist")
    view.selectAll()
    assert names(house.window.menus.menu_of(view)) == ["toggle-done"]


def test_it_opens_on_a_row_and_not_beside(house: House, shown: list[QMenu]) -> None:
    (view,) = lists(house, "week")
    for place in (QPoint(40, 8), QPoint(40, 4000)):  # the heading of a day, and below all
        view.customContextMenuRequested.emit(place)
    assert shown == []
    view.customContextMenuRequested.emit(view.visualRect(view.currentIndex()).center())
    assert len(shown) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt knows the key")
def test_it_opens_by_a_key(house: House, shown: list[QMenu]) -> None:
    (view,) = lists(house, "week")
    house.window.activateWindow()
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert [names(menu)[0] for menu in shown] == ["toggle-done"]


def test_what_is_chosen_in_it_is_run(house: House, shown: list[QMenu], qtbot: QtBot) -> None:
    (view,) = lists(house, "week")
    before = house.workspace.state
    view.customContextMenuRequested.emit(view.visualRect(view.currentIndex()).center())
    next(one for one in shown[0].actions() if one.data() == "toggle-done").trigger()
    assert house.workspace.state != before
    shown.pop().close()
    qtbot.waitUntil(lambda: view.findChildren(QMenu) == [])


def test_what_is_left_out_opens_in_the_checklist(house: House) -> None:
    _, left_out = lists(house, "plan")
    house.window.activateWindow()
    left_out.setFocus()
    left_out.setCurrentIndex(left_out.model().index(1, 0))
    item = left_out.currentIndex().data(Qt.ItemDataRole.UserRole).item
    house.window.run("details")
    assert house.window.stack.name == "checklist"
    (checklist,) = lists(house, "checklist")
    assert checklist.currentIndex().data(Qt.ItemDataRole.UserRole).id == item
