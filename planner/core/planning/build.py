"""The chain from answers and progress to a plan: demand, room, trim, place, reasons, codes."""

from datetime import date, timedelta
from math import ceil

from planner.core.plan import Plan
from planner.core.planning.attempt import Attempt, attempt, carried_over
from planner.core.planning.calendar import BUFFER
from planner.core.planning.codes import with_codes
from planner.core.planning.efforts import with_efforts
from planner.core.planning.left_out import left_out
from planner.core.planning.reasons import explain
from planner.core.planning.situation import Situation, situation
from planner.core.profile import Profile
from planner.core.state import State
from planner.core.values import Priority

LENGTHS = (6, 8, 12, 16, 24)
"""Weeks that are proposed while no loop is booked (rule 15)."""
LOST_TO_REVIEWS = 1.1
TRIES = 4
STEP = 1.4
CLOSE_ENOUGH = 60


def make_plan(state: State, profile: Profile, today: date) -> Plan:
    """Return a plan from `today` on for a profile, with what is done left where it is.

    It never fails on a valid profile: what finds no room is named in `left_out`. The same input
    gives the same plan. Without a loop day it proposes one: the shortest of `LENGTHS` weeks that
    holds everything core and important, else the longest.
    """
    state = state.evolve(profile=profile)
    if profile.loop is not None:
        return _plan(situation(state, profile, profile.loop, today))
    monday = profile.start - timedelta(days=profile.start.weekday())
    loops = [monday + timedelta(days=7 * weeks) for weeks in LENGTHS]
    for loop in loops[:-1]:
        now = situation(state, profile, loop, today)
        if loop > today and not _is_hopeless(now):
            plan = _plan(now)
            if not _misses_what_matters(state, plan):
                return plan.evolve(loop_proposed=True)
    return _plan(situation(state, profile, loops[-1], today)).evolve(loop_proposed=True)


def _plan(now: Situation) -> Plan:
    best = _best(now)
    explain(best.placed, best.works, now.profile.level)
    sessions, issued = with_codes(best.placed, now.fixed, now.state.plan)
    sessions, efforts = with_efforts(sessions, now)
    left = left_out(now, best)
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


def _best(now: Situation) -> Attempt:
    """Return the try that keeps most: the room for study is known for sure only by placing it.

    The first try asks for all the room there seems to be. When some of it was not placed, the
    next asks for less, by somewhat more than was missing; when all was placed and something was
    left out, for more, at most halfway to what was too much.
    """
    room = too_much = now.study_room + carried_over(now)
    fits = 0
    best = one = attempt(now, room)
    for number in range(1, TRIES):
        if one.unplaced:
            too_much = room
            room = (fits + too_much) // 2 if fits else one.asked - int(one.unplaced * STEP)
        elif one.trimmed:
            fits = room
            room = one.asked + one.spare if number == 1 else (fits + too_much) // 2
        is_full = not one.unplaced and (not one.trimmed or one.spare < CLOSE_ENOUGH)
        if is_full or abs(room - fits) < CLOSE_ENOUGH:
            break
        one = attempt(now, room)
        if one.value > best.value:
            best = one
    return best


def _is_hopeless(now: Situation) -> bool:
    wanted = sum(work.minutes for work in now.studies if work.rank < Priority.OPTIONAL.rank)
    return wanted > sum(week.left for week in now.weeks)


def _misses_what_matters(state: State, plan: Plan) -> bool:
    for left in plan.left_out:
        item = state.item(left.item)
        if item is None or item.at[plan.level].priority is not Priority.OPTIONAL:
            return True
    return False
