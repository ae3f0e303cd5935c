"""What a first pass left out of an item: it comes back when everything has begun."""

from collections.abc import Iterator
from itertools import chain

from planner.core.planning.lanes import Lanes
from planner.core.planning.work import LEAST, Work
from planner.core.values import Subject


class Later:
    """Second passes that are planned, and minutes beyond what was kept, if there is room.

    An item comes back in another week than the one in which it was begun.
    """

    def __init__(self, lanes: Lanes) -> None:
        """Begin with nothing."""
        self.planned: list[Work] = []
        self._beyond: list[Work] = []
        self._lanes = lanes
        self._begun_in: dict[str, int] = {}

    def begin(self, week: int, work: Work, first: Work, whole: Work) -> None:
        """Note that an item begins with a first pass, and keep what it leaves out.

        What something requires is studied in one go, so that it is finished before; of everything
        else at least half is studied in the first pass.
        """
        self._begun_in[work.id] = week
        if self._lanes.is_required(work):
            return
        rest = min(work.minutes - first.minutes, first.minutes)
        if rest >= LEAST:
            is_book = work.lane is Subject.READING and rest + first.minutes == work.minutes
            self._keep(self.planned, work.after(first.minutes) if is_book else whole.copy(rest))
        beyond = min(whole.minutes - work.minutes, 2 * first.minutes - work.minutes)
        if beyond >= LEAST:
            self._keep(self._beyond, whole.copy(beyond))

    def candidates(self, week: int, *, in_block: bool) -> Iterator[Work]:
        """Yield what may come back in a week, the most important first.

        Before the mock block no book is opened again, and nothing takes the room of what has not
        begun.
        """
        unfinished = self._lanes.unfinished
        free = in_block or self._lanes.all_begun
        for work in chain(self.planned, self._beyond) if free else self.planned:
            if work.id in unfinished or self._begun_in[work.id] == week:
                continue
            if in_block or work.lane is not Subject.READING:
                yield work

    def laid(self, work: Work) -> None:
        """Note that minutes of it were laid."""
        if not work.pieces:
            for kept in (self.planned, self._beyond):
                if work in kept:
                    kept.remove(work)

    def rest_of(self, item: str) -> Work | None:
        """Return what is left of an item."""
        return next((one for one in chain(self.planned, self._beyond) if one.id == item), None)

    def _keep(self, kept: list[Work], work: Work) -> None:
        place = next((at for at, one in enumerate(kept) if one.rank > work.rank), len(kept))
        kept.insert(place, work)
