"""One try: what is kept is laid on the board."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from planner.core.plan import BASELINE, WORK
from planner.core.planning.board import Board, Placed
from planner.core.planning.calendar import Stretch
from planner.core.planning.coverage import Coverage
from planner.core.planning.kept import marks
from planner.core.planning.lanes import Lanes
from planner.core.planning.later import Later
from planner.core.planning.mocks import Mocks
from planner.core.planning.order import order_of
from planner.core.planning.passes import Passes
from planner.core.planning.place import Placer
from planner.core.planning.rehearsal import is_rehearsal
from planner.core.planning.rooms import Space
from planner.core.planning.seconds import Seconds
from planner.core.planning.situation import Situation
from planner.core.planning.trim import Trimmed, Trimmer, that_can_follow
from planner.core.planning.work import Work
from planner.core.planning.worth import ABSENT, UNCOVERED, weight


@dataclass(frozen=True, slots=True)
class Attempt:
    """A board, filled.

    `cut` is what was to be kept, `kept` the minutes of study and mocks that found a place, by item,
    and `unplaced` those that found none before the mock block, and later on.
    `rehearsal_stands` is false where a rehearsal was to be held and could not.
    """

    cut: Trimmed
    weeks: Sequence[Stretch]
    placed: Sequence[Placed]
    works: Mapping[str, Work]
    kept: Mapping[str, int]
    unplaced: Space
    rehearsal_stands: bool

    @property
    def missing(self) -> AbstractSet[str]:
        """What was to be kept and is not, or is shorter than it may be."""
        return {
            name
            for name, size in self.cut.sizes.items()
            if self.kept.get(name, 0) < min(size, self.works[name].least)
        }


def what_to_keep(
    now: Situation, space: Space, *, rehearse: bool = True, rehearsed: bool = True
) -> Trimmer:
    """Return what decides which of the work is kept in so much space."""
    fits = {work.id for work in _mocks_that_fit(now) if rehearse or not is_rehearsal(work)}
    gone = {work.id for work in now.mocks} - fits
    works = that_can_follow((*now.studies, *now.mocks), gone)
    due = now.deadlines.rounds.keys()
    return Trimmer(works, space, now.profile.level, now.done, due, rehearsed=rehearsed)


def attempt(now: Situation, cut: Trimmed) -> Attempt:
    """Return what becomes of the work that is kept."""
    level = now.profile.level
    studies = [work.copy(cut.sizes[work.id]) for work in cut.studies]
    works = [*studies, *(work.copy(work.minutes) for work in cut.mocks)]
    weeks = [stretch.copy() for stretch in now.weeks]
    coverage = Coverage(works, level)
    lanes = Lanes(works, order_of(works, cut.sole, now.deadlines.due), coverage, cut.last)
    later = Later(lanes)
    placer = Placer(
        board=Board(weeks),
        works={work.id: work for work in works},
        whole={work.id: work for work in now.studies},
        rooms=now.rooms,
        closed=now.deadlines.quiet,
        lanes=lanes,
        passes=Passes(studies, lanes, now.rooms.before_block),
        later=later,
        seconds=Seconds(later, lanes, weeks, now.rooms.study, now.block),
        mocks=Mocks(works, lanes, now.loop, cut.spare, now.held_mocks),
        coverage=coverage,
        desk=now.desk(),
        block=now.block,
        baseline=now.baseline,
        baseline_from=now.baseline_from,
    )
    placed = placer.run()
    kept: dict[str, int] = {}
    for one in placed:
        if one.kind in WORK:
            kept[one.item] = kept.get(one.item, 0) + one.minutes
    laid = sum(kept.values()) - kept.get(BASELINE, 0)
    return Attempt(
        cut=cut,
        weeks=weeks,
        placed=placed,
        works=placer.works,
        kept=kept,
        unplaced=_unplaced(works, sum(cut.sizes.values()), laid),
        rehearsal_stands=placer.mocks.rehearsal_stands(),
    )


def _unplaced(works: Iterable[Work], kept: int, laid: int) -> Space:
    """Return the minutes that found no place; what was studied longer instead counts as well."""
    early = sum(work.left for work in works if not work.is_mock)
    return Space(early, max(kept - laid - early, 0))


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
    return 0 if is_rehearsal(work) else sum(unit not in debriefs for unit, _ in work.pieces)


def _last_first(work: Work) -> tuple[int, int, int, Work]:
    return (-work.rank, -work.minutes, -work.order, work)


def value(now: Situation, tried: Attempt) -> int:
    """Return what a try keeps, weighted, less what it leaves uncovered or without a place."""
    absent = sum(name not in tried.kept for name in tried.cut.sizes)
    return worth(now, tried.kept) - ABSENT * absent


def worth(now: Situation, kept: Mapping[str, int]) -> int:
    """Return what kept minutes are worth by priority, less what is left with nothing."""
    works = [work for work in (*now.studies, *now.mocks) if work.id in kept]
    lost = now.wanted.difference(*[marks(work.item, now.profile.level) for work in works])
    return sum([weight(work) * kept[work.id] for work in works]) - UNCOVERED * len(lost)
