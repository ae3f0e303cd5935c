"""What to keep where not even shortened work fits: first so that everything is covered once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

from planner.core.planning.work import Work
from planner.core.planning.worth import UNCOVERED, WEIGHT, weight
from planner.core.values import Priority, Subject

HUBS = 4
"""So many of the items that most others require are each tried as the first to keep."""


def cover(
    works: Sequence[Work], marks: Mapping[str, int], covered: int, room: int
) -> Mapping[str, Work]:
    """Return by its id what to keep in a room that is too small for all of some work.

    `marks` are the criteria, failure points and rounds of each item as the bits of a number,
    `covered` those that need nothing more. Several ways of choosing are tried; what leaves the
    fewest with nothing wins, then what keeps most of what matters.
    """
    table = _Table(works, marks)
    best: _Choice | None = None
    for first in ("", *table.hubs()):
        for mocks in (True, False):
            choice = _Choice(table, covered, room)
            choice.make(first, mocks=mocks)
            if best is None or choice.worth() > best.worth():
                best = choice
    return best.chosen if best else {}


class _Table:
    """What each item needs with all it requires, and what these cover together."""

    def __init__(self, works: Sequence[Work], marks: Mapping[str, int]) -> None:
        self.works = {work.id: work for work in works}
        self.marks = marks
        self.everything = 0
        self.needs: dict[str, tuple[Work, ...]] = {}
        self.covers: dict[str, int] = {}
        self.followers: dict[str, list[str]] = {name: [] for name in self.works}
        for work in works:
            self._enter(work)
            self.everything |= marks[work.id]
            for other in self.needs[work.id][1:]:
                self.followers[other.id].append(work.id)

    def hubs(self) -> Sequence[str]:
        """Return what most others require."""
        found = [
            name
            for name, others in self.followers.items()
            if others and self.works[name].item.subject is not Subject.ORIENTATION
        ]
        return sorted(found, key=lambda one: (-len(self.followers[one]), one))[:HUBS]

    def _enter(self, work: Work) -> None:
        found = {work.id: work}
        stack = [work]
        while stack:
            for other in stack.pop().item.requires:
                if other in self.works and other not in found:
                    found[other] = self.works[other]
                    stack.append(self.works[other])
        self.needs[work.id] = tuple(found.values())
        covers = 0
        for name in found:
            covers |= self.marks[name]
        self.covers[work.id] = covers


@dataclass(slots=True)
class _Choice:
    """One way of choosing: everything counts with the least minutes it needs."""

    table: _Table
    covered: int
    room: int
    chosen: dict[str, Work] = field(default_factory=dict)

    def make(self, first: str, *, mocks: bool) -> None:
        """Choose: the next steps, then `first`, then what covers most that has nothing yet.

        Core items go before others, and at last what is left of the room is filled.
        """
        works = self.table.works
        for work in works.values():
            if work.begun or work.item.subject is Subject.ORIENTATION:
                self._take(work.id)
        if first:
            self._take(first)
        core = [
            name
            for name, one in works.items()
            if one.rank == Priority.CORE.rank and (mocks or one.lane is not Subject.MOCK)
        ]
        self._fill(core, only_new=True)
        self._fill(list(works), only_new=True)
        self._fill(core, only_new=False)
        for work in sorted(works.values(), key=lambda one: (one.rank, -one.least, one.order)):
            self._take(work.id)

    def worth(self) -> int:
        """Return what the choice is worth when it grows to the room, weighted by priority."""
        works = self.chosen.values()
        value = sum(weight(work) * work.least for work in works)
        room = self.room
        for priority in Priority:
            can = sum(one.minutes - one.least for one in works if one.rank == priority.rank)
            value += WEIGHT[priority.rank] * min(can, room)
            room -= min(can, room)
        return value - UNCOVERED * (self.table.everything & ~self.covered).bit_count()

    def _fill(self, names: Iterable[str], *, only_new: bool) -> None:
        allowed = dict.fromkeys(names)
        heap = [(-self._gain(name, only_new=only_new), name) for name in allowed]
        heapify(heap)
        while heap:
            gain, name = heappop(heap)
            now = 0.0 if name in self.chosen else self._gain(name, only_new=only_new)
            if not now:
                continue
            if -now > gain:
                heappush(heap, (-now, name))
                continue
            for one in self._take(name):
                for follower in self.table.followers[one.id]:
                    if follower in allowed and follower not in self.chosen:
                        heappush(heap, (-self._gain(follower, only_new=only_new), follower))

    def _take(self, name: str) -> Sequence[Work]:
        """Choose an item with all that it requires, if there is room; return what was added."""
        added = [one for one in self.table.needs[name] if one.id not in self.chosen]
        minutes = sum(one.least for one in added)
        if minutes > self.room:
            return ()
        self.room -= minutes
        self.chosen.update((one.id, one) for one in added)
        self.covered |= self.table.covers[name]
        return added

    def _gain(self, name: str, *, only_new: bool) -> float:
        """Return how many marks an item adds with what it requires, per minute."""
        covers = self.table.covers[name]
        if only_new:
            covers &= ~self.covered
        least = sum(one.least for one in self.table.needs[name] if one.id not in self.chosen)
        return covers.bit_count() / max(least, 1)
