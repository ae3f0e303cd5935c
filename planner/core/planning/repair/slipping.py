"""What has slipped: sessions of days that are over, neither done nor skipped."""

from collections.abc import Iterable
from datetime import date, timedelta

from planner.core.plan import Rule, Session
from planner.core.progress import has_slipped, ticked_minutes
from planner.core.state import State

RECOVERY = 0.70
"""Under such a share of a week's plan a lighter week is offered (rule 11)."""


def slipped(state: State, today: date) -> tuple[Session, ...]:
    """Return the sessions of days that are over which are still to be done."""
    if state.plan is None:
        return ()
    return tuple(one for one in state.plan.sessions if has_slipped(state, one, today))


def slipped_twice(late: Iterable[Session]) -> tuple[Session, ...]:
    """Return those of some sessions that had slipped before."""
    return tuple(one for one in late if any(why.rule is Rule.SLIPPED for why in one.why))


def last_week(state: State, today: date) -> tuple[int, int] | None:
    """Return the minutes done and planned in the week before this one; None if none were."""
    if state.plan is None:
        return None
    monday = today - timedelta(days=today.weekday())
    first = monday - timedelta(days=7)
    sessions = [one for one in state.plan.sessions if first <= one.date < monday]
    planned = sum(one.minutes for one in sessions if one.item not in state.skipped)
    done = ticked_minutes(state, sessions)
    return (done, planned) if planned else None


def wants_recovery(state: State, today: date) -> bool:
    """Say whether so little of last week was done that a lighter week would help."""
    found = last_week(state, today)
    return found is not None and found[0] < RECOVERY * found[1]
