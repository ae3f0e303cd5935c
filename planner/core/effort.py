"""How long an item and each of its units take, by level, rating, and what the user says."""

from collections.abc import Mapping, Sequence
from math import ceil

from planner.core.curriculum import Item, Unit
from planner.core.profile import Profile
from planner.core.state import State
from planner.core.values import GRAIN

SHORTEST, LONGEST = 20, 30_000
"""The least and the most minutes that an item may take."""
USUAL_PACE = 100
"""Percent: as long as estimated."""


def estimate(state: State, item: Item, profile: Profile) -> int:
    """Return what an item takes in minutes: as the user says, else by our estimate."""
    edited = state.estimates.get(item.id)
    return our_estimate(item, profile) if edited is None else edited


def our_estimate(item: Item, profile: Profile) -> int:
    """Return our estimate for an item in minutes, at the candidate's level and rating."""
    return item.at[profile.level].hours.minutes(profile.rating_of(item))


def least_estimate(item: Item) -> int:
    """Return the fewest minutes that an item can take so that each of its units has some."""
    whole = sum(unit.weight for unit in item.units)
    smallest = min((unit.weight for unit in item.units), default=1)
    return max(SHORTEST, GRAIN * ceil(whole / smallest))


def scaled(minutes: int, pace: int, before: int = USUAL_PACE) -> int:
    """Return minutes that were planned at a pace as they are at another, in steps of `GRAIN`.

    Paces are in percent. At the same pace nothing changes, and some minutes always stay.
    """
    if pace == before or not minutes:
        return minutes
    return max(GRAIN * round(minutes * pace / before / GRAIN), GRAIN)


def unit_minutes(item: Item, total: int) -> Mapping[str, int]:
    """Share `total` minutes among an item's units by weight; the shares add up to `total`."""
    return shares(item.units, total)


def shares(units: Sequence[Unit], total: int) -> Mapping[str, int]:
    """Share `total` minutes among units by weight; the shares add up to `total`.

    The bounds between units are rounded to `GRAIN`, so that no unit is rounded away for good, but
    none lies beyond the total.
    """
    whole = sum([unit.weight for unit in units])
    found: dict[str, int] = {}
    passed = reached = 0
    for unit in units:
        passed += unit.weight
        near = GRAIN * round(total * passed / whole / GRAIN)
        bound = total if passed == whole else min(near, total)
        found[unit.id] = bound - reached
        reached = bound
    return found
