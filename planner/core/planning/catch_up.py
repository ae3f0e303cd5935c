"""Catching up: sessions that slipped find the free time of the days ahead."""

from datetime import date

from planner.core.plan import Plan
from planner.core.planning.build import make_plan
from planner.core.planning.repair.mending import Way, mended
from planner.core.planning.repair.slipping import slipped
from planner.core.planning.repair.unchanged import same_frame
from planner.core.profile import Profile
from planner.core.state import State

__all__ = ["catch_up", "slipped"]


def catch_up(state: State, profile: Profile, today: date) -> Plan:
    """Return the plan with what slipped put into the free time ahead (rule 11).

    The buffer of the weeks ahead is used, never more than a day's free time, and neither the mock
    block nor the taper is squeezed. Weekly reviews that slipped are gone, reviews that slipped
    come back only while there is room. The parts of an item keep their order. Where nothing is
    free in time, something that matters less makes way. Only where all of that does not do, the
    answer is a new plan from today on.
    """
    plan = state.plan
    if plan is None or not same_frame(plan, profile):
        return make_plan(state, profile, today)
    if not slipped(state, today):
        return plan
    found = mended(state, profile, today, Way.BUFFER)
    return make_plan(state, profile, today) if found is None else found
