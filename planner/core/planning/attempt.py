"""One try: what is kept is laid on the board."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from planner.core.plan import BASELINE
from planner.core.planning.board import Board, Placed
from planner.core.planning.calendar import Stretch
from planner.core.planning.coverage import Coverage
from planner.core.planning.lanes import Lanes
from planner.core.planning.later import Later
from planner.core.planning.mocks import Mocks
from planner.core.planning.order import order_of
from planner.core.planning.passes import Passes
from planner.core.planning.place import Placer
from planner.core.planning.rehearsal import is_rehearsal
from planner.core.planning.rooms import Space
from planner.core.planning.situation import Situation
from planner.core.planning.trim import Trimmed, marks, trim
from planner.core.planning.work import Work
from planner.core.planning.worth import ABSENT, UNCOVERED, weight


@dataclass(frozen=True, slots=True)
class Attempt:
    """A board, filled.

    `cut` is what was to be kept, `unplaced` the minutes of it that found no place before the mock
    block, and later on; `laid` are those of study and mocks that did.
    `rehearsal_stands` is false where a rehearsal was to be held and could not.
    """

    cut: Trimmed
    weeks: Sequence[Stretch]
    placed: Sequence[Placed]
    works: Mapping[str, Work]
    unplaced: Space
    laid: int
    rehearsal_stands: bool


def what_to_keep(
    now: Situation, space: Space, *, rehearse: bool = True, exchange: bool = True
) -> Trimmed:
    """Return what of the work is kept in so much space."""
    mocks = [work for work in _mocks_that_fit(now) if rehearse or not is_rehearsal(work)]
    works = _that_can_follow((*now.studies, *mocks), now.mocks)
    due = now.deadlines.rounds.keys()
    return trim(works, space, now.profile.level, now.done, due, exchange=exchange)


def attempt(now: Situation, cut: Trimmed) -> Attempt:
    """Return what becomes of the work that is kept."""
    level = now.profile.level
    studies = [work.copy(cut.sizes[work.id]) for work in cut.studies]
    works = [*studies, *(work.copy(work.minutes) for work in cut.mocks)]
    weeks = [stretch.copy() for stretch in now.weeks]
    coverage = Coverage(works, level)
    lanes = Lanes(works, order_of(works, cut.sole, now.deadlines.due), coverage, cut.last)
    placer = Placer(
        board=Board(weeks),
        works={work.id: work for work in works},
        whole={work.id: work for work in now.studies},
        rooms=now.rooms,
        closed=now.deadlines.quiet,
        lanes=lanes,
        passes=Passes(studies, lanes, now.rooms.before_block),
        later=Later(lanes),
        mocks=Mocks(works, lanes, now.loop, cut.spare),
        coverage=coverage,
        desk=now.desk(),
        block=now.block,
        baseline=now.baseline,
    )
    placed = placer.run()
    laid = sum(one.minutes for one in placed if one.counts and one.item != BASELINE)
    return Attempt(
        cut=cut,
        weeks=weeks,
        placed=placed,
        works=placer.works,
        unplaced=_unplaced(works, sum(cut.sizes.values()), laid),
        laid=laid,
        rehearsal_stands=placer.mocks.rehearsal_stands(),
    )


def _unplaced(works: Iterable[Work], kept: int, laid: int) -> Space:
    """Return the minutes that found no place; what was studied longer instead counts as well."""
    early = sum(work.left for work in works if not work.is_mock)
    return Space(early, max(kept - laid - early, 0))


def _that_can_follow(works: Sequence[Work], mocks: Iterable[Work]) -> Sequence[Work]:
    """Return the work that requires, also through others, none of the mocks that are not kept."""
    gone = {work.id for work in mocks} - {work.id for work in works}
    found = len(gone)
    while found:
        before = len(gone)
        gone.update(work.id for work in works if gone.intersection(work.item.requires))
        found = len(gone) - before
    return [work for work in works if work.id not in gone]


def _mocks_that_fit(now: Situation) -> list[Work]:
    """Return the mocks there is room for; the least important and longest go first."""
    kept = {work.id: work for work in now.mocks}
    needed = Counter(other for work in now.mocks for other in work.item.requires)
    minutes = sum(work.minutes for work in now.mocks) - now.mock_room
    rounds = sum(map(_rounds, now.mocks)) - now.mock_places
    heap = [_last_first(work) for work in now.mocks if not needed[work.id]]
    heapify(heap)
    while heap and (minutes > 0 or rounds > 0):
        *_, work = heappop(heap)
        del kept[work.id]
        minutes -= work.minutes
        rounds -= _rounds(work)
        needed.subtract(work.item.requires)
        for other in work.item.requires:
            if other in kept and not needed[other]:
                heappush(heap, _last_first(kept[other]))
    return list(kept.values())


def _rounds(work: Work) -> int:
    """Return how many mocks of a week an item is; a rehearsal has days of its own."""
    debriefs = {unit.id for unit in work.item.units if not unit.scored}
    return 0 if is_rehearsal(work) else sum(one.unit not in debriefs for one in work.pieces)


def _last_first(work: Work) -> tuple[int, int, int, Work]:
    return (-work.rank, -work.minutes, -work.order, work)


def value(now: Situation, tried: Attempt) -> int:
    """Return what a try keeps, weighted, less what it leaves uncovered or without a place."""
    works = (*now.studies, *now.mocks)
    kept = {work.id: 0 for work in works}
    for one in tried.placed:
        if one.counts and one.item in kept:
            kept[one.item] += one.minutes
    level = now.profile.level
    wanted = {mark for work in works for mark in marks(work.item, level)}
    found = {mark for item in now.done for mark in marks(item, level)}
    found.update(mark for work in works if kept[work.id] for mark in marks(work.item, level))
    worth = sum(weight(work) * kept[work.id] for work in works)
    absent = sum(not kept[name] for name in tried.cut.sizes)
    return worth - UNCOVERED * len(wanted - found) - ABSENT * absent
