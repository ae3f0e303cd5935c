"""What found no room, with the reason and its arithmetic."""

from collections import Counter

from planner.core.plan import LeftOut, Reason, Rule, because
from planner.core.planning.attempt import Attempt
from planner.core.planning.calendar import STUDYING
from planner.core.planning.mocks import MOST
from planner.core.planning.situation import Situation
from planner.core.planning.work import Work


def left_out(now: Situation, best: Attempt) -> tuple[LeftOut, ...]:
    """Return every item of which minutes are missing in the plan, in the guide's order."""
    laid = best.kept
    works = sorted((*now.studies, *now.mocks), key=lambda work: work.order)
    out = {work.id for work in works if not laid.get(work.id)}
    early = sum(week.left for week in best.weeks if week.phase in STUDYING)
    late = sum(week.left for week in best.weeks) - early
    missing = {
        work.id: minutes for work in works if (minutes := work.minutes - laid.get(work.id, 0)) > 0
    }
    mocks = _mocks_by_week(now, best) if any(one.id in missing for one in now.mocks) else Counter()

    def why(work: Work) -> Reason:
        lacks, held = missing[work.id], laid.get(work.id, 0)
        is_full = work.is_mock and any(
            mocks[week.number] >= MOST and week.left >= min(lacks, work.pieces[0][1])
            for week in best.weeks
        )
        if held:
            about = Rule.MOCKS.value if is_full else ""
            return because(Rule.SHORTENED, about, minutes=held, of=work.minutes)
        for other in work.item.requires:
            if other in out:
                return because(Rule.NEEDS, other)
        priority = work.item.at[now.profile.level].priority.value
        if is_full:
            return because(Rule.MOCKS, priority, minutes=mocks.total(), of=MOST)
        free = late if work.is_mock else early
        return because(Rule.NO_ROOM, priority, minutes=work.minutes, of=free)

    return tuple(
        LeftOut.holding(
            {"item": work.id, "minutes": missing[work.id], "why": why(work), "back": None}
        )
        for work in works
        if work.id in missing
    )


def _mocks_by_week(now: Situation, best: Attempt) -> Counter[int]:
    """Return how many mocks of a single round each week holds."""
    laid = Counter(one.day.week for one in best.placed if not now.rounds.isdisjoint(one.units))
    return laid + now.held_mocks
