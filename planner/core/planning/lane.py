"""One lane: the work that is ready in it, what goes first of it, and what is open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush, heappushpop

from planner.core.planning.coverage import Coverage
from planner.core.planning.work import Work
from planner.core.values import Subject

IN_VIEW = 32
"""So many ready items of a lane are weighed against each other at a time."""

Rank = tuple[tuple[int, int, bool, int], tuple[int, str]]
"""By what the order of rule 8 is settled before coverage, and by what after it."""


@dataclass(slots=True)
class Lane:
    """The work of one subject; `share` is how much of its minutes was laid.

    At most one item is open. What is ready waits in a heap, but for what goes first: that is in
    view, in an order that is settled anew when something has changed. What is open is `offered`,
    else what is in view.
    """

    subject: Subject
    place: int
    total: int
    share: float
    opened: Work | None = None
    offered: Sequence[Work] = ()
    laid: int = 0
    is_stale: bool = True
    _view: list[Work] = field(default_factory=list)
    _heap: list[tuple[Rank, Work]] = field(default_factory=list)

    def add(self, work: Work, rank: Rank) -> None:
        """Take in an item that has become ready."""
        heappush(self._heap, (rank, work))
        self.is_stale = True

    def count(self, minutes: int) -> None:
        """Count minutes that were laid."""
        self.laid += minutes
        self.share = self.laid / self.total

    def resume(self, work: Work) -> None:
        """Open an item that was begun before."""
        self.opened = work
        self.offered = (work,)

    def open(self, work: Work) -> None:
        """Open an item that was in view."""
        self.resume(work)
        self._view.remove(work)

    def close(self) -> None:
        """Open nothing."""
        self.opened = None
        self.offered = self._view

    def rank_anew(self, ranks: Mapping[str, Rank]) -> None:
        """Take other ranks."""
        self._heap = [(ranks[work.id], work) for _, work in self._heap]
        heapify(self._heap)
        self.is_stale = True

    def settle(self, ranks: Mapping[str, Rank], coverage: Coverage) -> None:
        """Bring what goes first of what is ready into view in its order, if nothing is open."""
        if not self.is_stale or self.opened:
            return
        heap, seen = self._heap, self._view
        while heap and len(seen) < IN_VIEW:
            seen.append(heappop(heap)[1])
        while heap and heap[0][0] < max(ranks[work.id] for work in seen):
            last = max(seen, key=lambda work: ranks[work.id])
            seen[seen.index(last)] = heappushpop(heap, (ranks[last.id], last))[1]
        self._view = by_rank([work for work in seen if work.pieces], ranks, coverage)
        self.offered = self._view
        self.is_stale = False


def by_rank(works: Sequence[Work], ranks: Mapping[str, Rank], coverage: Coverage) -> list[Work]:
    """Return work in the order of rule 8: priority, chain, coverage, the guide's order.

    The longer chain goes before the least covered criterion, because a chain that begins too
    late leaves out the mock at its end.
    """

    def key(work: Work) -> tuple[tuple[int, int, bool, int], float, tuple[int, str]]:
        before, after = ranks[work.id]
        return (before, -coverage.gain(work), after)

    return sorted(works, key=key) if len(works) > 1 else [*works]
