"""The foot of the sidebar: days to the loop, and the slack that is left."""

from dataclasses import dataclass
from datetime import date

from planner.core.free_time import free_minutes
from planner.core.progress import is_done
from planner.core.state import State
from planner.core.values import Level


@dataclass(frozen=True, slots=True)
class Countdown:
    """Days until the loop (negative after it), and the free minutes left in weeks of free time."""

    level: Level
    level_title: str
    loop: date
    loop_proposed: bool
    days: int
    slack_weeks: float


def countdown(state: State, today: date) -> Countdown | None:
    """Return what the foot of the sidebar shows, or None while there is no plan.

    Slack is the free time from today on that no open session needs, in ordinary weeks.
    """
    plan, profile = state.plan, state.profile
    if plan is None or profile is None:
        return None
    free = sum(
        free_minutes(profile, state.busy, date.fromordinal(day))
        for day in range(max(today, plan.start).toordinal(), plan.loop.toordinal() - 1)
    )
    needed = sum(
        one.minutes
        for one in plan.sessions
        if not is_done(state, one) and one.item not in state.skipped
    )
    return Countdown(
        level=profile.level,
        level_title=state.curriculum.guide.levels[profile.level].title,
        loop=plan.loop,
        loop_proposed=plan.loop_proposed,
        days=(plan.loop - today).days,
        slack_weeks=(free - needed) / profile.week_minutes,
    )
