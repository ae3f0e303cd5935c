"""What is kept, made better step by step: one item goes, or none, and another comes with its needs.

Dropping one item after the other can leave minutes that nothing which was dropped fits any more, or
keep a long item where a short one covers the same. So what is kept is compared with what it would
be after one exchange, by what it is worth once it has grown to the room.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import reduce
from operator import add, or_, sub

from planner.core.planning.rooms import Space
from planner.core.planning.work import Work
from planner.core.planning.worth import UNCOVERED, WEIGHT, weight
from planner.core.values import Priority, Subject

MOST = 4
"""So many exchanges are made at most."""
_RANKS = tuple(one.rank for one in Priority)
_STAYING = frozenset({Subject.ORIENTATION, Subject.MOCK})
_NOTHING = (0,) * (4 + 2 * len(_RANKS))

_Figures = tuple[int, ...]
"""Of some work: its least minutes, those of them before the mock block, those of mocks, and what
all of them are worth; then by rank what it can grow by, first what costs half its minutes before
the mock block, then what costs them all."""


@dataclass(frozen=True, slots=True)
class Exchanges:
    """What may be exchanged, and how it is judged.

    `marks` are the criteria, failure points and rounds of each item as the bits of a number,
    `covered` those of what is done. `early` tells the minutes of so much of an item that have to
    stand before the mock block. `fixed` items do not go, nor does a mock: a rehearsal is worth more
    than some minutes of study.
    """

    works: Mapping[str, Work]
    marks: Mapping[str, int]
    covered: int
    space: Space
    early: Callable[[Work, int], int]
    fixed: AbstractSet[str]

    def best(self, kept: AbstractSet[str]) -> AbstractSet[str]:
        """Return what had better be kept than this."""
        for _ in range(MOST):
            better = self._step(kept)
            if better is None:
                break
            kept = better
        return kept

    def _step(self, kept: AbstractSet[str]) -> AbstractSet[str] | None:
        """Return what is kept after the exchange that gains most, if one gains anything."""
        figures = {name: self._figures(self.works[name]) for name in kept}
        whole = reduce(_plus, map(figures.__getitem__, kept), _NOTHING)
        once, twice = self._covered(kept)
        missing = UNCOVERED * (self._marks_of(self.works) & ~once).bit_count()
        now, idle = self._grown(whole)
        goers = [
            (name, less, most + missing, self.marks.get(name, 0) & once & ~twice)
            for name, less, most in self._goers(kept, figures, idle)
            if most + missing > 0
        ]
        best, gain = None, 0
        for coming, needed in self._comers(kept) if goers else ():
            more = reduce(_plus, (self._figures(self.works[one]) for one in coming), whole)
            bits = self._marks_of(coming)
            for name, less, most, sole in goers:
                if most <= gain or more[0] - less[0] > self.space.whole or name in needed:
                    continue
                found = (bits & ~once).bit_count() - (sole & ~bits).bit_count()
                value, _ = self._grown(tuple(map(sub, more, less)))
                if value - now + UNCOVERED * found > gain:
                    gain = value - now + UNCOVERED * found
                    best = kept - {name} | {*coming}
        return best

    def _marks_of(self, names: Iterable[str]) -> int:
        return reduce(or_, map(self.marks.__getitem__, names), 0)

    def _covered(self, kept: AbstractSet[str]) -> tuple[int, int]:
        """Return what is covered, and what of it more than once or by what is done."""
        once = twice = self.covered
        for name in kept:
            twice |= once & self.marks[name]
            once |= self.marks[name]
        return once, twice

    def _goers(
        self, kept: AbstractSet[str], figures: Mapping[str, _Figures], idle: int
    ) -> Iterator[tuple[str, _Figures, int]]:
        """Yield what may go, the empty name for nothing, with what that can gain at most.

        That is what its minutes and those that are `idle` are worth to the most important of what
        waits for room. Nothing goes that is required by what is kept.
        """
        required = {other for name in kept for other in self.works[name].item.requires}
        waiting = [
            weight(work)
            for name, work in self.works.items()
            if name not in kept or work.least < work.minutes
        ]
        most = max(waiting, default=0)
        yield "", _NOTHING, most * idle
        for name, work in self.works.items():
            if name not in kept or name in required or name in self.fixed or work.begun:
                continue
            if work.lane not in _STAYING:
                more = most - weight(work)
                minutes = work.minutes if more > 0 else work.least
                yield name, figures[name], most * idle + more * minutes

    def _comers(self, kept: AbstractSet[str]) -> Iterator[tuple[Sequence[str], AbstractSet[str]]]:
        """Yield what may come, each with what it lacks of all it requires, and what it requires."""
        for name in self.works:
            if name in kept:
                continue
            coming, needed = [name], set()
            for one in coming:
                for other in self.works[one].item.requires:
                    needed.add(other)
                    if other in self.works and other not in kept and other not in coming:
                        coming.append(other)
            yield coming, needed

    def _figures(self, work: Work) -> _Figures:
        early = self.early(work, work.least)
        grows = work.minutes - work.least
        by_half = grows > 0 and self.early(work, work.minutes) - early < grows
        growth = [0] * (2 * len(_RANKS))
        growth[2 * work.rank + (not by_half)] = grows
        mocks = work.least if work.lane is Subject.MOCK else 0
        return (work.least, early, mocks, weight(work) * work.least, *growth)

    def _grown(self, figures: _Figures) -> tuple[int, int]:
        """Return what some work is worth when it has grown to the room, and what stays idle.

        What finds no room before the mock block, even as short as it may be, is worse than
        anything: an exchange only ever makes less of it.
        """
        least, early, mocks, value, *growth = figures
        room = self.space.whole - least
        tight = self.space.early - early - max(mocks - self.space.late, 0)
        if tight < 0:
            return value + tight * UNCOVERED, max(room, 0) - tight * UNCOVERED
        for rank in _RANKS:
            half = min(growth[2 * rank], room, 2 * tight)
            full = min(growth[2 * rank + 1], room - half, tight - half // 2)
            room -= half + full
            tight -= half // 2 + full
            value += WEIGHT[rank] * (half + full)
        return value, room


def _plus(one: _Figures, other: _Figures) -> _Figures:
    return tuple(map(add, one, other))
