"""Reads what a story is told for and how long it takes, as it is typed."""

import re
from argparse import ArgumentTypeError

from planner.cli.asked.chosen import one_of
from planner.core.commands import LONGEST_TELLING
from planner.core.story import Role, Version
from planner.core.values import Fact

REACH = {
    "engineers": "engineers it reached",
    "teams": "teams it reached",
    "millions": "millions of dollars at stake",
}
MOST = 1_000_000
_SECONDS = re.compile(r"(?:(\d{1,2})m)?\s*(\d{1,4})?s?", re.ASCII)
_PLACES = {"1": 1, "2": 2, "none": 0}


class Place(Fact, frozen=True):
    """A principle, and the place a story takes for it; 0 takes it off."""

    principle: str
    place: int


class Told(Fact, frozen=True):
    """A version of a story and the seconds it took."""

    version: Version
    seconds: int


def role(text: str) -> Role:
    """Return what one was in a story."""
    return one_of(Role, text, "role")


def number(text: str) -> int:
    """Return a whole number; 0 says that it is not known."""
    if not re.fullmatch(r"\d{1,7}", text, re.ASCII) or int(text) > MOST:
        raise ArgumentTypeError(f"“{text}” is no whole number from 0 to {MOST}")
    return int(text)


def place(text: str) -> Place:
    """Return a principle and a place, written like earn-trust, earn-trust=2 or earn-trust=none."""
    principle, sign, word = text.partition("=")
    found = _PLACES.get(word.lower()) if sign else 1
    if found is None or not principle:
        raise ArgumentTypeError(f"“{text}” is no place; write it like {principle or 'ownership'}=2")
    return Place(principle, found)


def telling(text: str) -> Told:
    """Return a version and the seconds it took, written like short=130 or long=4m50."""
    name, _, time = text.partition("=")
    found = _SECONDS.fullmatch(time)
    seconds = 60 * int(found[1] or 0) + int(found[2] or 0) if found else 0
    if name.lower() not in set(Version) or not 1 <= seconds <= LONGEST_TELLING:
        raise ArgumentTypeError(
            f"“{text}” is no time for a story; write it like short=130 or long=4m50"
        )
    return Told(Version(name.lower()), seconds)
