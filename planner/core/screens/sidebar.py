"""The foot of the sidebar: days to the loop, and the slack at the candidate's pace."""

from datetime import date

from planner.core.forecast import Forecast, forecast
from planner.core.state import State
from planner.core.values import Fact, Level


class Countdown(Fact, frozen=True):
    """Days until the loop (negative after it), and when the plan will be done."""

    level: Level
    level_title: str
    loop: date
    loop_proposed: bool
    days: int
    forecast: Forecast


def countdown(state: State, today: date) -> Countdown | None:
    """Return what the foot of the sidebar shows, or None while there is no plan."""
    plan, profile, found = state.plan, state.profile, forecast(state, today)
    if plan is None or profile is None or found is None:
        return None
    return Countdown(
        level=profile.level,
        level_title=state.curriculum.guide.levels[profile.level].title,
        loop=plan.loop,
        loop_proposed=plan.loop_proposed,
        days=(plan.loop - today).days,
        forecast=found,
    )
