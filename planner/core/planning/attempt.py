"""One try: so much work is kept, and laid on the board."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from planner.core.planning.board import Board, Placed
from planner.core.planning.calendar import STUDYING, Stretch
from planner.core.planning.coverage import Coverage
from planner.core.planning.lanes import LANES, Lanes
from planner.core.planning.order import order_of
from planner.core.planning.place import Placer
from planner.core.planning.rehearsal import is_rehearsal
from planner.core.planning.situation import Situation
from planner.core.planning.trim import trim
from planner.core.planning.work import CRUMB, Work
from planner.core.values import Priority

WEIGHT = {Priority.CORE.rank: 100, Priority.IMPORTANT.rank: 30, Priority.OPTIONAL.rank: 10}
ABSENT = 120
"""What it costs a try when an item it keeps finds no place at all, in minutes of the item."""


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
    cut = trim(now.studies, room, level, done=now.done, held=[work.item for work in mocks])
    if sum(cut.sizes.values()) > room:
        mocks = [work for work in mocks if work.rank == Priority.CORE.rank]
        cut = trim(now.studies, room, level, done=now.done, held=[work.item for work in mocks])
    studies = [work.copy(cut.sizes[work.id]) for work in cut.kept]
    works = [*studies, *(work.copy(work.minutes) for work in mocks)]
    weeks = [stretch.copy() for stretch in now.weeks]
    coverage = Coverage(works, level)
    placer = Placer(
        board=Board(weeks),
        works=works,
        lanes=Lanes(works, order_of(works, cut.sole), coverage),
        deeper=_deeper(cut.kept, cut.sizes, works),
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
        asked=sum(work.minutes for work in studies),
        unplaced=sum(work.left for work in studies),
        spare=sum(week.left for week in weeks if week.phase in STUDYING),
        trimmed=bool(cut.dropped) or any(cut.sizes[work.id] < work.minutes for work in cut.kept),
        value=sum(WEIGHT[work.rank] * _kept(work) for work in works),
    )


def carried_over(now: Situation) -> int:
    """Return the minutes of study that can go on in the mock block: one long item a lane."""
    longest = dict.fromkeys(LANES, 0)
    for work in now.studies:
        if work.lane in longest:
            longest[work.lane] = max(longest[work.lane], work.minutes - CRUMB)
    return min(sum(longest.values()), now.spare)


def _mocks_that_fit(now: Situation) -> list[Work]:
    """Return the mocks there is room for; the least important and longest go first."""
    kept = list(now.mocks)
    while sum(work.minutes for work in kept) > now.mock_room:
        required = {other for work in kept for other in work.item.requires}
        free = [work for work in kept if work.id not in required]
        kept.remove(max(free, key=lambda work: (work.rank, work.minutes, work.order)))
    return kept


def _deeper(
    kept: Iterable[Work], sizes: Mapping[str, int], works: Iterable[Work]
) -> Sequence[Work]:
    """Return what was cut off items that nothing waits for: it may come back among the mocks."""
    required = {other for work in works for other in work.item.requires}
    return [
        work.copy(work.minutes - sizes[work.id])
        for work in kept
        if work.id not in required and work.minutes - sizes[work.id] >= CRUMB
    ]


def _kept(work: Work) -> int:
    return -ABSENT if work.left == work.minutes else work.minutes - work.left
