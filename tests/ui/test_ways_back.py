"""What brings back what is left out is found while the window goes on working."""

from collections.abc import Iterator, Mapping

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from planner.core.apply import apply
from planner.core.commands import Tick
from planner.core.plan import Reason
from planner.core.planning.bring_back import search
from planner.core.state import State
from planner.core.values import Level
from planner.ui.ways_back import PAUSE, WaysBack
from tests.core.screens.candidates import START, TODAY, demo, fresh

LONG = 20_000
"""Milliseconds; the search takes a second, and the machine may be busy."""


@pytest.fixture
def ways() -> Iterator[WaysBack]:
    ways = WaysBack()
    yield ways
    ways.deleteLater()


def told(ways: WaysBack, state: State) -> Mapping[str, Reason]:
    plan = ways.told(state).plan
    assert plan is not None
    return {one.item: one.back for one in plan.left_out if one.back}


def look(ways: WaysBack, qtbot: QtBot, state: State, only: str | None = None) -> None:
    with qtbot.waitSignal(ways.found, timeout=LONG):
        ways.look_for(state, TODAY, only)


def test_all_is_told_once_all_is_known(ways: WaysBack, qtbot: QtBot) -> None:
    state = demo()
    assert state.plan is not None
    assert state.profile is not None
    ways.look_for(state, TODAY)
    assert ways.told(state) is state
    assert ways.minutes is None
    with qtbot.waitSignal(ways.found, timeout=LONG):
        pass
    *_, wanted = search(state, state.profile, state.plan, TODAY)
    assert told(ways, state) == wanted.ways
    assert ways.minutes == wanted.minutes


def test_the_window_gets_its_turn_between_two_plans(ways: WaysBack, qtbot: QtBot) -> None:
    state = demo()
    assert state.plan is not None
    assert state.profile is not None
    turns: list[bool] = []
    clock = QTimer()
    clock.timeout.connect(lambda: turns.append(True))
    ways.look_for(state, TODAY)
    qtbot.wait(PAUSE // 2)
    clock.start(0)
    with qtbot.waitSignal(ways.found, timeout=LONG):
        pass
    clock.stop()
    plans = sum(1 for _ in search(state, state.profile, state.plan, TODAY))
    assert plans > 2
    assert len(turns) >= plans


def test_a_tick_keeps_what_is_known_until_more_is(ways: WaysBack, qtbot: QtBot) -> None:
    state = demo()
    look(ways, qtbot, state)
    known = told(ways, state)
    assert state.plan is not None
    todo = next(one for one in state.plan.sessions if one.code not in state.ticks)
    later = apply(state, Tick(target=todo.code, on=TODAY))
    ways.look_for(later, TODAY)
    assert told(ways, later) == known
    with qtbot.waitSignal(ways.found, timeout=LONG):
        pass


def test_another_plan_is_begun_anew(ways: WaysBack, qtbot: QtBot) -> None:
    look(ways, qtbot, demo())
    other = fresh()
    ways.look_for(other, START)
    assert ways.told(other) is other
    assert ways.minutes is None


def test_the_same_again_is_not_looked_for_twice(ways: WaysBack, qtbot: QtBot) -> None:
    look(ways, qtbot, demo())
    with qtbot.assertNotEmitted(ways.found, wait=2 * PAUSE):
        ways.look_for(demo(), TODAY)
    assert told(ways, demo())


def test_one_item_alone_is_looked_for(ways: WaysBack, qtbot: QtBot) -> None:
    state = demo()
    assert state.plan is not None
    first, second = (one.item for one in state.plan.left_out[:2])
    look(ways, qtbot, state, first)
    assert set(told(ways, state)) == {first}
    look(ways, qtbot, state, second)
    assert set(told(ways, state)) == {second}


def test_where_everything_fits_nothing_is_looked_for(ways: WaysBack, qtbot: QtBot) -> None:
    state = fresh(Level.L6, 60)
    assert state.plan is not None
    assert state.plan.fits
    with qtbot.assertNotEmitted(ways.found, wait=2 * PAUSE):
        ways.look_for(state, START)
    assert ways.told(state) is state
