"""A day gives away its free stretches, and a week counts what is really free."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.planning.calendar import Day, lay_out
from planner.core.profile import Profile, StudyDay
from planner.core.spans import Span
from planner.core.values import Level
from tests.support import study
from tests.support.commands import spans

MONDAY = date(2026, 11, 30)
LOOP = MONDAY + timedelta(weeks=4)
EVENINGS = tuple(StudyDay(minutes=90, start=time(19)) for _ in range(7))
PROFILE = Profile(level=Level.L6, start=MONDAY, loop=LOOP, week=EVENINGS)


def day(*windows: Span) -> Day:
    return Day(MONDAY, 1, windows)


def test_sessions_stand_one_after_the_other() -> None:
    one = day((540, 660))
    assert [one.take(30), one.take(60)] == [540, 570]
    assert (one.left, one.longest) == (30, 30)


def test_a_session_too_long_for_the_first_stretch_goes_into_the_next() -> None:
    one = day((540, 570), (600, 690))
    assert (one.left, one.longest) == (120, 90)
    assert one.take(60) == 600
    assert (one.left, one.longest) == (30, 30)
    assert one.take(30) == 660  # and not before the session that was laid first


def test_what_is_free_right_after_a_session_is_what_it_can_grow_by() -> None:
    one = day((540, 600), (630, 690))
    end = one.take(40) + 40
    assert one.right_after(end) == 20
    assert one.right_after(600) == 0  # somebody is busy then


def test_a_day_never_gives_more_than_it_has_in_one_piece() -> None:
    with pytest.raises(ValueError, match="no 45 minutes in a row"):
        day((540, 570), (600, 630)).take(45)


@given(spans(), st.lists(st.integers(5, 90)))
def test_what_a_day_gives_is_free_and_in_order(free: tuple[Span, ...], wanted: list[int]) -> None:
    one = day(*free)
    end = 0
    for minutes in wanted:
        if minutes <= one.longest:
            begin = one.take(minutes)
            assert begin >= end
            end = begin + minutes
            assert any(first <= begin and end <= last for first, last in free)
    assert 0 <= one.longest <= one.left


def test_a_week_counts_only_what_is_free() -> None:
    profile = PROFILE.evolve(days_off={MONDAY: ""}, special_weeks={MONDAY + timedelta(weeks=1): 70})
    tuesday = MONDAY + timedelta(days=1)
    busy = {"work.ics": {tuesday: ((1140, 1170),)}}
    weeks = lay_out(profile, LOOP, MONDAY, (), None, busy)
    # Six evenings without Monday, and half an hour less on Tuesday; then 70 minutes; then all.
    assert [week.capacity for week in weeks[:3]] == [6 * 90 - 30, 70, 7 * 90]
    assert weeks[0].budget == 405  # four fifths of 510 are 408


def test_a_session_that_stands_takes_its_stretch_out_of_the_day() -> None:
    fixed = study.session("W1-01", study.BOOK, 0, start=time(19, 30), minutes=30)
    weeks = lay_out(PROFILE, LOOP, MONDAY, (fixed,), None, {})
    first = weeks[0].days[0]
    assert first.windows == ((1140, 1170), (1200, 1230))
    assert weeks[0].left == weeks[0].budget - 30


def test_a_session_outside_the_free_time_shortens_the_day_from_its_end() -> None:
    fixed = study.session("W1-01", study.BOOK, 0, start=time(22), minutes=60)
    first = lay_out(PROFILE, LOOP, MONDAY, (fixed,), None, {})[0].days[0]
    assert first.windows == ((1140, 1170),)
    too_long = fixed.evolve(minutes=110)
    left = lay_out(PROFILE, LOOP, MONDAY, (too_long,), None, {})[0].days
    assert [one.date for one in left] == [MONDAY + timedelta(days=one) for one in range(1, 7)]
