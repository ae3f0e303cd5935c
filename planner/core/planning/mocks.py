"""The mocks: how many a week holds, where they may stand, and the debrief that follows each."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import ceil
from statistics import median_low

from planner.core.planning.board import Board, Placed
from planner.core.planning.calendar import Day, Stretch
from planner.core.planning.lanes import Lanes
from planner.core.planning.rehearsal import is_rehearsal, lay_rehearsal
from planner.core.planning.rooms import Rooms
from planner.core.planning.work import Work
from planner.core.values import Phase

LAST_MOCK = 3
"""No mock in so many days before the loop."""
IN_BLOCK = 2
"""Mocks a week in the mock block; before it, from half time on, one a week (rule 10)."""

MOST = 3
"""More than so many in a week would be sat through, not learned from."""


@dataclass(frozen=True, slots=True)
class _Places:
    """What some weeks hold: how many of them one mock, and those of the block the usual or more.

    `early` weeks are those before the mock block.
    """

    early: int = 0
    in_block: int = 0
    usual: int = 0
    most: int = 0

    def before(self, stretch: Stretch, mocks: int) -> "_Places":
        """Return what they hold with the week before them, which holds so many mocks."""
        holds = mocks > 0
        if stretch.phase is Phase.BUILD:
            return replace(self, early=self.early + holds)
        return _Places(
            self.early,
            self.in_block + holds,
            self.usual + min(mocks, IN_BLOCK),
            self.most + min(mocks, MOST),
        )


_NONE = _Places()


class Mocks:
    """The mocks that are still to be laid, and the rehearsal of the loop that ends them.

    Before the mock block they stand in so many `spare` minutes, and more only where that block is
    too short. Of mocks that are `held` a week has so many already.
    """

    def __init__(
        self, works: Sequence[Work], lanes: Lanes, loop: date, spare: int, held: Mapping[int, int]
    ) -> None:
        """Take the mocks out of some work."""
        mocks = [work for work in works if work.is_mock]
        others = [work for work in mocks if not is_rehearsal(work)]
        self._rehearsals = [work for work in mocks if is_rehearsal(work)]
        self._needed = {other for work in self._rehearsals for other in work.item.requires}
        self._debriefs = {u.id for work in mocks for u in work.item.units if not u.scored}
        self._to_debrief = [work for work in others if self._owes(work)]
        self._lanes = lanes
        self._loop = loop
        self._spare = spare
        self._held = held
        self._before = loop - timedelta(days=LAST_MOCK)
        self._rehearsed: dict[int, int] = {}
        self._later: dict[int, _Places] = {}
        self._last_day: dict[str, date] = {}
        self._every = 1.0
        self._next = 0.0
        self._day = 0
        self._last_week = 0
        self._left = 0
        self._minutes = sum(work.left for work in others)
        rounds = {work: self._rounds_of(work) for work in others}
        self._rounds = sum(rounds.values())
        self._awaited = sum(count for work, count in rounds.items() if lanes.holds_up(work))
        self._mean = self._minutes // max(self._rounds, 1)
        needs = [self._needs_of(work) for work, count in rounds.items() for _ in range(count)]
        self._median = median_low(needs) if needs else self._mean

    def begin(self, board: Board, rooms: Rooms, block: int, closed: AbstractSet[date]) -> None:
        """Lay the rehearsal, if there is one, and count the weeks there are for other mocks.

        No other mock stands after it.
        """
        first_week = len(board.weeks) + 1
        for work in self._rehearsals:
            for one in lay_rehearsal(board, work, self._loop, block, rooms.study, closed):
                if not self._rehearsed:
                    self._before, first_week = one.day.date, one.day.week
                week = one.day.week
                self._rehearsed[week] = self._rehearsed.get(week, 0) + one.minutes
        days = [day for one in board.weeks for day in one.days]
        self._day = max((day.left for day in days), default=0)
        self._last_week = max((day.week for day in days if self.may_stand(day)), default=0)
        places = _Places()
        for stretch in reversed(board.weeks):
            self._later[stretch.number] = places
            if len(board.weeks) / 2 <= stretch.number < first_week:
                places = places.before(stretch, self._holds(stretch, rooms))

    def rehearsal_stands(self) -> bool:
        """Say whether the rehearsal, if there is one, found room after everything it requires."""
        unfinished = self._needed & self._lanes.unfinished
        return not unfinished and not any(work.pieces for work in self._rehearsals)

    def rehearsed_in(self, week: int) -> int:
        """Return the minutes the rehearsal takes of a week."""
        return self._rehearsed.get(week, 0)

    def begin_week(self, stretch: Stretch, weeks: int) -> int:
        """Count the mocks this week may hold; return the minutes later weeks may spend on them.

        Later weeks are those before the mock block. A week holds more than usual only where the
        mocks that are left would not find their place otherwise (rule 10).
        """
        later = self._later[stretch.number]
        early = 1 if self._spare >= self._mean else 0
        is_early = stretch.phase is Phase.BUILD
        usual = early if is_early else IN_BLOCK
        weeks_left = 1 + later.early * early + later.in_block
        self._every = max(weeks_left / max(self._rounds, 1), 1)
        if not is_early:
            usual = min(usual, ceil(self._rounds / weeks_left))
        elif stretch.number < self._next:
            usual = 0
        places = max(usual + later.early * early + (later.most if is_early else later.usual), 1)
        wanted = usual
        if self._rounds > places:
            wanted = ceil(self._rounds * max(usual, 1) / places)
        if is_early:
            wanted = max(wanted, ceil(self._awaited / (later.early + 1)))
        wanted = max(wanted, self._rounds - later.early * MOST - later.most)
        self._left = min(wanted, self._most_of(stretch)) if stretch.number >= weeks / 2 else 0
        soon = min(ceil(later.early * early / self._every) * self._mean, self._spare)
        must = min(self._rounds - self._left - later.most, later.early * MOST) * self._mean
        return min(self._minutes, max(soon, must) + self._left * self._mean)

    @property
    def this_week(self) -> int:
        """The minutes that mocks may still take of this week."""
        return min(max(self._left, 0) * self._mean, self._minutes)

    @property
    def week_is_full(self) -> bool:
        """Whether this week holds no further mock, nor a debrief."""
        return self._left <= 0 and not self._to_debrief

    def held(self, stretch: Stretch, day: Day, closed: AbstractSet[date]) -> int:
        """Return the minutes of a week that wait for mocks on the days of it after this one."""
        places, minutes = self._left, 0
        if places <= 0:
            return minutes
        longest = self._longest_later(stretch, day, closed)
        for work in self._lanes.mocks():
            needs = self._needs(work)
            if needs <= longest and not is_rehearsal(work):
                rounds = min(self._rounds_of(work), places)
                places -= rounds
                minutes += rounds * needs
        return minutes

    def candidates(
        self, stretch: Stretch, day: Day, room: int, closed: AbstractSet[date]
    ) -> Iterator[Work]:
        """Yield the debrief of a mock that stands, then what may stand on a day with its debrief.

        A mock for which only a later day of the week is long enough keeps its place and its
        minutes, and no mock is held twice on a day. In the last week for mocks it may be, and the
        debrief may come on another day, where no later day holds both; not behind the last one.
        """
        yield from self._to_debrief
        if self._left <= 0 or not self.may_stand(day):
            return
        ready = [work for work in self._lanes.mocks() if not is_rehearsal(work)]
        needs = [self._needs(work) for work in ready]
        longest = self._longest_later(stretch, day, closed)
        longer = [minutes for minutes in needs if day.longest < minutes <= longest]
        if longer and self._left == 1:
            return
        room -= max(longer, default=0)
        is_last = self._later[day.week] == _NONE
        for work, minutes in zip(ready, needs, strict=True):
            if is_last and minutes > longest:
                held = min(room, day.left + longest)
                fits = minutes <= (held if day.week == self._last_week else day.left + room)
            else:
                again = self._last_day.get(work.id) == day.date
                fits = not again and minutes <= min(room, day.left)
            if fits:
                yield work

    def _longest_later(self, stretch: Stretch, day: Day, closed: AbstractSet[date]) -> int:
        """Return how long a mock can be that stands on a later day of the week."""
        later = [
            one.longest
            for one in stretch.days
            if day.date < one.date < self._before and one.date not in closed
        ]
        return max(later, default=0)

    def owes_debrief(self, work: Work) -> bool:
        """Say whether a round of a mock stands whose debrief does not yet."""
        return work in self._to_debrief

    def laid(self, work: Work, session: Placed) -> None:
        """Note that a part of a mock was laid."""
        self._minutes -= session.minutes
        self._spare -= session.minutes
        if not self._debriefs.intersection(session.units[-1:]):
            self._left -= 1
            self._rounds -= 1
            self._next = session.day.week + self._every
            self._last_day[work.id] = session.day.date
            self._awaited -= self._lanes.holds_up(work)
        if work in self._to_debrief:
            self._to_debrief.remove(work)
        if work.pieces and self._owes(work):
            self._to_debrief.append(work)

    def _needs(self, work: Work) -> int:
        """Return the minutes of a round with its debrief, as far as any day holds them."""
        return min(self._needs_of(work), self._day)

    def _needs_of(self, work: Work) -> int:
        (_, minutes), *rest = work.pieces[:2]
        return minutes + sum([left for unit, left in rest if unit in self._debriefs])

    def _rounds_of(self, work: Work) -> int:
        return sum([unit not in self._debriefs for unit, _ in work.pieces])

    def _owes(self, work: Work) -> bool:
        unit, _ = work.pieces[0]
        return unit in self._debriefs

    def _holds(self, stretch: Stretch, rooms: Rooms) -> int:
        """Return how many mocks a week has days and room for."""
        least = max(min(self._mean, self._day), 1)
        usual = min(self._median, self._day)
        days = sum(
            max(day.longest // least, day.longest >= usual)
            for day in stretch.days
            if self.may_stand(day)
        )
        return min(days, rooms.study[stretch.number] // least, self._most_of(stretch))

    def _most_of(self, stretch: Stretch) -> int:
        """Return how many mocks a week may hold beside those that are held."""
        return max(MOST - self._held.get(stretch.number, 0), 0)

    def may_stand(self, day: Day) -> bool:
        """Say whether a day is neither too near the loop nor after the rehearsal has begun."""
        return day.date < self._before
