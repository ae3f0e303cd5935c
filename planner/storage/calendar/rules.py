"""The rules of a time zone as a calendar file holds them (RFC 5545, 3.6.5).

icalendar can make them as well, but loses changes that come in pairs at other days each year, as
those around Ramadan in Morocco do.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

_DAY = timedelta(days=1)
_EXACT = timedelta(seconds=1)
_Change = tuple[timedelta, timedelta, str, bool]
"""The offset before and after, and what the time is called then, and if it is for the summer."""


def rules_of(zone: ZoneInfo, first: date, last: date) -> Timezone:
    """Return the rules of a zone from one day to another."""
    begin, end = (datetime.combine(day, time(), UTC) for day in (first, last))
    onsets: dict[_Change, list[datetime]] = {_change(zone, begin, begin): [_local(zone, begin)]}
    for before, moment in _changes(zone, begin, end):
        change = _change(zone, before, moment)
        onsets.setdefault(change, []).append((moment + change[0]).replace(tzinfo=None))
    rules = Timezone()
    rules.add("tzid", zone.key)
    for change, moments in onsets.items():
        rules.add_component(_onset(change, moments))
    return rules


def _onset(change: _Change, moments: list[datetime]) -> TimezoneStandard | TimezoneDaylight:
    before, after, name, is_summer = change
    onset = TimezoneDaylight() if is_summer else TimezoneStandard()
    onset.add("dtstart", moments[0])
    if moments[1:]:
        onset.add("rdate", moments[1:])
    onset.add("tzname", name)
    onset.add("tzoffsetfrom", before)
    onset.add("tzoffsetto", after)
    return onset


def _changes(zone: ZoneInfo, begin: datetime, end: datetime) -> Iterator[tuple[datetime, datetime]]:
    """Yield the last second before each change of clocks, and the first one after it."""
    while begin < end:
        before, after = begin, begin + _DAY
        if _offset(zone, before) != _offset(zone, after):
            while after - before > _EXACT:
                middle = before + (after - before) // 2
                middle = middle.replace(microsecond=0)
                is_before = _offset(zone, middle) == _offset(zone, begin)
                before, after = (middle, after) if is_before else (before, middle)
            yield before, after
        begin += _DAY


def _change(zone: ZoneInfo, before: datetime, moment: datetime) -> _Change:
    here = moment.astimezone(zone)
    return _offset(zone, before), _offset(zone, moment), here.tzname() or "", bool(here.dst())


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()


def _local(zone: ZoneInfo, moment: datetime) -> datetime:
    return moment.astimezone(zone).replace(tzinfo=None)
