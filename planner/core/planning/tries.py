"""Which try keeps most: what finds a place is known for sure only by placing it."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import chain, islice

from planner.core.planning.attempt import Attempt, attempt, value, what_to_keep, worth
from planner.core.planning.rooms import Space
from planner.core.planning.situation import Situation
from planner.core.planning.trim import Trimmed, Trimmer
from planner.core.planning.work import Work
from planner.core.planning.worth import WEIGHT, nearly
from planner.core.values import Priority, Subject

NEGLIGIBLE = 0.01
"""So small a share of the room is not worth another try."""
OTHERS = 2
"""So many other choices are placed at most."""
SUSPECTS = 2
"""So many items are thought away, one by one, to come to another choice."""
SESSIONS = 150
"""After so many sessions, of all tries together, no other choice is placed: only small plans need
one, and they are placed quickly."""


def best_try(now: Situation) -> Attempt:
    """Return the try that keeps most.

    Of choices for a small room that are worth nearly the same the one that rehearses most is taken,
    but where the other keeps clearly more once it is placed.
    """
    best, has_other = _best(now, rehearsed=True)
    if has_other:
        plain, _ = _best(now, rehearsed=False)
        stands = plain.rehearsal_stands or not best.rehearsal_stands
        if stands and nearly(worth(now, plain.kept)) > worth(now, best.kept):
            return plain
    return best


def _best(now: Situation, *, rehearsed: bool) -> tuple[Attempt, bool]:
    """Return the best of several tries, and whether one of them could have been another.

    A rehearsal that cannot stand is given up. When something found no place, the next try asks for
    less, and keeps the weeks before the mock block free of mocks. Where a try keeps clearly less
    than what was chosen promised, other choices are tried.
    """
    keep = what_to_keep(now, now.space, rehearsed=rehearsed)
    first = attempt(now, keep.trimmed())
    if not first.rehearsal_stands:
        keep = what_to_keep(now, now.space, rehearse=False, rehearsed=rehearsed)
        first = attempt(now, keep.trimmed())
    best = first
    has_other = first.cut.has_other
    less = _with_less(now, first, rehearsed=rehearsed)
    if less is not None:
        best = _better(now, first, less)
        has_other = has_other or less.cut.has_other
    laid = len(first.placed) + (len(less.placed) if less else 0)
    without: AbstractSet[str] = frozenset()
    tried = first
    for _ in range(OTHERS):
        if laid > SESSIONS:
            break
        enough = value(now, best) + int(NEGLIGIBLE * now.space.whole) * WEIGHT[Priority.CORE.rank]
        if worth(now, first.cut.sizes) <= enough:
            break
        found = _another(now, keep, tried, without, enough)
        if found is None:
            break
        cut, without = found
        tried = attempt(now, cut)
        has_other = has_other or cut.has_other
        laid += len(tried.placed)
        best = _better(now, best, tried)
    return best, has_other


def _with_less(now: Situation, tried: Attempt, *, rehearsed: bool) -> Attempt | None:
    """Return what comes of asking for so much less as found no place, if that is much."""
    missing = tried.unplaced
    if missing.whole <= int(now.space.whole * NEGLIGIBLE):
        return None
    space = Space(now.space.early - missing.early, now.space.late - missing.late)
    keep = what_to_keep(now, space, rehearse=tried.rehearsal_stands, rehearsed=rehearsed)
    return attempt(now, replace(keep.trimmed(), spare=0))


def _another(
    now: Situation, keep: Trimmer, tried: Attempt, without: AbstractSet[str], enough: int
) -> tuple[Trimmed, AbstractSet[str]] | None:
    """Return a choice that promises more than `enough`, and what it does without.

    It does without what a try found no place for, or else without what is long.
    """
    for name in islice(_suspects(tried), SUSPECTS):
        less = without | {name}
        cut = keep.trimmed(less)
        if worth(now, cut.sizes) > enough:
            return cut, less
    return None


def _suspects(tried: Attempt) -> Iterator[str]:
    """Yield what another choice may do without: what is missing, then what nothing requires.

    What matters least goes first; of what is missing the shortest, of the others the longest.
    """
    works, missing = tried.works.values(), tried.missing
    required = {other for work in works for other in work.item.requires}

    def may_go(work: Work) -> bool:
        free = work.id not in required and work.id not in missing and not work.resumed
        return free and work.lane is not Subject.ORIENTATION

    lacking = sorted((-tried.works[name].rank, tried.works[name].minutes, name) for name in missing)
    longest = sorted((-work.rank, -work.minutes, work.id) for work in filter(may_go, works))
    return (name for *_, name in chain(lacking, longest))


def _better(now: Situation, one: Attempt, other: Attempt) -> Attempt:
    stands = other.rehearsal_stands or not one.rehearsal_stands
    return other if stands and value(now, other) > value(now, one) else one
