"""The time zone that the hours of a calendar are turned into."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


class ZoneError(Exception):
    """A zone that nobody knows; the message is one sentence for the user."""


def zone_named(name: str) -> ZoneInfo | None:
    """Return a time zone by its name, as "Europe/Berlin"; None for the system's own.

    Raises:
        ZoneError: when there is no zone of that name.
    """
    if not name:
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ZoneError(f"There is no time zone “{name}”; write it like Europe/Berlin.") from error
