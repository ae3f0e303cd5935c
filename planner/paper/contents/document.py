"""What stands on the pages, as plain values: no sizes, no places, no Qt."""

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto

from planner.paper.contents.cover import Cover

PAIR = 2
"""The most weeks that are set on a page on purpose."""


class Standing(Enum):
    """What the box of a task shows."""

    OPEN = auto()
    DONE = auto()
    SKIPPED = auto()


@dataclass(frozen=True, slots=True)
class Head:
    """The top of the first page; `again` is what the later pages repeat of it."""

    title: str
    below: str
    beside: tuple[str, str]
    again: str


@dataclass(frozen=True, slots=True)
class Heading:
    """The line above some rows; `beside` follows the title, `right` ends the line.

    `below` is a sentence that is left away where it would cost a page. `columns` name the cells
    of the rows that follow, again on each page.
    """

    title: str
    right: str = ""
    beside: str = ""
    below: str = ""
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """A session with its box.

    `day` stands before the first task of a day, where days share a table; `actual` fills the
    dotted place.
    """

    code: str
    title: str
    minutes: str
    note: str = ""
    actual: str = ""
    standing: Standing = Standing.OPEN
    day: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """A line of text with a remark below it and a figure at its end."""

    title: str
    note: str = ""
    right: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """Something to tick off with its time at the end; what is `inset` belongs to the one above."""

    title: str
    note: str = ""
    right: str = ""
    standing: Standing = Standing.OPEN
    inset: bool = False


@dataclass(frozen=True, slots=True)
class Figures:
    """A line of text with a figure in each column of its heading."""

    title: str
    cells: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Blank:
    """A ruled line to write on, with a word on what to write."""

    label: str = ""


Row = Task | Point | Check | Figures | Blank


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it, kept on one page where it fits one.

    A `week` is one of the plan's, of which so many may be wanted on a page.
    """

    heading: Heading
    rows: tuple[Row, ...] = ()
    week: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """Everything that is printed at once.

    Of the `endings` the first that still fits the last page is printed, or none. A `large` one has
    letters larger by a quarter.

    `weeks_a_page` is 1 or 2, or 0 for as many as there is room for. What stands in `columns` has
    up to so many where they are wide enough. One that `saves_pages` has its rows closer, and at
    last without notes, where that makes it shorter.
    """

    cover: Cover
    printed: date
    head: Head
    sections: tuple[Section, ...]
    endings: tuple[Section, ...] = ()
    large: bool = False
    weeks_a_page: int = 0
    columns: int = 1
    saves_pages: bool = False

    def at_size(self, *, large: bool) -> "Document":
        """Return it in large letters, or in the usual ones."""
        return replace(self, large=large)

    @property
    def scale(self) -> float:
        """How much larger than usual everything is but the paper."""
        return 1.25 if self.large else 1.0
