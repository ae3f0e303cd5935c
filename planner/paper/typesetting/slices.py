"""Fills pages with slices: what belongs together stays together as long as a page can hold it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from planner.paper.typesetting.marks import Mark


class Bond(IntEnum):
    """How much a slice wants the next one on its page."""

    NONE = 0
    SECTION = 1
    HEADING = 2
    LINES = 3


@dataclass(frozen=True, slots=True)
class Slice:
    """A strip across the page that is never cut; `height` and `space` are points.

    `space` stays free above it unless it begins a page. `again` stands above it where it does:
    the heading that the page before already had. `title` is what a reader finds it by.
    """

    height: float
    marks: tuple[Mark, ...]
    space: float = 0.0
    bond: Bond = Bond.NONE
    again: "Slice | None" = None
    title: str = ""


@dataclass(slots=True)
class Page:
    """The slices of a page, each with its distance from where slices may begin."""

    room: float
    slices: list[tuple[float, Slice]] = field(default_factory=list)
    used: float = 0.0

    def need(self, run: Sequence[Slice]) -> float:
        """Return how much of the page a run of slices would take."""
        spaces = sum(one.space for one in run[1:])
        first = run[0].space if self.slices else _again_height(run[0])
        return first + spaces + sum(one.height for one in run)

    def has_room_for(self, run: Sequence[Slice]) -> bool:
        """Say whether a run of slices fits below what is there."""
        return not run or self.used + self.need(run) <= self.room

    def add(self, run: Sequence[Slice]) -> None:
        """Put slices below what is there."""
        for one in run:
            if not self.slices and one.again is not None:
                self._put(one.again)
            elif self.slices:
                self.used += one.space
            self._put(one)

    def _put(self, one: Slice) -> None:
        self.slices.append((self.used, one))
        self.used += one.height


def fill_pages(
    slices: Sequence[Slice], pages: list[Page], later: float, rooms: Sequence[float] = ()
) -> list[Page]:
    """Fill pages with slices in order, from the last page there is; return all of them.

    `later` is the room of a new page; the first new ones have those of `rooms`. A slice higher
    than a page stands on one of its own.
    """
    if slices:
        _fill(_Book(pages, later, list(rooms)), slices, Bond.NONE)
    return pages


@dataclass(slots=True)
class _Book:
    pages: list[Page]
    later: float
    rooms: list[float]

    def new_page(self) -> Page:
        return Page(self.rooms[0] if self.rooms else self.later)

    def turn(self) -> None:
        self.pages.append(self.new_page())
        del self.rooms[:1]


def _fill(book: _Book, run: Sequence[Slice], weakest: int) -> None:
    last = book.pages[-1]
    if last.has_room_for(run):
        last.add(run)
    elif last.slices and book.new_page().has_room_for(run):
        book.turn()
        book.pages[-1].add(run)
    elif len(run) > 1:
        for part in _parts(run, weakest):
            _fill(book, part, weakest + 1)
    else:
        if last.slices:
            book.turn()
        book.pages[-1].add(run)


def _parts(run: Sequence[Slice], weakest: int) -> Iterator[Sequence[Slice]]:
    """Part a run after each slice that is bound to the next no stronger than `weakest`."""
    begin = 0
    for index, one in enumerate(run, 1):
        if one.bond <= weakest or index == len(run):
            yield run[begin:index]
            begin = index


def _again_height(first: Slice) -> float:
    return first.again.height if first.again is not None else 0.0
