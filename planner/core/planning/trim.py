"""What is left out so that the rest fits: by priority, and never at the price of coverage."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from planner.core.curriculum import Item
from planner.core.effort import GRAIN
from planner.core.planning.work import Work
from planner.core.values import Level, Priority, Subject


@dataclass(slots=True)
class Trimmed:
    """Work that stays, what each of it is shortened to, and what is dropped, the first first.

    `sole` are the ids of what alone covers a criterion, a failure point or a round.
    """

    kept: list[Work]
    sizes: dict[str, int]
    dropped: list[Work]
    sole: frozenset[str]


def marks(item: Item, level: Level) -> tuple[tuple[str, str], ...]:
    """Return what an item covers: criteria, failure points and rounds of the level."""
    at = item.at[level]
    return (
        *(("criterion", one) for one in at.criteria),
        *(("failure", one) for one in at.failures),
        *(("round", one) for one in at.rounds),
    )


def trim(
    works: Sequence[Work],
    room: int,
    level: Level,
    *,
    done: Iterable[Item] = (),
    held: Iterable[Item] = (),
) -> Trimmed:
    """Return what stays of some work when there are `room` minutes (rule 9).

    Optional items go first, then important ones, then core ones are shortened as far as to the
    effort of a strong candidate, and only then dropped; each time the one that covers least per
    hour, never one that a kept item requires, and never the last of a criterion, a failure point
    or a round. `done` items cover as well, and so do the `held` ones (mocks, which have room of
    their own); what those require stays.
    """
    board = _Board(works, level, (*done, *held))
    board.needed = frozenset(other for item in held for other in item.requires)
    for rank in (Priority.OPTIONAL.rank, Priority.IMPORTANT.rank):
        board.drop(rank, room)
    if board.total <= room:
        board.take_back(room)
    sizes = _shorten(board.kept_list(), room)
    if sum(sizes.values()) > room:
        board.drop(Priority.CORE.rank, room, at_least=True)
        sizes = _shorten(board.kept_list(), room)
    kept = board.kept_list()
    sole = frozenset(work.id for work in kept if board.is_last(work))
    return Trimmed(kept, sizes, board.dropped, sole)


def _shorten(works: Sequence[Work], room: int) -> dict[str, int]:
    total = sum(work.minutes for work in works)
    least = sum(work.least for work in works)
    if total <= room:
        return {work.id: work.minutes for work in works}
    share = (room - least) / (total - least) if room > least else 0.0
    return {
        work.id: work.least + int((work.minutes - work.least) * share) // GRAIN * GRAIN
        for work in works
    }


class _Board:
    """The work that is kept so far, with how often each criterion, point and round is covered."""

    def __init__(self, works: Sequence[Work], level: Level, done: Iterable[Item]) -> None:
        self.kept = {work.id: work for work in works}
        self.needed: frozenset[str] = frozenset()
        self.dropped: list[Work] = []
        self.total = sum(work.minutes for work in works)
        self._least = sum(work.least for work in works)
        self._marks = {work.id: marks(work.item, level) for work in works}
        self._covered: dict[tuple[str, str], int] = {}
        for item in done:
            self._cover(marks(item, level), 1)
        for found in self._marks.values():
            self._cover(found, 1)

    def kept_list(self) -> list[Work]:
        return list(self.kept.values())

    def drop(self, rank: int, room: int, *, at_least: bool = False) -> None:
        while (self._least if at_least else self.total) > room:
            needed = self.needed.union(*(work.item.requires for work in self.kept.values()))
            candidates = [
                work
                for work in self.kept.values()
                if work.rank == rank
                and work.id not in needed
                and work.item.subject is not Subject.ORIENTATION
                and not work.begun
                and not self.is_last(work)
            ]
            if not candidates:
                return
            out = min(candidates, key=lambda work: (self._worth(work), -work.order))
            self._remove(out)

    def take_back(self, room: int) -> None:
        """Keep again what fits after all, the last dropped first."""
        for work in reversed(list(self.dropped)):
            fits = self.total + work.minutes <= room
            alone = all(other in self.kept for other in work.item.requires if other in self._marks)
            if fits and alone:
                self.dropped.remove(work)
                self.kept[work.id] = work
                self.total += work.minutes
                self._least += work.least
                self._cover(self._marks[work.id], 1)
        self.kept = dict(sorted(self.kept.items(), key=lambda pair: pair[1].order))

    def _remove(self, work: Work) -> None:
        del self.kept[work.id]
        self.dropped.append(work)
        self.total -= work.minutes
        self._least -= work.least
        self._cover(self._marks[work.id], -1)

    def is_last(self, work: Work) -> bool:
        return any(self._covered[mark] <= 1 for mark in self._marks[work.id])

    def _worth(self, work: Work) -> float:
        """Return how much only this item covers, per hour."""
        return sum(1 / self._covered[mark] for mark in self._marks[work.id]) / work.minutes

    def _cover(self, found: Iterable[tuple[str, str]], by: int) -> None:
        for mark in found:
            self._covered[mark] = self._covered.get(mark, 0) + by
