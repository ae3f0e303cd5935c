"""Every key that the design draws does what it says there."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QWidget

from planner.core.commands import AddItem
from planner.core.values import SessionKind, Subject
from planner.ui.pages.checklist import ChecklistPage
from planner.ui.pages.table import PAGES
from planner.ui.pages.week import WeekPage
from tests.ui.house import TODAY, House

OWN = AddItem(id="own.1", title="Read the wiki", subject=Subject.READING, minutes=60)
DRAWN = {
    "Space": "toggle-done",
    "Return": "details",
    "Ctrl+N": "new-item",
    "Ctrl+Z": "undo",
    "Ctrl+Shift+Z": "redo",
    "Ctrl+F": "filter",
    "T": "today",
    "S": "move",
    "Ctrl+R": "replan",
    "Ctrl+P": "print",
    "Ctrl+E": "export",
    "Ctrl+,": "preferences",
    "F1": "guide",
    "?": "shortcuts",
    "F2": "rename",
    "Del": "skip",
    "F11": "full-screen",
    "Ctrl++": "larger",
    "Ctrl+-": "smaller",
    "Ctrl+0": "normal-size",
    "Ctrl+K": "find",
    **{f"Ctrl+{place}": f"page-{name}" for place, name in enumerate(PAGES, start=1)},
}
ELSEWHERE = {"Ctrl+F": "checklist", "F2": "checklist"}
"""The page where a key acts that does not act on this week."""


@pytest.fixture
def chosen(house: House) -> Iterator[list[str]]:
    """What keys ask for, which is not done."""
    house.workspace.do(OWN)
    house.workspace.do(AddItem(id="own.2", title="x", subject=Subject.READING, minutes=60))
    house.window.run("undo")  # so that there is something to do again
    asked: list[str] = []
    house.window.menus.triggered.disconnect(house.window._on_chosen)
    house.window.menus.triggered.connect(asked.append)
    house.window.activateWindow()
    yield asked
    house.window.menus.triggered.disconnect(asked.append)


def list_of(house: House, name: str = "week") -> QAbstractItemView:
    house.window.turn_to(name)
    page = house.window.stack.page
    assert page is not None
    page.setFocus()
    if isinstance(page, ChecklistPage):
        page.open_place(OWN.id)
    if isinstance(page, WeekPage):
        page.open_session(to_study(house))
    view = page.lists()[0]
    assert isinstance(view, QAbstractItemView)
    assert view.hasFocus()
    return view


def to_study(house: House) -> str:
    """A session of the current week that can be ticked, moved, skipped and logged."""
    state = house.workspace.state
    assert state.plan is not None
    week = state.plan.sessions_of(state.plan.week_at(TODAY))
    left = (one for one in week if one.code not in state.ticks and one.date > TODAY)
    return next(one.code for one in left if one.kind is SessionKind.STUDY)


@pytest.mark.parametrize(("keys", "action"), DRAWN.items())
def test_a_key_runs_what_is_drawn(house: House, chosen: list[str], keys: str, action: str) -> None:
    view = list_of(house, ELSEWHERE.get(keys, "week"))
    if keys == "T":
        house.window.run("week-after")
    QTest.keySequence(view, QKeySequence(keys))
    assert chosen == [action]


@pytest.mark.parametrize("name", PAGES)
def test_backspace_does_nothing(house: House, chosen: list[str], name: str) -> None:
    state = house.workspace.state
    house.window.turn_to(name)
    QTest.keyClick(house.window.focusWidget(), Qt.Key.Key_Backspace)
    assert (chosen, house.workspace.state, house.window.stack.name) == ([], state, name)


def test_letters_and_deletions_in_a_field_are_letters_and_deletions(
    house: House, chosen: list[str]
) -> None:
    list_of(house, "checklist")
    page = house.window.stack.page
    assert page is not None
    page.run("filter")
    field = house.window.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "ts? l")
    QTest.keyClick(field, Qt.Key.Key_Home)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    assert (field.text(), chosen) == ("s? l", [])


def press_escape(house: House) -> QWidget:
    QTest.keyClick(house.window.focusWidget(), Qt.Key.Key_Escape)
    now = house.window.focusWidget()
    assert now is not None
    return now


@pytest.mark.parametrize("name", ["checklist", "guide"])
@pytest.mark.parametrize("on_list", [True, False])
def test_escape_clears_the_filter_and_then_goes_to_the_list(
    house: House, name: str, on_list: bool
) -> None:
    house.window.activateWindow()
    view = list_of(house, name)
    page = house.window.stack.page
    assert page is not None
    page.run("filter")
    field = house.window.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "monitoring")
    if on_list:
        view.setFocus()
    press_escape(house)
    assert field.text() == ""
    assert press_escape(house) is view


@pytest.mark.parametrize("name", PAGES)
def test_escape_leads_back_from_anywhere_on_a_page(
    qapp: QApplication, house: House, name: str
) -> None:
    house.window.activateWindow()
    house.window.turn_to(name)
    page = house.window.stack.page
    assert page is not None
    page.setFocus()
    start = house.window.focusWidget()
    seen = set()
    for _ in range(20):
        qapp.processEvents()
        now = house.window.focusWidget()
        if now in seen:
            break
        seen.add(now)
        if page.isAncestorOf(now) and now is not None:
            assert press_escape(house) is start, f"from {type(now).__name__}"
            now.setFocus()
        house.window.focusNextPrevChild(True)
    assert len(seen) > 1
