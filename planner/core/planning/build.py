"""The chain from answers and progress to a plan: demand, room, trim, place, reasons, codes."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from planner.core.curriculum import Item
from planner.core.plan import BASELINE, LeftOut, Plan, Reason, Rule, Session
from planner.core.planning import calendar
from planner.core.planning.board import Board, Placed
from planner.core.planning.coverage import Coverage
from planner.core.planning.order import order_of
from planner.core.planning.lanes import Lanes
from planner.core.planning.place import (
    BASELINE_MINUTES,
    STUDYING,
    WEEKLY_REVIEW_MINUTES,
    Placer,
)
from planner.core.planning.reasons import explain
from planner.core.planning.reviews import RESERVE, ReviewDesk
from planner.core.planning.trim import trim
from planner.core.planning.codes import with_codes
from planner.core.planning.work import BLOCK, GRAIN, Work, demand, fixed_sessions
from planner.core.profile import Profile
from planner.core.progress import Done, done_on, item_done
from planner.core.state import State
from planner.core.values import Priority, SessionKind, Subject

LENGTHS = (6, 8, 12, 16, 24)
"""Weeks that are proposed while no loop is booked (rule 15)."""
LOST_TO_REVIEWS = 1.1
TRIES = 5
CLOSE_ENOUGH = 60
_WEIGHT = {Priority.CORE.rank: 100, Priority.IMPORTANT.rank: 30, Priority.OPTIONAL.rank: 10}


def make_plan(state: State, profile: Profile, today: date) -> Plan:
    """Return a plan from `today` on for a profile, with what is done left where it is.

    It never fails on a valid profile: what finds no room is named in `left_out`. The same input
    gives the same plan. Without a loop day it proposes one: the shortest of `LENGTHS` weeks that
    holds everything core and important, else the longest.
    """
    if profile.loop is not None:
        return _plan_until(state, profile, profile.loop, today)
    monday = profile.start - timedelta(days=profile.start.weekday())
    plan = None
    for weeks in LENGTHS:
        loop = monday + timedelta(days=7 * weeks)
        if weeks != LENGTHS[-1] and _is_hopeless(state, profile, loop, today):
            continue
        plan = _plan_until(state, profile, loop, today).evolve(loop_proposed=True)
        if not _misses_what_matters(state, plan):
            break
    if plan is None:
        raise AssertionError("the longest proposal is always tried")
    return plan


def _is_hopeless(state: State, profile: Profile, loop: date, today: date) -> bool:
    weeks = calendar.lay_out(profile, loop, today, fixed_sessions(state), state.plan)
    wanted = sum(one.minutes for one in demand(state, profile) if one.rank < Priority.OPTIONAL.rank)
    return loop <= today or wanted > sum(week.left for week in weeks)


def _misses_what_matters(state: State, plan: Plan) -> bool:
    def matters(left: LeftOut) -> bool:
        item = state.item(left.item)
        return item is None or item.at[plan.level].priority is not Priority.OPTIONAL

    return any(matters(left) for left in plan.left_out)


@dataclass(frozen=True, slots=True)
class _Situation:
    """What every try begins with."""

    state: State
    profile: Profile
    loop: date
    first_day: date
    fixed: tuple[Session, ...]
    done: Sequence[Item]
    works: Sequence[Work]
    weeks: Sequence[calendar.Stretch]
    baseline_open: bool


@dataclass(frozen=True, slots=True)
class _Attempt:
    """One trimmed and placed plan; `value` is what it keeps, weighted by priority."""

    weeks: list[calendar.Stretch]
    placed: list[Placed]
    works: Mapping[str, Work]
    asked: int
    unplaced: int
    value: int


def _plan_until(state: State, profile: Profile, loop: date, today: date) -> Plan:
    first_day = max(today, profile.start)
    fixed = fixed_sessions(state)
    now = _Situation(
        state=state,
        profile=profile,
        loop=loop,
        first_day=first_day,
        fixed=fixed,
        done=_done_items(state, profile),
        works=demand(state, profile),
        weeks=calendar.lay_out(profile, loop, first_day, fixed, state.plan),
        baseline_open=all(one.item != BASELINE for one in fixed),
    )
    best = _best_attempt(now)
    explain(
        sorted(best.placed, key=lambda one: (one.day.date, one.minute)), best.works, profile.level
    )
    sessions, issued = with_codes(best.placed, fixed, state.plan)
    left = _left_out(now, best)
    missing = sum(one.minutes for one in left)
    usable = profile.week_minutes * (1 - calendar.BUFFER) / LOST_TO_REVIEWS
    return Plan(
        level=profile.level,
        start=profile.start,
        loop=loop,
        weeks=tuple(stretch.as_week() for stretch in best.weeks),
        sessions=sessions,
        left_out=left,
        extra_weeks_needed=ceil(missing / usable),
        issued=issued,
    )


def _best_attempt(now: _Situation) -> _Attempt:
    """Return the try that keeps most: the room for items is known for sure only by placing them.

    The first try asks for all the room there seems to be; the next ones close in on the largest
    demand that is placed whole.
    """
    room = _room(now)
    best = _attempt(now, room)
    whole, too_much = 0, best.asked
    if not best.unplaced:
        return best
    room = best.asked - best.unplaced
    for _ in range(TRIES - 1):
        attempt = _attempt(now, room)
        if attempt.value > best.value:
            best = attempt
        if attempt.unplaced:
            too_much = min(too_much, room)
        else:
            whole = max(whole, room)
        if too_much - whole < CLOSE_ENOUGH:
            break
        room = (whole + too_much) // 2 if whole else room - attempt.unplaced
    return best


def _attempt(now: _Situation, room: int) -> _Attempt:
    level = now.profile.level
    trimmed = trim(now.works, room, level, now.done)
    works = [work.copy(trimmed.sizes[work.id]) for work in trimmed.kept]
    weeks = [stretch.copy() for stretch in now.weeks]
    coverage = Coverage(works, level)
    placer = Placer(
        board=Board(weeks),
        works=works,
        lanes=Lanes(works, order_of(works), coverage),
        coverage=coverage,
        desk=_desk(now),
        loop=now.loop,
        block=_block(weeks),
        baseline_open=now.baseline_open,
        reviewed_weeks=_reviewed(now.state, now.fixed),
    )
    placed = placer.run()
    left = {work.id: sum(piece.left for piece in work.pieces) for work in works}
    return _Attempt(
        weeks=weeks,
        placed=placed,
        works={work.id: work for work in works},
        asked=sum(work.minutes for work in works),
        unplaced=sum(left.values()),
        value=sum(_WEIGHT[work.rank] * (work.minutes - left[work.id]) for work in works),
    )


def _room(now: _Situation) -> int:
    """Return the minutes there are for items, without reviews and the first measure."""
    room = 0.0
    for week in now.weeks:
        room += week.left * (1 - RESERVE if week.phase in STUDYING else 1)
        room -= WEEKLY_REVIEW_MINUTES if week.left else 0
    return max(int(room) - (BASELINE_MINUTES if now.baseline_open else 0), 0)


def _block(weeks: Sequence[calendar.Stretch]) -> int:
    longest = max((day.left for week in weeks for day in week.days), default=BLOCK)
    return max(min(BLOCK, longest), GRAIN)


def _done_items(state: State, profile: Profile) -> list[Item]:
    items = (*state.curriculum.items_at(profile.level), *state.own.values())
    return [item for item in items if item_done(state, item) is Done.DONE]


def _reviewed(state: State, fixed: Sequence[Session]) -> frozenset[int]:
    plan = state.plan
    if plan is None:
        return frozenset()
    return frozenset(
        plan.week_number(one.date) for one in fixed if one.kind is SessionKind.WEEKLY_REVIEW
    )


def _desk(now: _Situation) -> ReviewDesk:
    level = now.profile.level
    worth = {work.id: -float(work.rank) for work in now.works}
    desk = ReviewDesk(len(now.weeks), worth)
    this_week = (now.first_day - now.weeks[0].monday).days // 7 + 1
    for item in now.done:
        if item.subject in {Subject.ORIENTATION, Subject.MOCK}:
            continue
        held = sum(one.item == item.id and one.kind is SessionKind.REVIEW for one in now.fixed)
        finished = done_on(now.state, item)
        week = (finished - now.weeks[0].monday).days // 7 + 1 if finished else this_week
        minutes = item.at[level].hours.minutes(now.profile.rating(item.group))
        desk.finish(item.id, max(week, 1), minutes, held=held)
    return desk


def _left_out(now: _Situation, best: _Attempt) -> tuple[LeftOut, ...]:
    free = sum(week.left for week in best.weeks if week.phase in STUDYING)
    laid: dict[str, int] = {}
    for one in best.placed:
        if one.kind is not SessionKind.REVIEW:
            laid[one.item] = laid.get(one.item, 0) + one.minutes
    out = {work.id for work in now.works if not laid.get(work.id)}
    found = []
    for work in now.works:
        held = laid.get(work.id, 0)
        missing = work.minutes - held
        if missing <= 0:
            continue
        if held:
            why = Reason(rule=Rule.SHORTENED, minutes=held, of=work.minutes)
        else:
            why = _why_dropped(work, out, free)
        found.append(LeftOut(item=work.id, minutes=missing, why=why))
    return tuple(found)


def _why_dropped(work: Work, out: Set[str], free: int) -> Reason:
    for other in work.item.requires:
        if other in out:
            return Reason(rule=Rule.NEEDS, about=other)
    priority = list(Priority)[work.rank]
    return Reason(rule=Rule.NO_ROOM, about=priority.value, minutes=work.minutes, of=free)
