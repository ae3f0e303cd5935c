"""Lays a document out on a sheet: the fewest pages it needs, with head and foot on each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from planner.core.language import spoken
from planner.paper.contents.document import PAIR, Document
from planner.paper.typesetting import edges
from planner.paper.typesetting.abreast import column_width
from planner.paper.typesetting.dress import BARE, CLOSE, USUAL, Dress
from planner.paper.typesetting.filling import Filled, Sheet, can_pair, filled, groups
from planner.paper.typesetting.lines import lines_kept
from planner.paper.typesetting.marks import Mark, mirrored
from planner.paper.typesetting.slices import Page

__all__ = ["FinishedPage", "Sheet", "Strip", "lay_out", "spilled"]


@dataclass(frozen=True, slots=True)
class Strip:
    """Marks, and how far below the upper margin they begin; a heading has its `title`."""

    top: float
    marks: tuple[Mark, ...]
    title: str = ""


FinishedPage = tuple[Strip, ...]
_WIDE = 300.0
"""Points from which a column is as good to read as the whole sheet."""


def lay_out(document: Document, sheet: Sheet) -> tuple[FinishedPage, ...]:
    """Return the pages of a document, in points that are as much larger as the document is.

    The sentences below headings give way where they would cost a page, or the ending. Where a
    document saves pages, rows stand closer and notes give way for the same reason.
    """
    sheet = Sheet(sheet.width / document.scale, sheet.height / document.scale)
    make = _weeks_paged if document.weeks_a_page else _flowing
    with lines_kept():
        pages = make(document, sheet)
        return tuple(
            _finished(document, sheet, page, number, len(pages))
            for number, page in enumerate(pages, 1)
        )


def spilled(document: Document, pages: Sequence[FinishedPage]) -> int:
    """Return how often weeks that were wanted on one page go on to the next."""
    if not document.weeks_a_page:
        return 0
    begun = [group[0] for group in groups(document)]
    titles = [{strip.title for strip in page} for page in pages]
    at = [next(n for n, there in enumerate(titles) if one.heading.title in there) for one in begun]
    ends = (*at[1:], len(pages))
    return sum(
        one.week and end - begin > 1 for one, begin, end in zip(begun, at, ends, strict=True)
    )


def _weeks_paged(document: Document, sheet: Sheet) -> Sequence[Page]:
    """Return pages that weeks begin: two below each other, or side by side where that is better.

    Wide columns are read like a page of their own; narrow ones are taken only to save pages.
    """
    if not can_pair(document, sheet):
        return filled(document, sheet, USUAL).pages
    wide = column_width(sheet.width, PAIR) >= _WIDE
    first, second = (filled(document, sheet, USUAL, beside=one).pages for one in (wide, not wide))
    return min(first, second, key=len)


def _flowing(document: Document, sheet: Sheet) -> Sequence[Page]:
    pages = _dressed(document, sheet, USUAL).pages
    for dress in (CLOSE, BARE) if document.saves_pages else ():
        if len(pages) > 1:
            pages = min(pages, _dressed(document, sheet, dress).pages, key=len)
    return pages


def _dressed(document: Document, sheet: Sheet, dress: Dress) -> Filled:
    found = filled(document, sheet, dress, below=True)
    sentences = any(section.heading.below for section in document.sections)
    if sentences and (len(found.pages) > 1 or not found.ended):
        fewer = filled(document, sheet, dress, below=False)
        if (len(fewer.pages), not fewer.ended) < (len(found.pages), not found.ended):
            return fewer
    return found


def _finished(
    document: Document, sheet: Sheet, page: Page, number: int, pages: int
) -> FinishedPage:
    make = edges.head if number == 1 else edges.head_again
    top = make(document.head, sheet.width)
    foot = edges.foot(document.printed, number, pages, sheet.width)
    strips = (
        Strip(0.0, top.marks),
        *(Strip(top.height + down, one.marks, one.title) for down, one in page.slices),
        Strip(sheet.height - foot.height, foot.marks),
    )
    if not spoken().right_to_left:
        return strips
    return tuple(replace(one, marks=mirrored(one.marks, sheet.width)) for one in strips)
