"""What other hours or another loop day would change, before anything is decided."""

from datetime import date, timedelta

from planner.core.forecast import Forecast, forecast
from planner.core.hours import changed, most_minutes, most_tried
from planner.core.plan import Plan
from planner.core.planning import make_plan
from planner.core.profile import LATEST, LONGEST_PLAN_DAYS, Profile
from planner.core.screens.plan import headline
from planner.core.state import State
from planner.core.values import Fact
from planner.core.wording import item_title

MORE_MINUTES, STEP_MINUTES = 120, 30
EARLIER, LATER, MUCH_LATER = 4, 8, 26
"""Weeks before and after the loop day that can be tried, and after it at the very most."""


class Choices(Fact, frozen=True):
    """What can be tried, in order: minutes a week and loop days; the usual ones are among them."""

    minutes: tuple[int, ...]
    loops: tuple[date, ...]
    usual_minutes: int
    usual_loop: date


class WhatIf(Fact, frozen=True):
    """What a plan with other hours or another loop day would be like.

    `forecast` says when it would be done at the candidate's pace, `shortfall` are the minutes it
    leaves out, `extra_weeks` what everything would need.
    """

    profile: Profile
    plan: Plan
    is_changed: bool
    forecast: Forecast | None
    headline: str
    shortfall: int
    extra_weeks: int


class Gain(Fact, frozen=True):
    """With `more` minutes a week, these titles would be in the plan as well.

    `fuller` items would no longer be shortened, and so many `minutes` less would be left out.
    """

    more: int
    titles: tuple[str, ...] = ()
    fuller: int = 0
    minutes: int = 0


def choices(state: State, today: date) -> Choices | None:
    """Return what can be tried, or None while there is no plan."""
    plan, profile = state.plan, state.profile
    if plan is None or profile is None:
        return None
    usual = profile.week_minutes
    least = max(usual * 2 // 5 // STEP_MINUTES, 2) * STEP_MINUTES
    most = most_tried(profile)
    loop = profile.loop or plan.loop
    later = min(max(LATER, plan.extra_weeks_needed + 1), MUCH_LATER)
    begun = max((today, profile.start, *profile.gates.values()))
    first = max(begun, loop - timedelta(weeks=EARLIER)) + timedelta(days=1)
    last = min(
        max(loop, today) + timedelta(weeks=later),
        profile.start + timedelta(days=LONGEST_PLAN_DAYS),
        LATEST,
    )
    days = range((last - first).days + 1)
    return Choices(
        minutes=tuple(sorted({usual, *range(least, most + 1, STEP_MINUTES)})),
        loops=tuple(sorted({loop, *(first + timedelta(days=day) for day in days)})),
        usual_minutes=usual,
        usual_loop=loop,
    )


def what_if(state: State, today: date, minutes: int, loop: date) -> WhatIf | None:
    """Return what a plan with so many minutes a week and this loop day would be like.

    Nothing of the state changes. Without a change the accepted plan itself is described.
    """
    plan, before = state.plan, state.profile
    if plan is None or before is None:
        return None
    profile = changed(before, minutes, None if loop == (before.loop or plan.loop) else loop)
    is_changed = profile != before
    shown = make_plan(state, profile, today) if is_changed else plan
    tried = state.evolve(profile=profile, plan=shown) if is_changed else state
    return WhatIf(
        profile=profile,
        plan=shown,
        is_changed=is_changed,
        forecast=forecast(tried, today),
        headline=headline(tried),
        shortfall=shown.shortfall_minutes,
        extra_weeks=shown.extra_weeks_needed,
    )


def gain(state: State, today: date, found: WhatIf) -> Gain:
    """Return what two more hours a week would add, both planned from today on."""
    profile = found.profile
    more = min(MORE_MINUTES, most_minutes(profile) - profile.week_minutes)
    base = found.plan if found.is_changed else make_plan(state, profile, today)
    if base.fits or not more:
        return Gain(more)
    roomier = changed(profile, profile.week_minutes + more, base.loop)
    after = make_plan(state, roomier, today)
    still = {one.item for one in after.left_out}
    return Gain(
        more=more,
        titles=tuple(item_title(state, one) for one in _absent(base) if one not in _absent(after)),
        fuller=sum(one.item in base.by_item and one.item not in still for one in base.left_out),
        minutes=max(base.shortfall_minutes - after.shortfall_minutes, 0),
    )


def _absent(plan: Plan) -> tuple[str, ...]:
    """Return the items of which nothing is planned."""
    return tuple(one.item for one in plan.left_out if one.item not in plan.by_item)
