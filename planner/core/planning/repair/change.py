"""How the work that is to be done differs from what a plan holds or names as left out."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from planner.core.effort import unit_minutes
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
    """Return what is to be done yet, with all of it open that is not done."""
    done = [one for one in plan.sessions if one.kind in WORK and is_done(state, one)]
    return {work.id: work for work in demand(state, profile, done)}


def changes(
    state: State, profile: Profile, plan: Plan, works: Mapping[str, Work]
) -> Mapping[str, Change]:
    """Return what is different for each item of the plan or of what is to be done.

    Units that were shortened leave minutes behind when they are ticked, and minutes of a session
    are counted to its units in their order. So an item has changed only where both its whole
    effort and what is left of it say so.
    """
    sessions = [one for one in plan.sessions if one.kind in WORK and state.item(one.item)]
    held, planned, units = Counter[str](), Counter[str](), set[str]()
    for one in sessions:
        held[one.item] += one.minutes
        units.update(one.units)
        if not is_done(state, one):
            planned[one.item] += one.minutes
    left = {one.item: one.minutes for one in plan.left_out}
    beyond = {work.id: work.minutes for work in demand(state, profile, sessions)}
    found: dict[str, Change] = {}
    for name in {**planned, **works}:
        work = works.get(name)
        if name in state.skipped:
            continue
        if work is None:
            found[name] = Change(excess=planned[name])
            continue
        alone = _ticked_alone(state, work, units)
        surplus = held[name] + left.get(name, 0) + alone - work.estimate
        still = beyond.get(name, 0)
        kept = left.get(name, 0) - min(max(surplus, 0), max(left.get(name, 0) - still, 0))
        found[name] = Change(
            new=min(max(-surplus, 0), max(still - kept, 0)),
            excess=min(
                max(surplus - (left.get(name, 0) - kept), 0),
                max(planned[name] - work.minutes, 0),
            ),
            beyond=kept,
        )
    return found


def _ticked_alone(state: State, work: Work, units: set[str]) -> int:
    """Return the minutes of the units that were ticked without a session of the plan."""
    if not work.item.units:
        return 0
    shares = unit_minutes(work.item, work.estimate)
    return sum(m for unit, m in shares.items() if unit in state.ticks and unit not in units)
