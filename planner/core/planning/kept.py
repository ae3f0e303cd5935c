"""The work that is kept, while it becomes less, and whether what is left fits."""

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from copy import copy
from functools import cached_property
from heapq import heapify, heappop, heappush
from itertools import chain
from math import inf

from planner.core.curriculum import Item
from planner.core.planning.exchange import Exchanges
from planner.core.planning.rooms import Space
from planner.core.planning.work import Work
from planner.core.values import GRAIN, Level, Priority, Subject

_CORE = Priority.CORE.rank


def marks(item: Item, level: Level) -> tuple[tuple[str, str], ...]:
    """Return what an item covers: criteria, failure points and rounds of the level."""
    return item.at[level].marks


class Kept:
    """The work that is kept, with how often each criterion, point and round is covered.

    `total` are its minutes, `early` those of them that have to stand before the mock block. Of
    each item is known how much of what is kept requires it.
    """

    def __init__(
        self,
        works: Sequence[Work],
        space: Space,
        level: Level,
        done: Sequence[Item],
        due: AbstractSet[str],
    ) -> None:
        self.kept = {work.id: work for work in works}
        self.sizes = {work.id: work.minutes for work in works}
        self.works = works
        self._space = space
        self._due = due
        self.reaching: set[str] = set()
        self._marks = {work.id: marks(work.item, level) for work in works}
        self._done = [mark for item in done for mark in marks(item, level)]
        self._covered = Counter(chain(self._done, *self._marks.values()))
        self._waiting = Counter(chain.from_iterable(work.item.requires for work in works))
        self._dividing = {one.id for one in works if one.can_divide and one.id not in due}
        self.total = sum(self.sizes.values())
        self.early = sum(map(self._early, works))
        self.mocks = sum(work.minutes for work in works if work.is_mock)

    def copy(self) -> "Kept":
        """Return the same, to become less by itself."""
        other = copy(self)
        other.kept, other.sizes = self.kept.copy(), self.sizes.copy()
        other.reaching = self.reaching.copy()
        other._covered = self._covered.copy()  # noqa: SLF001 - of this very class
        other._waiting = self._waiting.copy()  # noqa: SLF001
        return other

    def fits(self) -> bool:
        """Say whether what is kept fits before the mock block and in all."""
        return self.total <= self._space.whole and self._over(self.early) <= 0

    def can_fit(self) -> bool:
        """Say whether everything that is kept would fit if it were as short as it may be."""
        works = self.kept.values()
        early = sum(self._early(work, work.least) for work in works)
        return self._over(early) <= 0 and sum(one.least for one in works) <= self._space.whole

    def can_hold_core(self) -> bool:
        """Say whether what `drop` never takes away would fit in all, as short as it may be."""
        works = self.kept.values()
        stays = [one.least for one in works if one.rank == _CORE or self._stays(one)]
        return sum(stays) <= self._space.whole

    def _over(self, early: int) -> int:
        """Return by how much the room before the mock block is too short."""
        return early + max(self.mocks - self._space.late, 0) - self._space.early

    def drop(self, rank: int) -> Work | None:
        """Drop work of a rank until the rest fits, and return what was dropped last."""
        last = None
        if self.fits():
            return last
        found = [work for work in self.kept.values() if work.rank == rank]
        free = [work for work in found if not self._waiting.get(work.id)]
        heap = [(self._worth(work), -work.order, work) for work in free]
        heapify(heap)
        while heap and not self.fits():
            worth, order, work = heappop(heap)
            now = self._worth(work)
            if now > worth:
                heappush(heap, (now, order, work))
            elif work.id in self.kept and self._may_go(work):
                self._remove(work)
                last = work
                for other in work.item.requires:
                    one = self.kept.get(other)
                    if one is not None and not self._waiting.get(other) and rank == one.rank:
                        heappush(heap, (self._worth(one), -one.order, one))
        return last

    def keep_shortened(self, last: Work) -> None:
        """Keep after all what was dropped last, shortened to the room that is left.

        Where that is less than it can be shortened to, others that matter as little give the rest.
        """
        if not self.fits():
            return
        peers = [one for one in self.kept.values() if one.rank == last.rank]
        before = dict(self.sizes)
        self._add(last)
        self.shorten([last])
        self.shorten(peers)
        if not self.fits():
            for one in peers:
                self._resize(one, before[one.id])
            self._remove(last)

    def shorten(self, works: Sequence[Work]) -> None:
        """Shorten some work until everything fits, in proportion; it keeps at least its least.

        Before the mock block there is more room only where what can do without the block makes it.
        """
        ordered = sorted(works, key=lambda work: work.order)
        if self._over(self.early) > 0:
            whole = [one for one in ordered if not self._divides(one) or one.id in self.reaching]
            self._cut(whole, self._over(self.early))
            self._cut(ordered, 2 * self._over(self.early))
        self._cut(ordered, self.total - self._space.whole)

    def lengthen(self) -> None:
        """Give the room that is left after shortening back to what can use it.

        What was cut off before the mock block is often more than had to be: books end with a
        chapter there, and what is studied half in the block leaves the other half of it empty.
        So what can fill that half goes first of what matters as much.
        """
        works = self.kept.values()
        for work in sorted(works, key=lambda one: (one.rank, not self._divides(one), one.order)):
            size = self.sizes[work.id]
            early = -self._over(self.early) * (2 if self._divides(work) else 1)
            more = min(early, self._space.whole - self.total, work.minutes - size)
            if more >= GRAIN:
                self._resize(work, size + more // GRAIN * GRAIN)
                if not self.fits():
                    self._resize(work, size)

    def _cut(self, works: Sequence[Work], minutes: int) -> None:
        if minutes <= 0:
            return
        can = sum(self.sizes[work.id] - work.least for work in works)
        take = min(minutes, can)
        passed = taken = 0
        for work in works if take else ():
            size = self.sizes[work.id]
            passed += size - work.least
            until = -(-take * passed // can // GRAIN) * GRAIN
            until = min(until, taken + size - work.least)
            self._resize(work, size - (until - taken))
            taken = until

    def reach_into_block(self) -> None:
        """Let the longest item of each lane for which only a mock waits end in the mock block."""
        mocks = (work for work in self.kept.values() if work.is_mock)
        for_mock = {other for mock in mocks for other in mock.item.requires}
        may_reach = self._dividing & for_mock
        found: dict[Subject, Work] = {}
        for work in self.kept.values():
            known = found.get(work.lane)
            if work.id not in may_reach or self._waiting.get(work.id) != 1:
                continue
            if known is None or work.minutes > known.minutes:
                found[work.lane] = work
        for work in found.values():
            if self._over(self.early) > 0:
                before = self._early(work)
                self.reaching.add(work.id)
                self.early += self._early(work) - before

    def exchange(self) -> None:
        """Exchange single items where that keeps more of what matters."""
        if len(self.kept) < len(self.works):
            by_id = {work.id: work for work in self.works}
            found = Exchanges(by_id, *self.bits, self._space, self.early_of, self._due)
            now = self.kept.keys()
            better = found.best(now)
            if better is not now:
                self.keep(better)

    @cached_property
    def bits(self) -> tuple[Mapping[str, int], int]:
        """Return what each item covers, and what is covered by what is done, as bits."""
        bits = {mark: 1 << place for place, mark in enumerate(self._covered)}
        covers = {name: sum([bits[mark] for mark in found]) for name, found in self._marks.items()}
        return covers, sum([bits[mark] for mark in set(self._done)])

    def keep(self, chosen: AbstractSet[str]) -> None:
        """Keep just what is chosen, as long as it is."""
        for work in self.works:
            if work.id in self.kept and work.id not in chosen:
                self._remove(work)
            elif work.id in chosen and work.id not in self.kept:
                self._add(work)
        for work in self.kept.values():
            self._resize(work, work.minutes)

    def sole(self) -> frozenset[str]:
        """Return what alone covers a criterion, a failure point or a round."""
        once = {mark for mark, times in self._covered.items() if times == 1}
        return frozenset(name for name in self.kept if not once.isdisjoint(self._marks[name]))

    def _may_go(self, work: Work) -> bool:
        return not self._stays(work) and all(
            self._covered[mark] > 1 for mark in self._marks[work.id]
        )

    @staticmethod
    def _stays(work: Work) -> bool:
        return work.begun or work.lane is Subject.ORIENTATION

    def _divides(self, work: Work) -> bool:
        """Say whether half of it can be studied in the mock block."""
        return self._may_divide(work, awaited=bool(self._waiting.get(work.id)))

    def _may_divide(self, work: Work, *, awaited: bool) -> bool:
        return work.id in self._dividing and (not awaited or work.id in self.reaching)

    def _early(self, work: Work, size: int | None = None) -> int:
        size = self.sizes[work.id] if size is None else size
        return self.early_of(work, size, bool(self._waiting.get(work.id)))

    def early_of(self, work: Work, size: int, awaited: bool) -> int:
        """Return the minutes of so many that stand before the block, if others wait or not."""
        if work.is_mock:
            return 0
        if not self._may_divide(work, awaited=awaited):
            return size
        late = size - work.first_pass(size)
        if work.id in self.reaching:
            late = min(late, max(self._space.late - self.mocks, 0) // 2)
        return size - late

    @property
    def spare(self) -> int:
        """The minutes before the mock block that are left."""
        return max(self._space.early - self.early, 0)

    def _add(self, work: Work) -> None:
        self.sizes[work.id] = work.minutes
        self._enter(work, 1)

    def _remove(self, work: Work) -> None:
        self._enter(work, -1)

    def _enter(self, work: Work, by: int) -> None:
        """Take work in or out; what it requires may then wait for the block no more, or again."""
        if by > 0:
            self.kept[work.id] = work
        else:
            del self.kept[work.id]
        self.early += by * self._early(work)
        self.total += by * self.sizes[work.id]
        self.mocks += by * work.minutes if work.is_mock else 0
        for mark in self._marks[work.id]:
            self._covered[mark] += by
        for other in work.item.requires:
            one = self.kept.get(other)
            before = self._early(one) if one else 0
            self._waiting[other] += by
            self.early += self._early(one) - before if one else 0

    def _resize(self, work: Work, size: int) -> None:
        if size == self.sizes[work.id]:
            return
        before = self._early(work)
        self.total += size - self.sizes[work.id]
        self.sizes[work.id] = size
        self.early += self._early(work) - before

    def _worth(self, work: Work) -> float:
        """Return how much only this item covers, per minute; mocks go last of their priority."""
        if work.is_mock:
            return inf
        return sum(1 / self._covered[mark] for mark in self._marks[work.id]) / work.minutes
