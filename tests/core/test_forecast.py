"""The forecast: true to its method, never better for more work, never worse for better weeks."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import islice, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core import forecast as f
from planner.core.apply import apply
from planner.core.commands import AcceptPlan, Change, SkipItem, Tick
from planner.core.forecast import Forecast, Stretch, finishes, forecast, own_shares, usual_shares
from planner.core.plan import Plan, Week
from planner.core.planning import make_plan
from planner.core.state import State
from planner.core.values import Phase
from tests.core.screens.candidates import TODAY, demo
from tests.core.strategies import FEW, MONDAY, SOON, states, usual
from tests.support import study

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
FREE = 400
SHARES = st.lists(st.integers(0, 40).map(lambda n: n / 20), min_size=1, max_size=12)
MINUTES = st.integers(1, 5000)


def weeks_ahead(minutes: Sequence[int] = (FREE,) * 60, first: date = MONDAY) -> Iterator[Stretch]:
    return iter(Stretch(first + at * WEEK, 7, one) for at, one in enumerate(minutes))


def known(state: State, today: date) -> Forecast:
    found = forecast(state, today)
    assert found is not None
    return found


def plan_of(minutes: Sequence[int], free: Sequence[int]) -> Plan:
    """A plan with one session on each Monday of its weeks, of so many free minutes each."""
    weeks = tuple(
        Week(
            number=at + 1,
            monday=MONDAY + at * WEEK,
            phase=Phase.BUILD,
            capacity_minutes=one,
            budget_minutes=one,
        )
        for at, one in enumerate(free)
    )
    sessions = tuple(
        study.session(f"W{at + 1}-01", study.SKILL, 7 * at, minutes=one)
        for at, one in enumerate(minutes)
    )
    loop = MONDAY + len(free) * WEEK
    return study.PLAN.evolve(weeks=weeks, sessions=sessions, left_out=(), loop=loop, issued={})


def candidate(plan: Plan, *done: str) -> State:
    """A candidate who ticked sessions off on the days they were planned for."""
    ticks = {code: plan.by_code[code].date for code in done}
    return State(study.CURRICULUM, plan=plan, ticks=ticks)


def done_until(state: State, today: date) -> State:
    """The same candidate with every session before a day done on its day."""
    assert state.plan is not None
    for one in state.plan.sessions:
        if one.date < today:
            state = apply(state, Tick(target=one.code, on=one.date))
    return state


# What must always hold.


@FEW
@given(states(), SOON)
def test_any_state_on_any_day_has_a_range_in_order(state: State, today: date) -> None:
    found = forecast(state, today)
    assert (found is None) == (state.plan is None)
    if found is None:
        return
    days = [one or date.max for one in (found.earliest, found.likely, found.latest)]
    assert days == sorted(days)
    assert 0 <= found.in_time <= 10
    assert found.own + found.usual >= f.ENOUGH_WEEKS
    assert (found.slack is None) == (found.likely is None)
    assert found == forecast(state, today)


@given(MINUTES, MINUTES, SHARES)
def test_more_work_never_ends_earlier(left: int, more: int, shares: list[float]) -> None:
    less = finishes(left, weeks_ahead(), shares, f.SEED)
    many = finishes(left + more, weeks_ahead(), shares, f.SEED)
    assert all(before <= after for before, after in zip(less, many, strict=True))


@given(st.data(), MINUTES, SHARES)
def test_better_weeks_never_end_later(data: st.DataObject, left: int, shares: list[float]) -> None:
    better = [one + data.draw(st.integers(0, 20)) / 20 for one in shares]
    slow = finishes(left, weeks_ahead(), shares, f.SEED)
    fast = finishes(left, weeks_ahead(), better, f.SEED)
    assert all(after <= before for before, after in zip(slow, fast, strict=True))


@given(st.data(), MINUTES, SHARES)
def test_more_free_time_never_ends_later(
    data: st.DataObject, left: int, shares: list[float]
) -> None:
    room = data.draw(st.lists(st.integers(0, 900), min_size=40, max_size=40))
    more = [one + data.draw(st.integers(0, 300)) for one in room]
    tight = finishes(left, weeks_ahead(room), shares, f.SEED)
    roomy = finishes(left, weeks_ahead(more), shares, f.SEED)
    assert all(after <= before for before, after in zip(tight, roomy, strict=True))


@FEW
@given(st.data())
def test_doing_or_skipping_something_never_ends_later(data: st.DataObject) -> None:
    state, today = demo(), TODAY
    assert state.plan is not None
    opened = [
        one
        for one in state.plan.sessions
        if one.code not in state.ticks and state.item(one.item) is not None
    ]
    one = data.draw(st.sampled_from(opened))
    on = data.draw(st.sampled_from([today - WEEK, today]))
    skips: Change = SkipItem(item=one.item, reason="known")
    command = data.draw(st.sampled_from([Tick(target=one.code, on=on), skips]))
    before, after = known(state, today), known(apply(state, command), today)
    for old, new in (
        (before.earliest, after.earliest),
        (before.likely, after.likely),
        (before.latest, after.latest),
    ):
        assert (new or date.max) <= (old or date.max)
    assert after.in_time >= before.in_time


# The method: a bootstrap in which a drawn week goes back twice.


def chance_to_be_through(shares: Sequence[float], left: float, weeks: int) -> float:
    """The exact chance that so many weeks of the urn are enough, all draws counted."""
    total = 0.0
    for draws in product(range(len(shares)), repeat=weeks):
        chance = 1.0
        for at, one in enumerate(draws):
            chance *= (1 + draws[:at].count(one)) / (len(shares) + at)
        if sum(shares[one] * FREE for one in draws) >= left:
            total += chance
    return total


@pytest.mark.parametrize("shares", [(0.5, 1.0), (0.2, 0.8, 1.4), (0.0, 0.5, 0.5, 2.0)])
@pytest.mark.parametrize("weeks", [1, 2, 4])
def test_courses_end_as_often_as_the_urn_says(shares: tuple[float, ...], weeks: int) -> None:
    left = round(weeks * FREE * sum(shares) / len(shares))
    last = MONDAY + weeks * WEEK
    through = sum(
        day < last for seed in range(20) for day in finishes(left, weeks_ahead(), shares, seed)
    )
    # Of 4000 courses the share has a standard deviation of 0.8 % at most.
    assert through / 4000 == pytest.approx(chance_to_be_through(shares, left, weeks), abs=0.03)


def test_another_seed_tells_the_same_within_days() -> None:
    days = {(forecast(demo(), TODAY, seed) or known(demo(), TODAY)).likely for seed in range(8)}
    found = sorted(day for day in days if day is not None)
    assert found[-1] - found[0] <= 3 * DAY


def test_a_long_history_gives_a_narrower_range_than_a_short_one() -> None:
    def width(times: int) -> int:
        days = finishes(3000, weeks_ahead(), (0.4, 0.8, 1.0, 0.6) * times, f.SEED)
        return (days[-f.TENTH - 1] - days[f.TENTH - 1]).days

    assert width(3) < width(1)


def test_weeks_that_are_all_alike_leave_no_doubt() -> None:
    days = finishes(1000, weeks_ahead(), (0.5, 0.5), f.SEED)
    # 200 a week: five weeks, to the last day of the fifth.
    assert set(days) == {MONDAY + 5 * WEEK - DAY}
    # A minute more begins the sixth week.
    assert set(finishes(1001, weeks_ahead(), (0.5,), f.SEED)) == {MONDAY + 5 * WEEK}


def test_where_nothing_is_ever_done_no_end_is_in_sight() -> None:
    assert set(finishes(10, weeks_ahead(), (0.0, 0.0), f.SEED)) == {date.max}


# What it rests on.


def test_without_a_week_of_ones_own_it_is_what_usually_happens() -> None:
    found = known(usual(), MONDAY)
    assert (found.own, found.usual) == (0, 4)
    shares = usual_shares(4)
    assert sum(shares) / 4 == pytest.approx(33.9 / 55.5)
    assert min(shares) == pytest.approx(0.625 * 33.9 / 55.5)
    assert max(shares) == pytest.approx(1.375 * 33.9 / 55.5)
    ahead = islice(f.stretches(usual(), usual().plan, MONDAY), 100)  # type: ignore[arg-type]
    days = finishes(found.left_minutes, ahead, shares, f.SEED)
    assert (found.earliest, found.likely, found.latest) == (days[19], days[99], days[179])


@pytest.mark.parametrize(("weeks", "own", "filled"), [(1, 1, 3), (3, 3, 1), (4, 4, 0), (6, 6, 0)])
def test_usual_weeks_fill_up_what_is_missing_of_four(weeks: int, own: int, filled: int) -> None:
    found = known(usual(), MONDAY + weeks * WEEK)
    assert (found.own, found.usual) == (own, filled)


def test_a_single_usual_week_is_their_mean() -> None:
    (only,) = usual_shares(1)
    assert only == pytest.approx(33.9 / 55.5)
    assert usual_shares(0) == usual_shares(-3) == ()


def test_a_share_is_what_was_ticked_in_a_week_of_its_free_time() -> None:
    plan = plan_of((100, 300, 200), (400, 400, 400))
    state = candidate(plan, "W1-01", "W2-01")
    assert own_shares(state, plan, MONDAY + 3 * WEEK) == (0.25, 0.75, 0.0)
    late = state.evolve(ticks={"W1-01": MONDAY + WEEK, "W2-01": MONDAY + 2 * WEEK - DAY})
    assert own_shares(late, plan, MONDAY + 3 * WEEK) == (0.0, 1.0, 0.0)


def test_the_week_that_is_now_is_not_counted_before_it_is_over() -> None:
    plan = plan_of((100, 300), (400, 400))
    state = candidate(plan, "W1-01")
    assert own_shares(state, plan, MONDAY + WEEK - DAY) == ()
    assert own_shares(state, plan, MONDAY + WEEK) == (0.25,)


def test_a_week_without_free_time_says_nothing() -> None:
    plan = plan_of((100, 300), (400, 0, 400))
    assert own_shares(candidate(plan, "W1-01"), plan, MONDAY + 3 * WEEK) == (0.25, 0.0)


def test_a_pile_of_ticks_counts_as_twice_the_time_at_most() -> None:
    plan = plan_of((100, 300, 400, 400), (400,) * 4)
    piled = candidate(plan).evolve(ticks={one.code: MONDAY for one in plan.sessions})
    assert own_shares(piled, plan, MONDAY + WEEK) == (2.0,)


def test_only_the_last_twelve_weeks_count() -> None:
    plan = plan_of((100,) * 3 + (200,) * 12, (400,) * 15)
    state = candidate(plan, *(one.code for one in plan.sessions))
    assert own_shares(state, plan, MONDAY + 15 * WEEK) == (0.5,) * 12


def test_a_plan_made_anew_does_not_embellish_the_weeks_behind() -> None:
    state, profile = usual(), usual().profile
    today = MONDAY + 2 * WEEK
    assert state.plan is not None
    assert profile is not None
    for one in state.plan.sessions[::2]:
        if one.date < today:
            state = apply(state, Tick(target=one.code, on=one.date))
    before = own_shares(state, state.plan, today)  # type: ignore[arg-type]
    again = apply(state, AcceptPlan(plan=make_plan(state, profile, today)))
    assert again.plan != state.plan
    assert before
    assert own_shares(again, again.plan, today) == before  # type: ignore[arg-type]


# The days ahead, and what stands at the end.


def test_of_a_week_that_has_begun_only_its_days_left_count() -> None:
    plan = plan_of((100,), (420,))
    first, second = islice(f.stretches(candidate(plan), plan, MONDAY + 5 * DAY), 2)
    assert first == Stretch(MONDAY + 5 * DAY, 2, 120)
    assert second == Stretch(MONDAY + WEEK, 7, 420)


def test_a_plan_that_begins_on_thursday_has_a_short_first_week() -> None:
    thursday = MONDAY + 3 * DAY
    plan = plan_of((100,), (420,)).evolve(start=thursday)
    first, second = islice(f.stretches(candidate(plan), plan, MONDAY - WEEK), 2)
    assert first == Stretch(thursday, 4, 420)
    assert second.first == MONDAY + WEEK


def test_after_the_plan_weeks_are_like_those_of_the_profile() -> None:
    plan = plan_of((100,), (420,))
    state = candidate(plan).evolve(profile=study.PROFILE)
    _, second = islice(f.stretches(state, plan, MONDAY), 2)
    assert second.minutes == study.PROFILE.week_minutes


def test_an_even_pace_ends_on_a_day_one_can_count() -> None:
    plan = plan_of((200,) * 4 + (400, 300), (400,) * 6)
    state = candidate(plan, "W1-01", "W2-01", "W3-01", "W4-01")
    found = known(state, MONDAY + 4 * WEEK)
    # Half of 400 a week: 700 are three weeks and a half, to the fourth day of the eighth.
    assert found.earliest == found.likely == found.latest == MONDAY + 7 * WEEK + 3 * DAY
    # The loop is after six weeks: eleven days before that.
    assert (found.slack, found.in_time, found.left_minutes) == (-1.5, 0, 700)


def test_in_time_counts_the_courses_that_end_before_the_loop() -> None:
    plan = plan_of((200,) * 4 + (400,), (400,) * 6)
    state = candidate(plan, "W1-01", "W2-01", "W3-01", "W4-01")
    assert known(state, MONDAY + 4 * WEEK).in_time == 10
    # The last day of the sixth week is the eve; the loop itself is too late.
    assert (
        known(state.evolve(plan=plan.evolve(loop=plan.loop - DAY)), MONDAY + 4 * WEEK).in_time == 0
    )


def test_once_all_is_done_it_is_the_day_of_the_last_tick() -> None:
    plan = plan_of((200, 300), (400,) * 4)
    found = known(candidate(plan, "W1-01", "W2-01"), MONDAY + 2 * WEEK)
    assert found.earliest == found.likely == found.latest == MONDAY + WEEK
    assert (found.slack, found.in_time, found.left_minutes) == (3.0, 10, 0)


def test_what_is_skipped_is_not_waited_for() -> None:
    plan = plan_of((200, 300), (400,) * 4)
    state = candidate(plan, "W1-01").evolve(skipped={study.SKILL: "known"})
    assert known(state, MONDAY + WEEK).likely == MONDAY


def test_a_plan_without_sessions_is_done_when_it_begins() -> None:
    plan = plan_of((), (400,))
    assert known(candidate(plan), MONDAY).likely == plan.start


def test_after_four_weeks_without_anything_the_end_is_not_in_sight() -> None:
    found = known(usual(), MONDAY + 5 * WEEK)
    assert (found.earliest, found.likely, found.latest) == (None, None, None)
    assert (found.slack, found.in_time, found.own) == (None, 0, 5)


@pytest.mark.parametrize(("later", "weeks"), [(4, 105), (30, 104)])
@pytest.mark.parametrize("more", [0, 5])
def test_it_looks_two_years_beyond_the_loop_or_today(later: int, weeks: int, more: int) -> None:
    # Four weeks at 5 of 500 minutes; of those ahead the first, before the loop, has no free time.
    left = 5 * weeks + more - (5 if later == 4 else 0)
    plan = plan_of((5,) * 4 + (300, left - 300), (500,) * 4 + (0,))
    state = candidate(plan, "W1-01", "W2-01", "W3-01", "W4-01")
    found = known(state, MONDAY + later * WEEK)
    last = MONDAY + (later + weeks) * WEEK - DAY
    assert found.latest == found.earliest == (None if more else last)


def test_the_range_leaves_out_a_tenth_on_either_side() -> None:
    plan = plan_of((280,) * 60, (400,) * 60)
    state = candidate(plan)
    found = known(state, MONDAY)
    ahead = f.stretches(state, plan, MONDAY)
    days = finishes(found.left_minutes, ahead, usual_shares(4), f.SEED)
    assert found.earliest == days[19]
    assert found.likely == days[99]
    assert found.latest == days[179]
    assert days[18] < days[19]
    assert days[179] < days[180]


def test_long_after_the_loop_it_looks_ahead_from_today() -> None:
    state = done_until(usual(), MONDAY + 9 * WEEK)
    today = MONDAY + 300 * WEEK
    found = known(state, today)
    assert found.likely is not None
    assert found.likely >= today
