"""Whatever is free and busy: no session stands where there is no time."""

from datetime import date, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from planner.core.apply import apply
from planner.core.commands import AcceptPlan, ChangeProfile, KeepBusy, Tick
from planner.core.free_time import busy_spans, free_minutes, windows
from planner.core.plan import Plan
from planner.core.planning import catch_up, compare, make_plan
from planner.core.state import State
from planner.core.values import Level
from tests.core.planning.situations import MONDAY, evenings, fresh
from tests.core.planning.situations import profiles as any_profiles
from tests.core.strategies import FEW
from tests.support.commands import spans

SOON = st.integers(0, 90).map(lambda n: MONDAY + timedelta(days=n))


@st.composite
def busy_candidates(draw: st.DrawFn) -> State:
    """A candidate with days off, weeks with other hours and a calendar."""
    profile = draw(any_profiles())
    mondays = st.integers(0, 12).map(lambda n: MONDAY + timedelta(weeks=n))
    profile = profile.evolve(
        days_off=dict.fromkeys(draw(st.sets(SOON, max_size=20)), ""),
        special_weeks=draw(
            st.dictionaries(mondays, st.sampled_from((0, 60, 300, 1500)), max_size=4)
        ),
    )
    meetings = st.integers(16, 44).map(lambda half: ((30 * half, 30 * half + 60),))
    times = draw(st.dictionaries(SOON, meetings | spans(), max_size=40))
    state = apply(fresh(profile), ChangeProfile(profile=profile))
    return apply(state, KeepBusy(source="work.ics", times=times))


def planned(state: State, today: date) -> Plan:
    assert state.profile is not None
    return make_plan(state, state.profile, today)


def assert_in_free_time(state: State, plan: Plan, since: date) -> None:
    assert state.profile is not None
    used: dict[date, int] = {}
    ends: dict[date, int] = {}
    for one in plan.sessions:
        if one.date < since:
            continue
        begin = one.start.hour * 60 + one.start.minute
        end = begin + one.minutes
        free = windows(state.profile, state.busy, one.date)
        assert any(first <= begin and end <= last for first, last in free), one
        assert begin >= ends.get(one.date, 0), one
        ends[one.date] = end
        used[one.date] = used.get(one.date, 0) + one.minutes
    for day, minutes in used.items():
        assert day not in state.profile.days_off
        assert minutes <= free_minutes(state.profile, state.busy, day)
    for week in plan.weeks:
        assert plan.planned_minutes(week) <= week.budget_minutes <= week.capacity_minutes


@FEW
@given(busy_candidates())
def test_no_session_stands_on_a_day_off_or_over_a_busy_hour(state: State) -> None:
    assert state.profile is not None
    assert_in_free_time(state, planned(state, state.profile.start), date.min)


@FEW
@given(busy_candidates())
def test_the_time_of_a_week_is_what_is_free_of_its_days(state: State) -> None:
    profile = state.profile
    assert profile is not None
    plan = planned(state, profile.start)
    for week in plan.weeks:
        days = (week.monday + timedelta(days=n) for n in range(7))
        counted = [day for day in days if profile.start <= day < plan.loop - timedelta(days=1)]
        free = sum(free_minutes(profile, state.busy, day) for day in counted)
        assert week.capacity_minutes == free


@FEW
@given(busy_candidates(), st.integers(1, 40))
def test_catching_up_keeps_clear_of_busy_hours_as_well(state: State, after: int) -> None:
    profile = state.profile
    assert profile is not None
    plan = planned(state, profile.start)
    state = apply(state, AcceptPlan(plan=plan))
    today = min(profile.start + timedelta(days=after), plan.loop - timedelta(days=1))
    for place, one in enumerate(plan.sessions):
        if one.date < today and place % 3:
            state = apply(state, Tick(target=one.code, on=one.date))
    assert_on_free_days(state, catch_up(state, profile, today), today)


def assert_on_free_days(state: State, plan: Plan, today: date) -> None:
    assert state.profile is not None
    for one in plan.sessions:
        if one.date >= today:
            begin = one.start.hour * 60 + one.start.minute
            busy = busy_spans(state.busy, one.date)
            assert all(last <= begin or begin + one.minutes <= first for first, last in busy), one
            assert one.date not in state.profile.days_off


def test_a_plan_around_busy_evenings_begins_when_they_are_over() -> None:
    profile = evenings(Level.L6, 8)
    tuesday = MONDAY + timedelta(days=1)  # 90 minutes from 9:00
    state = apply(fresh(profile), KeepBusy(source="a", times={tuesday: ((540, 600),)}))
    starts = [one.start for one in planned(state, MONDAY).sessions if one.date == tuesday]
    assert starts == [time(10)]


def test_nothing_changes_for_who_has_no_such_days() -> None:
    profile = evenings(Level.L6, 8)
    plain = planned(fresh(profile), MONDAY)
    far = profile.evolve(days_off={date(2030, 1, 1): ""}, zone="Europe/Berlin")
    assert planned(fresh(far), MONDAY) == plain


def test_a_plan_without_any_time_is_empty_and_says_what_it_leaves_out() -> None:
    profile = evenings(Level.L6, 8)
    days = {MONDAY + timedelta(days=n): "" for n in range(60)}
    plan = planned(fresh(profile.evolve(days_off=days)), MONDAY)
    assert plan.sessions == ()
    assert plan.left_out


def test_what_slipped_goes_where_no_meeting_is_and_little_else_moves() -> None:
    profile = evenings(Level.L6, 14)
    weekends = [MONDAY + timedelta(days=7 * week + day) for week in range(14) for day in (5, 6)]
    meetings = dict.fromkeys(weekends, ((600, 630), (690, 705)))  # and free from 9:00 on
    state = apply(fresh(profile), KeepBusy(source="work.ics", times=meetings))
    plan = planned(state, MONDAY)
    state = apply(state, AcceptPlan(plan=plan))
    first = plan.sessions_of(plan.weeks[0])
    for one in first[:-2]:
        state = apply(state, Tick(target=one.code, on=one.date))
    today = MONDAY + timedelta(weeks=1)
    again = catch_up(state, profile, today)
    assert_on_free_days(state, again, today)
    late = again.by_code[first[-2].code]
    assert late.date >= today
    change = compare(plan, again)
    assert {old.item for old, new in change.moved if old.date != new.date} == {late.item}
