"""Fills the pages of a document: down a sheet, in columns, or two weeks beside each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planner.paper.contents.document import PAIR, Document, Section, Task
from planner.paper.typesetting import edges
from planner.paper.typesetting.abreast import GUTTER, abreast, column_width, columns_in
from planner.paper.typesetting.columns import Columns, columns
from planner.paper.typesetting.dress import BARE, CLOSE, USUAL, Dress
from planner.paper.typesetting.sections import slices_of
from planner.paper.typesetting.slices import Page, Slice, fill_pages


@dataclass(frozen=True, slots=True)
class Sheet:
    """The part of a page within the margins, in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Filled:
    """Pages without head and foot, and whether an ending found room if there is one."""

    pages: Sequence[Page]
    ended: bool


def can_pair(document: Document, sheet: Sheet) -> bool:
    """Say whether two weeks are wanted on a page and would have room side by side."""
    return document.weeks_a_page == PAIR == columns_in(sheet.width, PAIR)


def filled(
    document: Document, sheet: Sheet, dress: Dress, *, below: bool = True, beside: bool = False
) -> Filled:
    """Return a document on pages, with rows so dressed.

    `below` keeps the sentences below headings, `beside` sets two weeks of a page side by side.
    """
    return _Filling(document, sheet, dress, below=below, beside=beside).filled()


class _Filling:
    def __init__(
        self, document: Document, sheet: Sheet, dress: Dress, *, below: bool, beside: bool
    ) -> None:
        self._document, self._sheet, self._dress = document, sheet, dress
        self._below, self._beside = below, beside
        self._tables: dict[tuple[float, Dress], Columns] = {}
        self._later = _room(sheet, edges.head_again(document.head, sheet.width).height)
        self._pages = [Page(_room(sheet, edges.head(document.head, sheet.width).height))]

    def filled(self) -> Filled:
        for group in groups(self._document):
            if group[0].week and self._document.weeks_a_page:
                self._add_weeks(group)
            elif self._document.columns > 1:
                self._add_columns(group)
            else:
                fill_pages(self._slices(group, self._sheet.width), self._pages, self._later)
        return self._ended()

    def _add_weeks(self, sections: Sequence[Section]) -> None:
        """Add weeks that begin a page, as closely as makes the fewest pages."""
        if self._pages[-1].slices:
            self._pages.append(Page(self._later))
        room = self._pages.pop().room
        make = self._pair if self._beside else self._stack
        best = make(sections, room, USUAL)
        for dress in (CLOSE, BARE):
            if len(best) > 1:
                best = min(best, make(sections, room, dress), key=len)
        self._pages.extend(best)

    def _stack(self, sections: Sequence[Section], room: float, dress: Dress) -> list[Page]:
        slices = self._slices(sections, self._sheet.width, dress)
        return fill_pages(slices, [Page(room)], self._later)

    def _pair(self, sections: Sequence[Section], room: float, dress: Dress) -> list[Page]:
        """Return two weeks beside each other, the last of a plan with what closes it."""
        width = column_width(self._sheet.width, PAIR)
        second = next((place for place, one in enumerate(sections) if place and one.week), None)
        halves = (sections[:second], sections[second:] if second else ())
        each = [
            fill_pages(self._slices(half, width, dress), [Page(room)], self._later)
            for half in halves
        ]
        return abreast(each, width + GUTTER)

    def _add_columns(self, sections: Sequence[Section]) -> None:
        """Add sections that go on in the next column where one is full."""
        count = columns_in(self._sheet.width, self._document.columns)
        width = column_width(self._sheet.width, count)
        slices = self._slices(sections, width)
        first = self._pages.pop().room
        found = fill_pages(slices, [Page(first)], self._later, (first,) * (count - 1))
        for begin in range(0, len(found), count):
            row = [[one] for one in found[begin : begin + count]]
            self._pages.extend(abreast(row, width + GUTTER))

    def _ended(self) -> Filled:
        for ending in self._document.endings:
            run = self._slices((ending,), self._sheet.width)
            if self._pages[-1].has_room_for(run):
                self._pages[-1].add(run)
                return Filled(self._pages, ended=True)
        return Filled(self._pages, ended=not self._document.endings)

    def _slices(
        self, sections: Sequence[Section], width: float, dress: Dress | None = None
    ) -> list[Slice]:
        dress = dress or self._dress
        if (width, dress) not in self._tables:
            rows = (row for section in self._document.sections for row in section.rows)
            tasks = (row for row in rows if isinstance(row, Task))
            self._tables[width, dress] = columns(tasks, width, dress)
        return slices_of(sections, self._tables[width, dress], below=self._below)


def groups(document: Document) -> Iterator[tuple[Section, ...]]:
    """Yield the sections that begin a page together where weeks are counted by the page.

    A heading alone goes with what stands before it; all else follows the weeks.
    """
    if not document.weeks_a_page:
        yield document.sections
        return
    group: list[Section] = []
    for section in document.sections:
        weeks = sum(one.week for one in group)
        full = weeks == document.weeks_a_page if section.week else weeks and section.rows
        if group and full:
            yield tuple(group)
            group = []
        group.append(section)
    if group:
        yield tuple(group)


def _room(sheet: Sheet, top: float) -> float:
    return sheet.height - top - edges.FOOT
