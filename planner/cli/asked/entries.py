"""Reads what is typed on the command line: days, hours, levels, and codes from paper."""

import re
from argparse import ArgumentTypeError
from datetime import date, timedelta
from pathlib import Path

from planner.cli.asked.chosen import one_of
from planner.cli.asked.common import day, folder
from planner.core.commands import MOST_LOGGED
from planner.core.from_paper import CODE, code_or_text
from planner.core.profile import MOST_DAY_MINUTES
from planner.core.values import Grade, Level, Rating

_HOURS = re.compile(r"-?\d{1,5}(\.\d{1,3})?", re.ASCII)
_ROUND = re.compile(r"[A-Za-z][A-Za-z0-9.-]{0,39}", re.ASCII)
_NUMBER = re.compile(r"[1-9]\d{0,3}", re.ASCII)
_MINUTES = re.compile(r"0*(\d{1,4})\s*(m|min)?", re.ASCII)

NONE, USUAL = "none", "usual"
MOST_DAYS = 366


def picked(text: str) -> tuple[str, int]:
    """Return the name of a text and the number of its version, as evidence:l6.cloud.aws=2."""
    name, _, number = text.partition("=")
    if not _NUMBER.fullmatch(number):
        raise ArgumentTypeError(f"“{text[:80]}” names no version; write it like {name[:60]}=1")
    return name, int(number)


def week(text: str) -> int:
    """Return the number of a week."""
    if not re.fullmatch(r"[1-9]\d{0,2}", text, re.ASCII):
        raise ArgumentTypeError(f"“{text}” is no number of a week")
    return int(text)


def weeks(text: str) -> range:
    """Return the numbers of some weeks written like 3-5, or of one."""
    found = re.fullmatch(r"([1-9]\d{0,2})(?:-([1-9]\d{0,2}))?", text, re.ASCII)
    first, last = (int(found[1]), int(found[2] or found[1])) if found else (1, 0)
    if last < first:
        raise ArgumentTypeError(f"“{text[:40]}” are no weeks; write them like 3-5")
    return range(first, last + 1)


def alarm(text: str) -> int:
    """Return the minutes before a block of study at which a calendar reminds."""
    found = _MINUTES.fullmatch(text)
    if found is None or int(found[1]) > MOST_LOGGED:
        raise ArgumentTypeError(f"“{text[:40]}” is no time before a block; write it like 15")
    return int(found[1])


def days_off(text: str) -> tuple[date, ...] | None:
    """Return days, written like 2027-01-04,2027-02-01..2027-02-05; None takes all of them back."""
    if text.lower() == NONE:
        return None
    found: list[date] = []
    for part in text.split(","):
        first, dots, last = (one.strip() for one in part.partition(".."))
        begin = day(first)
        end = day(last) if dots else begin
        if not 0 <= (end - begin).days < MOST_DAYS:
            raise ArgumentTypeError(f"{part.strip()} is no stretch of up to {MOST_DAYS} days")
        found += (begin + timedelta(days=count) for count in range((end - begin).days + 1))
    return tuple(found)


def week_hours(text: str) -> tuple[date, int | None]:
    """Return the Monday of a week and its minutes, written like 2027-01-04=6; None is as usual."""
    name, sign, free = text.partition("=")
    if not sign:
        raise ArgumentTypeError(f"“{text}” names no hours; write it like 2027-01-04=6")
    monday = day(name.strip())
    if monday.weekday():
        first = monday - timedelta(days=monday.weekday())
        raise ArgumentTypeError(f"{monday} is no Monday; its week begins on {first}")
    if free.strip().lower() == USUAL:
        return monday, None
    minutes = hours(free.strip())
    if not 0 <= minutes <= 7 * MOST_DAY_MINUTES:
        raise ArgumentTypeError(f"a week has 0 to {7 * MOST_DAY_MINUTES // 60} hours, not {free}")
    return monday, minutes


def gate(text: str) -> tuple[str, date | None]:
    """Return a round and its day, written like PS=2027-01-20; None means that it is not booked."""
    name, sign, when = (one.strip() for one in text.partition("="))
    if not sign or not _ROUND.fullmatch(name):
        raise ArgumentTypeError(f"“{text}” names no round and day; write it like PS=2027-01-20")
    return name.upper(), None if when.lower() == NONE else day(when)


def calendar(text: str) -> Path | None:
    """Return the file of a calendar; None takes back those that were read before."""
    return None if text.lower() == NONE else folder(text)


def hours(text: str) -> int:
    """Return hours, written like 10 or 7.5, as minutes."""
    if not _HOURS.fullmatch(text):
        raise ArgumentTypeError(f"“{text}” is no number of hours; write it like 10 or 7.5")
    return round(float(text) * 60)


def level(text: str) -> Level:
    """Return a level, in capitals or not."""
    try:
        return Level(text.upper())
    except ValueError:
        raise ArgumentTypeError(f"there is no level “{text}”; choose L6 or L7") from None


def rating(text: str) -> Rating:
    """Return a rating."""
    return one_of(Rating, text, "rating")


def grade(text: str) -> Grade | None:
    """Return a grade; None takes it back."""
    if text.lower() == NONE:
        return None
    return one_of(Grade, text, "grade", f", or {NONE} to take it back")


def code(text: str) -> str:
    """Return the code of a session, written like W3-04 or w3-4."""
    if not CODE.fullmatch(text):
        raise ArgumentTypeError(f"“{text}” is no code; write it like W3-04")
    return code_or_text(text)
