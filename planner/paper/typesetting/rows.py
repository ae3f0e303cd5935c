"""Turns the rows of a section into slices: one a line of text, bound to each other."""

from collections.abc import Iterator
from itertools import zip_longest

from planner.paper.contents.document import Blank, Check, Figures, Point, Row, Standing, Task
from planner.paper.typesetting.columns import GAP, Columns
from planner.paper.typesetting.faces import COMPACT, DAY, SMALL
from planner.paper.typesetting.lines import set_line, set_lines
from planner.paper.typesetting.marks import Box, Mark, Rule, Sign, Weight, Words
from planner.paper.typesetting.slices import Slice
from planner.paper.typesetting.stacking import (
    Air,
    at_right,
    beside_columns,
    in_columns,
    stacked,
    words,
)

_SIGNS = {Standing.OPEN: Sign.NONE, Standing.DONE: Sign.TICK, Standing.SKIPPED: Sign.CROSS}
_NO_TEXT = "…"
_BLANK_HEIGHT = 24.0
_POINT = 3.0
"""Air above and below a row of a list."""
_BOX, _INSET = 15.0, 15.0
"""How far a title stands from its box, and what belongs to another further in than that."""
_TITLE_SHARE = 0.42
"""How much of the width the titles of points take where remarks stand beside them."""


def measure(row: Row, table: Columns, *, closes: bool) -> tuple[Slice, ...]:
    """Return a row as slices that hold together, at least one.

    `closes` says that it ends a day of a compact table. How much the last slice is bound to the
    row that follows is for the section to say.
    """
    match row:
        case Task():
            return _task(row, table, closes=closes)
        case Point():
            return _point(row, table.width)
        case Check():
            return _check(row, table, closes=closes)
        case Figures():
            return _figures(row, table.width)
        case Blank():
            return (_blank(row, table.width),)


def _task(task: Task, table: Columns, *, closes: bool) -> tuple[Slice, ...]:
    room, dress = table.title_end - table.title, table.dress
    titles = set_lines(task.title, table.text, room, table.indent)
    first, *more = titles or set_lines(_NO_TEXT, table.text)
    # A note may run on below the minutes, which take the first line only.
    notes = set_lines(task.note if dress.notes else "", SMALL, table.minutes_end - table.title)
    lines = [((first, table.title + table.indent),)]
    lines += [((one, table.title),) for one in (*more, *notes)]
    air = Air(table.width, dress.row, dress.row, ruled=True)
    day = _day(task, table)
    if table.compact:
        above = dress.day if task.day and not day else dress.close
        air = Air(table.width, above, dress.day if closes else dress.close, ruled=closes)
    return (*day, *stacked(lines, tuple(_beside(task, table, air.above + first.rise)), air))


def _day(task: Task, table: Columns) -> tuple[Slice, ...]:
    """Return the day of a task where it stands above it."""
    lines = set_lines(task.day, DAY, table.width) if table.days_above else ()
    return stacked(
        [((one, 0.0),) for one in lines], (), Air(table.width, table.dress.day, 0.0, ruled=False)
    )


def _beside(task: Task, table: Columns, base: float) -> Iterator[Mark]:
    """Yield what stands on the first line of a task beside its title."""
    size = 8.5 if table.compact else 9.5
    middle = base - 0.36 * table.text.points
    yield Box(table.box + 0.5, middle - size / 2, size, _SIGNS[task.standing])
    if not table.days_above:
        yield from words(task.day, SMALL, 0, base)
    yield from words(task.code, SMALL, table.code, base)
    yield from at_right(task.minutes, table.figure, table.minutes_end, base)
    yield from at_right(task.actual, table.figure, table.width - 4, base)
    yield Rule(table.actual, table.width, base + min(3.2, table.dress.day), Weight.DOTTED)


def _point(point: Point, width: float) -> tuple[Slice, ...]:
    right = set_line(point.right, COMPACT)
    room = width - (right.width + 2 * GAP if right else 0)
    middle = _TITLE_SHARE * width if point.note else room
    notes = set_lines(point.note, SMALL, room - middle)
    titles = set_lines(point.title, COMPACT, middle - GAP)
    if not titles and not notes:
        titles = set_lines(_NO_TEXT, COMPACT)
    lines = [
        tuple((one, x) for one, x in ((title, 0.0), (note, middle)) if one is not None)
        for title, note in zip_longest(titles, notes)
    ]
    air = Air(width, _POINT, _POINT, ruled=True)
    beside = (Words(right, width - right.width, _POINT + right.rise),) if right else ()
    return stacked(lines, beside, air)


def _check(check: Check, table: Columns, *, closes: bool) -> tuple[Slice, ...]:
    width, dress = table.width, table.dress
    face = SMALL if check.inset else COMPACT
    size, left = (7.5, _INSET) if check.inset else (8.5, 0.0)
    begin = left + _BOX
    right = set_line(check.right, SMALL)
    room = width - begin - (right.width + 2 * GAP if right else 0)
    titles = set_lines(check.title, face, room) or set_lines(_NO_TEXT, face)
    lines = [((one, begin),) for one in (*titles, *set_lines(check.note, SMALL, room))]
    above, below = dress.close if check.inset else dress.day, dress.day if closes else dress.close
    air = Air(width, above, below, ruled=closes)
    base = air.above + titles[0].rise
    top = base - 0.36 * face.points - size / 2
    beside: list[Mark] = [Box(left + 0.5, top, size, _SIGNS[check.standing])]
    if right:
        beside.append(Words(right, width - right.width, base))
    return stacked(lines, beside, air)


def _figures(figures: Figures, width: float) -> tuple[Slice, ...]:
    room = beside_columns(len(figures.cells), width)
    titles = set_lines(figures.title, COMPACT, room) or set_lines(_NO_TEXT, COMPACT)
    left = (*titles, *set_lines(figures.note, SMALL, room))
    cells = in_columns(figures.cells, COMPACT, width)
    lines = [
        (*([(one, 0.0)] if one is not None else []), *(placed or ()))
        for one, placed in zip_longest(left, cells)
    ]
    return stacked(lines, (), Air(width, _POINT, _POINT, ruled=True))


def _blank(blank: Blank, width: float) -> Slice:
    label = tuple(words(blank.label, SMALL, 0, _BLANK_HEIGHT - 5))
    line = Rule(0, width, _BLANK_HEIGHT, Weight.FAINT)
    return Slice(_BLANK_HEIGHT, (*label, line))
