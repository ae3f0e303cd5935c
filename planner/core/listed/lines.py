"""The lines of a list, as they stand in Markdown."""

import re
from collections.abc import Iterator
from math import ceil

from planner.core.commands import MOST_LOGGED
from planner.core.exchange.words import line
from planner.core.values import Fact

_TASK = re.compile(
    r"(?P<indent>[ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[(?P<box>[ xX])\][ \t]+)?(?P<text>.*)"
)
_FENCE = re.compile(r"[ \t]*(?:```|~~~)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_LINK = re.compile(r"!?(?<!\\)\[([^\[\]\\]*)\]\([^()\s]*(?:\s\"[^\"]*\")?\)")
_TIME = re.compile(
    r"(?<![\w.])(?<!\d,)(?:"
    r"(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:h|hours?|std|stunden?|heures?|horas?)\b"
    r"(?:\s*(\d{1,2})\s*(?:m|min)\b)?"
    r"|(\d{1,4}(?:[.,]\d{1,2})?)\s*(?:m|min|minutes?|minuten|minutos)\b)",
    re.IGNORECASE,
)
LONGEST = 2_000
"""Characters of a line; what is longer is cut off."""


class Listed(Fact, frozen=True):
    """A line of a list: its text, whether its box is ticked, and how deep it stands.

    `has_box` says that there is one at all, `target` is the code or id it names in a column of its
    own, `minutes` the time it took or takes where a column says so.
    """

    text: str
    done: bool = False
    depth: int = 0
    has_box: bool = True
    target: str = ""
    minutes: int | None = None


def from_markdown(text: str) -> tuple[Listed, ...]:
    """Return the tasks and list entries of a text; what stands in a fence is code, not a list."""
    return tuple(_lines(text))


def _lines(text: str) -> Iterator[Listed]:
    is_code = False
    for each in text.splitlines():
        if _FENCE.match(each):
            is_code = not is_code
            continue
        found = None if is_code else _TASK.fullmatch(each[:LONGEST])
        if found is None:
            continue
        words = line(_ESCAPED.sub(r"\1", _LINK.sub(r"\1", found["text"])))
        if words:
            yield Listed(
                text=words,
                done=(found["box"] or " ") in "xX",
                depth=len(found["indent"].expandtabs(4)),
                has_box=found["box"] is not None,
            )


def minutes_in(text: str) -> int | None:
    """Return the last time a text names, as "2 h", "1,5 hours", "1 h 30 m" or "45 min"."""
    found = list(_TIME.finditer(text))
    if not found:
        return None
    hours, rest, minutes = found[-1].groups()
    value = float((hours or minutes).replace(",", "."))
    number = round(value * 60) + int(rest or 0) if hours else ceil(value)
    return number if 1 <= number <= MOST_LOGGED else None
