"""Which item comes next: three lanes, one item open in each, the lane that lags goes first."""

from collections.abc import Iterator, Sequence

from planner.core.planning.coverage import Coverage
from planner.core.planning.order import Order
from planner.core.planning.work import Work
from planner.core.values import Priority, Subject

LANES = (Subject.READING, Subject.TECHNICAL, Subject.LEADERSHIP)
ROW = 2
"""At most so many sessions in a row from one area (rule 7)."""


class Lanes:
    """The work that is still to be laid, and what is open.

    Reading, technical and leadership work each keep one item open at a time, so that books are
    read to their end while skills alternate (rule 7).
    """

    def __init__(self, works: Sequence[Work], order: Order, coverage: Coverage) -> None:
        """Queue the work; what was begun before is open."""
        self.unfinished = {work.id for work in works}
        self.orientation = [work for work in works if work.lane is Subject.ORIENTATION]
        self._order = order
        self._coverage = coverage
        self._waiting = {lane: [one for one in works if one.lane is lane] for lane in LANES}
        self._open: dict[Subject, Work] = {}
        self._total = {
            lane: sum(one.minutes for one in waiting) for lane, waiting in self._waiting.items()
        }
        self._laid = dict.fromkeys(LANES, 0)
        self._closers = {self._closer(waiting) for waiting in self._waiting.values()}
        self._areas: tuple[str, ...] = ()
        self._ready: dict[Subject, Sequence[Work]] = {}
        for lane, waiting in self._waiting.items():
            begun = next((work for work in waiting if work.begun), None)
            if begun is not None and self.is_ready(begun):
                self._open[lane] = begun

    def _closer(self, waiting: Sequence[Work]) -> str:
        """Return the item a lane keeps for last: the longest of its least important ones.

        Nothing new is begun in the mock block, so what is open then had better be long.
        """
        order = self._order
        free = [work for work in waiting if order.tail[work.id] == work.minutes]
        last = max(free, key=lambda work: (work.rank, work.minutes, work.id), default=None)
        return last.id if last else ""

    def is_ready(self, work: Work) -> bool:
        """Say whether everything an item requires is finished."""
        unfinished = self.unfinished
        return not any(other in unfinished for other in self._order.needs[work.id])

    def laid(self, work: Work, minutes: int) -> None:
        """Note that minutes of an item were laid, and whether that finished it."""
        lane = work.lane
        self._areas = (*self._areas, work.item.area)[-ROW:]
        if lane in self._laid:
            self._laid[lane] += minutes
            if work.pieces:
                self._open[lane] = work
            else:
                self._open.pop(lane, None)
                self._waiting[lane].remove(work)
        if not work.pieces:
            self.unfinished.discard(work.id)
            self._ready.clear()

    def in_turn(self, *, may_start: bool, patient: bool) -> Iterator[Work]:
        """Yield what may come next, the most wanted first.

        `may_start` allows items that were not begun. While `patient`, an item waits for what it
        would rather follow; later on, core items and what they require do not.
        """
        tired = self._areas[0] if len(self._areas) == ROW and len(set(self._areas)) == 1 else ""
        later: list[Work] = []
        last: list[Work] = []
        for lane in sorted(LANES, key=self._share):
            for work in self._of(lane, may_start=may_start):
                if not work.begun and self._would_rather_wait(work, patient=patient):
                    last.append(work)
                elif work.item.area == tired:
                    later.append(work)
                else:
                    yield work
        yield from later
        yield from last

    def by_rank(self, works: Sequence[Work]) -> list[Work]:
        """Return work in the order of rule 8: priority, chain, coverage, the guide's order.

        The longer chain goes before the least covered criterion, because a chain that begins too
        late leaves out the mock at its end.
        """
        order, coverage = self._order, self._coverage

        def key(work: Work) -> tuple[int, int, bool, float, int, str]:
            chain = order.tail[work.id] - work.minutes
            closes = work.id in self._closers
            gain = coverage.gain(work.item)
            return (order.rank[work.id], -chain, closes, -gain, work.order, work.id)

        return sorted(works, key=key)

    def _of(self, lane: Subject, *, may_start: bool) -> Sequence[Work]:
        """Return what a lane offers; the order among it is settled anew when something ends."""
        opened = self._open.get(lane)
        if opened is not None:
            return (opened,)
        if not may_start:
            return ()
        ready = self._ready.get(lane)
        if ready is None:
            waiting = [work for work in self._waiting[lane] if self.is_ready(work)]
            ready = self.by_rank(waiting)
            self._ready[lane] = ready
        return ready

    def _would_rather_wait(self, work: Work, *, patient: bool) -> bool:
        if not patient and self._order.rank[work.id] <= Priority.CORE.rank:
            return False
        unfinished = self.unfinished
        return any(other in unfinished for other in self._order.follows[work.id])

    def _share(self, lane: Subject) -> float:
        total = self._total[lane]
        return self._laid[lane] / total if total else 1.0
