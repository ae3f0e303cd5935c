"""Stamps that sort as time does and never run backwards, even when a clock does."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

_MOMENT = len("2026-12-15T19:30:00.123")
_LAST_COUNT = 9999


def next_stamp(last: str, now: Callable[[], datetime]) -> str:
    """Return a stamp such as `2026-12-15T19:30:00.123Z/0001` that sorts after `last`.

    It is a hybrid logical clock: the time of day where that moved on, else the last moment and a
    count. `last` is the greatest stamp ever read, of whatever device, or empty. At the very end
    of the calendar the last stamp there is repeats, because writing must never be refused.
    """
    moment = stamp_of(now())
    last_moment = last[:_MOMENT]
    if moment > last_moment:
        return f"{moment}Z/0001"
    count = int(last[-4:]) + 1
    if count <= _LAST_COUNT:
        return f"{last_moment}Z/{count:04}"
    try:
        following = datetime.fromisoformat(last_moment) + timedelta(milliseconds=1)
    except (ValueError, OverflowError):
        return last
    return f"{stamp_of(following.replace(tzinfo=UTC))}Z/0001"


def stamp_of(moment: datetime) -> str:
    """Return the beginning of the stamps of a moment."""
    utc = moment.astimezone(UTC).replace(tzinfo=None)
    return utc.isoformat(timespec="milliseconds")
