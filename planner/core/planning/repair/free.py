"""The free stretches of a day, and where so many minutes in a row find room in them."""

from collections.abc import Iterable
from datetime import date

from planner.core.plan import Session
from planner.core.profile import Profile

Span = tuple[int, int]
"""From the first minute after midnight to the one after the last."""


def windows(profile: Profile, day: date) -> tuple[Span, ...]:
    """Return the free stretches of a day in order."""
    free = profile.week[day.weekday()]
    begin = free.start.hour * 60 + free.start.minute
    return ((begin, begin + free.minutes),) if free.minutes else ()


def length(spans: Iterable[Span]) -> int:
    """Return the minutes of spans that do not overlap."""
    return sum(end - begin for begin, end in spans)


def without(spans: Iterable[Span], taken: Iterable[Span]) -> tuple[Span, ...]:
    """Return what is left of spans once others are taken away."""
    left = list(spans)
    for first, last in taken:
        left = [
            part
            for begin, end in left
            for part in ((begin, min(end, first)), (max(begin, last), end))
            if part[0] < part[1]
        ]
    return tuple(left)


def span_of(session: Session) -> Span:
    """Return the minutes of the day that a session takes."""
    begin = session.start.hour * 60 + session.start.minute
    return (begin, begin + session.minutes)
