"""The minutes of an item and of its units."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.curriculum import AtLevel, Hours, Item, Unit
from planner.core.effort import (
    SHORTEST,
    estimate,
    least_estimate,
    our_estimate,
    scaled,
    shares,
    unit_minutes,
)
from planner.core.pace import FASTEST, SLOWEST
from planner.core.state import State
from planner.core.values import GRAIN, Level, Priority, Rating
from tests.core.strategies import curriculum
from tests.support import study

weights = st.lists(st.integers(1, 10_000), min_size=1, max_size=20)
STATE = State(study.CURRICULUM)
REAL = [item for item in curriculum().items if item.units]


def book(*sizes: int) -> Item:
    item = study.item(study.BOOK)
    return item.evolve(units=tuple(units(*sizes)))


def units(*sizes: int) -> list[Unit]:
    return [
        Unit(id=f"{study.BOOK}/unit-{n}", label="a chapter", weight=size)
        for n, size in enumerate(sizes)
    ]


@pytest.mark.parametrize(("rating", "hours"), [("new", 3), ("working", 2), ("strong", 1)])
def test_the_estimate_follows_the_rating_of_the_group(rating: str, hours: int) -> None:
    profile = study.PROFILE.evolve(ratings={"books": Rating(rating)})
    assert estimate(STATE, study.item(study.BOOK), profile) == 60 * hours


def test_a_group_that_was_never_rated_counts_as_working() -> None:
    unrated = study.PROFILE.evolve(ratings={})
    assert estimate(STATE, study.item(study.BOOK), unrated) == 120


def test_the_rating_of_an_item_comes_before_that_of_its_group() -> None:
    profile = study.PROFILE.evolve(ratings={"books": Rating.NEW, study.BOOK: Rating.STRONG})
    assert estimate(STATE, study.item(study.BOOK), profile) == 60
    assert estimate(STATE, study.item(study.SKILL), profile) == 180


def test_what_the_user_says_comes_before_our_estimate() -> None:
    state = STATE.evolve(estimates={study.BOOK: 45})
    assert estimate(state, study.item(study.BOOK), study.PROFILE) == 45
    assert our_estimate(study.item(study.BOOK), study.PROFILE) == 180


@pytest.mark.parametrize("item", REAL, ids=lambda item: str(item.id))
def test_at_the_least_estimate_every_unit_has_some_minutes(item: Item) -> None:
    least = least_estimate(item)
    assert least >= SHORTEST
    assert all(min(unit_minutes(item, least + more).values()) > 0 for more in range(60))


@pytest.mark.parametrize("item", REAL, ids=lambda item: str(item.id))
@pytest.mark.parametrize("pace", [FASTEST, SLOWEST])
def test_no_unit_is_rounded_away_at_any_pace(item: Item, pace: int) -> None:
    for at in item.at.values():
        for rating in Rating:
            whole = scaled(at.hours.minutes(rating), pace)
            assert min(unit_minutes(item, whole).values()) >= GRAIN


def test_minutes_are_scaled_in_steps_of_five() -> None:
    assert [scaled(60, pace) for pace in (70, 100, 118, 120, 200)] == [40, 60, 70, 70, 120]
    assert scaled(72, 100) == 72


@given(st.integers(1, 30_000), st.integers(70, 200), st.integers(70, 200))
def test_scaling_keeps_some_minutes_and_is_off_by_at_most_half_a_step(
    minutes: int, pace: int, before: int
) -> None:
    found = scaled(minutes, pace, before)
    assert found > 0
    if pace == before:
        assert found == minutes
    else:
        assert found % GRAIN == 0
        assert abs(found - max(minutes * pace / before, GRAIN)) <= GRAIN / 2 + 1e-6


def test_nothing_stays_nothing_at_any_pace() -> None:
    assert scaled(0, 200) == 0
    assert scaled(1, 70) == GRAIN


def test_the_estimate_is_that_of_the_level() -> None:
    def at(hours: float) -> AtLevel:
        same = Hours(new=hours, working=hours, strong=hours)
        return AtLevel(hours=same, priority=Priority.CORE)

    item = study.item(study.BOOK).evolve(at={Level.L6: at(1), Level.L7: at(2.5)})
    assert estimate(STATE, item, study.PROFILE) == 60
    assert estimate(STATE, item, study.PROFILE.evolve(level=Level.L7)) == 150


def test_units_share_by_weight_in_steps_of_five() -> None:
    assert list(unit_minutes(book(1, 1, 2), 120).values()) == [30, 30, 60]
    assert list(unit_minutes(book(1, 1, 1), 100).values()) == [35, 30, 35]


def test_an_item_without_units_shares_nothing() -> None:
    assert unit_minutes(study.item(study.BOOK), 120) == {}


def test_a_small_unit_at_the_end_gets_nothing_rather_than_less() -> None:
    """It once got −1: the bound before it was rounded to 15 of 14 minutes."""
    assert list(unit_minutes(book(95, 5), 14).values()) == [14, 0]


@given(weights, st.integers(0, 100_000))
def test_shares_add_up_and_none_is_negative(sizes: list[int], total: int) -> None:
    found = shares(units(*sizes), total).values()
    assert sum(found) == total
    assert min(found) >= 0


@given(weights, st.integers(0, 30_000))
def test_every_bound_between_units_is_within_five_minutes_of_the_exact_one(
    sizes: list[int], total: int
) -> None:
    passed, weight = 0, 0
    for size, share in zip(sizes, shares(units(*sizes), total).values(), strict=True):
        passed += share
        weight += size
        assert abs(passed - total * weight / sum(sizes)) < GRAIN


@pytest.mark.parametrize("item", REAL, ids=lambda item: str(item.id))
def test_the_units_of_the_curriculum_share_any_total(item: Item) -> None:
    for total in range(400):
        found = unit_minutes(item, total)
        assert list(found) == [unit.id for unit in item.units]
        assert sum(found.values()) == total
        assert min(found.values()) >= 0


@pytest.mark.parametrize("item", REAL, ids=lambda item: str(item.id))
def test_no_unit_of_the_curriculum_is_rounded_away_at_its_estimate(item: Item) -> None:
    for at in item.at.values():
        for rating in Rating:
            assert min(unit_minutes(item, at.hours.minutes(rating)).values()) >= GRAIN
