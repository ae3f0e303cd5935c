"""Checks of what a user enters before it becomes a profile, one refusal per field."""

from datetime import date, time, timedelta

from planner.core.profile import (
    LEAST_WEEK_MINUTES,
    LONGEST_PLAN_DAYS,
    MOST_DAY_MINUTES,
    StudyDay,
)
from planner.core.refusal import Refusal, Refused

EVENING, MORNING, AFTERNOON = time(19, 30), time(9, 0), time(17, 0)

SATURDAY, SUNDAY = 5, 6
LONG_DAY_MINUTES = 240

_FILL = (
    *((1, 90), (3, 90), (SATURDAY, 240), (SUNDAY, 180)),
    *((day, 120) for day in range(4)),
    *((SATURDAY, 360), (SUNDAY, 360)),
    *((day, limit) for limit in range(180, MOST_DAY_MINUTES + 1, 60) for day in range(7)),
)
"""Where free hours go while only their sum is known, as steps of (weekday, minutes up to): two
evenings and the weekend first, then the other evenings, then every day by the hour. 0 is Monday."""


def loop_problem(start: date, loop: date | None, today: date) -> Refused | None:
    """Return what is wrong with a loop day; a loop not booked yet is fine."""
    if loop is None:
        return None
    if loop <= today:
        return Refused(Refusal.LOOP_IN_PAST, loop.isoformat())
    if loop <= start:
        return Refused(Refusal.LOOP_BEFORE_START, loop.isoformat())
    if (loop - start).days > LONGEST_PLAN_DAYS:
        return Refused(Refusal.LOOP_TOO_FAR, loop.isoformat())
    return None


def start_problem(start: date, today: date) -> Refused | None:
    """Return what is wrong with a start; it may lie up to a year back."""
    if start < today - timedelta(days=366):
        return Refused(Refusal.START_TOO_EARLY, start.isoformat())
    return None


def hours_problem(minutes: int) -> Refused | None:
    """Return what is wrong with the free minutes of a week."""
    if minutes < LEAST_WEEK_MINUTES:
        return Refused(Refusal.TOO_FEW_HOURS)
    if minutes > 7 * MOST_DAY_MINUTES:
        return Refused(Refusal.TOO_MANY_HOURS)
    return None


def spread_hours(minutes: int) -> tuple[StudyDay, ...]:
    """Return a week, Monday to Sunday, that holds so many free minutes in all.

    Ten hours give Tuesday and Thursday evening, Saturday morning and Sunday, as most candidates
    with a job study; more hours fill the other evenings and then the days. Every day keeps its
    own limit of twelve hours.

    Raises:
        Refused: when no week can hold so many, or so few.
    """
    problem = hours_problem(minutes)
    if problem is not None:
        raise problem
    free = [0] * 7
    left = minutes
    for day, limit in _FILL:
        more = min(max(limit - free[day], 0), left)
        free[day] += more
        left -= more
    return tuple(StudyDay(minutes=one, start=_start(day, one)) for day, one in enumerate(free))


def _start(day: int, minutes: int) -> time:
    is_long = minutes > LONG_DAY_MINUTES
    if day == SATURDAY or is_long:
        return MORNING
    return AFTERNOON if day == SUNDAY else EVENING
