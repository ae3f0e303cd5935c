"""A week grows and shrinks in proportion."""

from datetime import time

from hypothesis import given
from hypothesis import strategies as st

from planner.core.hours import scaled
from planner.core.profile import MOST_DAY_MINUTES, StudyDay


@st.composite
def weeks(draw: st.DrawFn) -> tuple[StudyDay, ...]:
    minutes = draw(st.lists(st.integers(0, MOST_DAY_MINUTES), min_size=7, max_size=7).filter(any))
    starts = [draw(st.integers(0, 24 * 60 - one)) for one in minutes]
    return tuple(
        StudyDay(minutes=one, start=time(*divmod(min(start, 1439), 60)))
        for one, start in zip(minutes, starts, strict=True)
    )


@given(weeks(), st.integers(30, 7 * MOST_DAY_MINUTES))
def test_a_scaled_week_holds_the_minutes_asked_for(
    week: tuple[StudyDay, ...], minutes: int
) -> None:
    most = sum(MOST_DAY_MINUTES for day in week if day.minutes)
    found = scaled(week, minutes)
    assert sum(day.minutes for day in found) == min(minutes, most) // 5 * 5
    for before, now in zip(week, found, strict=True):
        assert now.minutes % 5 == 0
        assert now.minutes <= MOST_DAY_MINUTES
        assert before.minutes or not now.minutes
        assert now.start <= before.start


@given(weeks(), st.integers(30, 7 * MOST_DAY_MINUTES))
def test_the_days_of_a_scaled_week_keep_their_order_of_length(
    week: tuple[StudyDay, ...], minutes: int
) -> None:
    found = scaled(week, minutes)
    for one, two in zip(week, found, strict=True):
        for other, same in zip(week, found, strict=True):
            if one.minutes >= other.minutes:
                # Rounding to five minutes may turn two days round by one step.
                assert two.minutes >= same.minutes - 5


def test_twice_the_hours_make_every_day_twice_as_long() -> None:
    week = tuple(StudyDay(minutes=one) for one in (0, 90, 0, 90, 0, 240, 60))
    assert [day.minutes for day in scaled(week, 960)] == [0, 180, 0, 180, 0, 480, 120]


def test_a_day_that_would_end_after_midnight_begins_earlier() -> None:
    week = (StudyDay(minutes=120, start=time(21)), *(StudyDay() for _ in range(6)))
    assert scaled(week, 300)[0] == StudyDay(minutes=300, start=time(19))


def test_full_days_leave_the_rest_to_the_others() -> None:
    week = tuple(StudyDay(minutes=one, start=time(8)) for one in (600, 60, 0, 0, 0, 0, 0))
    assert [day.minutes for day in scaled(week, 900)][:2] == [720, 180]
