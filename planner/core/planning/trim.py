"""What is left out so that the rest fits: by priority, and never at the price of coverage."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from planner.core.curriculum import Item
from planner.core.planning.cover import cover
from planner.core.planning.work import Work
from planner.core.values import GRAIN, Level, Priority, Subject


@dataclass(frozen=True, slots=True)
class Trimmed:
    """Studies and mocks that stay, in the guide's order, and the minutes each study keeps.

    `sole` are the ids of what alone covers a criterion, a failure point or a round.
    """

    studies: Sequence[Work]
    mocks: Sequence[Work]
    sizes: Mapping[str, int]
    sole: frozenset[str]


def marks(item: Item, level: Level) -> tuple[tuple[str, str], ...]:
    """Return what an item covers: criteria, failure points and rounds of the level."""
    return item.at[level].marks


def trim(
    studies: Sequence[Work],
    mocks: Sequence[Work],
    room: int,
    level: Level,
    done: Iterable[Item] = (),
) -> Trimmed:
    """Return what stays of some work when there are `room` minutes for all of it (rule 9).

    Mocks come first. Optional studies go first, then important ones, each time the one that covers
    least per hour; the last that goes is shortened instead where that uses the room better. Where
    even that is not enough, everything is shortened, the less important first, down to the effort
    of a strong candidate. Never one that something kept requires, and never the last of a
    criterion, a failure point or a round. Where not even shortened work fits, `Cover` chooses anew
    from all of it. `done` items cover as well.
    """
    board = _Board(studies, mocks, level, tuple(done))
    sizes = {work.id: work.minutes for work in studies}
    left = room - sum(work.minutes for work in mocks)
    for rank in (Priority.OPTIONAL.rank, Priority.IMPORTANT.rank):
        last = board.drop(rank, left)
        if last is not None and board.total < left:
            _fill(board, last, left, sizes)
    if board.total > left:
        if board.least > left:
            mocks = board.choose(studies, mocks, room)
            left = room - sum(work.minutes for work in mocks)
        _shorten(board, left, sizes)
    kept = sorted(board.kept.values(), key=lambda work: work.order)
    return Trimmed(
        studies=kept,
        mocks=mocks,
        sizes={work.id: sizes[work.id] for work in kept},
        sole=frozenset(work.id for work in kept if board.is_last(work)),
    )


def _fill(board: "_Board", last: Work, room: int, sizes: dict[str, int]) -> None:
    """Keep the item that was dropped last after all, shortened to the room that is left.

    Where that is less than it can be shortened to, others that matter as little give the rest.
    """
    gap = (room - board.total) // GRAIN * GRAIN
    short = max(last.least - gap, 0)
    peers = [one for one in board.kept.values() if one.rank == last.rank]
    givers = sorted(peers, key=lambda one: (one.least - one.minutes, one.order))
    if gap <= 0 or short > sum(one.minutes - one.least for one in givers):
        return
    board.take_back(last)
    sizes[last.id] = max(gap, last.least)
    for one in givers:
        given = min(short, one.minutes - one.least)
        sizes[one.id] -= given
        short -= given
    board.total = sum(sizes[one] for one in board.kept)


def _shorten(board: "_Board", room: int, sizes: dict[str, int]) -> None:
    """Shorten what is kept until it fits, the least important first, in proportion within a rank.

    What cannot be shortened enough keeps its least.
    """
    kept = sorted(board.kept.values(), key=lambda work: work.order)
    missing = max(board.total - room, 0)
    for priority in reversed(Priority):
        peers = [work for work in kept if work.rank == priority.rank]
        can = sum(work.minutes - work.least for work in peers)
        take = min(missing, can)
        passed = taken = 0
        for work in peers:
            passed += work.minutes - work.least
            until = -(-take * passed // can // GRAIN) * GRAIN if can else 0
            until = min(until, taken + work.minutes - work.least)
            sizes[work.id] = work.minutes - (until - taken)
            taken = until
        missing -= taken


class _Board:
    """The studies that are kept, with how often each criterion, point and round is covered."""

    def __init__(
        self, studies: Sequence[Work], mocks: Sequence[Work], level: Level, done: Sequence[Item]
    ) -> None:
        self.kept = {work.id: work for work in studies}
        self.total = sum(work.minutes for work in studies)
        self.least = sum(work.least for work in studies)
        self._marks = {work.id: marks(work.item, level) for work in (*studies, *mocks)}
        self._done = [mark for item in done for mark in marks(item, level)]
        self._covered: dict[tuple[str, str], int] = {}
        self._waiting: dict[str, int] = {}
        self._cover(self._done, 1)
        for work in (*studies, *mocks):
            self._cover(self._marks[work.id], 1)
            self._wait(work, 1)

    def drop(self, rank: int, room: int) -> Work | None:
        """Drop studies of a rank until the rest fits, and return what was dropped last."""
        found = [work for work in self.kept.values() if work.rank == rank]
        heap = [(self._worth(work), -work.order, work) for work in found if not self._waits(work)]
        heapify(heap)
        last = None
        while heap and self.total > room:
            worth, order, work = heappop(heap)
            now = self._worth(work)
            if now > worth:
                heappush(heap, (now, order, work))
            elif work.id in self.kept and self._may_go(work):
                del self.kept[work.id]
                self._count(work, -1)
                last = work
                for other in work.item.requires:
                    one = self.kept.get(other)
                    if one is not None and not self._waits(one) and rank == one.rank:
                        heappush(heap, (self._worth(one), -one.order, one))
        return last

    def choose(self, studies: Sequence[Work], mocks: Sequence[Work], room: int) -> Sequence[Work]:
        """Choose studies and mocks anew for a small room, and return the mocks that stay."""
        bits: dict[tuple[str, str], int] = {}
        for found in (*self._marks.values(), self._done):
            for mark in found:
                bits.setdefault(mark, 1 << len(bits))
        covers = {name: sum(bits[mark] for mark in found) for name, found in self._marks.items()}
        done = sum(bits[mark] for mark in set(self._done))
        chosen = cover((*studies, *mocks), covers, done, room)
        for work in studies:
            if work.id in self.kept and work.id not in chosen:
                del self.kept[work.id]
                self._count(work, -1)
            elif work.id in chosen and work.id not in self.kept:
                self.take_back(work)
        for work in mocks:
            if work.id not in chosen:
                self._cover(self._marks[work.id], -1)
        return [work for work in mocks if work.id in chosen]

    def take_back(self, work: Work) -> None:
        self.kept[work.id] = work
        self._count(work, 1)

    def is_last(self, work: Work) -> bool:
        return any(self._covered[mark] <= 1 for mark in self._marks[work.id])

    def _may_go(self, work: Work) -> bool:
        fixed = work.item.subject is Subject.ORIENTATION or work.begun
        return not fixed and not self.is_last(work)

    def _waits(self, work: Work) -> bool:
        return self._waiting.get(work.id, 0) > 0

    def _count(self, work: Work, by: int) -> None:
        self.total += by * work.minutes
        self.least += by * work.least
        self._cover(self._marks[work.id], by)
        self._wait(work, by)

    def _wait(self, work: Work, by: int) -> None:
        for other in work.item.requires:
            self._waiting[other] = self._waiting.get(other, 0) + by

    def _worth(self, work: Work) -> float:
        """Return how much only this item covers, per minute."""
        return sum(1 / self._covered[mark] for mark in self._marks[work.id]) / work.minutes

    def _cover(self, found: Iterable[tuple[str, str]], by: int) -> None:
        for mark in found:
            self._covered[mark] = self._covered.get(mark, 0) + by
