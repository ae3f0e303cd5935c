"""Lines of text in columns, none wider than a terminal of 80."""

import textwrap
from collections.abc import Sequence
from itertools import zip_longest

from planner.core.exchange.words import line

WIDTH = 80
GAP = "  "


def row(cells: Sequence[tuple[str, int]], last: str, *, indent: int = 0) -> list[str]:
    """Return a row: each cell with its width, then a last one that takes the rest of the line.

    A cell that is too long goes on below. A last word that is too long stands on a line of its
    own, at the right.
    """
    rest = WIDTH - indent - sum(width + len(GAP) for _, width in cells)
    widths = [*(width for _, width in cells), rest]
    columns = [
        wrapped(text, width)
        for text, width in zip([*(text for text, _ in cells), last], widths, strict=True)
    ]
    beyond = [word.rjust(WIDTH) for word in columns[-1] if len(word) > rest]
    columns[-1] = [word for word in columns[-1] if len(word) <= rest]
    lines = [
        " " * indent + GAP.join(map(str.ljust, parts, widths)).rstrip()
        for parts in zip_longest(*columns, fillvalue="")
    ]
    return lines + beyond


def paragraph(text: str, *, indent: int = 0) -> list[str]:
    """Return a text in lines, each behind the same indent."""
    return [" " * indent + part for part in wrapped(text, WIDTH - indent)]


def wrapped(text: str, width: int) -> list[str]:
    """Return a text in lines of a width, where only a longer word goes beyond it."""
    return textwrap.wrap(line(text), width, break_long_words=False, break_on_hyphens=False)


def page(*blocks: Sequence[str]) -> str:
    """Return blocks of lines as a text, an empty line between two blocks."""
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"
