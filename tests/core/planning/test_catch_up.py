"""What slipped comes back in the free time ahead, and nothing else moves for it."""

from collections import Counter
from datetime import date, timedelta

from hypothesis import given, settings

from planner.core.apply import apply
from planner.core.commands import AcceptPlan, ChangeProfile, SkipItem, Tick
from planner.core.demo import demo_commands
from planner.core.entry import spread_hours
from planner.core.plan import BASELINE, Rule
from planner.core.planning import catch_up, compare, make_plan, slipped
from planner.core.planning.replan import Kind, options
from planner.core.state import State
from planner.core.values import Level, SessionKind
from tests.core.planning.situations import MONDAY, curriculum, evenings, fresh, half_way


def after_one_week(*, missed: int) -> State:
    profile = evenings(Level.L6, 12)
    state = apply(fresh(profile), ChangeProfile(profile=profile))
    state = apply(state, AcceptPlan(plan=make_plan(state, profile, profile.start)))
    assert state.plan is not None
    first = state.plan.sessions_of(state.plan.weeks[0])
    for session in first[: len(first) - missed]:
        state = apply(state, Tick(target=session.code, on=session.date))
    return state


def test_one_missed_session_moves_only_its_own_item() -> None:
    state = after_one_week(missed=2)
    assert state.profile is not None
    assert state.plan is not None
    today = MONDAY + timedelta(days=7)
    late = slipped(state, today)
    assert [one.kind for one in late] == [SessionKind.STUDY, SessionKind.WEEKLY_REVIEW]
    again = catch_up(state, state.profile, today)
    difference = compare(state.plan, again)
    to_another_day = [(old, new) for old, new in difference.moved if old.date != new.date]
    assert {old.item for old, _ in to_another_day} == {late[0].item}
    assert again.by_code[late[0].code].date >= today
    assert again.by_code[late[0].code].why[0].rule is Rule.SLIPPED
    assert [one.code for one in difference.removed] == [late[1].code]
    assert not difference.added


def test_without_anything_missed_the_plan_is_the_same_object() -> None:
    state = after_one_week(missed=0)
    assert state.profile is not None
    assert catch_up(state, state.profile, MONDAY + timedelta(days=7)) is state.plan


def test_a_skipped_item_has_not_slipped() -> None:
    state = after_one_week(missed=2)
    late = slipped(state, MONDAY + timedelta(days=7))
    state = apply(state, SkipItem(item=late[0].item))
    assert late[0].code not in {one.code for one in slipped(state, MONDAY + timedelta(days=7))}


@given(half_way())
@settings(max_examples=40)
def test_catching_up_overfills_no_day_and_leaves_nothing_behind(
    situation: tuple[State, date],
) -> None:
    state, today = situation
    assert state.profile is not None
    assert state.plan is not None
    again = catch_up(state, state.profile, today)
    assert not [
        one
        for one in again.sessions
        if one.date < min(today, again.loop)
        and one.code not in state.ticks
        and one.item not in state.skipped
    ]
    used = Counter[date]()
    for session in again.sessions:
        used[session.date] += session.minutes
    week = state.profile.week
    assert all(minutes <= week[day.weekday()].minutes for day, minutes in used.items())
    done = [one for one in state.plan.sessions if one.code in state.ticks]
    assert all(again.by_code[one.code] == one for one in done)


def test_what_begins_a_plan_is_caught_up_with_first() -> None:
    """The steps to assess one's level came weeks later, behind what is built on them."""
    profile = evenings(Level.L7, 12).evolve(week=spread_hours(60 * 12))
    state = apply(fresh(profile), AcceptPlan(plan=make_plan(fresh(profile), profile, MONDAY)))
    today = MONDAY + timedelta(days=7)
    found = {option.kind: option.plan for option in options(state, profile, today)}
    spread = found[Kind.SPREAD]
    front = [one for one in spread.sessions if one.item.startswith(("next.", BASELINE))]
    assert len(front) == 5
    assert all(one.date < today + timedelta(weeks=2) for one in front)


def test_in_the_demo_only_what_slipped_and_its_parts_move() -> None:
    today = date(2026, 12, 16)
    state = State(curriculum=curriculum())
    for command in demo_commands(curriculum(), today):
        state = apply(state, command)
    assert state.profile is not None
    assert state.plan is not None
    late = slipped(state, today)
    difference = compare(state.plan, catch_up(state, state.profile, today))
    assert not difference.added
    assert not difference.removed
    assert {old.item for old, new in difference.moved if old.date != new.date} <= {
        one.item for one in late
    }
