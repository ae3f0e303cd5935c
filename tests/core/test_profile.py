"""A profile that makes no sense cannot be made."""

import json
from datetime import UTC, date, time, timedelta

import pytest
from hypothesis import given
from pydantic import ValidationError

from planner.core.checking import checked, made, read, written
from planner.core.profile import (
    EARLIEST,
    LATEST,
    LEAST_WEEK_MINUTES,
    LONGEST_PLAN_DAYS,
    MOST_DAY_MINUTES,
    Profile,
    StudyDay,
)
from planner.core.values import Level, Rating
from tests.core.strategies import FEW, profiles
from tests.support import study
from tests.support.commands import profiles as any_profiles

DAY = timedelta(days=1)
PROFILE = study.PROFILE


@FEW
@given(profiles() | any_profiles())
def test_a_profile_reads_back_from_json_as_it_was(profile: Profile) -> None:
    for short in (False, True):
        assert read(Profile, json.dumps(written(profile, short=short))) == profile


@pytest.mark.parametrize("after", [1, LONGEST_PLAN_DAYS])
def test_the_loop_comes_after_the_start_within_ten_years(after: int) -> None:
    loop = PROFILE.start + after * DAY
    assert PROFILE.evolve(loop=loop).loop == loop


@pytest.mark.parametrize("after", [-1, 0, LONGEST_PLAN_DAYS + 1])
def test_no_other_loop_is_possible(after: int) -> None:
    with pytest.raises(ValueError, match="within ten years"):
        PROFILE.evolve(loop=PROFILE.start + after * DAY)


@pytest.mark.parametrize("start", [EARLIEST - DAY, LATEST + DAY, date.min, date.max])
def test_a_start_lies_in_the_years_of_the_calendar(start: date) -> None:
    with pytest.raises(ValidationError):
        checked(PROFILE.evolve(start=start, loop=None))


@pytest.mark.parametrize("start", [EARLIEST, LATEST])
def test_without_a_loop_any_start_is_fine(start: date) -> None:
    assert checked(PROFILE.evolve(start=start, loop=None)).loop is None


@pytest.mark.parametrize("text", ["2027-02-30", "2027-13-01", "08.02.2027", "", "soon"])
def test_a_day_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        made(Profile, written(PROFILE) | {"start": text})


@pytest.mark.parametrize("days", [0, 6, 8])
def test_a_week_has_seven_days(days: int) -> None:
    with pytest.raises(ValidationError):
        made(Profile, written(PROFILE) | {"week": days * [{"minutes": 60}]})


def test_a_week_has_at_least_half_an_hour() -> None:
    least = PROFILE.evolve(week=[StudyDay(minutes=LEAST_WEEK_MINUTES), *6 * [StudyDay()]])
    assert least.week_minutes == LEAST_WEEK_MINUTES
    with pytest.raises(ValueError, match="half an hour"):
        PROFILE.evolve(week=[StudyDay(minutes=LEAST_WEEK_MINUTES - 1), *6 * [StudyDay()]])


@pytest.mark.parametrize("minutes", [-1, MOST_DAY_MINUTES + 1, 10**30, float("nan"), 0.5])
def test_a_day_holds_whole_minutes_up_to_twelve_hours(minutes: float) -> None:
    with pytest.raises(ValidationError):
        made(StudyDay, {"minutes": minutes, "start": time(0)})


def test_the_free_time_of_a_day_may_last_until_midnight_and_no_longer() -> None:
    assert StudyDay(minutes=60, start=time(23)).minutes == 60
    with pytest.raises(ValueError, match="midnight"):
        StudyDay(minutes=61, start=time(23))


def test_free_time_begins_at_a_time_without_a_zone() -> None:
    with pytest.raises(ValidationError, match="no time zone"):
        checked(StudyDay(minutes=60, start=time(9, tzinfo=UTC)))


def test_the_week_minutes_are_the_sum_of_its_days() -> None:
    assert PROFILE.week_minutes == 5 * 90


def test_a_group_is_rated_as_it_was_rated_and_else_as_working() -> None:
    assert PROFILE.rating_of(study.item(study.BOOK)) is Rating.NEW
    other = study.item(study.BOOK).evolve(group="cooking")
    assert PROFILE.rating_of(other) is Rating.WORKING


def test_an_item_that_is_rated_for_itself_does_not_follow_its_group() -> None:
    profile = PROFILE.evolve(ratings={**PROFILE.ratings, study.BOOK: Rating.STRONG})
    assert profile.rating_of(study.item(study.BOOK)) is Rating.STRONG
    assert profile.rating_of(study.item(study.SKILL)) is Rating.NEW


def test_a_place_is_short_and_a_level_one_of_two() -> None:
    assert {one.value for one in Level} == {"L6", "L7"}
    for wrong in ({"place": "x" * 81}, {"level": "L5"}, {"ratings": {"books": "expert"}}):
        with pytest.raises(ValidationError):
            made(Profile, written(PROFILE) | wrong)


@pytest.mark.parametrize("after", range(1, 7))
def test_a_week_with_other_hours_is_named_by_its_monday(after: int) -> None:
    monday = PROFILE.start - PROFILE.start.weekday() * DAY
    assert PROFILE.evolve(special_weeks={monday: 60}).special_weeks == {monday: 60}
    with pytest.raises(ValueError, match="Monday"):
        PROFILE.evolve(special_weeks={monday + after * DAY: 60})


@pytest.mark.parametrize("minutes", [-1, 7 * MOST_DAY_MINUTES + 1])
def test_a_week_holds_no_more_than_its_days(minutes: int) -> None:
    with pytest.raises(ValidationError):
        checked(PROFILE.evolve(special_weeks={date(2027, 1, 4): minutes}))
