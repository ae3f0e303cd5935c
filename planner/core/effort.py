"""How long an item and each of its units take, by level and rating."""

from collections.abc import Mapping, Sequence

from planner.core.curriculum import Item, Unit
from planner.core.profile import Profile

GRAIN = 5
"""Minutes are planned in steps of five."""


def estimate(item: Item, profile: Profile) -> int:
    """Return our estimate for an item in minutes, at the candidate's level and rating."""
    return item.at[profile.level].hours.minutes(profile.rating(item.group))


def unit_minutes(item: Item, total: int) -> Mapping[str, int]:
    """Share `total` minutes among an item's units by weight; the shares add up to `total`."""
    return shares(item.units, total)


def shares(units: Sequence[Unit], total: int) -> Mapping[str, int]:
    """Share `total` minutes among units by weight; the shares add up to `total`.

    The bounds between units are rounded to `GRAIN`, so that no unit is rounded away for good, but
    none lies beyond the total.
    """
    whole = sum(unit.weight for unit in units)
    found: dict[str, int] = {}
    passed = reached = 0
    for unit in units:
        passed += unit.weight
        near = GRAIN * round(total * passed / whole / GRAIN)
        bound = total if passed == whole else min(near, total)
        found[unit.id] = bound - reached
        reached = bound
    return found
