"""Sets pages that are narrower than the sheet side by side on one."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import zip_longest

from planner.paper.typesetting.marks import moved
from planner.paper.typesetting.slices import Page, Slice

GUTTER = 24.0
LEAST = 225.0
"""Points between two columns, and how many a column has at least."""


def column_width(width: float, count: int) -> float:
    """Return how wide each of so many columns is."""
    return (width - (count - 1) * GUTTER) / count


def columns_in(width: float, most: int) -> int:
    """Return how many columns a width holds, up to so many."""
    return max(1, min(most, int((width + GUTTER) // (LEAST + GUTTER))))


def abreast(columns: Sequence[Iterable[Page]], step: float) -> list[Page]:
    """Return pages that hold one page of each column beside each other, each `step` further on."""
    return [
        _joined([(index * step, page) for index, page in enumerate(row) if page is not None])
        for row in zip_longest(*columns)
    ]


def _joined(pages: Sequence[tuple[float, Page]]) -> Page:
    return Page(
        room=pages[0][1].room,
        slices=[(top, _moved(one, right)) for right, page in pages for top, one in page.slices],
        used=max(page.used for _, page in pages),
    )


def _moved(one: Slice, right: float) -> Slice:
    return replace(one, marks=moved(one.marks, right))
