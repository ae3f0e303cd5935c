"""Values do not change, know only their own fields, and are checked whenever they are made."""

from datetime import UTC, time

import pytest
from pydantic import TypeAdapter, ValidationError

from planner.core import commands, curriculum, plan, profile
from planner.core.checking import checked, checker, made, written
from planner.core.curriculum import Unit
from planner.core.plan import Plan
from planner.core.profile import StudyDay
from planner.core.readiness import Share
from planner.core.values import Priority, TimeOfDay, Value
from tests.support import study

CLASSES = sorted(
    {
        kind
        for module in (commands, curriculum, plan, profile)
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, Value) and kind is not Value
    },
    key=lambda kind: kind.__name__,
)


@pytest.mark.parametrize("kind", CLASSES)
def test_every_value_is_frozen_and_forbids_other_fields(kind: type[Value]) -> None:
    with pytest.raises(TypeError, match="mood"):
        kind(mood="good")
    with pytest.raises(ValidationError, match="mood"):
        made(kind, {"mood": "good"})


def test_a_value_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        study.PROFILE.place = "elsewhere"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del study.PROFILE.place
    with pytest.raises(TypeError, match="frozen"):

        class Loose(Value, frozen=False):  # type: ignore[misc]
            """Nothing."""


def test_a_value_made_from_a_mapping_does_not_change_with_it() -> None:
    ratings = dict(study.PROFILE.ratings)
    made = study.PROFILE.evolve(ratings=ratings)
    ratings.clear()
    assert made == study.PROFILE


def test_a_fact_takes_its_fields_in_order_or_by_name_and_no_others() -> None:
    assert Share(1, 2) == Share(1, of=2) == Share(done=1, of=2)
    assert hash(Share(1, 2)) == hash(Share(1, 2))
    assert repr(Share(1, 2)) == "Share(done=1, of=2)"
    assert Share(1, 2) != (1, 2)
    assert Share(1, 2).evolve(of=3) == Share(1, 3)
    with pytest.raises(TypeError, match="of"):
        Share(1)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="other fields"):
        Share(1, 2, 3)  # type: ignore[call-arg]


def test_values_with_the_same_fields_are_equal() -> None:
    again = made(Plan, written(study.PLAN))
    assert again == study.PLAN
    assert again is not study.PLAN
    assert study.PLAN.by_code  # what is remembered of a value is no part of it
    assert again == study.PLAN


def test_evolve_changes_what_it_names_and_keeps_the_rest() -> None:
    day = StudyDay(minutes=90, start=time(7))
    assert day.evolve(minutes=60) == StudyDay(minutes=60, start=time(7))
    assert day == StudyDay(minutes=90, start=time(7))


def test_evolve_checks_the_whole_and_the_check_the_fields() -> None:
    day = StudyDay(minutes=90, start=time(7))
    with pytest.raises(TypeError, match="hours"):
        day.evolve(hours=2)
    with pytest.raises(ValueError, match="midnight"):
        day.evolve(start=time(23))
    for minutes in ("many", -5):
        with pytest.raises(ValidationError):
            made(StudyDay, {"minutes": minutes})
    with pytest.raises(ValidationError):
        checked(day.evolve(minutes=-5))


def test_evolve_works_after_the_value_was_asked_for_what_it_remembers() -> None:
    study.CURRICULUM.by_id  # noqa: B018 - asking is the point
    assert study.CURRICULUM.evolve(version=2).version == 2


def test_core_comes_before_important_before_optional() -> None:
    assert [one.rank for one in (Priority.CORE, Priority.IMPORTANT, Priority.OPTIONAL)] == [0, 1, 2]
    assert {one.rank for one in Priority} == {0, 1, 2}


def test_a_unit_weighs_one_unless_it_says_otherwise() -> None:
    assert Unit(id="book/one", label="One").weight == 1


def test_a_time_of_day_has_no_time_zone() -> None:
    times: TypeAdapter[time] = checker(TimeOfDay)
    assert times.validate_json('"19:30"') == time(19, 30)
    for text in ('"19:30Z"', '"19:30+01:00"'):
        with pytest.raises(ValidationError, match="no time zone"):
            times.validate_json(text)
    with pytest.raises(ValidationError):
        times.validate_python(time(19, 30, tzinfo=UTC))
