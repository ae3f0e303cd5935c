"""Reads ratings, times and weights of single items as they are typed."""

import re
from argparse import ArgumentTypeError

from planner.cli.asked import entries
from planner.cli.asked.chosen import one_of
from planner.core.commands import LONGEST_TITLE, OwnSubject
from planner.core.effort import LONGEST, SHORTEST
from planner.core.values import Fact, Priority, Rating, Subject

_MINUTES = re.compile(r"(\d{1,6})\s*(?:m|min)?", re.ASCII)
_HOURS = re.compile(r"(\d{1,4}(?:\.\d{1,3})?)\s*h", re.ASCII)
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}", re.ASCII)
_SUBJECTS: dict[str, OwnSubject] = {
    "reading": Subject.READING,
    "technical": Subject.TECHNICAL,
    "leadership": Subject.LEADERSHIP,
}
GROUP, OURS = "group", "ours"


class Rated(Fact, frozen=True):
    """A group or an item with its rating; without one an item follows its group."""

    target: str
    rating: Rating | None


class Timed(Fact, frozen=True):
    """An item with the minutes the user gives it; without any ours count."""

    item: str
    minutes: int | None


def rated(text: str) -> Rated:
    """Return a rating written like l6.cloud.aws=new, or ...=group to take an item's back."""
    name, sign, word = text.partition("=")
    if not sign:
        raise ArgumentTypeError(f"“{text}” has no rating; write it like {name}=new")
    target = item(name)
    return Rated(target, None if word.lower() == GROUP else entries.rating(word))


def timed(text: str) -> Timed:
    """Return a time written like l6.cloud.aws=90, ...=1.5h, or ...=ours for our estimate."""
    name, sign, word = text.partition("=")
    if not sign:
        raise ArgumentTypeError(f"“{text}” has no time; write it like {name}=90 or {name}=1.5h")
    target = item(name)
    return Timed(target, None if word.lower() == OURS else minutes(word))


def minutes(text: str) -> int:
    """Return a time an item may take, written like 90, 90m or 1.5h, in minutes."""
    whole, part = _MINUTES.fullmatch(text), _HOURS.fullmatch(text)
    found = int(whole[1]) if whole else round(60 * float(part[1])) if part else 0
    if not SHORTEST <= found <= LONGEST:
        raise ArgumentTypeError(
            f"“{text}” is no time from {SHORTEST} minutes to {LONGEST // 60} hours; "
            "write it like 90 or 1.5h"
        )
    return found


def item(text: str) -> str:
    """Return what looks like the id of an item or a group."""
    if not _ID.fullmatch(text):
        raise ArgumentTypeError(f"“{text}” is no id; loopready checklist shows them")
    return text


def subject(text: str) -> OwnSubject:
    """Return what an item of one's own is about."""
    found = _SUBJECTS.get(text.lower())
    if found is None:
        raise ArgumentTypeError(f"there is no “{text}”; choose from {', '.join(_SUBJECTS)}")
    return found


def priority(text: str) -> Priority:
    """Return how much an item matters."""
    return one_of(Priority, text, "priority")


def title(text: str) -> str:
    """Return a title; it is neither empty nor longer than a line."""
    found = " ".join(text.split())
    if not 1 <= len(found) <= LONGEST_TITLE:
        raise ArgumentTypeError(f"a title has 1 to {LONGEST_TITLE} letters")
    return found
