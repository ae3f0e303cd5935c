"""What if: other hours and other days, answered with real plans and nothing changed."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.core.forecast import forecast
from planner.core.hours import changed, most_minutes
from planner.core.planning import make_plan
from planner.core.profile import Profile, StudyDay
from planner.core.screens.whatif import (
    Gain,
    choices,
    gain,
    what_if,
)
from planner.core.state import State
from planner.core.values import Level
from tests.core.screens.candidates import START, TODAY, curriculum, demo, fresh

LOOP = date(2027, 2, 8)


@pytest.mark.parametrize("today", [START - timedelta(days=9), START, TODAY, LOOP, date(2027, 6, 1)])
def test_what_can_be_tried_is_in_order_and_holds_what_stands(today: date) -> None:
    offered = choices(fresh(), today)
    assert offered is not None
    assert list(offered.minutes) == sorted(set(offered.minutes))
    assert list(offered.loops) == sorted(set(offered.loops))
    assert offered.usual_minutes in offered.minutes
    assert offered.usual_loop in offered.loops
    others = [day for day in offered.loops if day != offered.usual_loop]
    assert others
    assert all(day > max(today, START) for day in others)


def test_nothing_can_be_tried_without_a_plan() -> None:
    state = State(curriculum())
    assert choices(state, START) is None
    assert what_if(state, START, 600, LOOP) is None


def test_without_a_change_the_accepted_plan_is_described() -> None:
    state = fresh()
    assert state.plan is not None
    found = what_if(state, START, 600, LOOP)
    assert found is not None
    assert not found.is_changed
    assert found.profile is state.profile
    assert (found.plan.loop, found.shortfall) == (LOOP, state.plan.shortfall_minutes)
    assert found.forecast == forecast(state, START)


def test_other_hours_and_another_loop_day_are_forecast_too() -> None:
    state = fresh()
    more = what_if(state, START, 900, LOOP)
    assert more is not None
    assert more.forecast == forecast(state.evolve(profile=more.profile, plan=more.plan), START)


def test_the_accepted_plan_is_described_even_where_a_new_one_would_differ() -> None:
    state = fresh()
    assert state.plan is not None
    assert state.profile is not None
    late = START + timedelta(days=35)
    found = what_if(state, late, 600, LOOP)
    assert found is not None
    assert found.shortfall == state.plan.shortfall_minutes
    assert make_plan(state, state.profile, late).shortfall_minutes > found.shortfall


def test_more_hours_are_planned_with_and_the_state_stays() -> None:
    state = fresh()
    before = state.profile
    found = what_if(state, START, 900, LOOP)
    assert found is not None
    assert state.profile is before
    assert before is not None
    assert found.is_changed
    assert (found.profile.week_minutes, found.profile.loop) == (900, LOOP)
    plan = make_plan(state, found.profile, START)
    assert (found.shortfall, found.extra_weeks) == (plan.shortfall_minutes, plan.extra_weeks_needed)
    assert state.plan is not None
    assert found.shortfall < state.plan.shortfall_minutes


def test_a_later_loop_day_leaves_out_less() -> None:
    state = fresh()
    found = what_if(state, START, 600, LOOP + timedelta(weeks=4))
    assert found is not None
    assert state.plan is not None
    assert found.plan.loop == LOOP + timedelta(weeks=4)
    assert found.shortfall < state.plan.shortfall_minutes


@pytest.mark.parametrize("hours", [10, 14, 18])
def test_two_more_hours_fit_what_is_absent_or_shortened_without_them(hours: int) -> None:
    state = fresh(Level.L6, hours)
    found = what_if(state, START, 60 * hours, LOOP)
    assert found is not None
    assert state.profile is not None
    less = make_plan(state, state.profile, START)
    more = make_plan(state, changed(state.profile, 60 * hours + 120, None), START)
    gained = gain(state, START, found)
    assert gained.more == 120
    assert gained.minutes == less.shortfall_minutes - more.shortfall_minutes > 0
    titles = {item.title: item.id for item in state.items()}
    absent = {one.item for one in less.left_out} - set(less.by_item)
    still = {one.item for one in more.left_out} - set(more.by_item)
    assert {titles[title] for title in gained.titles} == absent - still
    shortened = {one.item for one in less.left_out} - absent
    assert gained.fuller == len(shortened - {one.item for one in more.left_out})


def test_two_more_hours_that_finish_items_name_them() -> None:
    state = fresh(Level.L6, 18)
    found = what_if(state, START, 18 * 60, LOOP)
    assert found is not None
    assert gain(state, START, found).titles


def test_when_everything_fits_nothing_is_gained() -> None:
    state = fresh(Level.L6, 40, date(2027, 5, 31))
    assert state.plan is not None
    assert state.plan.fits
    found = what_if(state, START, 2400, date(2027, 5, 31))
    assert found is not None
    assert found.extra_weeks == 0
    assert gain(state, START, found) == Gain(120)


def test_full_days_cannot_be_longer() -> None:
    full = tuple(StudyDay(minutes=one, start=time(8)) for one in (720, 720, 0, 0, 0, 0, 0))
    profile = Profile(level=Level.L7, start=START, loop=LOOP, week=full)
    state = State(curriculum(), profile=profile)
    state = state.evolve(plan=make_plan(state, profile, START))
    found = what_if(state, START, 1440, LOOP)
    assert found is not None
    assert gain(state, START, found) == Gain(0)


def test_a_proposed_loop_day_stays_a_proposal_until_it_is_chosen() -> None:
    state = fresh(loop=None)
    assert state.plan is not None
    found = what_if(state, START, 660, state.plan.loop)
    assert found is not None
    assert found.plan.loop_proposed
    assert found.profile.loop is None
    sooner = what_if(state, START, 1200, state.plan.loop)
    assert sooner is not None
    assert sooner.plan.loop < state.plan.loop
    chosen = what_if(state, START, 600, state.plan.loop + timedelta(days=7))
    assert chosen is not None
    assert not chosen.plan.loop_proposed
    assert chosen.profile.loop == chosen.plan.loop


@settings(max_examples=15)
@given(st.integers(0, 40), st.data(), st.sampled_from(Level))
def test_every_choice_has_an_answer(days: int, data: st.DataObject, level: Level) -> None:
    state = demo() if level is Level.L6 else fresh(level)
    today = START + timedelta(days=days)
    offered = choices(state, today)
    assert offered is not None
    minutes = data.draw(st.sampled_from(offered.minutes))
    loop = data.draw(st.sampled_from(offered.loops))
    found = what_if(state, today, minutes, loop)
    assert found is not None
    assert found.profile.week_minutes == minutes
    assert found.plan.loop == loop
    assert most_minutes(found.profile) >= minutes


def test_weeks_with_other_hours_grow_and_shrink_along() -> None:
    state = fresh()
    assert state.profile is not None
    monday = LOOP - timedelta(weeks=3)
    usual = state.profile.week_minutes
    special = {monday: usual // 3, monday + timedelta(weeks=1): 0}
    profile = state.profile.evolve(special_weeks=special)
    twice = changed(profile, 2 * usual, None)
    assert twice.special_weeks == {monday: 2 * (usual // 3), monday + timedelta(weeks=1): 0}
    assert changed(profile, usual, None) is profile


def test_no_loop_day_before_a_booked_round_can_be_tried() -> None:
    state = fresh()
    assert state.profile is not None
    gate = LOOP - timedelta(weeks=2)
    tried = choices(state.evolve(profile=state.profile.evolve(gates={"PS": gate})), TODAY)
    assert tried is not None
    assert min(tried.loops) == gate + timedelta(days=1)
