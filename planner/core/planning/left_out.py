"""What found no room, with the reason and its arithmetic."""

from collections.abc import Set as AbstractSet

from planner.core.plan import LeftOut, Reason, Rule, because
from planner.core.planning.attempt import Attempt
from planner.core.planning.calendar import STUDYING
from planner.core.planning.situation import Situation
from planner.core.planning.work import Work
from planner.core.values import Level


def left_out(now: Situation, best: Attempt) -> tuple[LeftOut, ...]:
    """Return every item of which minutes are missing in the plan, in the guide's order."""
    laid = best.kept
    works = sorted((*now.studies, *now.mocks), key=lambda work: work.order)
    out = {work.id for work in works if not laid.get(work.id)}
    early = sum(week.left for week in best.weeks if week.phase in STUDYING)
    late = sum(week.left for week in best.weeks) - early

    def why(work: Work) -> Reason:
        free = late if work.is_mock else early
        return _why(work, now.profile.level, free, out, laid.get(work.id, 0))

    return tuple(
        LeftOut(item=work.id, minutes=missing, why=why(work))
        for work in works
        if (missing := work.minutes - laid.get(work.id, 0)) > 0
    )


def _why(work: Work, level: Level, free: int, out: AbstractSet[str], held: int) -> Reason:
    if held:
        return because(Rule.SHORTENED, minutes=held, of=work.minutes)
    for other in work.item.requires:
        if other in out:
            return because(Rule.NEEDS, other)
    priority = work.item.at[level].priority
    return because(Rule.NO_ROOM, priority.value, minutes=work.minutes, of=free)
