"""What is kept, made better step by step: one item goes, or none, and another comes with its needs.

Dropping one item after the other can leave minutes that nothing which was dropped fits any more, or
keep a long item where a short one covers the same. So what is kept is compared with what it would
be after one exchange, by what it is worth once it has grown to the room.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import reduce
from operator import or_, sub

from planner.core.planning.growth import NOTHING, Early, Figures, figures_of, grown, together
from planner.core.planning.rooms import Space
from planner.core.planning.work import Work
from planner.core.planning.worth import UNCOVERED, weight
from planner.core.values import Subject

MOST = 4
"""So many exchanges are made at most."""
_STAYING = frozenset({Subject.ORIENTATION, Subject.MOCK})


@dataclass(frozen=True, slots=True)
class Exchanges:
    """What may be exchanged, and how it is judged.

    `marks` are the criteria, failure points and rounds of each item as the bits of a number,
    `covered` those of what is done. `fixed` items do not go, nor does a mock: a rehearsal is worth
    more than some minutes of study.
    """

    works: Mapping[str, Work]
    marks: Mapping[str, int]
    covered: int
    space: Space
    early: Early
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
        required = {other for name in kept for other in self.works[name].item.requires}
        figures = {name: self._figures(name, name in required) for name in kept}
        whole = together(figures.values())
        once, twice = self._covered(kept)
        missing = UNCOVERED * (self._marks_of(self.works) & ~once).bit_count()
        now, idle = grown(whole, self.space)
        goers = [
            (name, less, most + missing, self.marks.get(name, 0) & once & ~twice)
            for name, less, most in self._goers(figures, required, idle)
            if most + missing > 0
        ]
        best, gain = None, 0
        for coming, needed in self._comers(kept) if goers else ():
            come = (self._figures(one, one in needed) for one in coming)
            awaited = (
                tuple(map(sub, self._figures(one, True), figures[one]))
                for one in needed & kept - required
            )
            more = together((whole, *come, *awaited))
            bits = self._marks_of(coming)
            for name, less, most, sole in goers:
                if most <= gain or more[0] - less[0] > self.space.whole or name in needed:
                    continue
                found = (bits & ~once).bit_count() - (sole & ~bits).bit_count()
                value, _ = grown(tuple(map(sub, more, less)), self.space)
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
        self, figures: Mapping[str, Figures], required: AbstractSet[str], idle: int
    ) -> Iterator[tuple[str, Figures, int]]:
        """Yield what may go, the empty name for nothing, with what that can gain at most.

        That is what its minutes and those that are `idle` are worth to the most important of what
        waits for room. Nothing goes that is required by what is kept.
        """
        waiting = [
            weight(work)
            for name, work in self.works.items()
            if name not in figures or work.least < work.minutes
        ]
        most = max(waiting, default=0)
        yield "", NOTHING, most * idle
        for name, work in self.works.items():
            if name not in figures or name in required or name in self.fixed or work.begun:
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

    def _figures(self, name: str, awaited: bool) -> Figures:
        return figures_of(self.works[name], self.early, awaited=awaited)
