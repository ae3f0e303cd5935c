"""Turns chosen appointments into a calendar that repetitions are worked out of."""

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from warnings import catch_warnings

from icalendar import Calendar, Component
from icalendar.timezone import tzp

from planner.storage.calendar.repetition import understood
from planner.storage.calendar.text import Entry

MOST_ZONES = 12
_ZONE_NAME = re.compile(r'TZID="?([^":;]+)', re.IGNORECASE)
_HEAD = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//loopready//busy hours//EN")


def calendar_of(own_zones: Sequence[Sequence[str]], entries: Sequence[Entry]) -> Calendar:
    """Return the appointments as one calendar, without zones and entries that cannot be read."""
    named = {name for entry in entries for name in _zone_names(entry)}
    zones = [zone for zone in own_zones if _is_needed(zone, named)][:MOST_ZONES]
    found = _parsed(zones, entries) or _parsed([], entries)
    if found is None:
        found = _parsed([], [one for one in entries if _parsed([], [one])]) or Calendar()
    found.subcomponents = [
        one for one in found.subcomponents if one.name != "VEVENT" or _is_sound(one)
    ]
    return found


def _is_sound(event: Component) -> bool:
    return not event.errors and isinstance(getattr(event.get("DTSTART"), "dt", None), date)


def _parsed(zones: Iterable[Sequence[str]], entries: Iterable[Entry]) -> Calendar | None:
    text = list(_HEAD)
    for zone in zones:
        text += ["BEGIN:VTIMEZONE", *zone, "END:VTIMEZONE"]
    for entry in entries:
        text.append("BEGIN:VEVENT")
        text += [line for same in entry.lines.values() for line in same]
        text.append("END:VEVENT")
    tzp.use_default()  # forgets what the file before called its zones
    with catch_warnings(action="ignore"):
        try:
            return Calendar.from_ical("\r\n".join([*text, "END:VCALENDAR", ""]))
        except Exception:  # noqa: BLE001 - foreign text breaks a parser in ways of its own
            return None


def _zone_names(entry: Entry) -> Iterator[str]:
    for same in entry.lines.values():
        for line in same:
            found = _ZONE_NAME.search(line.partition(":")[0])
            if found:
                yield found[1]


def _is_needed(zone: Sequence[str], named: AbstractSet[str]) -> bool:
    """Say whether times of the file are in a zone that it defines itself, in rules of each year."""
    name = next((one[5:].strip() for one in zone if one.upper().startswith("TZID:")), "")
    rules = [one[6:].strip() for one in zone if one.upper().startswith("RRULE:")]
    return name in named and all(
        one.upper().startswith("FREQ=YEARLY;") and understood(one, date(1970, 1, 1))
        for one in rules
    )
