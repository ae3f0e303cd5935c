"""The minutes of an item and of its units."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.curriculum import AtLevel, Hours, Item, Unit
from planner.core.effort import GRAIN, estimate, shares, unit_minutes
from planner.core.values import Level, Priority, Rating
from tests.core.strategies import curriculum
from tests.support import study

weights = st.lists(st.integers(1, 10_000), min_size=1, max_size=20)
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
    assert estimate(study.item(study.BOOK), profile) == 60 * hours


def test_a_group_that_was_never_rated_counts_as_working() -> None:
    assert estimate(study.item(study.BOOK), study.PROFILE.evolve(ratings={})) == 120


def test_the_estimate_is_that_of_the_level() -> None:
    def at(hours: float) -> AtLevel:
        same = Hours(new=hours, working=hours, strong=hours)
        return AtLevel(hours=same, priority=Priority.CORE)

    item = study.item(study.BOOK).evolve(at={Level.L6: at(1), Level.L7: at(2.5)})
    assert estimate(item, study.PROFILE) == 60
    assert estimate(item, study.PROFILE.evolve(level=Level.L7)) == 150


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
