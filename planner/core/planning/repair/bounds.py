"""Between which days a session may stand, and in which weeks."""

from datetime import date, timedelta

from planner.core.plan import BASELINE, WEEKLY_REVIEW, WORK, Session
from planner.core.planning.calendar import STUDYING
from planner.core.planning.mocks import LAST_MOCK
from planner.core.planning.repair.timetable import Timetable
from planner.core.planning.reviews import MOST_OF_WEEK
from planner.core.values import Phase, Priority, SessionKind, Subject

REVIEW_WAITS = timedelta(days=13)
"""A review that finds no room in this week or the next is given up (rule 5)."""
BEGINNING_WAITS = timedelta(days=13)
"""What begins a plan is caught up with before two weeks are over, and other work makes way."""
NEVER, REVIEWS = -1, len(Priority)


def importance(table: Timetable, one: Session) -> int:
    """Return 0 for core work, 1 for important, 2 for optional, 3 for reviews.

    What never makes way for anything is below all: mocks, orientation, the weekly review.
    """
    if one.kind is SessionKind.REVIEW:
        return REVIEWS
    item = table.state.item(one.item)
    at = item.at.get(table.profile.level) if item else None
    if one.kind is not SessionKind.STUDY or item is None or at is None:
        return NEVER
    return NEVER if item.subject is Subject.ORIENTATION else at.priority.rank


def begins_plan(table: Timetable, one: Session) -> bool:
    """Say whether a session is of the orientation, or the first measure: the front of a plan."""
    item = table.state.item(one.item)
    return one.item == BASELINE or (item is not None and item.subject is Subject.ORIENTATION)


def earliest(table: Timetable, one: Session) -> date:
    """Return the first day on which everything that has to come before a session is over."""
    days = [table.days[code] for code in table.ties.before(one) if table.is_open(code)]
    return max([table.first, *days])


def latest(table: Timetable, one: Session, *, parts: bool = True) -> date:
    """Return the last day before what has to come after a session.

    Without `parts`, the later parts of its own item do not count: they can move along.
    """
    after = table.ties.after(one) if parts else table.ties.waiting(one)
    days = [table.days[code] for code in after if table.is_open(code)]
    last = table.last
    if one.kind is SessionKind.MOCK and one.item != BASELINE:
        last = table.plan.loop - timedelta(days=LAST_MOCK + 1)
    asked = table.rounds.rounds.get(one.item)
    if asked is not None and not table.past_due:
        last = min(last, asked[1] - timedelta(days=1))
    if not table.past_due and begins_plan(table, one):
        last = min(last, table.first + BEGINNING_WAITS)
    if one.kind is SessionKind.REVIEW:
        last = min(last, max(table.first, one.date) + REVIEW_WAITS)
    if one.item == WEEKLY_REVIEW:
        last = min(last, one.date + timedelta(days=6 - one.date.weekday()))
    return min([last, *days])


def may_stand(table: Timetable, one: Session, day: date) -> bool:
    """Say whether a day is one for such a session.

    The days before a round are for reviews, nothing new begins in the mock block (rule 3), and
    reviews keep to their share of a week and out of the last one.
    """
    phase = table.phase(day)
    if day in table.rounds.quiet and one.kind in WORK:
        return False
    if one.kind is SessionKind.REVIEW:
        return phase is not Phase.TAPER and _has_share(table, one, day)
    if one.item == BASELINE:
        return phase in STUDYING
    if one.kind is not SessionKind.STUDY or phase in STUDYING:
        return True
    parts = (code for code in table.ties.parts(one.item) if code != one.code)
    return any(code in table.days and table.phase(table.days[code]) in STUDYING for code in parts)


def _has_share(table: Timetable, one: Session, day: date) -> bool:
    week = table.plan.week_at(day)
    held = sum(
        table.sessions[code].minutes
        for code, there in table.days.items()
        if table.sessions[code].kind is SessionKind.REVIEW
        and code != one.code
        and table.plan.week_number(there) == week.number
    )
    return held + one.minutes <= MOST_OF_WEEK * week.budget_minutes
