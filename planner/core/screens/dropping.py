"""What comes of putting sessions on a day or into a week by hand, told before it is done."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from planner.core.commands import MoveSession
from planner.core.free_time import free_minutes
from planner.core.moving import (
    minutes_taken,
    moved,
    out_of_turn,
    stands_too_early,
    stands_too_late,
)
from planner.core.plan import Plan, Session
from planner.core.progress import is_done
from planner.core.refusal import Refusal, Refused
from planner.core.state import State
from planner.core.values import Fact
from planner.core.wording import item_title, session_title

_TOLD_FIRST = (Refusal.DAY_FULL, Refusal.DAY_WITHOUT_TIME, Refusal.EVE_OF_LOOP)
"""Of the reasons against the days of a week, those that say most of it."""


class Drop(Fact, frozen=True):
    """What it would mean. `moves` are the commands, none where nothing would change.

    `refused` says why it cannot be, `about` what stands in the way, `over` by how many minutes the
    free time of the day is too short. Else `left` are the minutes that stay free, `requires` names
    what one of the sessions builds on and would come before, `required_by` what builds on one of
    them and would come earlier, `before_part` and `after_part` number a part of the same item.
    """

    day: date
    moves: tuple[MoveSession, ...] = ()
    refused: Refusal | None = None
    about: str = ""
    over: int = 0
    left: int = 0
    requires: str = ""
    required_by: str = ""
    before_part: int = 0
    after_part: int = 0

    @property
    def breaks_order(self) -> bool:
        """Whether something would come before what it builds on."""
        return bool(self.requires or self.required_by or self.before_part or self.after_part)


def drop_on_day(state: State, codes: Collection[str], to: date, today: date) -> Drop:
    """Return what comes of putting sessions on a day; rules are those of `MoveSession`.

    Besides, what is done stays where it is, and a day that is over takes nothing.
    """
    sessions = _sessions(state, codes)
    barred = _barred(state, sessions, to, today)
    if barred is not None:
        return barred
    moves = tuple(MoveSession(code=one.code, to=to) for one in sessions if one.date != to)
    left = _left(state, to)
    wanted = sum(one.minutes for one in sessions if one.date != to)
    after = state
    for move in moves:
        try:
            after = _after(after, move)
        except Refused as refused:
            full = refused.refusal is Refusal.DAY_FULL
            return Drop(to, refused=refused.refusal, over=wanted - left if full else 0)
    return Drop(to, moves, left=_left(after, to), **_order_broken(after, moves))


def drop_on_week(state: State, codes: Collection[str], number: int, today: date) -> Drop:
    """Return what comes of putting sessions into a week: each on the first day that takes it.

    A day on which the order of things is kept goes before one on which it is not. What stands in
    the week already stays.
    """
    if state.plan is None:
        return Drop(today, refused=Refusal.NO_PLAN)
    days = week_days(state.plan, number)
    after, moves = state, list[MoveSession]()
    for session in _sessions(state, codes):
        if session.date in days:
            continue
        best = _best([drop_on_day(after, (session.code,), day, today) for day in days])
        if best.refused is not None:
            return best
        moves += best.moves
        for move in best.moves:
            after = _after(after, move)
    to = min((move.to for move in moves), default=days[0])
    return Drop(to, tuple(moves), left=_left(after, to), **_order_broken(after, moves))


def week_days(plan: Plan, number: int) -> tuple[date, ...]:
    """Return the days of a week, Monday first."""
    monday = plan.week_of_number(number).monday
    return tuple(monday + timedelta(days=place) for place in range(7))


def _sessions(state: State, codes: Collection[str]) -> Sequence[Session]:
    plan = state.plan
    return [one for one in plan.sessions if one.code in codes] if plan else []


def _barred(state: State, sessions: Sequence[Session], to: date, today: date) -> Drop | None:
    if not sessions:
        return Drop(to, refused=Refusal.NO_PLAN)
    done = next((one for one in sessions if is_done(state, one)), None)
    if done is not None:
        return Drop(to, refused=Refusal.ALREADY_DONE, about=session_title(state, done))
    if to < today:
        return Drop(to, refused=Refusal.DAY_OVER)
    return None


def _after(state: State, move: MoveSession) -> State:
    plan, profile = state.plan, state.profile
    if plan is None or profile is None:
        raise Refused(Refusal.NO_PLAN)
    session = plan.by_code[move.code]
    return state.evolve(plan=moved(plan, session, move.to, profile, state.busy, state.skipped))


def _left(state: State, day: date) -> int:
    """Return the free minutes of a day that nothing takes; fewer than none where it is overfull."""
    if state.plan is None or state.profile is None:
        return 0
    taken = minutes_taken(state.plan.sessions, state.skipped).get(day, 0)
    return free_minutes(state.profile, state.busy, day) - taken


def _order_broken(state: State, moves: Sequence[MoveSession]) -> Mapping[str, Any]:
    """Return what comes too late or too early for sessions that were moved."""
    sessions = _sessions(state, {move.code for move in moves})
    early = next(filter(None, (stands_too_early(state, one) for one in sessions)), "")
    late = next(filter(None, (stands_too_late(state, one) for one in sessions)), "")
    parts = [(one.part, out_of_turn(state, one)) for one in sessions]
    return {
        "requires": item_title(state, early) if early else "",
        "required_by": item_title(state, late) if late else "",
        "before_part": next((other for part, other in parts if 0 < other < part), 0),
        "after_part": next((other for part, other in parts if other > part), 0),
    }


def _best(drops: Sequence[Drop]) -> Drop:
    """Return the drop to take, or of those that are refused the one that says most."""
    possible = [one for one in drops if one.refused is None]
    in_order = [one for one in possible if not one.breaks_order]
    if possible:
        return (in_order or possible)[0]
    for reason in _TOLD_FIRST:
        those = [one for one in drops if one.refused is reason]
        if those:
            return min(those, key=lambda one: one.over)
    return drops[0]
