"""Reads the changelog: what changed in each version, as headings and plain lines."""

import re
from collections.abc import Iterator, Sequence

from planner.core.values import Fact

UNRELEASED = "Unreleased"
_LINK = re.compile(r"\[([^\[\]]*)\](?:\([^()]*\))?")
_LEAD = re.compile(r"\*\*(.+?)\*\*((?: \([^()]*\))?):\s(.+)", re.DOTALL)
_MARKS = re.compile(r"[`*]")


class Point(Fact, frozen=True):
    """A change as one line. `lead` is its heading, for one that begins in bold and with a colon."""

    text: str
    lead: str = ""


class Part(Fact, frozen=True):
    """One kind of change ("Added"), and a point for each."""

    title: str
    points: tuple[Point, ...]


class Release(Fact, frozen=True):
    """A version and what it changed. `name` is the number, or "Unreleased"."""

    name: str
    parts: tuple[Part, ...]


def read_changelog(text: str) -> tuple[Release, ...]:
    """Return the versions that a changelog in the form of Keep a Changelog names, newest first."""
    return tuple(
        Release(_name(title), tuple(_parts(lines))) for title, lines in _under("## ", text)
    )


def release_of(releases: Sequence[Release], version: str) -> Release | None:
    """Return what a version changed; before it is released that is what is not released yet."""
    wanted = (version, UNRELEASED)
    named = {one.name: one for one in reversed(releases) if one.parts}
    return next((named[name] for name in wanted if name in named), None)


def _parts(text: str) -> Iterator[Part]:
    for title, lines in _under("### ", text):
        points = re.split(r"^[-*] ", lines, flags=re.MULTILINE)[1:]
        said = tuple(filter(lambda one: one.text, map(_point, points)))
        if said:
            yield Part(_plain(title), said)


def _point(text: str) -> Point:
    found = _LEAD.match(text)
    if found is None:
        return Point(_plain(text))
    said = _plain(found[3])
    return Point(said[:1].upper() + said[1:], _plain(found[1] + found[2]))


def _under(mark: str, text: str) -> Iterator[tuple[str, str]]:
    """Yield each heading of a rank with the text below it."""
    pieces = re.split(rf"^{mark}(.*)$", text, flags=re.MULTILINE)
    return zip(pieces[1::2], pieces[2::2], strict=True)


def _name(title: str) -> str:
    return next(iter(_plain(title).split()), "")


def _plain(text: str) -> str:
    """Return a text without its marks of Markdown, on one line."""
    return " ".join(_MARKS.sub("", _LINK.sub(r"\1", text)).split())
