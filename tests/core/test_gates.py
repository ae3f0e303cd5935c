"""The rounds before the loop day have days of their own, in the guide's order."""

from datetime import date, timedelta

import pytest

from planner.core.apply import apply
from planner.core.commands import ChangeProfile
from planner.core.entry import spread_hours
from planner.core.gates import gate_problem, gates_at, rounds_before_loop
from planner.core.profile import Profile
from planner.core.refusal import Refusal, Refused
from planner.core.state import State
from planner.core.values import Level
from planner.core.wording import refusal_text
from tests.core.strategies import curriculum, usual

START, LOOP = date(2026, 11, 30), date(2027, 2, 8)
DAY = timedelta(days=1)


def problem(
    level: Level, gates: dict[str, date], loop: date | None = LOOP
) -> tuple[Refusal, str] | None:
    found = gate_problem(curriculum(), level, gates, START, loop)
    return (found.refusal, found.about) if found else None


def test_each_level_has_its_rounds_in_order() -> None:
    assert [one.id for one in rounds_before_loop(curriculum(), Level.L6)] == ["PS"]
    assert [one.id for one in rounds_before_loop(curriculum(), Level.L7)] == ["RC", "HM", "TS"]


@pytest.mark.parametrize(
    "gates",
    [
        {},
        {"TS": LOOP - DAY},
        {"RC": START - 30 * DAY},  # over before the study began
        {"RC": START, "HM": START, "TS": START},
        {"TS": START + 20 * DAY, "RC": START + 3 * DAY},  # the order of the mapping does not count
    ],
)
def test_days_that_can_be(gates: dict[str, date]) -> None:
    assert problem(Level.L7, gates) is None


@pytest.mark.parametrize(
    ("level", "gates", "refusal", "about"),
    [
        (Level.L7, {"RC": LOOP}, Refusal.GATE_AFTER_LOOP, "Recruiter Call"),
        (Level.L7, {"HM": START, "RC": START + DAY}, Refusal.GATES_OUT_OF_ORDER, "HM Screen"),
        (
            Level.L7,
            {"TS": START, "RC": START + DAY},
            Refusal.GATES_OUT_OF_ORDER,
            "Technical Screen",
        ),
        (Level.L7, {"RC": START - 400 * DAY}, Refusal.GATE_TOO_EARLY, "Recruiter Call"),
        (Level.L7, {"PS": START}, Refusal.GATE_OF_OTHER_LEVEL, "Phone Screen"),
        (Level.L6, {"BR": START}, Refusal.GATE_IN_LOOP, "Bar Raiser"),
        (Level.L6, {"XX": START}, Refusal.NO_SUCH_GATE, "XX"),
    ],
)
def test_days_that_cannot_be(
    level: Level, gates: dict[str, date], refusal: Refusal, about: str
) -> None:
    assert problem(level, gates) == (refusal, about)


def test_a_loop_that_is_not_booked_sets_no_end() -> None:
    assert problem(Level.L7, {"RC": LOOP + 100 * DAY}, loop=None) is None


def test_the_rounds_of_another_level_are_left_behind() -> None:
    gates = {"PS": START, "RC": START}
    assert gates_at(curriculum(), Level.L7, gates) == {"RC": START}


def test_a_profile_with_impossible_rounds_is_refused_and_the_one_before_stays() -> None:
    state = usual()
    assert state.profile is not None
    changed = state.profile.evolve(gates={"RC": START})
    with pytest.raises(Refused) as refused:
        apply(state, ChangeProfile(profile=changed))
    assert refusal_text(refused.value) == "Recruiter Call belongs to the other level."


def test_a_profile_with_possible_rounds_is_kept() -> None:
    profile = Profile(level=Level.L6, start=START, week=spread_hours(600), gates={"PS": LOOP})
    assert apply(State(curriculum()), ChangeProfile(profile=profile)).profile == profile
