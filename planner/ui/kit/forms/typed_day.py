"""Reads a day as people write it: 2027-02-08, 8 Feb 2027, Feb 8, 8.2.2027, 8/2/27."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from PySide6.QtCore import QLocale

from planner.ui.kit.words.dates import full_day

ALL_PARTS, WITHOUT_YEAR = 3, 2
LONG_YEAR, SHORT_YEAR, CENTURY = 4, 2, 2000
LEAST_LETTERS = 3  # "ma" could be March or May
HALF_A_YEAR = timedelta(days=183)


def read_day(text: str, near: date) -> date | None:
    """Return the day a text names, or None where it names none.

    Without a year it is the one that is nearest to another day. Where day and month are both
    numbers they come in the order of the user's country, unless the year comes first.
    """
    parts = [part for part in _parts(text) if part not in _particles()]
    if parts and parts[0].isalpha() and _month(parts[0]) is None:
        parts = parts[1:]  # a weekday, which the rest decides
    month = next((found for part in parts if (found := _month(part))), None)
    numbers = [part for part in parts if part.isdecimal()]
    if len(numbers) + (month is not None) != len(parts) or not numbers:
        return None
    if len(parts) == WITHOUT_YEAR:
        return _nearest(*_month_and_day(month, numbers), near)
    if len(parts) != ALL_PARTS:
        return None
    if len(numbers[0]) == LONG_YEAR:
        year, rest = numbers[0], numbers[1:]
        return _day(year, month or int(rest[0]), int(rest[-1]))
    return _day(numbers[-1], *_month_and_day(month, numbers[:-1]))


def _month_and_day(month: int | None, numbers: list[str]) -> tuple[int, int]:
    if month is not None:
        return month, int(numbers[0])
    first, second = int(numbers[0]), int(numbers[1])
    return (first, second) if _month_first() else (second, first)


def _day(year: str, month: int, day: int) -> date | None:
    if len(year) not in {LONG_YEAR, SHORT_YEAR}:
        return None
    try:
        return date(int(year) if len(year) == LONG_YEAR else CENTURY + int(year), month, day)
    except (ValueError, OverflowError):
        return None


def _nearest(month: int, day: int, near: date) -> date | None:
    around = (_day(str(near.year + step), month, day) for step in (0, 1, -1))
    return next((one for one in around if one and abs(one - near) <= HALF_A_YEAR), None)


def _month(word: str) -> int | None:
    if len(word) < LEAST_LETTERS or not word.isalpha():
        return None
    return next((number for number, name in _names() if name.startswith(word)), None)


def _parts(text: str) -> list[str]:
    return re.findall(r"\d+|[^\W\d_]+", text.casefold())


def _written(month: int) -> set[str]:
    """Return the words in which a day of a month is shown."""
    return {part for part in _parts(full_day(date(2001, month, 1))) if part.isalpha()}


def _particles() -> set[str]:
    """Return the words that stand in every day that is shown, as "de" in "7 de dic de 2026"."""
    return set.intersection(*map(_written, range(1, 13)))


def _names() -> Iterator[tuple[int, str]]:
    """Yield the months as they are shown, as the user's country and as English names them."""
    for number in range(1, 13):
        yield from ((number, word) for word in _written(number) - _particles())
    for locale in (QLocale(), QLocale.c()):
        for number in range(1, 13):
            yield number, locale.monthName(number).casefold()
            yield number, locale.monthName(number, QLocale.FormatType.ShortFormat).casefold()


def _month_first() -> bool:
    order = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    return 0 <= order.find("M") < order.find("d")
