"""The table of actions keeps its promises."""

import re
from collections import Counter

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMenu

from planner.core.state import State
from planner.ui.action import Action
from planner.ui.actions import ACTIONS, BY_ID
from planner.ui.menus import MENUS, Menus
from tests.architecture.project import PACKAGE
from tests.ui.house import House

# These only show something; they are answered by closing.
SHOWN = {"preferences", "shortcuts", "whats-new", "about"}


def test_ids_are_unique() -> None:
    assert [name for name, count in Counter(row.id for row in ACTIONS).items() if count > 1] == []


@pytest.mark.usefixtures("qapp")
def test_keys_are_unique() -> None:
    keys = Counter(key.toString() for row in ACTIONS for key in row.keys)
    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.usefixtures("qapp")
def test_every_key_means_something() -> None:
    assert [row.id for row in ACTIONS if row.key and not row.keys[0].toString()] == []


@pytest.mark.usefixtures("qapp")
def test_single_letters_and_plain_keys_belong_to_lists() -> None:
    plain = [
        row.id
        for row in ACTIONS
        if row.scope != "list" and re.fullmatch("[A-Z]|Space|Return|Delete|F2", str(row.key))
    ]
    assert plain == []


@pytest.mark.usefixtures("qapp")
def test_backspace_does_nothing() -> None:
    bound = {key.toString() for row in ACTIONS for key in row.keys}
    assert QKeySequence(Qt.Key.Key_Backspace).toString() not in bound


@pytest.mark.parametrize("row", ACTIONS, ids=lambda row: row.id)
def test_an_ellipsis_stands_exactly_on_what_opens_a_dialog(row: Action) -> None:
    assert row.title.endswith("…") is row.dialog


def test_every_action_stands_in_a_menu(house: House) -> None:
    menus = [top.menu() for top in house.window.menuBar().actions()]
    assert len(menus) == len(MENUS)
    found = [
        action.data()
        for menu in menus
        if isinstance(menu, QMenu)
        for action in menu.actions()
        if not action.isSeparator()
    ]
    assert sorted(found) == sorted(row.id for row in ACTIONS)


def test_the_keys_of_lists_work_in_lists_only(house: House) -> None:
    widget = Qt.ShortcutContext.WidgetShortcut
    for row in ACTIONS:
        context = house.window.menus.actions[row.id].shortcutContext()
        assert (context is widget) is (row.scope == "list"), row.id


def test_a_list_has_the_actions_of_lists_as_its_context_menu(house: House) -> None:
    page = house.window.stack.page
    assert page is not None
    (view,) = page.lists()
    wanted = [row.id for row in ACTIONS if row.scope == "list"]
    assert [action.data() for action in view.actions()] == wanted
    assert view.contextMenuPolicy() is Qt.ContextMenuPolicy.CustomContextMenu


def test_without_a_profile_only_what_makes_sense_can_be_done(empty_house: House) -> None:
    live = empty_house.window.menus.actions
    assert live["profile"].isEnabled()
    for name in (
        "replan",
        "catch-up",
        "switch-level",
        "print",
        "new-item",
        "undo",
        "toggle-done",
    ):
        assert not live[name].isEnabled(), name


def test_what_can_be_done_depends_on_what_is_known(house: House) -> None:
    state = State(house.workspace.state.curriculum)
    assert not BY_ID["replan"].enabled(state)
    assert BY_ID["quit"].enabled(state)


@pytest.mark.parametrize(
    "name",
    ["new-item", "catch-up", "replan", "profile", "switch-level", "free-time", *sorted(SHOWN)],
)
def test_a_dialog_of_the_window_opens(house: House, name: str) -> None:
    house.window.menus.actions[name].trigger()
    assert len(house.answers.shown) == 1


def test_every_action_has_somebody_who_runs_it() -> None:
    source = "\n".join(
        path.read_text(encoding="utf-8")
        for path in PACKAGE.joinpath("ui").rglob("*.py")
        if path.name != "actions.py"
    )
    silent = [
        row.id for row in ACTIONS if f'"{row.id}"' not in source and not row.id.startswith("page-")
    ]
    assert silent == []


def test_menus_are_gone_with_their_window(qapp: QApplication) -> None:
    before = len(qapp.allWidgets())
    menus = Menus()
    menus.deleteLater()
    qapp.sendPostedEvents(menus, QEvent.Type.DeferredDelete)
    assert len(qapp.allWidgets()) == before
