"""Entries of a calendar as a file that calendar programs take in (RFC 5545)."""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event

from planner.core.exchange.calendar import Entry, Revision
from planner.storage.calendar.rules import rules_of
from planner.storage.calendar.text import OURS

_AROUND = timedelta(days=366)
"""Before the first and after the last entry, so that the rules of the zone are whole years."""


def calendar_file(
    revisions: Iterable[Revision],
    zone: ZoneInfo | None,
    *,
    name: str,
    alarm: int | None = None,
) -> bytes:
    """Return a calendar file.

    `zone` is where the times of entries are meant, None for wherever the reader is; `name` is that
    of the calendar; `alarm` the minutes before a block at which to remind.
    """
    wanted = tuple(revisions)
    calendar = Calendar()
    calendar.add("prodid", "-//loopready//study plan//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    for one in wanted:
        calendar.add_component(_event(one, zone, alarm))
    days = [one.entry.day for one in wanted]
    if zone is not None and zone.key in calendar.get_missing_tzids():
        rules = rules_of(zone, min(days) - _AROUND, max(days) + _AROUND)
        calendar.subcomponents.insert(0, rules)
    return bytes(calendar.to_ical())


def _event(one: Revision, zone: ZoneInfo | None, alarm: int | None) -> Event:
    entry = one.entry
    event = Event()
    event.add("uid", f"{entry.name}.{one.store}{OURS}")
    event.add("dtstamp", one.modified.astimezone(UTC))
    event.add("last-modified", one.modified.astimezone(UTC))
    event.add("sequence", one.sequence)
    event.add("summary", entry.title)
    if entry.text:
        event.add("description", entry.text)
    event.add("status", "CANCELLED" if one.cancelled else "CONFIRMED")
    _add_times(event, entry, zone)
    if alarm is not None and entry.start is not None and not one.cancelled:
        event.add_component(_alarm(entry, alarm))
    return event


def _add_times(event: Event, entry: Entry, zone: ZoneInfo | None) -> None:
    if entry.start is None or entry.end is None:
        event.add("dtstart", entry.day)
        event.add("dtend", entry.day + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
        return
    event.add("dtstart", _moment(entry, entry.start, zone))
    event.add("dtend", _moment(entry, entry.end, zone))


def _moment(entry: Entry, at: time, zone: ZoneInfo | None) -> datetime:
    """Return a local time; one that the clock leaps over is the one it leaps to."""
    moment = datetime.combine(entry.day, at, zone)
    return moment if zone is None else moment.astimezone(UTC).astimezone(zone)


def _alarm(entry: Entry, minutes: int) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.title)
    alarm.add("trigger", timedelta(minutes=-minutes))
    return alarm
