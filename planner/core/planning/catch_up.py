"""Sessions that slipped find the free time of the days ahead, and nothing else moves."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from datetime import date, time, timedelta

from planner.core.moving import end_of_day, in_order
from planner.core.plan import WORK, Plan, Rule, Session, because, clock
from planner.core.planning.build import make_plan
from planner.core.planning.calendar import STUDYING
from planner.core.planning.mocks import LAST_MOCK
from planner.core.profile import Profile
from planner.core.progress import is_done
from planner.core.state import State
from planner.core.values import Phase, SessionKind

_PHASES = {
    SessionKind.STUDY: STUDYING,
    SessionKind.MOCK: STUDYING | {Phase.MOCK, Phase.TAPER},
    SessionKind.REVIEW: STUDYING | {Phase.MOCK},
}


def slipped(state: State, today: date) -> tuple[Session, ...]:
    """Return the sessions before today that are neither done nor skipped."""
    if state.plan is None:
        return ()
    return tuple(
        one
        for one in state.plan.sessions
        if one.date < today and not is_done(state, one) and one.item not in state.skipped
    )


def catch_up(state: State, profile: Profile, today: date) -> Plan:
    """Return the plan with what slipped put into the free time ahead (rule 11).

    The buffer of the weeks ahead is used, never more than a day's free time, and neither the mock
    block nor the taper is squeezed. Weekly reviews that slipped are gone, reviews that slipped
    come back only while there is room. The parts of an item keep their order where their lengths
    allow it. Where something else would have to move, the answer is a new plan from today on.
    """
    plan = state.plan
    if plan is None:
        return make_plan(state, profile, today)
    late = slipped(state, today)
    if not late:
        return plan
    codes = {one.code for one in late}
    sessions = [one for one in plan.sessions if one.code not in codes]
    for one in late:
        if one.kind is SessionKind.WEEKLY_REVIEW:
            continue
        day = _free_day(plan, profile, sessions, one, today)
        if day is not None:
            sessions.append(_put(plan, profile, sessions, one, day))
        elif one.kind in WORK:
            return make_plan(state, profile, today)
    touched = {one.item for one in late if one.kind in WORK}
    for order in (_parts_in_turn(sessions, touched, state), sessions):
        changed = set(plan.sessions).symmetric_difference(order)
        settled = _timed(order, {one.date for one in changed if one.date >= today}, state, profile)
        caught_up = plan.evolve(sessions=in_order(settled))
        if not _overfull(plan, caught_up, profile) and _waits(state, caught_up, touched):
            return caught_up
    return make_plan(state, profile, today)


def _free_day(
    plan: Plan, profile: Profile, sessions: Iterable[Session], one: Session, today: date
) -> date | None:
    used = _used(sessions)
    day = max(today, plan.start)
    while day < plan.loop - timedelta(days=LAST_MOCK):
        fits = used.get(day, 0) + one.minutes <= profile.week[day.weekday()].minutes
        if fits and plan.week_at(day).phase in _PHASES[one.kind]:
            return day
        day += timedelta(days=1)
    return None


def _put(plan: Plan, profile: Profile, sessions: list[Session], one: Session, day: date) -> Session:
    start: time = end_of_day(sessions, day, profile)
    why = (because(Rule.SLIPPED, week=plan.week_number(one.date)), *one.why)
    return one.evolve(date=day, start=start, why=why)


def _parts_in_turn(
    sessions: Iterable[Session], items: AbstractSet[str], state: State
) -> list[Session]:
    """Return the sessions with the open parts of some items in their order again.

    The parts change places among themselves, so that nothing else has to move.
    """
    result = list(sessions)
    for item in sorted(items):
        spots = [
            index
            for index, one in enumerate(result)
            if one.item == item and one.kind in WORK and not is_done(state, one)
        ]
        spots.sort(key=lambda index: (result[index].date, result[index].start))
        parts = sorted((result[index] for index in spots), key=lambda one: one.part)
        places = [(result[index].date, result[index].start) for index in spots]
        for index, part, (day, start) in zip(spots, parts, places, strict=True):
            result[index] = part if part.date == day else part.evolve(date=day, start=start)
    return result


def _timed(
    sessions: Iterable[Session], days: AbstractSet[date], state: State, profile: Profile
) -> list[Session]:
    """Return the sessions with the open ones of some days one after the other."""
    settled: list[Session] = []
    minute: dict[date, int] = {}
    for one in in_order(tuple(sessions)):
        if one.date not in days:
            settled.append(one)
            continue
        begin = profile.week[one.date.weekday()].start
        at = minute.get(one.date, begin.hour * 60 + begin.minute)
        if is_done(state, one):
            at = max(at, one.start.hour * 60 + one.start.minute)
        minute[one.date] = at + one.minutes
        start = clock(at)
        settled.append(one if one.start == start else one.evolve(start=start))
    return settled


def _overfull(before: Plan, after: Plan, profile: Profile) -> bool:
    """Say whether a day that got more than it had holds more than its free time."""
    had, has = _used(before.sessions), _used(after.sessions)
    return any(
        minutes > had.get(day, 0) and minutes > profile.week[day.weekday()].minutes
        for day, minutes in has.items()
    )


def _used(sessions: Iterable[Session]) -> dict[date, int]:
    used: dict[date, int] = {}
    for one in sessions:
        used[one.date] = used.get(one.date, 0) + one.minutes
    return used


def _waits(state: State, plan: Plan, items: AbstractSet[str]) -> bool:
    """Say whether what slipped still ends before what requires it, and begins after its own."""
    for item_id, sessions in plan.by_item.items():
        item = state.item(item_id)
        mine = [one for one in sessions if not is_done(state, one)]
        for other in item.requires if item and mine else ():
            if item_id not in items and other not in items:
                continue
            before = [one for one in plan.by_item.get(other, ()) if not is_done(state, one)]
            if any((one.date, one.start) >= (mine[0].date, mine[0].start) for one in before):
                return False
    return True
