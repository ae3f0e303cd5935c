"""Lays a document out on a sheet: measures its parts and fills as many pages as they need."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from planner.core.language import spoken
from planner.paper import headings
from planner.paper.columns import Columns, columns
from planner.paper.document import Check, Document, Row, Section, Task
from planner.paper.marks import Mark, mirrored
from planner.paper.rows import measure
from planner.paper.slices import Bond, Page, Slice, fill_pages


@dataclass(frozen=True, slots=True)
class Sheet:
    """The part of a page within the margins, in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Strip:
    """Marks, and how far below the upper margin they begin; a heading has its `title`."""

    top: float
    marks: tuple[Mark, ...]
    title: str = ""


FinishedPage = tuple[Strip, ...]


def lay_out(document: Document, sheet: Sheet) -> tuple[FinishedPage, ...]:
    """Return the pages of a document, in points that are as much larger as the document is.

    The sentences below headings give way where they would cost a page, or the ending.
    """
    sheet = Sheet(sheet.width / document.scale, sheet.height / document.scale)
    pages, ended = _pages(document, sheet, below=True)
    sentences = any(section.heading.below for section in document.sections)
    if sentences and (len(pages) > 1 or not ended):
        fewer, also_ended = _pages(document, sheet, below=False)
        if (len(fewer), not also_ended) < (len(pages), not ended):
            pages = fewer
    return tuple(
        _finished(document, sheet, page, number, len(pages)) for number, page in enumerate(pages, 1)
    )


def _pages(document: Document, sheet: Sheet, *, below: bool) -> tuple[Sequence[Page], bool]:
    """Return pages without head and foot, and whether an ending found room."""
    first = _room(sheet, headings.head(document.head, sheet.width))
    later = _room(sheet, headings.head_again(document.head, sheet.width))
    rows = (row for section in document.sections for row in section.rows)
    table = columns((row for row in rows if isinstance(row, Task)), sheet.width)
    slices: list[Slice] = []
    for section in document.sections:
        if slices and not section.rows:
            # A heading alone closes what stands before it, and goes with it.
            slices[-1] = replace(slices[-1], bond=Bond.HEADING)
        slices.extend(_section(section, table, below=below))
    pages = fill_pages(slices, first, later)
    for ending in document.endings:
        run = _section(ending, table, below=below)
        if pages[-1].has_room_for(run):
            pages[-1].add(run)
            return pages, True
    return pages, not document.endings


def _section(section: Section, table: Columns, *, below: bool) -> Sequence[Slice]:
    title = headings.heading(section.heading, table.width, below=below)
    if not section.rows:
        return (replace(title, bond=Bond.NONE),)
    return (title, *_rows(section, table))


def _rows(section: Section, table: Columns) -> Iterator[Slice]:
    """Yield the rows of a section; the last of them never begins a page alone."""
    again = headings.heading_again(section.heading, "", table.width)
    under: Slice | None = None
    last = len(section.rows) - 1
    for index, row in enumerate(section.rows):
        lead = _lead(row)
        after = None if index == last else section.rows[index + 1]
        closes = after is None or bool(_lead(after))
        if lead:
            under = headings.heading_again(section.heading, lead, table.width)
        *lines, end = measure(row, table, closes=closes)
        bond = {last: Bond.NONE, last - 1: Bond.HEADING}.get(index, Bond.SECTION)
        if isinstance(row, Check) and lead and not closes:
            bond = Bond.HEADING
        for place, one in enumerate((*lines, replace(end, bond=bond))):
            yield replace(one, again=again if lead and place == 0 else under or again)


def _lead(row: Row) -> str:
    """Return what a row begins that the rows after it go on with: a day, or an item."""
    match row:
        case Task():
            return row.day
        case Check():
            return "" if row.inset else row.title
        case _:
            return ""


def _room(sheet: Sheet, top: Slice) -> float:
    return sheet.height - top.height - headings.FOOT


def _finished(
    document: Document, sheet: Sheet, page: Page, number: int, pages: int
) -> FinishedPage:
    make = headings.head if number == 1 else headings.head_again
    top = make(document.head, sheet.width)
    foot = headings.foot(document.printed, number, pages, sheet.width)
    strips = (
        Strip(0.0, top.marks),
        *(Strip(top.height + down, one.marks, one.title) for down, one in page.slices),
        Strip(sheet.height - foot.height, foot.marks),
    )
    if not spoken().right_to_left:
        return strips
    return tuple(replace(one, marks=mirrored(one.marks, sheet.width)) for one in strips)
