"""Whether a plan still is what the situation calls for, so that there is nothing to plan anew."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from planner.core.free_time import free_minutes
from planner.core.plan import WORK, Plan, Rule, Session
from planner.core.planning.calendar import lay_out
from planner.core.planning.deadlines import deadlines
from planner.core.planning.repair.change import changed_items, open_work, same_pace
from planner.core.planning.repair.slipping import slipped
from planner.core.profile import Profile
from planner.core.progress import is_done, is_finished
from planner.core.state import State


def same_frame(plan: Plan, profile: Profile) -> bool:
    """Say whether a plan is for the level, the start and the loop day of a profile."""
    if (plan.level, plan.start) != (profile.level, profile.start):
        return False
    return plan.loop_proposed if profile.loop is None else plan.loop == profile.loop


def standing(state: State, profile: Profile, today: date) -> Plan | None:
    """Return the accepted plan where nothing has changed since, else None.

    Nothing has changed when nothing slipped, the same work is to be done in the same time, and
    each session ahead still has its room; it is wanted while one of its chapters or topics is open,
    since a code means all of them for ever. What is left out of the plan but done or skipped since
    is no longer named, and what was missed of something skipped is no longer there.
    """
    plan = state.plan
    if plan is None or not same_frame(plan, profile):
        return None
    if (plan.loop_proposed and today >= plan.loop) or slipped(state, today):
        return None
    ahead = [one for one in plan.sessions if one.date >= today and not is_done(state, one)]
    if not (_all_wanted(state, ahead) and _same_work(state, profile, plan, today)):
        return None
    if not _same_rounds(state, profile, plan, today):
        return None
    if not (_has_room(state, profile, plan, ahead) and _same_weeks(state, profile, plan, today)):
        return None
    return _without_what_is_settled(state, plan)


def _without_what_is_settled(state: State, plan: Plan) -> Plan:
    left_out = tuple(one for one in plan.left_out if not _is_settled(state, plan, one.item))
    sessions = tuple(one for one in plan.sessions if _is_wanted(state, one))
    if (left_out, sessions) == (plan.left_out, plan.sessions):
        return plan
    return plan.evolve(left_out=left_out, sessions=sessions)


def _all_wanted(state: State, ahead: Sequence[Session]) -> bool:
    return not any(
        one.item in state.skipped
        or (one.kind in WORK and one.units and all(unit in state.ticks for unit in one.units))
        for one in ahead
    )


def _is_wanted(state: State, one: Session) -> bool:
    return one.item not in state.skipped or is_done(state, one)


def _same_work(state: State, profile: Profile, plan: Plan, today: date) -> bool:
    """Say whether the plan holds, or names as left out, every minute that is to be done."""
    works = open_work(state, profile, plan)
    return same_pace(state, plan, today) and not changed_items(state, profile, plan, works)


def _same_rounds(state: State, profile: Profile, plan: Plan, today: date) -> bool:
    """Say whether the plan was made for the rounds that are booked before the loop."""
    works = open_work(state, profile, plan)
    rounds = deadlines(state.curriculum, profile, tuple(works.values()), today)
    known: set[str] = set()
    for one in plan.sessions:
        for why in one.why:
            if why.rule is Rule.GATE:
                known.add(why.about)
                day = profile.gates.get(why.about)
                if one.date >= today and (day is None or (day - one.date).days != why.minutes):
                    return False
    for one in plan.sessions:
        if one.date < today or one.kind not in WORK or is_done(state, one):
            continue
        asked = rounds.rounds.get(one.item)
        if asked is not None and one.date < asked[1] and asked[0] not in known:
            return False
        if one.date in rounds.taken or (one.date in rounds.quiet and not one.pinned):
            return False
    return True


def _has_room(state: State, profile: Profile, plan: Plan, ahead: Sequence[Session]) -> bool:
    used = Counter[date]()
    for one in plan.sessions:
        used[one.date] += one.minutes
    days = {one.date for one in ahead if not one.pinned}
    return all(used[day] <= free_minutes(profile, state.busy, day) for day in days)


def _same_weeks(state: State, profile: Profile, plan: Plan, today: date) -> bool:
    weeks = [
        stretch.as_week() for stretch in lay_out(profile, plan.loop, today, (), plan, state.busy)
    ]
    return len(weeks) == len(plan.weeks) and all(
        (old.monday, old.capacity_minutes, old.budget_minutes)
        == (new.monday, new.capacity_minutes, new.budget_minutes)
        for old, new in zip(plan.weeks, weeks, strict=True)
    )


def _is_settled(state: State, plan: Plan, item_id: str) -> bool:
    if item_id in state.skipped:
        return True
    item = state.item(item_id)
    return item is None or (is_finished(state, item) and item_id not in plan.by_item)
