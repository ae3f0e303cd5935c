"""What to keep where not even shortened work fits: the best choice there is, as far as one looks.

What is left with nothing is worse than all else (rule 9). So the search goes from one criterion,
failure point or round to the next, what fewest items cover first, and tries each item that covers
it, and at last to leave it with nothing. A way that cannot become better than the best choice known
is not followed. In a small room that leaves a few dozen ways.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import NamedTuple

from planner.core.planning.covering import Covering, places_of
from planner.core.planning.growth import Early, grown, together
from planner.core.planning.rooms import Space
from planner.core.planning.work import LEAST, Work
from planner.core.planning.worth import UNCOVERED, nearly
from planner.core.values import Subject

LOOKS = 1000
"""So many items are looked at, on all ways together, before the search ends."""
FEW = 200
"""So many where a choice only has to come near one that is known."""
OTHERS = 6
"""So many mocks are each tried as kept, those first that rehearse most."""
ENOUGH = 0.003
"""What could keep only this share more is not looked for."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What is chosen, by its id, and what it is worth when it has grown to the room.

    `is_best` says that nothing worth much more was left out of sight, `uncovered` how much is left
    with nothing, `rehearsed` how much its mocks rehearse, and `has_other` that another one, which
    rehearses less, is worth as much or a little more.
    """

    chosen: AbstractSet[str]
    worth: int
    uncovered: int
    is_best: bool
    rehearsed: int
    has_other: bool = False


class Cover:
    """Chooses what to keep of some work in a space that is too small for all of it.

    `marks` are the criteria, failure points and rounds of each item as the bits of a number,
    `covered` those that need nothing more.
    """

    def __init__(
        self,
        works: Sequence[Work],
        marks: Mapping[str, int],
        covered: int,
        space: Space,
        early: Early,
    ) -> None:
        """Look once at what needs and covers what; then it can be chosen from several times."""
        self._table = Covering(works, marks, space, early)
        self._covered = covered

    def choice(self, without: AbstractSet[str] = frozenset(), *, rehearsed: bool = True) -> Choice:
        """Return what to keep, `without` some of it.

        Of choices that are worth nearly the same the one whose mocks rehearse most is taken, where
        it is to be `rehearsed`.

        What is begun is kept, and the next steps where they fit before the mock block. What is left
        of the room goes to mocks for which everything is there, then to other items in the guide's
        order, so that many become a little longer.
        """
        table = self._table
        best = _Search(table, self._covered, without).run()
        more, also, enough = best, 0, nearly(best.worth)
        for place in table.mocks[:OTHERS] if rehearsed else ():
            wanted = also | table.needs[place]
            is_there = table.works[place].id in more.chosen
            if is_there or table.part(wanted).least > table.space.whole:
                continue
            other = _Search(table, self._covered, without, looks=FEW, floor=enough).run(wanted)
            is_good = other.worth >= enough and other.uncovered <= best.uncovered
            if is_good and other.rehearsed > more.rehearsed:
                more, also = other, wanted
        return replace(more, has_other=more is not best)


class _Way(NamedTuple):
    """What is chosen on the way and required by that, and what it covers and costs.

    `room` and `early` are the minutes that are left in all and before the mock block, `mocks` those
    of mocks. `given_up` is left with nothing, `barred` is not chosen any more.
    """

    chosen: int
    asked: int
    covered: int
    room: int
    early: int
    mocks: int
    cost: int
    given_up: int = 0
    barred: int = 0


class _Search:
    """Follows the ways, and knows the best one so far and how much has been looked at."""

    def __init__(
        self,
        table: Covering,
        covered: int,
        without: AbstractSet[str],
        looks: int | None = None,
        floor: int | None = None,
    ) -> None:
        self.table = table
        self.most = LOOKS if looks is None else looks
        self.floor = floor
        self.barred = sum(table.bit.get(name, 0) for name in without)
        self.covered = covered
        self.best: _Way | None = None
        self.worth = 0
        self.looks = 0

    def run(self, also: int = 0) -> Choice:
        """Return the best choice that is found, filled with what costs nothing.

        It keeps some items `also`, where they fit and are not barred.
        """
        table, space = self.table, self.table.space
        start = _Way(0, 0, self.covered, space.whole, space.early, 0, 0, 0, self.barred)
        start = self._plus(start, self._first())
        wider = self._plus(start, also & ~start.chosen)
        start = wider if self._fits(wider) and not also & self.barred else start
        self._follow(start)
        best = self.best or start
        full = self._filled(best, [*self._ready_mocks(best), *range(len(table.works))])
        if self._worth(full) >= self.worth:
            best = full
        return Choice(
            chosen={table.works[place].id for place in places_of(best.chosen)},
            worth=self._worth(best),
            uncovered=(table.everything & ~best.covered).bit_count(),
            is_best=self.looks <= self.most and self._can_grow(best),
            rehearsed=table.rehearsed(best.chosen).bit_count(),
        )

    def _first(self) -> int:
        """Return what is begun, and the next steps where they fit before the block.

        Where they are to be brief, they take at most half of that room.
        """
        table, found = self.table, 0
        steps = [work for work in table.works if work.lane is Subject.ORIENTATION]
        are_brief = any(work.least < work.minutes for work in steps)
        fits = sum(work.least for work in steps) <= table.space.early / (2 if are_brief else 1)
        for place, work in enumerate(table.works):
            if work.begun or (fits and work.lane is Subject.ORIENTATION):
                found |= table.needs[place]
        return found

    def _follow(self, way: _Way) -> None:
        """Follow a way to every choice it leads to that could be better than the best."""
        stack = [iter((way,))]
        while stack:
            following = next(stack[-1], None)
            if following is None:
                stack.pop()
            elif self._wanted(following):
                stack.append(self._branches(following))
            else:
                self._end(following)

    def _wanted(self, way: _Way) -> int:
        return self.table.everything & ~way.covered & ~way.given_up

    def _branches(self, way: _Way) -> Iterator[_Way]:
        """Yield where a way can go: on to what covers the rarest of what has nothing, or without.

        What was chosen on one branch is not chosen on those after it.
        """
        wanted = self._wanted(way)
        mark = next(one for one in self.table.order if one & wanted)
        barred = way.barred
        for *_, place, added in sorted(self._steps(way, mark, wanted)):
            if self._knows_one and self.looks > self.most:
                return
            more = self._plus(way, added)
            if self._fits(more) and self._is_hopeful(more):
                yield more._replace(barred=barred)
            barred |= 1 << place
        less = way._replace(given_up=way.given_up | mark)
        if self._is_hopeful(less):
            yield less

    def _is_hopeful(self, way: _Way) -> bool:
        """Say whether a way can lead to much better than the best choice."""
        if not self._knows_one:
            return True
        table, wanted = self.table, self._wanted(way)
        lowest = next((cost for cost, mark in table.dear if mark & wanted), 0)
        lost = way.cost + lowest + UNCOVERED * way.given_up.bit_count()
        if self.best is None:
            return table.most - lost >= (self.floor or 0)
        return table.most - lost > self.worth + ENOUGH * table.most

    @property
    def _knows_one(self) -> bool:
        """Whether a choice is known, or what one has to be worth."""
        return self.best is not None or self.floor is not None

    def _steps(self, way: _Way, mark: int, wanted: int) -> Iterator[tuple[int, float, int, int]]:
        """Yield the items that cover a mark with what they need, and what orders them.

        What costs least goes first, then what covers most a minute.
        """
        table = self.table
        for place in table.by[mark]:
            self.looks += 1
            added = table.needs[place] & ~way.chosen
            if not added & way.barred:
                part = table.part(added)
                if part.least <= way.room:
                    share = (part.marks & wanted).bit_count() / max(part.least, 1)
                    yield part.cost, -share, place, added

    def _end(self, way: _Way) -> None:
        """Compare a way that leads no further with the best, filled as far as it cannot grow."""
        self._compare(way)
        if not self._can_grow(way):
            self._compare(self._filled(way, range(len(self.table.works))))

    def _can_grow(self, way: _Way) -> bool:
        """Say whether what is chosen can grow to the room that is left."""
        works = self.table.works
        grows = sum(works[one].minutes - works[one].least for one in places_of(way.chosen))
        return grows >= way.room

    def _compare(self, way: _Way) -> None:
        worth = self._worth(way)
        if self.best is None or worth > self.worth:
            self.best, self.worth = way, worth

    def _filled(self, way: _Way, places: Iterable[int]) -> _Way:
        """Return a way on which more is chosen, as long as there is room and it costs nothing."""
        table, way = self.table, way._replace(barred=self.barred)
        until = self.looks + self.most
        for place in places:
            if way.room < LEAST or self.looks > until:
                break
            if way.chosen >> place & 1 or table.cost[place]:
                continue
            self.looks += 1
            added = table.needs[place] & ~way.chosen
            part = table.part(added)
            if added & way.barred or part.cost or part.least > way.room:
                continue
            more = self._plus(way, added)
            if self._fits(more):
                way = more
        return way

    def _ready_mocks(self, way: _Way) -> Iterator[int]:
        table = self.table
        for place, work in enumerate(table.works):
            if work.is_mock and table.needs[place] & ~way.chosen == 1 << place:
                yield place

    def _plus(self, way: _Way, added: int) -> _Way:
        """Return the way on which more is chosen."""
        part = self.table.part(added)
        early = way.early - part.early
        newly = part.asks & way.chosen & ~way.asked
        if newly:
            early -= self.table.held_back(newly)
        return _Way(
            way.chosen | added,
            way.asked | part.asks,
            way.covered | part.marks,
            way.room - part.least,
            early,
            way.mocks + part.mocks,
            way.cost + part.cost,
            way.given_up,
            way.barred,
        )

    def _fits(self, way: _Way) -> bool:
        return way.room >= 0 and way.early >= max(way.mocks - self.table.space.late, 0)

    def _worth(self, way: _Way) -> int:
        """Return what is chosen is worth when it grows to the room, weighted by priority."""
        table = self.table
        found = together(table.figures(way.chosen, way.asked))
        left = (table.everything & ~way.covered).bit_count()
        return grown(found, table.space)[0] - UNCOVERED * left
