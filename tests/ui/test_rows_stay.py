"""Lists keep their row and their place, whatever happens around them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QScrollBar

from planner.core.commands import AddItem, DropStory, MoveSession, NoteMock, Tick, WriteStory
from planner.core.demo import demo_commands
from planner.core.screens.week import free_days
from planner.core.values import Level, Subject
from planner.ui.kit.layout.page import Page
from planner.ui.look import Look
from planner.ui.pages.table import PAGES
from planner.ui.rows.model import RowsModel
from planner.workspace import Workspace
from tests.ui.house import TODAY, House, curriculum, opened
from tests.ui.test_live import device

LISTED = [name for name in PAGES if name != "readiness"]


@pytest.fixture
def house(qapp: QApplication, look: Look, tmp_path: Path) -> Iterator[House]:
    """The window of ada, too small for most pages."""
    workspace = device(tmp_path, "ada")
    workspace.do(*demo_commands(curriculum(), TODAY))
    with opened(qapp, workspace, look) as house:
        house.window.resize(900, 600)
        house.window.activateWindow()
        yield house


@pytest.fixture
def other(house: House, tmp_path: Path) -> Workspace:
    """The computer of bob."""
    del house
    return device(tmp_path, "bob")


def last_code(house: House) -> str:
    plan = house.workspace.state.plan
    assert plan is not None
    ticks = house.workspace.state.ticks
    return [one.code for one in plan.sessions if one.code not in ticks][-1]


def tick(house: House, _: Workspace) -> None:
    assert house.workspace.do(Tick(target=last_code(house), on=TODAY))


def tick_and_undo(house: House, other: Workspace) -> None:
    tick(house, other)
    house.window.run("undo")


def move(house: House, _: Workspace) -> None:
    state, code = house.workspace.state, last_code(house)
    day = free_days(state, code, TODAY)[-1].day
    assert house.workspace.do(MoveSession(code=code, to=day))


def drop_the_first_story(house: House, _: Workspace) -> None:
    stories = [one.id for one in house.workspace.state.stories.values() if not one.dropped]
    assert house.workspace.do(DropStory(story=stories[0]))


def hear_of_another_computer(house: House, other: Workspace) -> None:
    item = AddItem(id="own.9", title="Read the wiki", subject=Subject.READING, minutes=60)
    story = WriteStory(story="story.new", title="Another one")
    mock = NoteMock(
        mock="run.9", round="SD", level=Level.L6, on=TODAY, minutes=45, scores={"depth": 3}
    )
    assert other.do(Tick(target=last_code(house), on=TODAY), item, story, mock)
    assert house.workspace.refresh()


CHANGES = [tick, tick_and_undo, move, drop_the_first_story, hear_of_another_computer]


def choose(view: QAbstractItemView) -> None:
    """Put the keyboard on the last row but one that can be chosen."""
    view.setFocus()
    model = view.model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    if not model.rowCount(rows[0]):
        able = [one for one in rows if one.flags() & Qt.ItemFlag.ItemIsEnabled]
    else:
        able = [model.index(row, 0, rows[1]) for row in range(model.rowCount(rows[1]))]
    view.setCurrentIndex(able[-2] if len(able) > 1 else able[0])


def known(view: QAbstractItemView) -> object:
    model, index = view.model(), view.currentIndex()
    assert index.isValid()
    return model.keys[index.row()] if isinstance(model, RowsModel) else index.data()


def bars(page: Page) -> list[QScrollBar]:
    found = (one for one in page.findChildren(QScrollBar) if one.isVisible())
    return [one for one in found if one.orientation() is Qt.Orientation.Vertical]


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("name", LISTED)
def test_row_focus_and_place_stay(
    qapp: QApplication,
    house: House,
    other: Workspace,
    name: str,
    change: Callable[[House, Workspace], None],
) -> None:
    house.window.turn_to(name)
    page = house.window.stack.page
    assert page is not None
    qapp.processEvents()
    for view in page.lists():
        assert isinstance(view, QAbstractItemView)
        if not view.model().rowCount():
            continue
        choose(view)
        qapp.processEvents()
        row, places = known(view), [one.value() for one in bars(page)]
        change(house, other)
        qapp.processEvents()
        assert known(view) == row
        assert house.window.focusWidget() is view
        for bar, place in zip(bars(page), places, strict=True):
            assert bar.value() == min(place, bar.maximum()), "where less is shown, at its end"
        if change is hear_of_another_computer:
            break  # what it says is said once


def test_where_the_row_is_gone_the_keyboard_goes_to_the_one_in_its_place(house: House) -> None:
    house.window.turn_to("stories")
    page = house.window.stack.page
    assert page is not None
    bank = page.lists()[1]
    assert isinstance(bank, QAbstractItemView)
    stories = [one for one in house.workspace.state.stories.values() if not one.dropped]
    bank.setFocus()
    bank.setCurrentIndex(bank.model().index(1, 0))
    house.workspace.do(DropStory(story=stories[1].id))
    assert (known(bank), house.window.focusWidget()) == (stories[2].id, bank)
    house.window.run("undo")
    assert known(bank) == stories[2].id


def test_an_item_that_was_added_here_is_shown_also_where_the_filter_would_hide_it(
    house: House,
) -> None:
    house.window.turn_to("checklist")
    page = house.window.stack.page
    assert page is not None
    (view,) = page.lists()
    assert isinstance(view, QAbstractItemView)
    house.window.run("filter")
    field = house.window.focusWidget()
    assert isinstance(field, QLineEdit)
    field.setText("monitoring")
    item = AddItem(id="own.1", title="Read the wiki", subject=Subject.READING, minutes=60)
    house.answers.items = [item]
    house.window.run("new-item")
    assert (field.text(), known(view)) == ("", "Read the wiki")
