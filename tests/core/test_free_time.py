"""When there is time: weekdays, days off, weeks with other hours, and busy hours."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.checking import checked
from planner.core.entry import spread_hours
from planner.core.free_time import (
    LEAST_GAP,
    free_minutes,
    free_time_problem,
    horizon,
    study_day,
    windows,
    with_holidays,
)
from planner.core.profile import LATEST, MOST_DAY_MINUTES, MOST_DAYS_OFF, Profile, StudyDay
from planner.core.refusal import Refusal
from planner.core.spans import Span
from planner.core.values import Level
from tests.core.strategies import FEW, MONDAY, profiles
from tests.support.commands import spans

TUESDAY, THURSDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=3)
WEEK = tuple(MONDAY + timedelta(days=n) for n in range(7))
PROFILE = Profile(
    level=Level.L6, start=MONDAY, loop=MONDAY + timedelta(weeks=8), week=spread_hours(600)
)  # Tuesday and Thursday 90 minutes from 19:30, Saturday 240 from 9:00, Sunday 180 from 17:00
EVENING = (1170, 1260)


def minutes_of(profile: Profile, monday: date = MONDAY) -> list[int]:
    days = (monday + timedelta(days=n) for n in range(7))
    return [study_day(profile, day).minutes for day in days]


def busy_on(day: date, *found: Span) -> dict[str, dict[date, tuple[Span, ...]]]:
    return {"work.ics": {day: found}}


def test_an_ordinary_week_is_as_its_weekdays_are() -> None:
    assert minutes_of(PROFILE) == [0, 90, 0, 90, 0, 240, 180]
    assert windows(PROFILE, {}, TUESDAY) == (EVENING,)
    assert windows(PROFILE, {}, MONDAY) == ()


def test_a_day_off_has_no_time_and_its_neighbours_keep_theirs() -> None:
    profile = PROFILE.evolve(days_off={TUESDAY: "Epiphany"})
    assert minutes_of(profile) == [0, 0, 0, 90, 0, 240, 180]
    assert free_minutes(profile, {}, TUESDAY) == 0


def test_a_week_with_other_hours_shares_them_in_proportion() -> None:
    profile = PROFILE.evolve(special_weeks={MONDAY: 300})
    assert minutes_of(profile) == [0, 45, 0, 45, 0, 120, 90]
    assert minutes_of(profile, MONDAY + timedelta(weeks=1)) == minutes_of(PROFILE)


def test_the_days_that_are_not_off_take_the_hours_of_such_a_week() -> None:
    profile = PROFILE.evolve(special_weeks={MONDAY: 360}, days_off={WEEK[5]: "", WEEK[6]: ""})
    assert minutes_of(profile) == [0, 180, 0, 180, 0, 0, 0]


def test_where_no_study_day_is_left_the_hours_spread_over_the_others() -> None:
    off = dict.fromkeys((TUESDAY, THURSDAY, WEEK[5]), "")
    profile = PROFILE.evolve(special_weeks={MONDAY: 300}, days_off=off)
    assert minutes_of(profile) == [0, 0, 0, 0, 0, 0, 300]  # Sunday is a study day
    profile = profile.evolve(days_off={**off, WEEK[6]: ""})
    assert minutes_of(profile) == [100, 0, 100, 0, 100, 0, 0]


def test_a_week_off_has_no_hours_whatever_is_said_of_it() -> None:
    profile = PROFILE.evolve(special_weeks={MONDAY: 300}, days_off=dict.fromkeys(WEEK, ""))
    assert minutes_of(profile) == [0] * 7


def test_a_week_may_have_no_hours_at_all() -> None:
    assert minutes_of(PROFILE.evolve(special_weeks={MONDAY: 0})) == [0] * 7


@given(st.integers(0, 7 * MOST_DAY_MINUTES), st.sets(st.sampled_from(WEEK)))
def test_a_week_with_other_hours_holds_as_many_as_its_days_can(
    minutes: int, off: set[date]
) -> None:
    profile = PROFILE.evolve(special_weeks={MONDAY: minutes}, days_off=dict.fromkeys(off, ""))
    found = minutes_of(profile)
    study = [day for day in WEEK if study_day(PROFILE, day).minutes and day not in off]
    least = min(minutes, MOST_DAY_MINUTES * len(study)) // 5 * 5
    assert sum(found) == least or (not study and sum(found) <= minutes)
    assert all(not found[day.weekday()] for day in off)


@pytest.mark.parametrize(
    ("busy", "left"),
    [
        ([(600, 660)], (EVENING,)),  # in the morning
        ([(1080, 1200)], ((1200, 1260),)),
        ([(1200, 1230)], ((1170, 1200), (1230, 1260))),
        ([(1180, 1200)], ((1200, 1260),)),  # ten minutes before it are too few
        ([(1200, 1245)], ((1170, 1200), (1245, 1260))),
        ([(1203, 1228)], ((1170, 1200), (1230, 1260))),  # from and to full five minutes
        ([(0, 1440)], ()),
    ],
)
def test_busy_hours_cut_the_study_window(busy: list[Span], left: tuple[Span, ...]) -> None:
    assert windows(PROFILE, busy_on(TUESDAY, *busy), TUESDAY) == left


def test_a_short_study_day_is_free_although_a_gap_of_its_length_would_not_be() -> None:
    short = PROFILE.evolve(week=tuple(StudyDay(minutes=LEAST_GAP - 5) for _ in range(7)))
    assert free_minutes(short, {}, MONDAY) == LEAST_GAP - 5
    assert free_minutes(short, busy_on(MONDAY, (0, 600)), MONDAY) == LEAST_GAP - 5


def test_the_busy_hours_of_all_calendars_count() -> None:
    busy = {"a.ics": {TUESDAY: ((1170, 1200),)}, "b.ics": {TUESDAY: ((1190, 1230),)}}
    assert windows(PROFILE, busy, TUESDAY) == ((1230, 1260),)


@FEW
@given(profiles(), st.integers(0, 200), spans())
def test_free_time_lies_in_the_study_day_and_outside_busy_hours(
    profile: Profile, offset: int, busy: tuple[Span, ...]
) -> None:
    day = profile.start + timedelta(days=offset)
    free = study_day(profile, day)
    begin = free.start.hour * 60 + free.start.minute
    found = windows(profile, busy_on(day, *busy), day)
    for first, last in found:
        assert begin <= first < last <= begin + free.minutes
        assert all(end <= first or last <= start for start, end in busy)
    assert free_minutes(profile, busy_on(day, *busy), day) <= free_minutes(profile, {}, day)
    assert day not in profile.days_off or not found


@FEW
@given(profiles(), st.integers(-400, 4000))
def test_the_horizon_holds_the_plan_and_half_a_year_more(profile: Profile, offset: int) -> None:
    today = profile.start + timedelta(days=offset)
    first, last = horizon(profile, today)
    assert first <= max(profile.start, today)
    assert first.weekday() == 0
    assert first <= last <= LATEST
    if profile.loop and today < profile.loop:
        assert last >= profile.loop + timedelta(days=180)


def test_days_off_that_cover_everything_are_refused() -> None:
    assert PROFILE.loop is not None
    days = [MONDAY + timedelta(days=n) for n in range((PROFILE.loop - MONDAY).days)]
    full = PROFILE.evolve(days_off=dict.fromkeys(days, ""))
    problem = free_time_problem(full, {}, MONDAY)
    assert problem is not None
    assert (problem.refusal, problem.about) == (Refusal.NO_FREE_TIME, "2027-01-25")
    one_left = PROFILE.evolve(days_off=dict.fromkeys(days[2:], ""))
    assert free_time_problem(one_left, {}, MONDAY) is None
    assert free_time_problem(one_left, {}, MONDAY + timedelta(days=3)) is not None
    assert free_time_problem(one_left, busy_on(TUESDAY, (0, 1440)), MONDAY) is not None


def test_a_plan_too_short_for_any_study_day_is_not_refused() -> None:
    short = PROFILE.evolve(loop=MONDAY + timedelta(days=1))
    assert free_time_problem(short, {}, MONDAY) is None


def test_more_days_off_than_a_plan_can_have_are_refused() -> None:
    days = {MONDAY + timedelta(days=n): "" for n in range(50, MOST_DAYS_OFF + 50)}
    full = PROFILE.evolve(days_off=days)
    assert free_time_problem(full, {}, MONDAY) is None
    assert checked(full) == full
    more = full.evolve(days_off={**days, MONDAY: ""})
    problem = free_time_problem(more, {}, MONDAY)
    assert problem is not None
    assert (problem.refusal, problem.about) == (Refusal.TOO_MANY_DAYS_OFF, "4000")
    with pytest.raises(ValueError, match="days_off"):
        checked(more)


def test_holidays_replace_those_of_before_and_leave_own_days_alone() -> None:
    profile = PROFILE.evolve(days_off={MONDAY: "Old", TUESDAY: "", THURSDAY: ""})
    found = with_holidays(profile, {TUESDAY: "New", WEEK[2]: "Day"})
    assert found.days_off == {TUESDAY: "", WEEK[2]: "Day", THURSDAY: ""}


def test_a_longer_day_that_would_end_after_midnight_begins_earlier() -> None:
    late = tuple(StudyDay(minutes=60, start=time(22)) for _ in range(7))
    profile = PROFILE.evolve(week=late, special_weeks={MONDAY: 7 * 180})
    assert windows(profile, {}, MONDAY) == ((1260, 1440),)
