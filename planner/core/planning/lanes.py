"""Which item comes next: three lanes, one item open in each, the lane that lags goes first."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from heapq import heapify, heappop, heappush, heappushpop

from planner.core.planning.coverage import Coverage
from planner.core.planning.deadlines import NO_DATE
from planner.core.planning.order import SOLE, Order
from planner.core.planning.work import Work
from planner.core.values import Priority, Subject

LANES = (Subject.READING, Subject.TECHNICAL, Subject.LEADERSHIP)
_QUEUES = (*LANES, Subject.MOCK)
ROW = 2
"""At most so many sessions in a row from one area (rule 7)."""
IN_VIEW = 32
"""So many ready items of a lane are weighed against each other at a time."""

_Static = tuple[int, int, bool, int, int, str]


class Lanes:
    """The work that is still to be laid, and what is open.

    Reading, technical and leadership work each keep one item open at a time, so that books are
    read to their end while skills alternate (rule 7).
    """

    def __init__(
        self,
        works: Sequence[Work],
        order: Order,
        coverage: Coverage,
        last: AbstractSet[str] = frozenset(),
    ) -> None:
        """Queue the work; what was begun before is open, `last` is begun after all others."""
        self.unfinished = {work.id for work in works}
        self.orientation = [work for work in works if work.lane is Subject.ORIENTATION]
        self._order = order
        self._due = order.due
        self._first_due = min(order.due.values(), default=NO_DATE)
        self._coverage = coverage
        self._by_id = {work.id: work for work in works}
        self._missing = {work.id: len(order.needs[work.id]) for work in works}
        self._heaps: dict[Subject, list[tuple[_Static, Work]]] = {lane: [] for lane in _QUEUES}
        self._view: dict[Subject, list[Work]] = {lane: [] for lane in _QUEUES}
        self._stale = set(_QUEUES)
        self._open: dict[Subject, Work] = {}
        self._total = dict.fromkeys(LANES, 0)
        self._laid = dict.fromkeys(LANES, 0)
        self._share = dict.fromkeys(LANES, 1.0)
        self._area, self._row = "", 0
        self._unbegun = sum(one.lane in LANES and not one.resumed for one in works)
        queues = {lane: [one for one in works if one.lane is lane] for lane in LANES}
        self._closers = {self._closer(waiting, last) for waiting in queues.values()}
        self._ranked = {work.id: self._static(work) for work in works}
        for work in works:
            if work.lane is Subject.MOCK and self.is_ready(work):
                heappush(self._heaps[Subject.MOCK], (self._ranked[work.id], work))
        for lane, waiting in queues.items():
            self._total[lane] = sum(one.left for one in waiting)
            self._share[lane] = 0.0 if waiting else 1.0
            begun = next((one for one in waiting if one.begun and self.is_ready(one)), None)
            if begun is not None:
                self._open[lane] = begun
            for work in waiting:
                if work is not begun and self.is_ready(work):
                    heappush(self._heaps[lane], (self._ranked[work.id], work))

    def _closer(self, waiting: Sequence[Work], chosen: AbstractSet[str]) -> str:
        """Return the item a lane keeps for last: the longest of its least important ones.

        Nothing new is begun in the mock block, so what is open then had better be long.
        """
        asked = next((work.id for work in waiting if work.id in chosen), None)
        if asked is not None:
            return asked
        tail, rank = self._order.tail, self._order.rank
        free = [one for one in waiting if tail[one.id] == one.minutes and rank[one.id] != SOLE]
        last = max(free, key=lambda work: (work.rank, work.minutes, work.id), default=None)
        return last.id if last else ""

    def is_ready(self, work: Work) -> bool:
        """Say whether everything an item requires is finished."""
        return not self._missing[work.id]

    def come_to(self, day: date) -> None:
        """Forget the rounds that are over: what they asked for has no hurry any more."""
        today = day.toordinal()
        if self._first_due > today:
            return
        self._due = {name: NO_DATE if due <= today else due for name, due in self._due.items()}
        self._first_due = min(self._due.values())
        self._ranked = {work.id: self._static(work) for work in self._by_id.values()}
        for lane in _QUEUES:
            works = [work for _, work in self._heaps[lane]]
            self._heaps[lane] = [(self._ranked[work.id], work) for work in works]
            heapify(self._heaps[lane])
        self._stale.update(_QUEUES)

    def is_due(self, work: Work) -> bool:
        """Say whether a booked round asks for an item, or for one that requires it."""
        return self._due[work.id] < NO_DATE

    @property
    def all_begun(self) -> bool:
        """Whether nothing waits to be begun any more."""
        return not self._unbegun

    def is_required(self, work: Work) -> bool:
        """Say whether something that is kept requires an item."""
        return bool(self._order.waiting[work.id])

    def holds_up(self, work: Work) -> bool:
        """Say whether something to study requires an item."""
        waiting = self._order.waiting[work.id]
        return any(self._by_id[name].lane is not Subject.MOCK for name in waiting)

    def finish(self, work: Work) -> None:
        """Note that an item is finished; what waited for it alone becomes ready."""
        if work.id not in self.unfinished:
            return
        self.unfinished.discard(work.id)
        self._stale.add(work.lane)
        if work.lane is Subject.ORIENTATION:
            self.orientation.remove(work)
        for name in self._order.waiting[work.id]:
            self._missing[name] -= 1
            follower = self._by_id[name]
            if not self._missing[name] and follower.lane in _QUEUES:
                heappush(self._heaps[follower.lane], (self._ranked[name], follower))
                self._stale.add(follower.lane)

    def laid(self, work: Work, minutes: int) -> None:
        """Note that minutes of an item were laid, and whether that finished its pass."""
        lane = work.lane
        self._row = self._row + 1 if work.item.area == self._area else 1
        self._area = work.item.area
        if lane not in self._laid:
            return
        self._laid[lane] += minutes
        self._share[lane] = self._laid[lane] / self._total[lane]
        if self._open.get(lane) is not work:
            self._open[lane] = work
            self._view[lane].remove(work)
            self._unbegun -= not work.resumed
        if not work.pieces:
            del self._open[lane]

    def mocks(self) -> Sequence[Work]:
        """Return the mocks that are ready, the most wanted first."""
        if Subject.MOCK in self._stale:
            self._look(Subject.MOCK)
        return self._view[Subject.MOCK]

    def next_of(self, lane: Subject) -> Work | None:
        """Return what goes first in a lane, open or ready to begin, if there is anything."""
        return next(iter(self._of(lane, may_start=True)), None)

    def in_turn(
        self, *, may_start: bool, patient: bool, missing: Mapping[Subject, int]
    ) -> Iterator[Work]:
        """Yield what may come next, the most wanted first.

        `may_start` allows items that were not begun. While `patient`, an item waits for what it
        would rather follow; later on, core items and what they require do not. What a booked round
        asks for comes first, then the lanes that are `missing` in the week, whose items wait for
        nothing but what they require.
        """
        tired = self._area if self._row >= ROW else ""
        later: list[Work] = []
        last: list[Work] = []
        due = self._due
        for lane, offered in self._turns(missing, may_start=may_start):
            wanted = lane in missing
            waiting: list[Work] = []
            for work in offered:
                if due[work.id] < NO_DATE:
                    yield work
                elif not work.begun and self._would_rather_wait(work, patient=patient):
                    waiting.append(work)
                elif work.item.area == tired and not wanted:
                    later.append(work)
                else:
                    yield work
            if wanted:
                yield from waiting
            else:
                last.extend(waiting)
        yield from later
        yield from last

    def _turns(
        self, missing: Mapping[Subject, int], *, may_start: bool
    ) -> Iterator[tuple[Subject, Sequence[Work]]]:
        """Yield what each lane offers, the lanes in their turn."""
        turns = []
        for place, lane in enumerate(LANES):
            offered = self._of(lane, may_start=may_start)
            if offered:
                first = self._due[offered[0].id]
                turns.append((first, -missing.get(lane, 0), self._share[lane], place, offered))
        return ((LANES[place], offered) for *_, place, offered in sorted(turns))

    def by_rank(self, works: Sequence[Work]) -> list[Work]:
        """Return work in the order of rule 8: priority, chain, coverage, the guide's order.

        The longer chain goes before the least covered criterion, because a chain that begins too
        late leaves out the mock at its end.
        """
        gain = self._coverage.gain

        def key(work: Work) -> tuple[int, int, bool, int, float, int, str]:
            due, rank, closes, chain, order, name = self._ranked[work.id]
            return (due, rank, closes, chain, -gain(work.item), order, name)

        return sorted(works, key=key)

    def _static(self, work: Work) -> _Static:
        order, name = self._order, work.id
        chain = work.minutes - order.tail[name]
        closes = name in self._closers
        rank = work.rank if closes else order.rank[name]
        return (self._due[name], rank, closes, chain, work.order, name)

    def _of(self, lane: Subject, *, may_start: bool) -> Sequence[Work]:
        """Return what a lane offers; the order among it is settled anew when something ends."""
        opened = self._open.get(lane)
        if opened is not None:
            return (opened,)
        if lane in self._stale:
            self._look(lane)
        view = self._view[lane]
        return view if may_start else [work for work in view if work.begun]

    def _look(self, lane: Subject) -> None:
        """Bring what goes first among the ready items into view, and settle their order."""
        heap, ranked = self._heaps[lane], self._ranked
        seen = list(self._view[lane])
        while heap and len(seen) < IN_VIEW:
            seen.append(heappop(heap)[1])
        while heap and heap[0][0] < max(ranked[work.id] for work in seen):
            last = max(seen, key=lambda work: ranked[work.id])
            seen[seen.index(last)] = heappushpop(heap, (ranked[last.id], last))[1]
        self._view[lane] = self.by_rank([work for work in seen if work.pieces])
        self._stale.discard(lane)

    def _would_rather_wait(self, work: Work, *, patient: bool) -> bool:
        if not patient and self._order.rank[work.id] <= Priority.CORE.rank:
            return False
        return not self.unfinished.isdisjoint(self._order.follows[work.id])
