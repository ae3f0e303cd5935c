"""A plan at own pace: what is left is scaled, what is done stays, and the plan says so."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.core.apply import apply
from planner.core.commands import (
    AcceptPlan,
    Change,
    EstimateItem,
    LogTime,
    RateItem,
    Tick,
)
from planner.core.curriculum import Item
from planner.core.effort import estimate, least_estimate
from planner.core.moving import in_order
from planner.core.pace import ENOUGH, Kind, kind_of, paces
from planner.core.plan import Plan, Rule, Session
from planner.core.planning import make_plan
from planner.core.progress import Done, done_minutes, item_done, planned_minutes
from planner.core.state import State
from planner.core.values import Level, Rating
from planner.core.wording.reasons import why_texts
from tests.core.planning.situations import curriculum, half_way
from tests.core.strategies import usual

few = settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
LATER = "l6.ops.incident"


def replanned(state: State, today: date | None = None) -> State:
    assert state.profile is not None
    plan = make_plan(state, state.profile, today or state.profile.start)
    return apply(state, AcceptPlan(plan=plan))


def done(state: State, *commands: Change) -> State:
    for command in commands:
        state = apply(state, command)
    return state


def in_another_week(state: State) -> State:
    """The same with `LATER` in a week in which nothing is frozen yet."""
    plan, profile = plan_of(state), state.profile
    assert profile is not None
    sessions = plan.by_item[LATER]
    day = sessions[-1].date + timedelta(days=7)
    while (
        sum(one.minutes for one in (*sessions, *_on(plan, day)))
        > profile.week[day.weekday()].minutes
    ):
        day += timedelta(days=1)
    moved = [one.evolve(date=day) if one in sessions else one for one in plan.sessions]
    return state.evolve(plan=plan.evolve(sessions=in_order(moved)))


def _on(plan: Plan, day: date) -> list[Session]:
    return [one for one in plan.sessions if one.date == day]


def slow(items: int = ENOUGH, factor: float = 2) -> tuple[State, date]:
    """A candidate for whom the first technical items took so many times as long, and the day."""
    state = in_another_week(usual(Level.L6, 24, 25))
    plan = state.plan
    assert plan is not None
    cut = {one.item for one in plan.left_out}
    first = sorted(
        (
            item.id
            for item in state.items()
            if kind_of(item) is Kind.TECHNICAL and item.id not in {*cut, LATER}
        ),
        key=lambda name: (plan.by_item[name][-1].date, name),
    )[:items]
    for name in first:
        for one in plan.by_item[name]:
            state = done(
                state,
                Tick(target=one.code, on=one.date),
                LogTime(code=one.code, minutes=round(factor * one.minutes), on=one.date),
            )
    return state, plan.by_item[first[-1]][-1].date + timedelta(days=1)


def plan_of(state: State) -> Plan:
    assert state.plan is not None
    return state.plan


def estimated(state: State, item: str) -> int:
    assert state.profile is not None
    found = state.item(item)
    assert found is not None
    return estimate(state, found, state.profile)


def wanted(plan: Plan, item: str) -> int:
    """The minutes of an item that a plan holds or names as left out."""
    laid = sum(one.minutes for one in plan.by_item.get(item, ()))
    return laid + sum(one.minutes for one in plan.left_out if one.item == item)


def test_what_is_left_is_planned_at_own_pace_and_says_so() -> None:
    state, today = slow()
    ours = estimated(state, LATER)
    state = replanned(state, today)
    assert ours == 180
    assert wanted(plan_of(state), LATER) == 270  # 1.5 times as long
    for one in plan_of(state).by_item[LATER]:
        assert one.pace == 150
        (why,) = (reason for reason in one.why if reason.rule is Rule.PACE)
        assert (why.minutes, why.of) == (270, 180)
        assert "your pace makes it 4 h 30 m instead of 3 h" in why_texts(state, one)


def test_other_kinds_are_planned_as_estimated() -> None:
    state, today = slow()
    plan = plan_of(replanned(state, today))
    for name, sessions in plan.by_item.items():
        item = curriculum().by_id.get(name)
        if item is not None and kind_of(item) is not Kind.TECHNICAL:
            assert {one.pace for one in sessions} == {100}
            assert all(Rule.PACE not in {why.rule for why in one.why} for one in sessions)


def test_logging_time_alone_moves_nothing() -> None:
    state, _ = slow()
    later = curriculum().by_id[LATER]
    assert paces(state)
    assert plan_of(state) == plan_of(in_another_week(usual(Level.L6, 24, 25)))
    assert planned_minutes(state, later) == 180


def test_what_is_finished_keeps_its_minutes() -> None:
    state, today = slow()
    before = {item.id: planned_minutes(state, item) for item in _done_items(state)}
    again = replanned(state, today)
    assert {item.id: planned_minutes(again, item) for item in _done_items(again)} == before
    assert not set(before) & set(plan_of(again).efforts)


def _done_items(state: State) -> list[Item]:
    return [one for one in state.items() if item_done(state, one) is Done.DONE]


def test_of_an_item_half_done_only_the_rest_is_scaled() -> None:
    """Ten hours of which five are done at the usual pace: the other five take seven and a half."""
    state, today = slow()
    plan = plan_of(state)
    name = max(
        (one for one in plan.by_item if _is_open_technical(state, one)),
        key=lambda one: len(plan.by_item[one]),
    )
    half = plan.by_item[name][: len(plan.by_item[name]) // 2]
    for one in half:
        state = done(state, Tick(target=one.code, on=one.date))
    done_before = sum(one.minutes for one in half)
    whole = estimated(state, name)
    again = plan_of(replanned(state, today))
    left = wanted(again, name) - done_before
    assert abs(left - 1.5 * (whole - done_before)) <= 5 * (len(half) + 1)  # each is rounded to five
    assert again.efforts[name] == wanted(again, name)


def _is_open_technical(state: State, name: str) -> bool:
    item = curriculum().by_id.get(name)
    if item is None or kind_of(item) is not Kind.TECHNICAL:
        return False
    return item_done(state, item) is Done.OPEN


def test_half_done_is_half_done_at_any_pace() -> None:
    """90 of 180 minutes are done; the other 90 take 135. Then pace is usual again."""
    state, today = slow()
    first, second = plan_of(state).by_item[LATER]
    assert (first.minutes, second.minutes) == (90, 90)
    state = replanned(done(state, Tick(target=first.code, on=first.date)), today)
    assert wanted(plan_of(state), LATER) == plan_of(state).efforts[LATER] == 90 + 135
    assert done_minutes(state, curriculum().by_id[LATER]) == 90
    part = plan_of(state).by_item[LATER][1]
    state = done(state, Tick(target=part.code, on=part.date)).evolve(minutes={})
    rest = (135 - part.minutes) / 1.5
    usual_again = plan_of(replanned(state, today))
    assert paces(state) == {}
    assert abs(wanted(usual_again, LATER) - (90 + part.minutes + rest)) <= 5


def test_of_a_time_that_was_given_what_is_done_counts_with_its_own_minutes() -> None:
    state = replanned(*slow())
    part = plan_of(state).by_item[LATER][0]
    assert part.pace == 150
    state = done(state, Tick(target=part.code, on=part.date), EstimateItem(item=LATER, minutes=200))
    plan = plan_of(replanned(state, part.date))
    assert wanted(plan, LATER) == 200
    assert LATER not in plan.efforts


def test_rounding_leaves_no_crumbs_of_what_is_pinned() -> None:
    """At 108 percent 180 minutes are 195, but twice 90 minutes are twice 95."""
    state, today = slow(factor=1.16)
    assert paces(state)[Kind.TECHNICAL].percent == 108
    sessions = [
        one.evolve(pinned=True) if one.item == LATER else one for one in plan_of(state).sessions
    ]
    state = state.evolve(plan=plan_of(state).evolve(sessions=sessions))
    assert [one.minutes for one in plan_of(state).by_item[LATER]] == [90, 90]
    plan = plan_of(replanned(state, today))
    assert [one.minutes for one in plan.by_item[LATER]] == [90, 90]
    assert LATER not in {one.item for one in plan.left_out}


def test_done_minutes_of_all_sessions_are_all_minutes() -> None:
    state = replanned(*slow())
    item = curriculum().by_id[LATER]
    for one in plan_of(state).by_item[LATER]:
        assert done_minutes(state, item) < planned_minutes(state, item)
        state = done(state, Tick(target=one.code, on=one.date))
    assert item_done(state, item) is Done.DONE
    assert done_minutes(state, item) == planned_minutes(state, item) == 270
    later = replanned(state, plan_of(state).by_item[LATER][-1].date + timedelta(days=1))
    assert done_minutes(later, item) == 270


def test_more_done_than_an_item_takes_by_now_is_no_debt() -> None:
    """All but the last part is done by one who is new to it; then it is rated strong."""
    state, today = slow()
    state = replanned(done(state, RateItem(item=LATER, rating=Rating.NEW)), today)
    *most, _ = plan_of(state).by_item[LATER]
    for one in most:
        state = done(state, Tick(target=one.code, on=one.date))
    held = sum(one.minutes for one in most)
    again = plan_of(replanned(done(state, RateItem(item=LATER, rating=Rating.STRONG)), today))
    assert held > 90 * 1.5  # what it would take in all
    assert again.efforts[LATER] == wanted(again, LATER) == held


def test_replanning_twice_changes_nothing() -> None:
    state, today = slow()
    once = replanned(state, today)
    assert plan_of(replanned(once, today)) == plan_of(once)


def test_the_time_the_user_gave_counts_as_it_is_and_says_so() -> None:
    state, today = slow()
    state = replanned(done(state, EstimateItem(item=LATER, minutes=100)), today)
    assert wanted(plan_of(state), LATER) == 100
    one = plan_of(state).by_item[LATER][0]
    assert one.pace == 100
    assert "you gave it 1 h 40 m, our estimate is 3 h" in why_texts(state, one)
    assert LATER not in plan_of(state).efforts
    back = replanned(done(state, EstimateItem(item=LATER, minutes=None)), today)
    assert wanted(plan_of(back), LATER) == 270


def test_an_estimate_is_edited_taken_back_and_shared_by_the_units() -> None:
    state = usual(Level.L6, 24, 25)
    name = "read.managers-path"
    state = replanned(done(state, EstimateItem(item=name, minutes=180)))
    plan = plan_of(state)
    assert wanted(plan, name) == 180
    assert {unit for one in plan.by_item[name] for unit in one.units} == {
        unit.id for unit in curriculum().by_id[name].units
    }
    assert done(state, EstimateItem(item=name, minutes=None)).estimates == {}


def test_the_rating_of_one_item_changes_its_time_alone() -> None:
    state = usual(Level.L6, 24, 25)
    rated = replanned(done(state, RateItem(item="l6.cloud.aws", rating=Rating.NEW)))
    assert wanted(plan_of(rated), "l6.cloud.aws") == 720
    assert wanted(plan_of(rated), "l6.cloud.security") == 180
    back = done(rated, RateItem(item="l6.cloud.aws", rating=None))
    assert back.profile == state.profile


@st.composite
def adjusted(draw: st.DrawFn) -> tuple[State, date]:
    """A candidate half way whose sessions took other times, who rated and estimated since."""
    state, today = draw(half_way())
    technical = [one for one in state.items() if kind_of(one) is Kind.TECHNICAL]
    for item in technical[: draw(st.integers(0, 9))]:
        state = apply(state, Tick(target=item.id, on=today))
    factor = draw(st.sampled_from((50, 90, 100, 115, 140, 300)))
    ticked = [one for one in plan_of(state).sessions if one.code in state.ticks]
    state = state.evolve(minutes={one.code: one.minutes * factor // 100 for one in ticked})
    state = replanned(state, today)
    items = st.lists(st.sampled_from(state.items()), max_size=3)
    for item in draw(items):
        minutes = draw(st.integers(least_estimate(item), 2000))
        state = apply(state, EstimateItem(item=item.id, minutes=minutes))
    for item in draw(items):
        state = apply(state, RateItem(item=item.id, rating=draw(st.sampled_from(Rating))))
    return state, today


@given(st.data())
@few
def test_at_any_pace_every_minute_is_planned_or_named_and_none_is_zero(data: st.DataObject) -> None:
    state, today = data.draw(adjusted())
    state = replanned(state, today)
    plan = plan_of(state)
    assert all(one.minutes > 0 for one in plan.sessions)
    for item in state.items():
        if item.id in state.skipped or item_done(state, item) is Done.DONE:
            continue
        whole = plan.efforts.get(item.id, estimated(state, item.id))
        ticked = any(unit.id in state.ticks for unit in item.units)
        held = any(one.code in state.ticks for one in plan.by_item.get(item.id, ()))
        if ticked:
            assert item.id not in plan.efforts or wanted(plan, item.id) <= whole
        elif item.id in plan.efforts or not held:
            assert wanted(plan, item.id) == whole, item.id


@given(st.data())
@few
def test_at_any_pace_replanning_an_unchanged_situation_changes_no_time(
    data: st.DataObject,
) -> None:
    state, today = data.draw(adjusted())
    once = replanned(state, today)
    twice = replanned(once, today)
    assert paces(once) == paces(twice)
    assert plan_of(once).efforts == plan_of(twice).efforts
    assert _sizes(once) == _sizes(twice)


def _sizes(state: State) -> dict[str, int]:
    plan = plan_of(state)
    return {name: wanted(plan, name) for name in plan.by_item}


@pytest.mark.parametrize("minutes", [20, 30_000])
def test_a_plan_takes_the_shortest_and_the_longest_estimate(minutes: int) -> None:
    state = done(usual(Level.L6), EstimateItem(item="l6.ops.cicd", minutes=minutes))
    assert wanted(plan_of(replanned(state)), "l6.ops.cicd") == minutes
