"""The time zone that the hours of a calendar are turned into."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from planner.core.language import translate

_CONTINENTS = frozenset(
    {"Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe"}
    | {"Indian", "Pacific"}
)


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
        raise ZoneError(
            translate(
                "Storage", "There is no time zone “{name}”; write it like Europe/Berlin.", name=name
            )
        ) from error


def zone_names() -> Sequence[str]:
    """Return the zones that people live in, by continent and city."""
    return sorted(name for name in available_timezones() if name.partition("/")[0] in _CONTINENTS)
