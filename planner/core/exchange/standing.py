"""Where the candidate stands today: the week, the days that are left, and readiness."""

from dataclasses import dataclass
from datetime import date

from planner.core.exchange.pages import chosen_plan
from planner.core.forecast import Forecast
from planner.core.pace import Pace, paces
from planner.core.plan import Plan
from planner.core.readiness import Share
from planner.core.refusal import Refusal, Refused
from planner.core.screens.readiness import ReadinessScreen, readiness_screen
from planner.core.state import State


@dataclass(frozen=True, slots=True)
class Standing:
    """`days` to the loop are negative after it; `due` are the minutes planned up to this week.

    `paces` are empty until enough is known of own pace.
    """

    plan: Plan
    week: int
    weeks: int
    days: int
    done: Share
    due: int
    readiness: ReadinessScreen
    paces: tuple[Pace, ...]
    forecast: Forecast


def standing(state: State, today: date) -> Standing:
    """Return where the candidate stands; before the plan that is its first week.

    Raises:
        Refused: while there is no plan.
    """
    plan = chosen_plan(state)
    readiness = readiness_screen(state, today)
    way = readiness.so_far if readiness else None
    if readiness is None or readiness.forecast is None or way is None:
        raise Refused(Refusal.NO_PROFILE)
    return Standing(
        plan=plan,
        week=plan.week_number(today),
        weeks=len(plan.weeks),
        days=(plan.loop - today).days,
        done=Share(way.done, way.of),
        due=way.due,
        readiness=readiness,
        paces=tuple(paces(state).values()),
        forecast=readiness.forecast,
    )
