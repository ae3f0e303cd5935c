"""Which repetitions of a calendar are worked out: those that people use, and no endless search.

A rule that never comes true ("each 30 February") is searched for until the year 9999 by those who
work rules out, and one that comes true each second fills the memory. So a rule is looked at first.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

_DAYS_PER = {"DAILY": 1.0, "WEEKLY": 7.0, "MONTHLY": 30.4, "YEARLY": 365.2}
_LISTS = ("BYMONTH", "BYMONTHDAY", "BYSETPOS")
_CLOCK = ("BYHOUR", "BYMINUTE", "BYSECOND")
_KNOWN = frozenset(("FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", *_LISTS, *_CLOCK))
_WEEKDAY = re.compile(r"([+-]?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU)", re.ASCII)
_NUMBER = re.compile(r"[+-]?\d{1,3}", re.ASCII)
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
FEBRUARY = 2
MOST_INTERVAL = 400
WEEK = 7
LONGEST_NUMBER = 12


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that comes true again and again.

    `step` is the days from one period to the next, `each` how often it comes true in a period at
    most, `count` how often in all, and `until` its last day, as far as they are said.
    """

    step: float
    each: int
    count: int | None
    until: str

    def effort(self, start: date, first: date, last: date) -> tuple[int, int]:
        """Return how many periods are gone through, and how often it is true in the horizon."""
        periods = max((last - start).days, 0) / self.step + 1
        if self.count is not None:
            periods = min(periods, self.count)
        shown = max((last - max(start, first)).days, 0) / self.step + 1
        return round(periods), round(min(shown, periods) * self.each)


def understood(text: str, start: date) -> Rule | None:
    """Return the rule of a repetition that begins on a day, or None for one that is not used."""
    parts = _parts(text)
    if parts is None:
        return None
    frequency = parts.get("FREQ", "")
    interval = _whole(parts.get("INTERVAL", "1"))
    count = _whole(parts["COUNT"]) if "COUNT" in parts else None
    if frequency not in _DAYS_PER or not 1 <= interval <= MOST_INTERVAL or count == 0:
        return None
    weekdays = _listed(parts.get("BYDAY", ""))
    if not all(_WEEKDAY.fullmatch(one) for one in weekdays):
        return None
    months, days, places = (_numbers(parts.get(name, "")) for name in _LISTS)
    if months is None or days is None or places is None:
        return None
    when = _When(frequency, interval, weekdays, months, days, places)
    if not _comes_true(when, start):
        return None
    each = max(len(weekdays), 1) * max(len(days), 1)
    each *= (5 if frequency in {"MONTHLY", "YEARLY"} and weekdays else 1) * max(len(months), 1)
    return Rule(_DAYS_PER[frequency] * interval, each, count, parts.get("UNTIL", ""))


@dataclass(frozen=True, slots=True)
class _When:
    frequency: str
    interval: int
    weekdays: list[str]
    months: list[int]
    days: list[int]
    places: list[int]


def _comes_true(when: _When, start: date) -> bool:
    """Say whether a rule is one that people use, and sure to come true within some years."""
    with_number = sum(one[0] in "+-12345" for one in when.weekdays)
    numbered = with_number > 0
    if with_number not in {0, len(when.weekdays)}:
        return False  # "each Monday and the second Tuesday" is taken for both on one day
    if not all(1 <= month <= len(_LONGEST) for month in when.months):
        return False
    if when.frequency in {"DAILY", "WEEKLY"}:
        stuck = when.frequency == "DAILY" and when.weekdays and when.interval % WEEK == 0
        sparse = when.months and when.interval > WEEK
        return not (numbered or when.days or when.places or stuck or sparse)
    if (when.days and numbered) or (when.places and (when.days or numbered)):
        return False
    most = 4 * len(when.weekdays)
    return all(1 <= abs(place) <= most for place in when.places) and _has_its_day(when, start)


def _has_its_day(when: _When, start: date) -> bool:
    """Say whether the months that a rule names have the days that it names."""
    if when.frequency == "MONTHLY":
        if when.months and when.interval > 1:
            return False
        months = when.months or [
            (start.month - 1 + when.interval * n) % 12 + 1 for n in range(len(_LONGEST))
        ]
    else:
        months = when.months or [start.month]
    if when.days and when.weekdays and when.interval > 1 and len(when.days) < WEEK:
        return False
    days = when.days or ([] if when.weekdays else [start.day])
    if not all(1 <= abs(day) <= max(_LONGEST) for day in days):
        return False
    often = when.interval == 1 or any(month != FEBRUARY for month in months)
    if any(one.lstrip("+-").startswith("5") for one in when.weekdays) and not often:
        return False
    longest = max(_LONGEST[month - 1] - (month == FEBRUARY and not often) for month in months)
    return not days or min(abs(day) for day in days) <= longest


def _parts(text: str) -> Mapping[str, str] | None:
    parts = [one.partition("=") for one in text.upper().split(";") if one]
    found = {name.strip(): value.strip() for name, _, value in parts}
    if len(found) < len(parts) or not found.keys() <= _KNOWN:
        return None
    clock = (found.get(name, "0") for name in _CLOCK)
    return found if all(_NUMBER.fullmatch(one) for one in clock) else None


def _numbers(text: str) -> list[int] | None:
    """Return the numbers of a list, None where something else stands in it."""
    listed = _listed(text)
    return [int(one) for one in listed] if all(map(_NUMBER.fullmatch, listed)) else None


def _listed(text: str) -> list[str]:
    """Return what stands between commas, each once."""
    return list(dict.fromkeys(one for one in text.split(",") if one))


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER else 0
