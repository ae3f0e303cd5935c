"""What some work is worth once it has grown to the room, without placing a single session."""

from collections.abc import Callable, Iterable

from planner.core.planning.rooms import Space
from planner.core.planning.work import Work
from planner.core.planning.worth import UNCOVERED, WEIGHT, weight
from planner.core.values import Priority

_RANKS = tuple(one.rank for one in Priority)

Figures = tuple[int, ...]
"""Of some work: its least minutes, those of them before the mock block, those of mocks, and what
all of them are worth; then by rank what it can grow by, first what costs half its minutes before
the mock block, then what costs them all."""
Early = Callable[[Work, int, bool], int]
"""Tells the minutes of so much of an item that have to stand before the mock block, where
something waits for it or not."""
NOTHING: Figures = (0,) * (4 + 2 * len(_RANKS))


def figures_of(work: Work, early: Early, *, awaited: bool) -> Figures:
    """Return the figures of one item, which something else waits for or not."""
    least_early = early(work, work.least, awaited)
    grows = work.minutes - work.least
    whole_early = early(work, work.minutes, awaited)
    by_half = min(2 * max(grows - (whole_early - least_early), 0), grows)
    growth = [0] * (2 * len(_RANKS))
    growth[2 * work.rank : 2 * work.rank + 2] = by_half, grows - by_half
    mocks = work.least if work.is_mock else 0
    return (work.least, least_early, mocks, weight(work) * work.least, *growth)


def together(figures: Iterable[Figures]) -> Figures:
    """Return the figures of some work together."""
    return tuple(map(sum, zip(NOTHING, *figures, strict=True)))


def grown(figures: Figures, space: Space) -> tuple[int, int]:
    """Return what some work is worth when it has grown to the room, and what stays idle.

    What finds no room before the mock block, even as short as it may be, is worse than anything: a
    better choice only ever makes less of it.
    """
    least, early, mocks, value, *growth = figures
    room = space.whole - least
    tight = space.early - early - max(mocks - space.late, 0)
    if tight < 0:
        return value + tight * UNCOVERED, max(room, 0) - tight * UNCOVERED
    for rank in _RANKS:
        half = min(growth[2 * rank], room, 2 * tight)
        full = min(growth[2 * rank + 1], room - half, tight - half // 2)
        room -= half + full
        tight -= half // 2 + full
        value += WEIGHT[rank] * (half + full)
    return value, room
