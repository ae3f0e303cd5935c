"""Turns a section into slices, and says how much each wants the next one on its page."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from planner.paper.contents.document import Check, Row, Section, Task
from planner.paper.typesetting import headings
from planner.paper.typesetting.columns import Columns
from planner.paper.typesetting.rows import measure
from planner.paper.typesetting.slices import Bond, Slice


def slices_of(sections: Sequence[Section], table: Columns, *, below: bool) -> list[Slice]:
    """Return sections as slices in their order; `below` keeps the sentences below headings."""
    slices: list[Slice] = []
    for section in sections:
        if slices and not section.rows:
            # A heading alone closes what stands before it, and goes with it.
            slices[-1] = replace(slices[-1], bond=Bond.HEADING)
        slices.extend(_section(section, table, below=below))
    return slices


def _section(section: Section, table: Columns, *, below: bool) -> Sequence[Slice]:
    title = headings.heading(section.heading, table.width, below=below, space=table.dress.section)
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
