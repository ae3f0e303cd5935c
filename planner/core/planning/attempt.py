"""One try: so much work is kept, and laid on the board."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from math import ceil

from planner.core.curriculum import Item
from planner.core.effort import GRAIN
from planner.core.planning.board import Board, Placed
from planner.core.planning.calendar import STUDYING, Stretch
from planner.core.planning.coverage import Coverage
from planner.core.planning.lanes import Lanes
from planner.core.planning.order import order_of
from planner.core.planning.place import Placer
from planner.core.planning.rehearsal import is_rehearsal
from planner.core.planning.situation import Situation
from planner.core.planning.trim import Trimmed, marks, trim
from planner.core.planning.work import BLOCK, CRUMB, Work
from planner.core.values import Priority, Subject

WEIGHT = {Priority.CORE.rank: 100, Priority.IMPORTANT.rank: 30, Priority.OPTIONAL.rank: 10}
UNCOVERED = 30_000
"""What it costs a try when a criterion, a failure point or a round is left with nothing: five
hours of core work (rule 9)."""
USABLE = 0.9
_TWO_PASSES = frozenset({Subject.TECHNICAL, Subject.LEADERSHIP})
ABSENT = 30_000
"""What it costs a try when a core item finds no place at all: five hours of core work."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """A board, filled. `value` is what it keeps, weighted by priority.

    `asked` are the minutes of study it was to place, `unplaced` those it could not, and `spare`
    those that stayed free before the mock block.
    """

    weeks: Sequence[Stretch]
    placed: Sequence[Placed]
    works: Mapping[str, Work]
    asked: int
    unplaced: int
    spare: int
    trimmed: bool
    value: int


def attempt(now: Situation, room: int, *, rehearse: bool = True) -> Attempt:
    """Return what becomes of the work when `room` minutes of study are asked for.

    A rehearsal of the whole loop has its days first; where what it requires does not end before
    it, the try is made again without it. What only mocks of less than core need is given up, with
    those mocks, where even shortened work has no room.
    """
    level = now.profile.level
    mocks = [work for work in _mocks_that_fit(now) if rehearse or not is_rehearsal(work)]
    later = _later_room(now, mocks)
    cut = trim(now.studies, room + later, level, done=now.done, held=_items(mocks))
    if sum(cut.sizes.values()) > room + later:
        mocks = [work for work in mocks if work.rank == Priority.CORE.rank]
        cut = trim(now.studies, room + later, level, done=now.done, held=_items(mocks))
    required = {other for work in (*cut.kept, *mocks) for other in work.item.requires}
    sizes = _first_passes(cut, room, required)
    studies = [work.copy(sizes[work.id]) for work in cut.kept]
    works = [*studies, *(work.copy(work.minutes) for work in mocks)]
    weeks = [stretch.copy() for stretch in now.weeks]
    coverage = Coverage(works, level)
    placer = Placer(
        board=Board(weeks),
        works=works,
        lanes=Lanes(works, order_of(works, cut.sole), coverage),
        deeper=_second_passes(cut.kept, sizes, required),
        coverage=coverage,
        desk=now.desk(),
        loop=now.loop,
        block=now.block,
        baseline_open=now.baseline_open,
        reviewed_weeks=now.reviewed_weeks(),
    )
    placed = placer.run()
    if not placer.rehearsal_stands():
        return attempt(now, room, rehearse=False)
    return Attempt(
        weeks=weeks,
        placed=placed,
        works={work.id: work for work in works},
        asked=room,
        unplaced=sum(work.left for work in studies),
        spare=sum(week.left for week in weeks if week.phase in STUDYING),
        trimmed=bool(cut.dropped) or any(cut.sizes[work.id] < work.minutes for work in cut.kept),
        value=sum(WEIGHT[work.rank] * (work.minutes - work.left) for work in works)
        + sum(WEIGHT[work.rank] * (work.minutes - work.left) for work in placer.deeper)
        - UNCOVERED * _uncovered(now, works)
        - ABSENT * _absent_core(now, works),
    )


def carried_over(now: Situation) -> int:
    """Return the minutes of reading that can go on in the mock block: those of one book."""
    required = {other for work in (*now.studies, *now.mocks) for other in work.item.requires}
    books = (work for work in now.studies if work.lane is Subject.READING)
    longest = max((work.minutes for work in books if work.id not in required), default=0)
    return min(max(longest - BLOCK, 0), now.spare)


def _mocks_that_fit(now: Situation) -> list[Work]:
    """Return the mocks there is room for; the least important and longest go first."""
    kept = list(now.mocks)
    while sum(work.minutes for work in kept) > now.mock_room:
        required = {other for work in kept for other in work.item.requires}
        free = [work for work in kept if work.id not in required]
        kept.remove(max(free, key=lambda work: (work.rank, work.minutes, work.order)))
    return kept


def _items(works: Iterable[Work]) -> list[Item]:
    return [work.item for work in works]


def _later_room(now: Situation, mocks: Iterable[Work]) -> int:
    """Return the minutes of study that may come back in the mock block as a second pass."""
    required = {other for work in (*now.studies, *mocks) for other in work.item.requires}
    halves = sum(
        work.minutes - _first_pass(work) for work in now.studies if _halves(work, required)
    )
    return min(halves, int((now.spare - carried_over(now)) * USABLE))


def _first_passes(cut: Trimmed, room: int, required: AbstractSet[str]) -> dict[str, int]:
    """Return what of each item is studied before the mock block, all of it where there is room.

    What nothing waits for is split in two passes, the second in the mock block: spaced study is
    remembered longer, and the room before the block goes to what has to begin there.
    """
    sizes = dict(cut.sizes)
    excess = sum(sizes.values()) - room
    halves = [work for work in cut.kept if _halves(work, required)]
    can = {work.id: max(sizes[work.id] - _first_pass(work), 0) for work in halves}
    whole = sum(can.values())
    if excess > 0 and whole:
        share = min(excess / whole, 1.0)
        for work_id, minutes in can.items():
            sizes[work_id] -= ceil(minutes * share / GRAIN) * GRAIN
    return sizes


def _second_passes(
    kept: Iterable[Work], sizes: Mapping[str, int], required: AbstractSet[str]
) -> Sequence[Work]:
    """Return what is missing of items that nothing waits for, the most important first."""
    missing = [
        work.copy(work.minutes - sizes[work.id])
        for work in kept
        if work.lane in _TWO_PASSES
        and work.id not in required
        and work.minutes - sizes[work.id] >= CRUMB
    ]
    return sorted(missing, key=lambda work: (work.rank, work.order))


def _halves(work: Work, required: AbstractSet[str]) -> bool:
    return work.lane in _TWO_PASSES and work.id not in required and not work.begun


def _first_pass(work: Work) -> int:
    """Return half of an item, but no less than leaves a second pass worth its while."""
    half = ceil(work.minutes / 2 / GRAIN) * GRAIN
    return half if work.minutes - half >= CRUMB else work.minutes


def _uncovered(now: Situation, works: Iterable[Work]) -> int:
    """Return how many criteria, failure points and rounds no work covers that could be covered."""
    level = now.profile.level
    wanted = {mark for work in (*now.studies, *now.mocks) for mark in marks(work.item, level)}
    found = {mark for item in now.done for mark in marks(item, level)}
    for work in works:
        if work.left < work.minutes:
            found.update(marks(work.item, level))
    return len(wanted - found)


def _absent_core(now: Situation, works: Iterable[Work]) -> int:
    """Return how many core items of study have no session at all."""
    core = {work.id for work in now.studies if work.rank == Priority.CORE.rank}
    return len(core.difference(work.id for work in works if work.left < work.minutes))
