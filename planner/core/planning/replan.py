"""Ways to go on: what slipped spread over the time ahead, in place of less, with a later loop."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from planner.core.commands import AcceptPlan, ChangeProfile
from planner.core.plan import LeftOut, Plan, Rule, Session, because
from planner.core.planning.build import make_plan
from planner.core.planning.difference import Difference, compare
from planner.core.planning.repair.later_loop import later_profile, with_later_loop
from planner.core.planning.repair.mending import Way, mended
from planner.core.planning.repair.price import Price, price_of
from planner.core.planning.repair.staying import fixed_sessions
from planner.core.planning.repair.unchanged import same_frame, standing
from planner.core.profile import Profile
from planner.core.state import State

MOST_WEEKS = 8
"""The loop is tried up to so many weeks later."""


class Kind(StrEnum):
    """How a plan goes on."""

    SPREAD = "spread"
    TRIM = "trim"
    EXTEND = "extend"
    AFRESH = "afresh"


@dataclass(frozen=True, slots=True)
class Option:
    """A complete plan to choose, with what it costs and what it changes.

    `profile` is the one it is made for: another loop day where that moves. `unpinned` are the
    sessions that were put on a day by hand and cannot stand there any more.
    """

    kind: Kind
    plan: Plan
    profile: Profile
    price: Price
    difference: Difference
    unpinned: tuple[Session, ...] = ()

    def commands(self, state: State) -> tuple[ChangeProfile | AcceptPlan, ...]:
        """Return what taking it comes to, as one gesture."""
        accept = AcceptPlan(plan=self.plan)
        if self.profile == state.profile:
            return (accept,)
        return (ChangeProfile(profile=self.profile), accept)


def options(state: State, profile: Profile, today: date) -> tuple[Option, ...]:
    """Return the ways to go on from today, each a complete plan with its price.

    Where nothing has changed since the plan was accepted, there is one: the plan as it is. A way
    that would not do is not among them; made afresh is always the last.
    """
    before = state.plan
    if before is None:
        return ()
    afresh = make_plan(state, profile, today)
    if standing(state, profile, today) is not None:
        return (_option(state, Kind.AFRESH, afresh, profile, today),)
    anew = _option(state, Kind.AFRESH, afresh, profile, today)
    return (*_mended(state, profile, before, today), anew)


def _mended(state: State, profile: Profile, before: Plan, today: date) -> Iterator[Option]:
    if not same_frame(before, profile):
        return
    spread = mended(state, profile, today, Way.BUFFER)
    later = _extended(state, profile, before, today)
    trimmed = mended(state, profile, today, Way.INSTEAD)
    if spread is not None:
        yield _option(state, Kind.SPREAD, spread, profile, today)
    if trimmed is not None:
        weeks = (later[0].loop - before.loop).days // 7 if later else 0
        told = _with_way_back(before, trimmed, weeks)
        yield _option(state, Kind.TRIM, told, profile, today)
    if later is not None:
        yield _option(state, Kind.EXTEND, *later, today)


def _extended(
    state: State, profile: Profile, before: Plan, today: date
) -> tuple[Plan, Profile] | None:
    """Return the plan with the loop the fewest weeks later that hold everything, if any do.

    What stands before the mock block stays; only where that would not do, it is planned anew.
    """
    if today >= before.loop:
        return None
    reach = [later_profile(profile, before, weeks) for weeks in range(1, MOST_WEEKS + 1)]
    for weeks, wanted in enumerate(reach, start=1):
        if wanted is None:
            break
        moved = with_later_loop(state, wanted, before, today, weeks)
        if moved is None:
            break
        there = state.evolve(plan=moved, profile=wanted)
        found = mended(there, wanted, today, Way.KEEPING)
        if found is not None and found.shortfall_minutes <= before.shortfall_minutes:
            return found, wanted
    for wanted in reach if profile.loop is not None else ():
        if wanted is None:
            break
        anew = make_plan(state.evolve(profile=wanted), wanted, today)
        if anew.shortfall_minutes <= before.shortfall_minutes:
            return anew, wanted
    return None


def _with_way_back(before: Plan, after: Plan, weeks: int) -> Plan:
    """Return a plan that says of what it leaves out anew that a later loop would hold it."""
    if not weeks:
        return after
    old = {one.item: one.minutes for one in before.left_out}

    def told(one: LeftOut) -> LeftOut:
        if one.minutes <= old.get(one.item, 0) or one.item in old:
            return one
        return one.evolve(back=because(Rule.BRINGS_BACK, week=weeks))

    return after.evolve(left_out=tuple(map(told, after.left_out)))


def _option(state: State, kind: Kind, plan: Plan, profile: Profile, today: date) -> Option:
    before = state.plan or plan
    kept = {one.code for one in fixed_sessions(state, profile, today, plan.loop)}
    return Option(
        kind=kind,
        plan=plan,
        profile=profile,
        price=price_of(state, before, plan, profile, today),
        difference=compare(before, plan),
        unpinned=tuple(
            one
            for one in before.sessions
            if one.pinned
            and one.date >= today
            and one.code not in kept
            and not _is_gone(state, one)
        ),
    )


def _is_gone(state: State, one: Session) -> bool:
    return one.item in state.skipped or one.code in state.ticks
