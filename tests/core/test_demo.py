"""The made-up candidate is in week 4 of 10, whatever day it is."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.apply import Entry
from planner.core.checking import made, written
from planner.core.demo import demo_commands
from planner.core.folding import fold
from planner.core.plan import Plan
from planner.core.progress import Done, is_done, item_done
from planner.core.state import State
from planner.core.values import Level, Phase, SessionKind
from tests.core.strategies import FEW, curriculum

MONDAY = date(2027, 1, 4)
WEEKDAYS = [MONDAY + timedelta(days=n) for n in range(7)]
every_weekday = pytest.mark.parametrize("today", WEEKDAYS, ids=lambda day: day.strftime("%a"))


def folded(today: date) -> tuple[State, Plan]:
    commands = demo_commands(curriculum(), today)
    entries = [Entry(str(number), command) for number, command in enumerate(commands)]
    state, refused = fold(State(curriculum()), entries)
    assert refused == ()
    assert state.plan is not None
    return state, state.plan


@FEW
@given(st.dates(date(1971, 1, 1), date(2199, 1, 1)))
def test_on_any_day_it_is_in_week_four_of_ten_and_nothing_is_refused(today: date) -> None:
    state, plan = folded(today)
    assert len(plan.weeks) == 10
    assert plan.week_number(today) == 4
    assert state.profile is not None
    assert (state.profile.level, plan.level) == (Level.L6, Level.L6)
    assert plan.weeks[3].phase is Phase.BUILD


@every_weekday
def test_three_weeks_are_done_but_for_one_session(today: date) -> None:
    state, plan = folded(today)
    behind = [one for one in plan.sessions if plan.week_number(one.date) < 4]
    assert len([one for one in behind if not is_done(state, one)]) == 1


@every_weekday
def test_this_week_has_begun_and_is_not_over(today: date) -> None:
    state, plan = folded(today)
    this = [is_done(state, one) for one in plan.sessions_of(plan.weeks[3])]
    assert sum(this) == 2
    assert not all(this)


@every_weekday
def test_nothing_is_done_later_than_today_or_in_the_weeks_to_come(today: date) -> None:
    state, plan = folded(today)
    assert max(state.ticks.values()) <= today
    late = [one for one in plan.sessions if plan.week_number(one.date) > 4]
    assert not any(is_done(state, one) for one in late)


@every_weekday
def test_it_is_rich_enough_for_pictures(today: date) -> None:
    state, _ = folded(today)
    states = [item_done(state, item) for item in state.items()]
    assert states.count(Done.DONE) >= 5
    assert Done.HALF in states
    assert Done.OPEN in states
    assert len(state.evidence) == 5
    assert state.scores
    assert set(state.minutes) <= set(state.ticks)


@every_weekday
def test_evidence_stands_only_beside_what_is_done(today: date) -> None:
    state, _ = folded(today)
    for item_id in state.evidence:
        item = state.item(item_id)
        assert item is not None
        assert item_done(state, item) is Done.DONE


@every_weekday
def test_every_done_session_took_its_time_and_some_took_longer(today: date) -> None:
    state, plan = folded(today)
    done = [one for one in plan.sessions if is_done(state, one)]
    differences = [state.minutes[one.code] - one.minutes for one in done]
    assert min(differences) < 0 < max(differences)
    mocks = [one.code for one in done if one.kind is SessionKind.MOCK]
    assert set(state.scores) <= set(mocks)


def test_the_plan_keeps_every_core_item() -> None:
    _, plan = folded(MONDAY)
    core = {item.id for item in curriculum().items if is_core(item.at)}
    assert not core & ({one.item for one in plan.left_out} - set(plan.by_item))


def is_core(at: object) -> bool:
    assert isinstance(at, dict)
    return Level.L6 in at and at[Level.L6].priority.rank == 0


def test_the_same_day_gives_the_same_candidate() -> None:
    assert demo_commands(curriculum(), MONDAY) == demo_commands(curriculum(), MONDAY)


def test_all_it_does_can_be_written_down() -> None:
    for command in demo_commands(curriculum(), MONDAY):
        assert made(type(command), written(command)) == command
