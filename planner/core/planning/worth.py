"""What a kept minute is worth, so that two plans can be compared."""

from planner.core.planning.work import Work
from planner.core.values import Priority

WEIGHT = {Priority.CORE.rank: 100, Priority.IMPORTANT.rank: 30, Priority.OPTIONAL.rank: 10}
UNCOVERED = 30_000
"""What it costs when a criterion, a failure point or a round that could be covered is left with
nothing: five hours of core work (rule 9)."""
ABSENT = 5_000
"""What it costs a try when an item that was to be kept finds no place at all: that much is lost
when one of the core items is missing and all others are a little longer."""

NEAR = 0.01
"""A plan that rehearses more may keep so small a share less: no one notices an hour of study in a
hundred, everyone a loop that was never rehearsed."""


def nearly(worth: int) -> int:
    """Return what is hardly less than so much."""
    return worth - int(NEAR * abs(worth))


def weight(work: Work) -> int:
    """Return what a kept minute of an item is worth."""
    return WEIGHT[work.rank]
