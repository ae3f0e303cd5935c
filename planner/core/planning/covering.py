"""What each item needs, costs and covers, with items and what they cover as the bits of numbers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial, reduce
from itertools import chain
from operator import or_
from typing import NamedTuple

from planner.core.planning.growth import Early, Figures, figures_of
from planner.core.planning.memo import Memo
from planner.core.planning.rooms import Space
from planner.core.planning.work import Work
from planner.core.planning.worth import WEIGHT, weight

BREADTH = 16
"""So many of the items that cover the same are looked at."""


class Part(NamedTuple):
    """Some items together: their least minutes, and what these cover, take up and cost.

    `early` are the minutes that have to stand before the mock block when nothing but one of them
    waits for them, `mocks` those of mocks, `asks` the items that they require.
    """

    least: int
    marks: int
    early: int
    mocks: int
    cost: int
    asks: int


class Covering:
    """What each item needs with all it requires, what it costs, and what covers what.

    Items are the bits of a number, the most important first. A minute costs what it keeps from the
    least important minute that could still fill the room. `needs` are, by the place of an item, it
    and all that it requires, `alone` and `awaited` its figures where nothing that is chosen waits
    for it, and where something does.
    """

    def __init__(
        self, works: Sequence[Work], marks: Mapping[str, int], space: Space, early: Early
    ) -> None:
        self.works = sorted(works, key=lambda work: (work.rank, work.order))
        self.space = space
        self.most, price = _price(works, space.whole)
        self.bit = {work.id: 1 << place for place, work in enumerate(self.works)}
        self.cost = [max(price - weight(work), 0) * work.least for work in self.works]
        self._marks = [marks[work.id] for work in self.works]
        self.asks = [
            sum(self.bit.get(other, 0) for other in set(work.item.requires)) for work in self.works
        ]
        self.needs = Memo(partial(_needs_of, self.asks))
        self.alone = Memo(partial(_figures_at, self.works, early, awaited=False))
        self.awaited = Memo(partial(_figures_at, self.works, early, awaited=True))
        self._parts: dict[int, Part] = {}
        self._held_back: dict[int, int] = {}
        by: dict[int, list[int]] = {}
        for place, found in enumerate(self._marks):
            for mark in _bits(found):
                by.setdefault(mark, []).append(place)
        self.everything = sum(by)
        self.order = sorted(by, key=lambda mark: (len(by[mark]), mark))
        self.by = {mark: self._nearest(found) for mark, found in by.items()}
        lowest = {mark: min(self.cost[place] for place in by[mark]) for mark in by}
        self.dear = sorted(((cost, mark) for mark, cost in lowest.items() if cost), reverse=True)

    @property
    def mocks(self) -> Sequence[int]:
        """The mocks that cost nothing, those that rehearse most first."""
        found = [at for at, work in enumerate(self.works) if work.is_mock and not self.cost[at]]
        return sorted(found, key=lambda at: (-self._marks[at].bit_count(), at))

    def rehearsed(self, items: int) -> int:
        """Return what the mocks among some items rehearse."""
        mocks = (self._marks[at] for at in places_of(items) if self.works[at].is_mock)
        return reduce(or_, mocks, 0)

    def figures(self, items: int, asked: int) -> Iterator[Figures]:
        """Return the figures of each of some items, those that are `asked` for by others first."""
        awaited = map(self.awaited.__getitem__, places_of(items & asked))
        return chain(awaited, map(self.alone.__getitem__, places_of(items & ~asked)))

    def part(self, items: int) -> Part:
        """Return some items together."""
        found = self._parts.get(items)
        if found is None:
            found = self._parts[items] = self._part(places_of(items))
        return found

    def held_back(self, items: int) -> int:
        """Return the minutes of items that have to stand earlier once others wait for them."""
        found = self._held_back.get(items)
        if found is None:
            places = places_of(items)
            found = sum([self.awaited[one][1] - self.alone[one][1] for one in places])
            self._held_back[items] = found
        return found

    def _part(self, places: Sequence[int]) -> Part:
        least = marks = early = mocks = cost = asks = 0
        for one in places:
            asks |= self.asks[one]
        for one in places:
            figures = self.awaited[one] if asks >> one & 1 else self.alone[one]
            least += figures[0]
            early += figures[1]
            mocks += figures[2]
            marks |= self._marks[one]
            cost += self.cost[one]
        return Part(least, marks, early, mocks, cost, asks)

    def _nearest(self, places: Sequence[int]) -> Sequence[int]:
        """Return those of some items that cost least and are shortest, not too many."""
        if len(places) <= BREADTH:
            return places
        works = self.works
        return sorted(places, key=lambda one: (self.cost[one], works[one].least, one))[:BREADTH]


def _price(works: Iterable[Work], room: int) -> tuple[int, int]:
    """Return what the most important minutes that fill a room are worth, and the last of them."""
    by_rank: dict[int, int] = {}
    for work in works:
        by_rank[work.rank] = by_rank.get(work.rank, 0) + work.minutes
    worth = 0
    for rank in sorted(by_rank):
        minutes = min(by_rank[rank], room)
        worth += WEIGHT[rank] * minutes
        room -= minutes
        if not room:
            return worth, WEIGHT[rank]
    return worth, 0


def _needs_of(asks: Sequence[int], place: int) -> int:
    """Return an item and all that it requires."""
    found, new = 0, 1 << place
    while new:
        found |= new
        new = reduce(or_, [asks[one] for one in places_of(new)]) & ~found
    return found


def _figures_at(works: Sequence[Work], early: Early, place: int, *, awaited: bool) -> Figures:
    return figures_of(works[place], early, awaited=awaited)


def _bits(number: int) -> Iterator[int]:
    while number:
        yield number & -number
        number &= number - 1


def places_of(number: int) -> Sequence[int]:
    """Return the places of the bits of a number."""
    found = []
    while number:
        found.append((number & -number).bit_length() - 1)
        number &= number - 1
    return found
