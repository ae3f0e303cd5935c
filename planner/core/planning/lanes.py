"""Which item comes next: three lanes, one item open in each, the lane that lags goes first."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from operator import attrgetter

from planner.core.planning.coverage import Coverage
from planner.core.planning.deadlines import NO_DATE
from planner.core.planning.lane import Lane, Rank
from planner.core.planning.order import SOLE, Order
from planner.core.planning.work import Work
from planner.core.values import Priority, Subject

LANES = (Subject.READING, Subject.TECHNICAL, Subject.LEADERSHIP)
_MOCK, _CORE = Subject.MOCK, Priority.CORE.rank
ROW = 2
"""At most so many sessions in a row from one area (rule 7)."""
_SHARE = attrgetter("share")


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
        self._area, self._row = "", 0
        self._unbegun = sum(one.lane in LANES and not one.resumed for one in works)
        queues = {lane: [one for one in works if one.lane is lane] for lane in (*LANES, _MOCK)}
        self._closers = {self._closer(queues[lane], last) for lane in LANES}
        self._ranks = {work.id: self._rank(work) for work in works}
        self._queues: dict[Subject, Lane] = {}
        for place, (lane, waiting) in enumerate(queues.items()):
            total = sum(one.left for one in waiting)
            queue = Lane(lane, place, total, share=0.0 if waiting else 1.0)
            self._queues[lane] = queue
            ready = [one for one in waiting if self.is_ready(one)]
            begun = next((one for one in ready if one.begun and lane in LANES), None)
            if begun is not None:
                queue.resume(begun)
            for work in ready:
                if work is not begun:
                    queue.add(work, self._ranks[work.id])
        self._lanes = [self._queues[lane] for lane in LANES]

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
        self._ranks = {work.id: self._rank(work) for work in self._by_id.values()}
        for queue in self._queues.values():
            queue.rank_anew(self._ranks)

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
        return any(not self._by_id[name].is_mock for name in waiting)

    def finish(self, work: Work) -> None:
        """Note that an item is finished; what waited for it alone becomes ready."""
        if work.id not in self.unfinished:
            return
        self.unfinished.discard(work.id)
        if work.lane is Subject.ORIENTATION:
            self.orientation.remove(work)
        else:
            self._queues[work.lane].is_stale = True
        for name in self._order.waiting[work.id]:
            self._missing[name] -= 1
            follower = self._by_id[name]
            queue = self._queues.get(follower.lane)
            if queue is not None and not self._missing[name]:
                queue.add(follower, self._ranks[name])

    def laid(self, work: Work, minutes: int) -> None:
        """Note that minutes of an item were laid, and whether that finished its pass."""
        self.follow(work)
        if work.lane not in LANES:
            return
        lane = self._queues[work.lane]
        lane.count(minutes)
        if work is not lane.opened:
            lane.open(work)
            self._unbegun -= not work.resumed
        if not work.pieces:
            lane.close()

    def follow(self, work: Work) -> None:
        """Note the area of what was laid last, and how many sessions in a row are from it."""
        self._row = self._row + 1 if work.item.area == self._area else 1
        self._area = work.item.area

    @property
    def tired(self) -> str:
        """The area of which no session should come next, if there is one."""
        return self._area if self._row >= ROW else ""

    def mocks(self) -> Sequence[Work]:
        """Return the mocks that are ready, the most wanted first."""
        queue = self._queues[_MOCK]
        queue.settle(self._ranks, self._coverage)
        return queue.offered

    def next_of(self, lane: Subject) -> Work | None:
        """Return what goes first in a lane, open or ready to begin, if there is anything."""
        queue = self._queues[lane]
        queue.settle(self._ranks, self._coverage)
        return next(iter(queue.offered), None)

    def in_turn(
        self, *, may_start: bool, patient: bool, missing: Mapping[Subject, int]
    ) -> Iterator[Work]:
        """Yield what may come next, the most wanted first.

        `may_start` allows items that were not begun. While `patient`, an item waits for what it
        would rather follow; later on, core items and what they require do not. What a booked round
        asks for comes first, then the lanes that are `missing` in the week, whose items wait for
        nothing but what they require.
        """
        tired = self.tired
        later: list[Work] = []
        last: list[Work] = []
        due = self._due
        for lane in self._turns(missing, may_start=may_start):
            wanted = lane.subject in missing
            waiting: list[Work] = []
            for work in lane.offered:
                if not may_start and not work.begun:
                    continue
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

    def _turns(self, missing: Mapping[Subject, int], *, may_start: bool) -> Sequence[Lane]:
        """Return the lanes in their turn: what is due first, then what is missing, then what lags.

        They are put in order by what matters least first.
        """
        for lane in self._lanes:
            if lane.is_stale:
                lane.settle(self._ranks, self._coverage)
        turns = sorted(self._lanes, key=_SHARE)
        if missing:
            turns.sort(key=lambda lane: -missing.get(lane.subject, 0))
        if self._first_due < NO_DATE:
            turns.sort(key=lambda lane: self._first_day(lane, may_start=may_start))
        return turns

    def _first_day(self, lane: Lane, *, may_start: bool) -> int:
        offered = (self._due[work.id] for work in lane.offered if may_start or work.begun)
        return next(offered, NO_DATE)

    def _rank(self, work: Work) -> Rank:
        order, name = self._order, work.id
        chain = work.minutes - order.tail[name]
        closes = name in self._closers
        rank = work.rank if closes else order.rank[name]
        return (self._due[name], rank, closes, chain), (work.order, name)

    def _would_rather_wait(self, work: Work, *, patient: bool) -> bool:
        if not patient and self._order.rank[work.id] <= _CORE:
            return False
        return not self.unfinished.isdisjoint(self._order.follows[work.id])
