"""Busy hours as local days and minutes, worked out of the appointments of a calendar file."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import partial
from pathlib import Path
from warnings import catch_warnings

import recurring_ical_events
from icalendar import Calendar, Component

from planner.core.commands import MOST_SPANS
from planner.core.free_time import Busy
from planner.core.language import spoken, translate
from planner.core.spans import DAY_MINUTES, Span, length, merged
from planner.storage.calendar.choosing import Chosen, chosen
from planner.storage.calendar.file import CalendarError, text_of
from planner.storage.calendar.parsing import calendar_of
from planner.storage.calendar.text import Lines, sifted

_tr = partial(translate, "Storage")
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class BusyHours:
    """The busy hours of each day, and in sentences what could not be read as it was meant."""

    times: Busy
    notes: tuple[str, ...] = ()


def read_busy(path: Path, first: date, last: date, zone: tzinfo | None = None) -> BusyHours:
    """Return the busy hours of a calendar file from one day to another, in local time.

    `zone` is where the user lives, None for the zone of the system. What is cancelled or marked as
    free takes no time; an appointment for a whole day takes the whole day. Times without a zone,
    or with one that nobody knows, are local.

    Raises:
        CalendarError: when the file cannot be read, is no calendar, or holds too much.
    """
    lines = sifted(text_of(path))
    wanted = chosen(lines.entries, first, last)
    if wanted.is_too_much:
        raise _too_much(path, last)
    calendar = calendar_of(lines.zones, wanted.entries)
    lost = sum(map(_is_of_unknown_zone, calendar.walk("VEVENT")))
    spans: dict[date, list[Span]] = {}
    try:
        for begin, end in _appointments(calendar, first, last, zone):
            for day, span in _by_day(begin, end, first, last):
                spans.setdefault(day, []).append(span)
    except Exception as error:  # those who work rules out fail in ways of their own
        raise CalendarError(
            _tr("The appointments of {path} cannot be worked out.", path=path)
        ) from error
    times = {day: merged(spans[day]) for day in sorted(spans) if length(merged(spans[day]))}
    if sum(map(len, times.values())) > MOST_SPANS:
        raise _too_much(path, last)
    read = len(calendar.walk("VEVENT"))
    return BusyHours(times, tuple(_notes(lines, wanted, read, lost)))


def _too_much(path: Path, last: date) -> CalendarError:
    return CalendarError(
        _tr(
            "{path} holds too many appointments until {day}; export fewer.",
            path=path,
            day=spoken().date(last),
        )
    )


def _appointments(
    calendar: Calendar, first: date, last: date, zone: tzinfo | None
) -> Iterator[tuple[datetime, datetime]]:
    """Yield begin and end of each appointment in local time, repetitions worked out."""
    begin = datetime.combine(first - timedelta(days=2), time())
    end = datetime.combine(last + timedelta(days=2), time())
    with catch_warnings(action="ignore"):
        query = recurring_ical_events.of(calendar, skip_bad_series=True)
        for event in query.between(begin, end):
            if _takes_time(event):
                yield _local(event["DTSTART"].dt, event["DTEND"].dt, zone)


def _takes_time(event: Component) -> bool:
    return not (
        str(event.get("STATUS", "")).upper() == "CANCELLED"
        or str(event.get("TRANSP", "")).upper() == "TRANSPARENT"
    )


def _local(begin: date, end: date, zone: tzinfo | None) -> tuple[datetime, datetime]:
    """Return an appointment in local time, as long as it really lasts.

    An hour that the clocks skip is moved behind the gap, with the length it has on paper.
    """
    if not isinstance(begin, datetime) or not isinstance(end, datetime):
        return _midnight(begin), _midnight(end)
    if begin.tzinfo is None or end.tzinfo is None:
        return begin.replace(tzinfo=None), end.replace(tzinfo=None)
    lasts = end.astimezone(UTC) - begin.astimezone(UTC)
    if lasts <= timedelta():
        lasts = end.replace(tzinfo=None) - begin.replace(tzinfo=None)
    start = begin.astimezone(UTC).astimezone(zone).replace(tzinfo=None)
    finish = end.astimezone(UTC).astimezone(zone).replace(tzinfo=None)
    return start, finish if finish > start else start + lasts


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001 - local days have no zone


def _by_day(begin: datetime, end: datetime, first: date, last: date) -> Iterator[tuple[date, Span]]:
    """Yield what an appointment takes of each day between two others, in whole minutes."""
    day = max(begin.date(), first)
    while day <= min(end.date(), last):
        start = _midnight(day)
        until = -((start - end) // _MINUTE)
        yield day, (max((begin - start) // _MINUTE, 0), min(until, DAY_MINUTES))
        day += timedelta(days=1)


def _notes(lines: Lines, wanted: Chosen, read: int, lost: int) -> Iterator[str]:
    """Say in a sentence each what was not read as it was meant."""
    broken = wanted.broken + len(wanted.entries) - read
    if broken:
        yield _tr("%n appointment(s) could not be read.", n=broken)
    if wanted.strange:
        yield _tr(
            "%n appointment(s) repeated in a way that is not understood; only the first day of "
            "each was read.",
            n=wanted.strange,
        )
    if lost:
        yield _tr(
            "%n appointment(s) named a time zone that is not known; the hours count as local.",
            n=lost,
        )
    if not lines.is_whole:
        yield _tr("The file seems to be cut off; what it holds was read.")


def _is_of_unknown_zone(event: Component) -> bool:
    start = event["DTSTART"]
    at = getattr(start, "dt", None)
    return "TZID" in start.params and isinstance(at, datetime) and at.tzinfo is None
