"""Dates and other people's words, made fit for a line of text."""

import unicodedata
from datetime import date

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_UNSEEN = {"Cc", "Cs", "Zl", "Zp"}
_TURNING = frozenset(chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A)))


def long_day(day: date) -> str:
    """Return a day with its weekday: "Monday 8 February 2027"."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def short_day(day: date) -> str:
    """Return a day in short: "8 Feb"."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]}"


def weekday(day: date) -> str:
    """Return a day in short with its weekday: "Mon 8 Feb"."""
    return f"{_DAYS[day.weekday()][:3]} {short_day(day)}"


def line(text: str) -> str:
    """Return a text as one line that no terminal takes for a command.

    Breaks become spaces; control characters, halves of characters and marks that turn the
    direction of writing go away.
    """
    shown = (" " if one.isspace() else one for one in text)
    kept = (one for one in shown if unicodedata.category(one) not in _UNSEEN)
    return " ".join("".join(one for one in kept if one not in _TURNING).split())


def count(number: int, word: str) -> str:
    """Return a number with its word: "1 week", "3 weeks"."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
