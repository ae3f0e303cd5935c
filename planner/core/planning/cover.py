"""What to keep where not even shortened work fits: first so that everything is covered once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from itertools import chain

from planner.core.planning.rooms import Space
from planner.core.planning.work import Work
from planner.core.planning.worth import UNCOVERED, WEIGHT, weight
from planner.core.values import Priority, Subject

HUBS = 3
"""So many of the items that most others require are each tried as the first to keep."""


def cover(
    works: Sequence[Work], marks: Mapping[str, int], covered: int, space: Space
) -> Mapping[str, Work]:
    """Return by its id what to keep in a space that is too small for all of some work.

    `marks` are the criteria, failure points and rounds of each item as the bits of a number,
    `covered` those that need nothing more. Several ways of choosing are tried; what leaves the
    fewest with nothing wins, then what keeps most of what matters.
    """
    table = _Table(works, marks, space.early)
    best: _Choice | None = None
    for first in ("", *table.hubs()):
        choice = _Choice(table, covered, space.whole, dict(table.costs))
        choice.make(first)
        if best is None or choice.worth() > best.worth():
            best = choice
    return best.chosen if best else {}


class _Table:
    """What each item needs with all it requires, and what these cover together.

    Everything counts with the least minutes it needs, `costs` with those of all it requires.
    """

    def __init__(self, works: Sequence[Work], marks: Mapping[str, int], early: int) -> None:
        self.works = {work.id: work for work in works}
        self.marks = marks
        self.everything = 0
        self.needs: dict[str, tuple[Work, ...]] = {}
        self.covers: dict[str, int] = {}
        self.costs: dict[str, int] = {}
        self.followers: dict[str, list[str]] = {name: [] for name in self.works}
        for work in works:
            self._enter(work)
            self.everything |= marks[work.id]
            for other in self.needs[work.id][1:]:
                self.followers[other.id].append(work.id)
        first = [work for work in works if work.item.subject is Subject.ORIENTATION]
        fits = sum(work.least for work in first) <= early
        begun = (work.id for work in works if work.begun)
        self.first = [*begun, *(work.id for work in first if fits)]
        self.core = [work.id for work in works if work.rank == Priority.CORE.rank]
        self.mocks = [one for one in self.core if self.works[one].lane is Subject.MOCK]
        ranked = sorted(works, key=lambda work: (work.rank, work.order))
        self.ranked = [work.id for work in ranked]

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
        self.costs[work.id] = sum(one.least for one in found.values())
        covers = 0
        for name in found:
            covers |= self.marks[name]
        self.covers[work.id] = covers


@dataclass(slots=True)
class _Choice:
    """One way of choosing, with the room that is left and what each item would still cost."""

    table: _Table
    covered: int
    room: int
    costs: dict[str, int]
    chosen: dict[str, Work] = field(default_factory=dict)

    def make(self, first: str) -> None:
        """Choose what is begun, the next steps, `first`, then what covers most that has nothing.

        The next steps have to fit before the mock block. Core items go before others. What is left
        of the room is filled at last: with mocks for which everything is there, then in the
        guide's order.
        """
        table = self.table
        for name in table.first:
            self._take(name)
        if first:
            self._take(first)
        self._fill(table.core)
        self._fill(table.works)
        ready = (name for name in table.mocks if self.costs[name] == table.works[name].least)
        for name in chain(ready, table.ranked):
            self._take(name)

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

    def _fill(self, names: Iterable[str]) -> None:
        """Take what covers most that is not covered yet, per minute, as long as there is any."""
        allowed = dict.fromkeys(names)
        covers, costs, chosen = self.table.covers, self.costs, self.chosen

        def gain(name: str) -> float:
            return (covers[name] & ~self.covered).bit_count() / max(costs[name], 1)

        heap = [(-gain(name), name) for name in allowed if name not in chosen]
        heapify(heap)
        while heap and heap[0][0]:
            known, name = heappop(heap)
            now = 0.0 if name in chosen else -gain(name)
            if now > known:
                heappush(heap, (now, name))
                continue
            for one in self._take(name) if now else ():
                for follower in self.table.followers[one.id]:
                    if follower in allowed and follower not in chosen:
                        heappush(heap, (-gain(follower), follower))

    def _take(self, name: str) -> Sequence[Work]:
        """Choose an item with all that it requires, if there is room; return what was added."""
        minutes = self.costs[name]
        if minutes > self.room or name in self.chosen:
            return ()
        added = [one for one in self.table.needs[name] if one.id not in self.chosen]
        self.room -= minutes
        for one in added:
            self.chosen[one.id] = one
            for follower in self.table.followers[one.id]:
                self.costs[follower] -= one.least
        self.covered |= self.table.covers[name]
        return added
