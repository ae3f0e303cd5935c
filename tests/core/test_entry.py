"""What a user enters is refused with a reason, or becomes a week that can be lived."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.entry import hours_problem, loop_problem, spread_hours, start_problem
from planner.core.profile import LONGEST_PLAN_DAYS, Profile
from planner.core.refusal import Refusal, Refused
from planner.core.values import Level

TODAY = date(2027, 1, 4)
DAY = timedelta(days=1)


def free(minutes: int) -> list[int]:
    return [day.minutes for day in spread_hours(minutes)]


@pytest.mark.parametrize(
    ("loop", "refusal"),
    [
        (TODAY - 400 * DAY, Refusal.LOOP_IN_PAST),
        (TODAY - DAY, Refusal.LOOP_IN_PAST),
        (TODAY, Refusal.LOOP_IN_PAST),
        (TODAY + DAY, None),
        (TODAY + LONGEST_PLAN_DAYS * DAY, None),
        (TODAY + (LONGEST_PLAN_DAYS + 1) * DAY, Refusal.LOOP_TOO_FAR),
        (date.max, Refusal.LOOP_TOO_FAR),
        (None, None),
    ],
)
def test_a_loop_day_lies_after_today_and_within_ten_years(
    loop: date | None, refusal: Refusal | None
) -> None:
    said = loop_problem(TODAY, loop, TODAY)
    assert (said and (said.refusal, said.about)) == (refusal and loop and (refusal, f"{loop}"))


@pytest.mark.parametrize("days", [0, 1, 30])
def test_a_loop_day_comes_after_the_start(days: int) -> None:
    start = TODAY + 30 * DAY
    said = loop_problem(start, start - days * DAY + DAY, TODAY)
    refusals = {0: None, 1: Refusal.LOOP_BEFORE_START, 30: Refusal.LOOP_BEFORE_START}
    assert (said and said.refusal) == refusals[days]


def test_a_loop_day_before_start_and_today_is_told_as_past() -> None:
    said = loop_problem(TODAY + DAY, TODAY - DAY, TODAY)
    assert said is not None
    assert said.refusal is Refusal.LOOP_IN_PAST


@pytest.mark.parametrize(
    ("start", "is_fine"),
    [
        (TODAY, True),
        (TODAY + 300 * DAY, True),
        (TODAY - 366 * DAY, True),
        (TODAY - 367 * DAY, False),
        (date(1970, 1, 1), False),
    ],
)
def test_a_start_lies_at_most_a_year_back(start: date, is_fine: bool) -> None:
    said = start_problem(start, TODAY)
    assert (said is None) is is_fine
    if said:
        assert (said.refusal, said.about) == (Refusal.START_TOO_EARLY, start.isoformat())


@given(
    st.dates(date(2026, 1, 1), date(2028, 1, 1)), st.none() | st.dates(date(2025, 1, 1), date.max)
)
def test_dates_without_a_problem_make_a_profile(start: date, loop: date | None) -> None:
    if start_problem(start, TODAY) is None and loop_problem(start, loop, TODAY) is None:
        profile = Profile(level=Level.L6, start=start, loop=loop, week=spread_hours(600))
        assert (profile.start, profile.loop) == (start, loop)


@pytest.mark.parametrize(
    ("minutes", "refusal"),
    [
        (0, Refusal.TOO_FEW_HOURS),
        (-600, Refusal.TOO_FEW_HOURS),
        (29, Refusal.TOO_FEW_HOURS),
        (30, None),
        (7 * 12 * 60, None),
        (7 * 12 * 60 + 1, Refusal.TOO_MANY_HOURS),
        (200 * 60, Refusal.TOO_MANY_HOURS),
    ],
)
def test_a_week_holds_half_an_hour_to_twelve_hours_a_day(
    minutes: int, refusal: Refusal | None
) -> None:
    said = hours_problem(minutes)
    assert (said and said.refusal) == refusal
    if refusal:
        with pytest.raises(Refused) as told:
            spread_hours(minutes)
        assert told.value.refusal is refusal
    else:
        assert sum(free(minutes)) == minutes


def test_half_an_hour_is_one_evening() -> None:
    assert free(30) == [0, 30, 0, 0, 0, 0, 0]


def test_ten_hours_are_two_evenings_saturday_morning_and_sunday_afternoon() -> None:
    week = spread_hours(600)
    assert [day.minutes for day in week] == [0, 90, 0, 90, 0, 240, 180]
    assert [week[day].start for day in (1, 3, 5, 6)] == [
        *(time(19, 30), time(19, 30)),
        *(time(9), time(17)),
    ]


def test_twenty_hours_leave_friday_free() -> None:
    assert free(1200) == [120, 120, 120, 120, 0, 360, 360]


def test_the_fullest_week_has_twelve_hours_on_each_day() -> None:
    assert free(84 * 60) == 7 * [720]


@given(st.integers(30, 5040))
def test_any_hours_are_spread_to_the_minute_over_days_that_can_be_lived(minutes: int) -> None:
    week = spread_hours(minutes)
    assert len(week) == 7
    assert sum(day.minutes for day in week) == minutes
    for day in week:
        assert 0 <= day.minutes <= 12 * 60
        assert day.start.hour * 60 + day.start.minute + day.minutes < 24 * 60


def test_more_hours_take_nothing_from_any_day() -> None:
    before = free(30)
    for minutes in range(35, 5041, 5):
        after = free(minutes)
        assert all(more >= less for more, less in zip(after, before, strict=True))
        before = after
