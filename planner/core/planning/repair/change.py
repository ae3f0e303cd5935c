"""How the work that is to be done differs from what a plan holds or names as left out."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from planner.core.effort import USUAL_PACE, scaled, unit_minutes
from planner.core.pace import pace_of, paces
from planner.core.plan import WORK, Plan
from planner.core.planning.work import Work, demand
from planner.core.profile import Profile
from planner.core.progress import is_done
from planner.core.state import State


@dataclass(frozen=True, slots=True)
class Change:
    """What is different for one item, in minutes.

    `new` are those the plan does not know, `excess` those it holds in vain, and `beyond` what of
    those it leaves out is still left out.
    """

    new: int = 0
    excess: int = 0
    beyond: int = 0


def open_work(state: State, profile: Profile, plan: Plan) -> Mapping[str, Work]:
    """Return what is to be done yet at the usual pace, with all of it open that is not done."""
    done = [one for one in plan.sessions if one.kind in WORK and is_done(state, one)]
    return {work.id: work for work in demand(state.evolve(minutes={}), profile, done)}


def changes(
    state: State, profile: Profile, plan: Plan, works: Mapping[str, Work]
) -> Mapping[str, Change]:
    """Return what is different for each item of the plan or of what is to be done.

    What the plan holds keeps the pace it was planned at. Units that were shortened leave minutes
    behind when they are ticked, and minutes of a session are counted to its units in their order.
    So an item at the usual pace has changed only where both its whole effort and what is left of
    it say so.
    """
    sessions = [one for one in plan.sessions if one.kind in WORK and state.item(one.item)]
    held, planned, units = Counter[str](), Counter[str](), set[str]()
    for one in sessions:
        held[one.item] += one.minutes
        units.update(one.units)
        if not is_done(state, one):
            planned[one.item] += one.minutes
    left = {one.item: one.minutes for one in plan.left_out}
    beyond = {w.id: w.minutes for w in demand(state.evolve(minutes={}), profile, sessions)}
    own_pace = {w.id: w.minutes for w in demand(state, profile, sessions)}
    paced = {one.item for one in sessions if one.pace != USUAL_PACE} | plan.efforts.keys()
    found: dict[str, Change] = {}
    for name in {**planned, **works}:
        work = works.get(name)
        if name in state.skipped:
            continue
        if work is None:
            found[name] = Change(excess=planned[name])
            continue
        if not held[name] and name not in left:
            found[name] = Change(new=own_pace.get(name, 0))
            continue
        out = left.get(name, 0)
        surplus = held[name] + out + ticked_alone(state, work, units) - _whole(state, plan, work)
        less = max(surplus, 0) if name in paced else max(out - beyond.get(name, 0), 0)
        kept = out - min(max(surplus, 0), less, out)
        excess, new = max(surplus - (out - kept), 0), max(-surplus, 0)
        if name not in paced:
            excess = min(excess, max(planned[name] - work.minutes, 0))
            new = min(new, max(beyond.get(name, 0) - kept, 0))
        found[name] = Change(new=new, excess=excess, beyond=kept)
    return found


def changed_items(
    state: State, profile: Profile, plan: Plan, works: Mapping[str, Work]
) -> frozenset[str]:
    """Return the items that take another time than the plan has for them, pace aside."""
    named = {one.item: one.minutes for one in plan.left_out}
    return frozenset(
        name
        for name, one in changes(state, profile, plan, works).items()
        if one.new or one.excess or one.beyond != named.get(name, 0)
    )


def same_pace(state: State, plan: Plan, today: date) -> bool:
    """Say whether what is open after this week is planned at the pace the candidate has by now."""
    known = paces(state)
    sunday = today + timedelta(days=6 - today.weekday())
    for one in plan.sessions:
        item = state.item(one.item)
        if item is None or one.kind not in WORK or is_done(state, one) or one.date <= sunday:
            continue
        if item.id not in state.estimates and one.pace != pace_of(state, item, known):
            return False
    return True


def _whole(state: State, plan: Plan, work: Work) -> int:
    """Return what the whole of an item takes at the pace that the plan was made with."""
    if state.estimates.get(work.id) != plan.estimates.get(work.id):
        return work.estimate
    sessions = plan.by_item.get(work.id, ())
    begun = any(is_done(state, one) for one in sessions)
    if len({one.pace for one in sessions}) == 1 and not begun:
        return scaled(work.estimate, sessions[0].pace)
    return plan.efforts.get(work.id, work.estimate)


def ticked_alone(state: State, work: Work, units: set[str]) -> int:
    """Return the minutes of the units that were ticked without a session of the plan."""
    if not work.item.units:
        return 0
    shares = unit_minutes(work.item, work.estimate)
    return sum(m for unit, m in shares.items() if unit in state.ticks and unit not in units)
