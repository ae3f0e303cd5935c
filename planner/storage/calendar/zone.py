"""The name of the time zone this computer is in."""

import os
from pathlib import Path
from zoneinfo import ZoneInfo

_LINK = Path("/etc/localtime")
_FOLDER = "zoneinfo/"


def zone_named(name: str) -> ZoneInfo | None:
    """Return a time zone by its name, or None where nobody knows it."""
    try:
        return ZoneInfo(name) if name else None
    except (OSError, ValueError, KeyError):
        return None


def system_zone(link: Path = _LINK) -> ZoneInfo | None:
    """Return the zone of the system, or None where it has no name to be found by."""
    told = os.environ.get("TZ", "").removeprefix(":")
    if told:
        return zone_named(told.rpartition(_FOLDER)[2])
    _, found, name = os.path.realpath(link).rpartition(_FOLDER)
    return zone_named(name) if found else None
