"""Reads the scores of a mock as they are typed."""

from argparse import ArgumentTypeError

from planner.core.mock import HIGHEST, LOWEST, Judge
from planner.core.values import Fact


class Scored(Fact, frozen=True):
    """A dimension or a principle with its score."""

    name: str
    score: int


def scored(text: str) -> Scored:
    """Return a score written like depth=3 or ownership=2."""
    name, _, number = text.partition("=")
    if not name or not (number.isascii() and number.isdigit()):
        raise ArgumentTypeError(f"“{text}” is no score; write it like {name or 'depth'}=3")
    if not LOWEST <= int(number[:9]) <= HIGHEST:
        raise ArgumentTypeError(f"“{text}”: scores go from {LOWEST} to {HIGHEST}")
    return Scored(name, int(number))


def minutes(text: str) -> int:
    """Return the minutes a mock took, as a number up to a day."""
    if not (text.isascii() and text.isdigit()) or not 1 <= int(text[:9]) <= 24 * 60:
        raise ArgumentTypeError(f"“{text}” is no number of minutes from 1 to 1440")
    return int(text)


def judge(text: str) -> Judge:
    """Return who scored."""
    try:
        return Judge(text.lower())
    except ValueError:
        raise ArgumentTypeError(f"“{text}” is nobody who scores; it is self or partner") from None
