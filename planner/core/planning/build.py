"""The chain from answers and progress to a plan: demand, room, trim, place, reasons, codes."""

from datetime import date, timedelta
from math import ceil

from planner.core.gates import gates_at
from planner.core.plan import Plan
from planner.core.planning.board import in_time
from planner.core.planning.calendar import BUFFER
from planner.core.planning.codes import with_codes
from planner.core.planning.efforts import with_efforts
from planner.core.planning.left_out import left_out
from planner.core.planning.reasons import explain
from planner.core.planning.repair.unchanged import standing
from planner.core.planning.situation import Situation, situation
from planner.core.planning.tries import best_try
from planner.core.profile import Profile
from planner.core.state import State
from planner.core.values import Priority

LENGTHS = (6, 8, 12, 16, 24)
"""Weeks that are proposed while no loop is booked (rule 15)."""
LOST_TO_REVIEWS = 1.1


def make_plan(state: State, profile: Profile, today: date) -> Plan:
    """Return a plan from `today` on for a profile, with what is done left where it is.

    It never fails on a valid profile: what finds no room is named in `left_out`. The same input
    gives the same plan, and where nothing has changed since a plan was accepted, that plan is the
    answer. Without a loop day it proposes one: the shortest of `LENGTHS` weeks that
    ends after the rounds that are booked and holds everything core and important, else the
    longest, or the Monday after the last booked round.
    """
    accepted = standing(state, profile, today)
    if accepted is not None:
        return accepted
    if profile.loop is not None:
        return _plan(situation(state, profile, profile.loop, today))
    loops = _proposals(state, profile)
    for loop in loops[:-1]:
        now = situation(state, profile, loop, today)
        if loop > today and not _is_hopeless(now):
            plan = _plan(now)
            if not _misses_what_matters(state, plan):
                return plan.evolve(loop_proposed=True)
    return _plan(situation(state, profile, loops[-1], today)).evolve(loop_proposed=True)


def _proposals(state: State, profile: Profile) -> list[date]:
    """Return the loop days to try, each after the rounds that are booked before the loop."""
    monday = profile.start - timedelta(days=profile.start.weekday())
    loops = [monday + timedelta(days=7 * weeks) for weeks in LENGTHS]
    booked = gates_at(state.curriculum, profile.level, profile.gates).values()
    if not booked:
        return loops
    last = max(booked)
    return [loop for loop in loops if loop > last] or [last + timedelta(days=7 - last.weekday())]


def _plan(now: Situation) -> Plan:
    best = best_try(now)
    placed = sorted(best.placed, key=in_time)
    explain(placed, best.works, now.profile.level, now.deadlines)
    sessions, issued = with_codes(placed, now.fixed, now.state.plan)
    sessions, efforts = with_efforts(sessions, now)
    left = (*left_out(now, best), *now.given_up)
    usable = now.profile.week_minutes * (1 - BUFFER) / LOST_TO_REVIEWS
    return Plan(
        level=now.profile.level,
        start=now.profile.start,
        loop=now.loop,
        weeks=tuple(stretch.as_week() for stretch in best.weeks),
        sessions=sessions,
        left_out=left,
        extra_weeks_needed=ceil(sum(one.minutes for one in left) / usable),
        issued=issued,
        efforts=efforts,
        estimates=now.state.estimates,
    )


def _is_hopeless(now: Situation) -> bool:
    wanted = sum(work.minutes for work in now.studies if work.rank < Priority.OPTIONAL.rank)
    return wanted > now.space.whole


def _misses_what_matters(state: State, plan: Plan) -> bool:
    for left in plan.left_out:
        item = state.item(left.item)
        if item is None or item.at[plan.level].priority is not Priority.OPTIONAL:
            return True
    return False
