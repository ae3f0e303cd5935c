"""A session put on another day by hand, with the rest of the plan as it was."""

from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import date, time, timedelta

from planner.core.free_time import Busy, free_minutes, past_busy, study_day
from planner.core.plan import WORK, Plan, Rule, Session, because, clock
from planner.core.profile import Profile
from planner.core.refusal import Refusal, Refused
from planner.core.spans import DAY_MINUTES
from planner.core.state import State

EVE = timedelta(days=1)


def moved(
    plan: Plan,
    session: Session,
    to: date,
    profile: Profile,
    busy: Mapping[str, Busy],
    skipped: Container[str] = (),
) -> Plan:
    """Return the plan with a session pinned at the end of another day.

    Its reasons name the week the planner had put it in, however often it was moved since, and no
    week while it stands in that one. What stands on the day but is skipped takes no room.

    Raises:
        Refused: when the day lies outside the plan, is the eve of the loop, or has no room.
    """
    if not plan.start <= to < plan.loop:
        raise Refused(Refusal.OUTSIDE_PLAN, to.isoformat())
    if to == session.date:
        return plan
    others = [one for one in plan.sessions if one.code != session.code]
    _ensure_room(
        plan, [one for one in others if one.item not in skipped], session, to, profile, busy
    )
    moved = next((reason for reason in session.why if reason.rule is Rule.MOVED), None)
    home = moved.week if moved and moved.week else plan.week_number(session.date)
    away = home if home != plan.week_number(to) else None
    there = session.evolve(
        date=to,
        start=end_of_day(others, to, session.minutes, profile, busy),
        pinned=True,
        why=(
            because(Rule.MOVED, week=away),
            *(reason for reason in session.why if reason.rule is not Rule.MOVED),
        ),
    )
    return plan.evolve(sessions=in_order([*others, there]))


def _ensure_room(
    plan: Plan,
    others: Sequence[Session],
    session: Session,
    to: date,
    profile: Profile,
    busy: Mapping[str, Busy],
) -> None:
    if to == plan.loop - EVE:
        raise Refused(Refusal.EVE_OF_LOOP, to.isoformat())
    free = free_minutes(profile, busy, to)
    if not free:
        raise Refused(Refusal.DAY_WITHOUT_TIME, to.isoformat())
    left = max(free - minutes_taken(others).get(to, 0), 0)
    if left < session.minutes:
        raise Refused(Refusal.DAY_FULL, to.isoformat(), minutes=left, of=session.minutes)


def minutes_taken(sessions: Iterable[Session], skipped: Container[str] = ()) -> Mapping[date, int]:
    """Return how many minutes of each day sessions take; what is skipped takes none."""
    taken: dict[date, int] = {}
    for one in sessions:
        if one.item not in skipped:
            taken[one.date] = taken.get(one.date, 0) + one.minutes
    return taken


def stands_too_early(state: State, session: Session) -> str:
    """Return the item that a session requires but that ends after it begins; nothing if none."""
    item, plan = state.item(session.item), state.plan
    if item is None or plan is None or session.kind not in WORK:
        return ""
    for other in item.requires:
        open_ones = _open(state, plan, other)
        if any(_moment(one) > _moment(session) for one in open_ones):
            return other
    return ""


def stands_too_late(state: State, session: Session) -> str:
    """Return the item that requires that of a session but begins before it; nothing if none."""
    plan = state.plan
    if plan is None or session.kind not in WORK:
        return ""
    for name in plan.by_item:
        item = state.item(name)
        if item is None or session.item not in item.requires:
            continue
        if any(_moment(one) < _moment(session) for one in _open(state, plan, name)):
            return name
    return ""


def out_of_turn(state: State, session: Session) -> int:
    """Return the number of an open part of the same item on the wrong side of one; 0 if none."""
    plan = state.plan
    if plan is None or session.kind not in WORK:
        return 0
    for one in _open(state, plan, session.item):
        if one.kind is session.kind and one.part != session.part:
            is_earlier = _moment(one) < _moment(session)
            if is_earlier != (one.part < session.part):
                return one.part
    return 0


def _open(state: State, plan: Plan, item: str) -> list[Session]:
    if item in state.skipped:
        return []
    return [one for one in plan.by_item.get(item, ()) if one.code not in state.ticks]


def _moment(session: Session) -> tuple[date, time]:
    return (session.date, session.start)


def in_order(sessions: Sequence[Session]) -> tuple[Session, ...]:
    """Return sessions in order of day and time, and of code where they start together."""
    return tuple(sorted(sessions, key=lambda one: (one.date, one.start, one.code)))


def end_of_day(
    sessions: Sequence[Session],
    day: date,
    minutes: int,
    profile: Profile,
    busy: Mapping[str, Busy],
) -> time:
    """Return when so many minutes can begin: after the last session of a day and no busy hour.

    On a day without sessions that is when its free time begins. Where nothing fits before
    midnight any more, busy hours are passed over.
    """
    ends = [one.end for one in sessions if one.date == day]
    after = max(ends, default=study_day(profile, day).start)
    begin = past_busy(busy, day, after.hour * 60 + after.minute, minutes)
    return clock(begin) if begin + minutes <= DAY_MINUTES else after
