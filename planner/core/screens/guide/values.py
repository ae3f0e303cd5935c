"""The guide as plain rows: parts with a heading, their columns, and what stands in each cell."""

from enum import StrEnum

from planner.core.values import Fact, Level


class Place(StrEnum):
    """Where in the program one can act on something: a page, or an action of the window."""

    CHECKLIST = "checklist"
    READINESS = "readiness"
    STORIES = "stories"
    PRACTICE = "practice"
    ACTION = "action"


class Way(Fact, frozen=True):
    """What the user can do about a thing: where it stands, and how far it is there.

    `target` is the id of an item, a unit, a criterion, a failure point, a round or a principle;
    for an action its id in the table of actions.
    """

    place: Place
    target: str
    title: str
    state: str = ""


class Cell(Fact, frozen=True):
    """One thing the guide names, in its own words, with our note and the ways to act on it.

    `level` is set where the thing is said of one level alone. `is_head` marks a heading within a
    part, such as the name of a family of criteria.
    """

    label: str = ""
    text: str = ""
    note: str = ""
    level: Level | None = None
    is_head: bool = False
    ways: tuple[Way, ...] = ()


class Line(Fact, frozen=True):
    """A row of a part: what it is about, one cell or two side by side, and our note on both."""

    cells: tuple[Cell, ...]
    label: str = ""
    note: str = ""

    @property
    def ways(self) -> tuple[Way, ...]:
        """What can be done about it, once each."""
        return tuple(dict.fromkeys(way for cell in self.cells for way in cell.ways))


class Column(Fact, frozen=True):
    """What stands over a column; the level where it is about one."""

    title: str
    level: Level | None = None


class Part(Fact, frozen=True):
    """A section of the guide under its heading; `chapter` is the heading above that one.

    `text` is prose of our own, `corner` stands over the labels of the rows.
    """

    id: str
    title: str
    chapter: str = ""
    text: str = ""
    note: str = ""
    corner: str = ""
    columns: tuple[Column, ...] = ()
    lines: tuple[Line, ...] = ()


class GuideScreen(Fact, frozen=True):
    """The whole guide; `level` is the candidate's, None before one is chosen."""

    title: str
    level: Level | None
    parts: tuple[Part, ...]

    @property
    def entries(self) -> int:
        """How many rows there are."""
        return sum(len(part.lines) for part in self.parts)
