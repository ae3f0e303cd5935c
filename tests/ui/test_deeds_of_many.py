"""A gesture on many is named by their number."""

from collections.abc import Sequence
from datetime import date

import pytest
from PySide6.QtWidgets import QListView

from planner.core import commands as c
from planner.core.apply import apply
from planner.core.values import Subject
from planner.ui.deeds import Deed, deed
from tests.support import study
from tests.ui.house import TODAY, House

STATE = study.STATE
FIRST, SECOND, THIRD, _ = study.CODES


def ticks(*targets: str, done: bool = True) -> list[c.Change]:
    return [c.Tick(target=target, done=done, on=TODAY) for target in targets]


def logged(code: str) -> c.Change:
    return c.LogTime(code=code, minutes=45, on=TODAY)


def added(count: int) -> list[c.Change]:
    return [
        c.AddItem(id=f"own.{n}", title=f"Item {n}", subject=Subject.READING, minutes=60)
        for n in range(count)
    ]


MANY: Sequence[tuple[Sequence[c.Change], str, str]] = [
    (ticks(FIRST, SECOND), "tick of 2 sessions", "Ticked 2 sessions"),
    (ticks(study.BOOK, study.SKILL), "tick of 2 items", "Ticked 2 items"),
    (ticks(study.BOOK, FIRST), "tick of 2 entries", "Ticked 2 entries"),
    (ticks(FIRST, SECOND, THIRD, done=False), "untick of 3 sessions", "Unticked 3 sessions"),
    (
        [c.MoveSession(code=code, to=TODAY) for code in (FIRST, SECOND)],
        "move of 2 sessions",
        "Moved 2 sessions",
    ),
    (
        [c.SkipItem(item=item) for item in (study.BOOK, study.SKILL)],
        "skip of 2 items",
        "Skipped 2 items",
    ),
    (
        [c.SkipItem(item=item, skipped=False) for item in (study.BOOK, study.SKILL)],
        "taking in of 2 items",
        "Took in 2 items",
    ),
    (added(3), "adding of 3 items", "Added 3 items"),
    ([*added(2), *ticks("own.0")], "adding of 2 items", "Added 2 items"),
    ([*added(1), *ticks("own.0")], "add “Item 0”", "Added “Item 0”"),
    (
        [*ticks(FIRST), logged(FIRST), *ticks(SECOND)],  # as notes from paper come
        "tick of 2 sessions with 45 m",
        "Ticked 2 sessions with 45 m",
    ),
    (
        [*ticks(FIRST), logged(FIRST), *ticks(SECOND), logged(SECOND)],
        "tick of 2 sessions with 1 h 30 m",
        "Ticked 2 sessions with 1 h 30 m",
    ),
    (
        [*ticks(FIRST), logged(FIRST)],
        "tick “book.one — book.one/chapter-1 to book.one/chapt…” with 45 m",
        "Ticked “book.one — book.one/chapter-1 to book.one/chapt…” with 45 m",
    ),
]


@pytest.mark.parametrize(("commands", "name", "past"), MANY)
def test_many_are_counted(commands: Sequence[c.Change], name: str, past: str) -> None:
    assert deed(STATE, commands) == Deed(name, past)


def test_a_moved_session_among_many_that_breaks_the_order_is_told() -> None:
    needing = study.item(study.SKILL).evolve(requires=(study.BOOK,))
    items = tuple(needing if one.id == study.SKILL else one for one in study.CURRICULUM.items)
    state = STATE.evolve(curriculum=study.CURRICULUM.evolve(items=items))
    days = zip((FIRST, SECOND), (10, 11), strict=True)
    commands = [c.MoveSession(code=code, to=date(2026, 12, day)) for code, day in days]
    for command in commands:
        state = apply(state, command)
    assert deed(state, commands).past == (
        "Moved 2 sessions; “skill.two”, which builds on it, comes earlier"
    )


def test_a_gesture_on_many_is_one_step_of_undo(house: House) -> None:
    window, workspace = house.window, house.workspace
    plan = workspace.state.plan
    assert plan is not None
    page = window.stack.page
    assert page is not None
    (view,) = page.lists()
    assert isinstance(view, QListView)
    view.selectAll()
    before = workspace.state
    window.run("toggle-done")
    assert window.menus.actions["undo"].text().startswith("Undo tick of ")
    assert workspace.state != before
    window.run("undo")
    assert workspace.state == before
