"""Own pace: measured on what is finished, little by little, and never beyond its bounds."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.apply import apply
from planner.core.commands import EstimateItem, LogTime, Tick
from planner.core.curriculum import Item
from planner.core.pace import ENOUGH, FASTEST, SLOWEST, Kind, kind_of, pace_of, paces
from planner.core.plan import Session
from planner.core.state import State
from planner.core.values import Level, Subject
from tests.core.strategies import FEW, MONDAY, curriculum, states, usual

STATE = usual(Level.L6, 24, 25)
ITEMS = curriculum().by_id


def of_kind(kind: Kind | None) -> list[Item]:
    """The items of a kind that the plan of the candidate holds whole."""
    plan = STATE.plan
    assert plan is not None
    cut = {one.item for one in plan.left_out}
    return [one for one in STATE.items() if kind_of(one) is kind and one.id not in cut]


def sessions(item: str) -> tuple[Session, ...]:
    plan = STATE.plan
    assert plan is not None
    return plan.by_item[item]


def finished(state: State, items: Iterable[Item], factor: float) -> State:
    """The state after items were done, each session in so many times its minutes."""
    for item in items:
        state = apply(state, Tick(target=item.id, on=MONDAY))
        for one in sessions(item.id):
            minutes = round(one.minutes * factor)
            state = apply(state, LogTime(code=one.code, minutes=minutes, on=MONDAY))
    return state


def test_kinds_of_work() -> None:
    kinds = {
        "read.managers-path": Kind.READING,
        "l6.cloud.aws": Kind.TECHNICAL,
        "key.exec-comm": Kind.LEADERSHIP,
        "practice.stories": Kind.STORY,
        "comp.people.l6": Kind.STORY,
        "l7.breadth.crossfunc": Kind.STORY,
        "mock.behavioral": None,
        "next.assess": None,
    }
    assert {name: kind_of(ITEMS[name]) for name in kinds} == kinds
    assert kind_of(ITEMS["l6.cloud.aws"].evolve(id="own.a", origin="own")) is None


def test_nothing_is_said_before_five_items_are_finished() -> None:
    state = finished(STATE, of_kind(Kind.TECHNICAL)[: ENOUGH - 1], 2)
    assert paces(state) == {}
    assert pace_of(state, ITEMS["l6.ops.incident"], paces(state)) == 100


def test_five_items_that_took_twice_as_long_count_half() -> None:
    known = paces(finished(STATE, of_kind(Kind.TECHNICAL)[:ENOUGH], 2))
    (pace,) = known.values()
    assert (pace.kind, pace.items, pace.percent) == (Kind.TECHNICAL, 5, 150)  # (5 + 10) / 10


def test_kinds_are_measured_apart_and_one_item_says_little() -> None:
    state = finished(STATE, of_kind(Kind.TECHNICAL)[:4], 2)
    state = finished(state, of_kind(Kind.READING)[:1], 0.5)
    known = paces(state)
    assert {kind: (one.items, one.percent) for kind, one in known.items()} == {
        Kind.READING: (1, 92),  # (5 + 0.5) / 6
        Kind.TECHNICAL: (4, 144),  # (5 + 8) / 9
    }
    assert pace_of(state, ITEMS["key.exec-comm"], known) == 100


def test_an_item_without_logged_minutes_does_not_count() -> None:
    state = finished(STATE, of_kind(Kind.TECHNICAL)[: ENOUGH - 1], 2)
    other = of_kind(Kind.TECHNICAL)[ENOUGH]
    assert paces(apply(state, Tick(target=other.id, on=MONDAY))) == {}


def test_an_item_that_is_not_finished_does_not_count() -> None:
    last, *done = sorted(of_kind(Kind.TECHNICAL), key=lambda one: -len(sessions(one.id)))[:ENOUGH]
    first, *rest = sessions(last.id)
    assert rest
    state = finished(STATE, done, 2)
    begun = apply(state, Tick(target=first.code, on=MONDAY))
    begun = apply(begun, LogTime(code=first.code, minutes=200, on=MONDAY))
    assert paces(begun) == {}


def test_sessions_without_logged_minutes_are_left_out_of_the_ratio() -> None:
    """One of several sessions was logged, twice as long: the item counts as twice, not less."""
    first, *rest = sorted(of_kind(Kind.TECHNICAL), key=lambda one: -len(sessions(one.id)))[:ENOUGH]
    assert len(sessions(first.id)) > 1
    state = finished(STATE, rest, 2)
    state = apply(state, Tick(target=first.id, on=MONDAY))
    one = sessions(first.id)[0]
    state = apply(state, LogTime(code=one.code, minutes=2 * one.minutes, on=MONDAY))
    assert paces(state)[Kind.TECHNICAL].percent == 150


def test_what_the_user_gave_its_time_is_neither_measured_nor_scaled() -> None:
    items = of_kind(Kind.TECHNICAL)
    state = finished(STATE, items[: ENOUGH + 1], 2)
    own = apply(state, EstimateItem(item=items[0].id, minutes=300))
    assert paces(own)[Kind.TECHNICAL].items == ENOUGH
    mine = apply(state, EstimateItem(item=items[-1].id, minutes=300))
    assert pace_of(mine, items[-1], paces(mine)) == 100
    assert pace_of(state, items[-1], paces(state)) > 100


def test_a_session_is_measured_against_our_estimate_not_against_its_own_pace() -> None:
    """Planned with 150 percent and done in that time: one and a half of our estimate."""
    plan = STATE.plan
    assert plan is not None
    slow = [one.evolve(pace=150) for one in plan.sessions]
    slower = STATE.evolve(plan=plan.evolve(sessions=slow))
    known = paces(finished(slower, of_kind(Kind.TECHNICAL)[:ENOUGH], 1))
    assert known[Kind.TECHNICAL].percent == 125  # (5 + 5 x 1.5) / 10


@pytest.mark.parametrize(("factor", "bound"), [(0.01, FASTEST), (50, SLOWEST)])
def test_own_pace_stays_within_its_bounds(factor: float, bound: int) -> None:
    state = STATE
    for item in of_kind(Kind.TECHNICAL):
        state = apply(state, Tick(target=item.id, on=MONDAY))
        for one in sessions(item.id):
            minutes = min(max(round(one.minutes * factor), 1), 1440)
            state = apply(state, LogTime(code=one.code, minutes=minutes, on=MONDAY))
    assert paces(state)[Kind.TECHNICAL].percent == bound


@given(st.data())
@FEW
def test_whatever_was_logged_the_factor_is_between_its_bounds(data: st.DataObject) -> None:
    state = data.draw(states(steps=8))
    if state.plan is not None and state.plan.sessions:
        codes = [one.code for one in state.plan.sessions]
        minutes = data.draw(st.dictionaries(st.sampled_from(codes), st.integers(1, 9999)))
        ticks = {one.code: MONDAY for one in state.plan.sessions} | {
            name: MONDAY
            for item in state.items()
            for name in ([unit.id for unit in item.units] or [item.id])
        }
        state = state.evolve(minutes=minutes, ticks=ticks)
    for pace in paces(state).values():
        assert FASTEST <= pace.percent <= SLOWEST
        assert pace.items > 0
    for item in state.items():
        assert FASTEST <= pace_of(state, item, paces(state)) <= SLOWEST


def test_pace_is_kept_over_a_change_of_level() -> None:
    state = finished(STATE, of_kind(Kind.TECHNICAL)[:ENOUGH], 2)
    assert state.profile is not None
    up = state.evolve(profile=state.profile.evolve(level=Level.L7))
    assert paces(up) == paces(state)


def test_every_kind_of_work_of_the_guide_is_known() -> None:
    unknown = {one.subject for one in curriculum().items if kind_of(one) is None}
    assert unknown == {Subject.MOCK, Subject.ORIENTATION}
