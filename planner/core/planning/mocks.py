"""The mocks: how many a week holds, where they may stand, and the debrief that follows each."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from math import ceil

from planner.core.planning.board import Board, Placed
from planner.core.planning.calendar import Day, Stretch
from planner.core.planning.lanes import Lanes
from planner.core.planning.rehearsal import is_rehearsal, lay_rehearsal
from planner.core.planning.rooms import Rooms
from planner.core.planning.work import Work
from planner.core.values import Phase, Subject

LAST_MOCK = 3
"""No mock in so many days before the loop."""
IN_BLOCK = 2
"""Mocks a week in the mock block; before it, from half time on, one a week (rule 10)."""

MOST = 3
"""More than so many in a week would be sat through, not learned from."""


class Mocks:
    """The mocks that are still to be laid, and the rehearsal of the loop that ends them.

    Unless they come `early`, mocks stand before the mock block only as far as that is too short.
    """

    def __init__(self, works: Sequence[Work], lanes: Lanes, loop: date, *, early: bool) -> None:
        """Take the mocks out of some work."""
        mocks = [work for work in works if work.lane is Subject.MOCK]
        self._open = [work for work in mocks if not is_rehearsal(work)]
        self._rehearsals = [work for work in mocks if is_rehearsal(work)]
        self._debriefs = {u.id for work in mocks for u in work.item.units if not u.scored}
        self._to_debrief = self._debriefs_next()
        self._needed = {other for work in self._rehearsals for other in work.item.requires}
        self._lanes = lanes
        self._loop = loop
        self._before_block = 1 if early else 0
        self._first_day: date | None = None
        self._first_week = 0
        self._rehearsed: dict[int, int] = {}
        self._left = 0

    def lay_rehearsal(
        self, board: Board, rooms: Rooms, block: int, closed: AbstractSet[date]
    ) -> None:
        """Lay the rehearsal, if there is one; no other mock stands after it."""
        for work in self._rehearsals:
            for one in lay_rehearsal(board, work, self._loop, block, rooms.study, closed):
                if self._first_day is None:
                    self._first_day, self._first_week = one.day.date, one.day.week
                week = one.day.week
                self._rehearsed[week] = self._rehearsed.get(week, 0) + one.minutes

    def rehearsal_stands(self) -> bool:
        """Say whether the rehearsal, if there is one, found room after everything it requires."""
        unfinished = self._needed & self._lanes.unfinished
        return not unfinished and not any(work.pieces for work in self._rehearsals)

    def rehearsed_in(self, week: int) -> int:
        """Return the minutes the rehearsal takes of a week."""
        return self._rehearsed.get(week, 0)

    def begin_week(self, stretch: Stretch, weeks: Sequence[Stretch]) -> int:
        """Count the mocks this week may hold; return the minutes later weeks may spend on them.

        Later weeks are those before the mock block. A week holds more than usual only where the
        mocks that are left would not find their place otherwise (rule 10).
        """
        rounds = [
            piece.left
            for work in self._open
            for piece in work.pieces
            if piece.unit not in self._debriefs
        ]
        half = len(weeks) / 2
        last = self._first_week - 1 if self._first_week else len(weeks)
        later = [self._usual(one) if one.number >= half else 0 for one in weeks[stretch.number :]]
        until = sum(later[: max(last - stretch.number, 0)])
        may = stretch.number >= half
        usual = self._usual(stretch)
        places = max(usual + until, 1)
        wanted = ceil(len(rounds) * max(usual, 1) / places) if len(rounds) > places else usual
        self._left = min(wanted, MOST) if may else 0
        build = sum(
            count
            for count, one in zip(later, weeks[stretch.number :], strict=True)
            if one.phase is Phase.BUILD
        )
        whole = sum(work.left for work in self._open)
        return min(whole, (build + self._left) * whole // max(len(rounds), 1))

    def candidates(self, day: Day) -> Iterator[Work]:
        """Yield the debrief of a mock that stands, then what may stand on a day."""
        if not self._open:
            return
        yield from self._to_debrief
        if self._left > 0 and self.may_stand(day):
            ready = [one for one in self._open if self._lanes.is_ready(one)]
            yield from self._lanes.by_rank(ready)

    def laid(self, work: Work, session: Placed) -> None:
        """Note that a part of a mock was laid."""
        if not self._debriefs.intersection(session.units[-1:]):
            self._left -= 1
        if not work.pieces:
            self._open.remove(work)
        self._to_debrief = self._debriefs_next()

    def _debriefs_next(self) -> list[Work]:
        return [one for one in self._open if one.pieces[0].unit in self._debriefs]

    def _usual(self, stretch: Stretch) -> int:
        return self._before_block if stretch.phase is Phase.BUILD else IN_BLOCK

    def may_stand(self, day: Day) -> bool:
        """Say whether a day is neither too near the loop nor after the rehearsal has begun."""
        if (self._loop - day.date).days <= LAST_MOCK:
            return False
        return self._first_day is None or day.date < self._first_day
