"""A session put on another day by hand, with the rest of the plan as it was."""

from collections.abc import Mapping, Sequence
from datetime import date, time

from planner.core.free_time import Busy, past_busy, study_day
from planner.core.plan import Plan, Rule, Session, because, clock
from planner.core.profile import Profile
from planner.core.refusal import Refusal, Refused
from planner.core.spans import DAY_MINUTES


def moved(
    plan: Plan, session: Session, to: date, profile: Profile, busy: Mapping[str, Busy]
) -> Plan:
    """Return the plan with a session pinned at the end of another day.

    Its reasons name the week the planner had put it in, however often it was moved since.

    Raises:
        Refused: when the day lies outside the plan.
    """
    if not plan.start <= to < plan.loop:
        raise Refused(Refusal.OUTSIDE_PLAN, to.isoformat())
    if to == session.date:
        return plan
    first_move = next((reason for reason in session.why if reason.rule is Rule.MOVED), None)
    others = [one for one in plan.sessions if one.code != session.code]
    there = session.evolve(
        date=to,
        start=end_of_day(others, to, session.minutes, profile, busy),
        pinned=True,
        why=(
            first_move or because(Rule.MOVED, week=plan.week_number(session.date)),
            *(reason for reason in session.why if reason.rule is not Rule.MOVED),
        ),
    )
    return plan.evolve(sessions=in_order([*others, there]))


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
