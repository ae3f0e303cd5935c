"""The language of every sentence: English, unless a window brings another one.

A sentence is told by `translate`, with its words as they stand in the source, so that they can be
collected into catalogues (scripts/languages.py). What changes in it has a name in braces; a number
that decides about its plural is `%n`, with the endings beside it: "%n session(s)",
"%n stor(y|ies)". English takes one of them, other languages have forms of their own.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, time
from typing import Literal, TypeVar

DayPattern = Literal[
    "d",
    "d MMM",
    "d MMM yyyy",
    "d MMMM",
    "d MMMM yyyy",
    "ddd d",
    "ddd d MMM",
    "dddd d",
    "dddd d MMMM",
    "dddd d MMMM yyyy",
]
"""What is said of a day, as English orders it; other languages have orders of their own."""

ENDING = r"\((?:([^()|]*)\|([^()|]*)|(e?s))\)"
"""The endings of a text in the singular and in the plural; one alone is of the plural."""
_SEVERAL = 2
HALF_GOES_UP = 1e-9
"""Python takes a half to the even digit: 1.2 for 1.25."""
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_PARTS: Mapping[str, Callable[[date], str]] = {
    "d": lambda day: str(day.day),
    "ddd": lambda day: _DAYS[day.weekday()][:3],
    "dddd": lambda day: _DAYS[day.weekday()],
    "MMM": lambda day: _MONTHS[day.month - 1][:3],
    "MMMM": lambda day: _MONTHS[day.month - 1],
    "yyyy": lambda day: str(day.year),
}


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802 - the name Qt's tools know
    """Return the text as it is, to be translated where it is told."""
    return text


class English:
    """The language of the source; another one tells sentences, days and figures in its own way."""

    month_first = False
    """Says whether a day is named after its month, as in "Dec 14"."""
    code = "en"
    right_to_left = False

    def translate(self, context: str, text: str, comment: str, n: int | None) -> str:  # noqa: ARG002 - other languages have words that mean two things
        """Return the text itself, in the singular or in the plural."""
        return text if n is None else numbered(text, n)

    def day(self, day: date, pattern: DayPattern) -> str:
        """Return "Mon 14 Dec" and the like."""
        return " ".join(_PARTS[one](day) for one in pattern.split())

    def date(self, day: date) -> str:
        """Return "2026-12-14", as one enters it on the command line."""
        return day.isoformat()

    def weekday(self, weekday: int) -> str:
        """Return "Monday" for 0."""
        return _DAYS[weekday]

    def clock(self, when: time) -> str:
        """Return "19:30"."""
        return when.isoformat("minutes")

    def number(self, value: float, decimals: int) -> str:
        """Return "6.5", "8" where nothing stands behind the point, and "1,250".

        A half goes up, as Qt has it in the window: 75 minutes are 1.3 h on every screen and paper.
        """
        value += HALF_GOES_UP
        said = f"{value:.{decimals}f}" if decimals else f"{value:,.0f}"
        return said.rstrip("0").removesuffix(".") if "." in said else said


Key = TypeVar("Key")


class Table(Mapping[Key, str]):
    """Sentences by what they are about; each is told in the language that is spoken."""

    def __init__(self, context: str, rows: Mapping[Key, str]) -> None:
        """Take the rows; they are literals, which can be collected."""
        self.rows = rows
        self._context = context

    def __getitem__(self, key: Key) -> str:
        return translate(self._context, self.rows[key])

    def __iter__(self) -> Iterator[Key]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


class _Spoken:
    """Holds the language that is spoken now; it is chosen once, before the first sentence."""

    language = English()


def speak(language: English) -> None:
    """Tell everything in a language from now on."""
    _Spoken.language = language


def spoken() -> English:
    """Return the language that is spoken."""
    return _Spoken.language


def translate(
    context: str, text: str, comment: str = "", /, *, n: int | None = None, **values: object
) -> str:
    """Return a sentence in the language that is spoken, with the values of its placeholders.

    Words that are the same in English and differ elsewhere are told apart by context or comment.
    """
    said = _Spoken.language.translate(context, text, comment, n)
    return said.format(**values) if values else said


def two_days(first: date, last: date, pattern: DayPattern) -> tuple[str, str]:
    """Return two days of a stretch, the month only once where both are of the same."""
    language = _Spoken.language
    begin, end = language.day(first, pattern), language.day(last, pattern)
    if (first.year, first.month) != (last.year, last.month):
        return begin, end
    if language.month_first:
        return begin, language.day(last, "d")
    return language.day(first, "d"), end


def number(value: float, decimals: int = 1) -> str:
    """Return a number with at most so many decimals, as the language writes it."""
    return _Spoken.language.number(value, decimals)


def counting(value: float) -> int:
    """Return the whole number whose plural goes with a value: half a week is said as several."""
    return int(value) if value == int(value) else _SEVERAL


def numbered(text: str, n: int) -> str:
    """Return an English text with its number: "1 session", "3 sessions"."""
    return ended(text, n).replace("%n", str(n))


def ended(text: str, n: int) -> str:
    """Return an English text with the endings that go with a number; `%n` stays."""

    def ending(found: re.Match[str]) -> str:
        one, many, plain = found.groups(default="")
        return (one if n == 1 else many) or ("" if n == 1 else plain)

    return re.sub(ENDING, ending, text)
