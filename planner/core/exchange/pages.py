"""The pages that are written down, refused while what they show is not there."""

from datetime import date

from planner.core.plan import Plan
from planner.core.profile import Profile
from planner.core.refusal import Refusal, Refused
from planner.core.screens.plan import PlanScreen, plan_screen
from planner.core.screens.week import WeekScreen, week_screen
from planner.core.state import State


def chosen_plan(state: State) -> Plan:
    """Return the accepted plan.

    Raises:
        Refused: while there is none.
    """
    if state.plan is None:
        raise Refused(Refusal.NO_PLAN)
    return state.plan


def chosen_profile(state: State) -> Profile:
    """Return the profile.

    Raises:
        Refused: while level and dates are not chosen.
    """
    if state.profile is None:
        raise Refused(Refusal.NO_PROFILE)
    return state.profile


def plan_page(state: State, today: date) -> PlanScreen:
    """Return the plan as a page.

    Raises:
        Refused: while there is none.
    """
    page = plan_screen(state, today)
    if page is None:
        raise Refused(Refusal.NO_PLAN)
    return page


def week_pages(state: State, today: date) -> tuple[WeekScreen, ...]:
    """Return all weeks of the plan as pages.

    Raises:
        Refused: while there is no plan.
    """
    return tuple(week_page(state, week.number, today) for week in chosen_plan(state).weeks)


def week_page(state: State, number: int, today: date) -> WeekScreen:
    """Return a week of the plan as a page.

    Raises:
        Refused: while there is no plan.
    """
    page = week_screen(state, number, today)
    if page is None:
        raise Refused(Refusal.NO_PLAN)
    return page
