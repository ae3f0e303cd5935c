"""A session put on another day by hand, with the rest of the plan as it was."""

from collections.abc import Sequence
from datetime import date, time

from planner.core.plan import Plan, Rule, Session, because
from planner.core.profile import Profile
from planner.core.refusal import Refusal, Refused


def moved(plan: Plan, session: Session, to: date, profile: Profile) -> Plan:
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
        start=end_of_day(others, to, profile),
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


def end_of_day(sessions: Sequence[Session], day: date, profile: Profile) -> time:
    """Return when the last session of a day is over, or when the day's free time begins."""
    ends = [one.end for one in sessions if one.date == day]
    return max(ends, default=profile.week[day.weekday()].start)
