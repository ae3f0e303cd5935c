"""What a first pass left out of an item: it comes back when everything has begun."""

from bisect import insort
from collections.abc import Iterator
from heapq import merge

from planner.core.planning.cutting import take
from planner.core.planning.lanes import Lanes
from planner.core.planning.work import LEAST, LONG, Work
from planner.core.values import Subject

_Entry = tuple[int, bool, int, Work]
"""Work with its priority, whether it has its least already, and its number: its order."""


class Later:
    """Second passes that are planned, and minutes beyond what was kept, if there is room.

    An item comes back in another week than the one in which it was begun.
    """

    def __init__(self, lanes: Lanes) -> None:
        """Begin with nothing."""
        self._lanes = lanes
        self._begun_in: dict[str, int] = {}
        self._rests: dict[str, list[tuple[list[_Entry], _Entry]]] = {}
        self._soon: list[str] = []
        self._skills: list[_Entry] = []
        self._books: list[_Entry] = []
        self._beyond: list[_Entry] = []
        self._spare: dict[str, Work] = {}
        self._count = 0

    def begin(self, week: int, work: Work, first: Work, whole: Work) -> None:
        """Note that an item begins with a first pass, and keep what it leaves out.

        What something requires is studied in one go, so that it is finished before; of everything
        else at least half is studied in the first pass.
        """
        self._begun_in[work.id] = week
        if self._lanes.is_required(work):
            self._set_aside(work, whole, whole.minutes - work.minutes)
            return
        rest = min(work.minutes - first.minutes, first.minutes)
        is_book = work.lane is Subject.READING
        if rest >= LEAST:
            goes_on = is_book and rest + first.minutes == work.minutes
            later = work.after(first.minutes) if goes_on else whole.copy(rest)
            has_least = first.minutes >= work.least
            self._keep(self._books if is_book else self._skills, later, has_least=has_least)
        beyond = min(whole.minutes - work.minutes, 2 * first.minutes - work.minutes)
        self._set_aside(work, whole, beyond)
        if beyond >= LEAST:
            self._keep(self._beyond, self._spare[work.id], has_least=True)

    def beyond(self, work: Work, most: int, week: int, *, in_block: bool) -> int:
        """Take minutes, at most so many, of what was not to be kept of an item.

        What something requires takes none in the mock block, and what is begun and finished in a
        week does not become long in it.
        """
        spare = self._spare.get(work.id)
        if spare is None or (in_block and self._lanes.is_required(work)):
            return 0
        if self._begun_in[work.id] == week:
            most = min(most, LONG - work.minutes)
        if most <= 0:
            return 0
        minutes = min(most, spare.left)
        if 0 < spare.left - minutes < LEAST <= spare.left:
            minutes = spare.left - LEAST
        take(spare, minutes)
        self.laid(spare)
        work.minutes += minutes
        return minutes

    def finish(self, work: Work, week: int) -> None:
        """Note that the first pass of an item is over."""
        if self._begun_in.get(work.id) == week:
            self._soon.append(work.id)
        else:
            self._come_up(work.id)

    def begin_week(self) -> None:
        """Let what was begun and finished in the week before come back."""
        for item in self._soon:
            self._come_up(item)
        self._soon.clear()

    def due(self, *, in_block: bool) -> Iterator[Work]:
        """Yield the second passes that may come, the most important first.

        Before the mock block no book is opened again.
        """
        found = merge(self._skills, self._books) if in_block else iter(self._skills)
        return (work for *_, work in found)

    def spare(self, *, in_block: bool) -> Iterator[Work]:
        """Yield what was not to be kept and may come all the same, the most important first.

        Before the mock block it takes no room of what has not begun.
        """
        for *_, work in self._beyond if in_block or self._lanes.all_begun else ():
            if in_block or work.lane is not Subject.READING:
                yield work

    @property
    def is_open(self) -> bool:
        """Whether something may still come back."""
        return any(entry[3].pieces for rests in self._rests.values() for _, entry in rests)

    def laid(self, work: Work) -> None:
        """Note that minutes of it were laid."""
        if not work.pieces:
            for kept, entry in self._rests.get(work.id, ()):
                if entry[3] is work and entry in kept:
                    kept.remove(entry)

    def rest_of(self, item: str) -> Work | None:
        """Return what is left of an item."""
        rests = (entry[3] for _, entry in self._rests.get(item, ()))
        return next((work for work in rests if work.pieces), None)

    def _set_aside(self, work: Work, whole: Work, minutes: int) -> None:
        if minutes > 0:
            self._spare[work.id] = whole.copy(minutes)

    def _keep(self, kept: list[_Entry], work: Work, *, has_least: bool) -> None:
        self._count += 1
        self._rests.setdefault(work.id, []).append(
            (kept, (work.rank, has_least, self._count, work))
        )

    def _come_up(self, item: str) -> None:
        for kept, entry in self._rests.get(item, ()):
            if entry[3].pieces:
                insort(kept, entry)
