"""Turns the rows of a section into slices: one a line of text, bound to each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from planner.paper.columns import GAP, Columns
from planner.paper.document import Blank, Point, Row, Standing, Task
from planner.paper.faces import COMPACT, FIGURE, SMALL, Face
from planner.paper.lines import Line, set_line, set_lines
from planner.paper.marks import Box, Mark, Rule, Sign, Weight, Words
from planner.paper.slices import Bond, Slice

_SIGNS = {Standing.OPEN: Sign.NONE, Standing.DONE: Sign.TICK, Standing.SKIPPED: Sign.CROSS}
_NO_TEXT = "…"
_BLANK_HEIGHT = 24.0
_ROW, _DAY, _POINT, _CLOSE = 7.0, 4.0, 3.0, 1.6
"""Air above and below a row: a roomy one, at the turn of a day, of a list, within a day."""
_TITLE_SHARE = 0.42
"""How much of the width the titles of points take where remarks stand beside them."""


@dataclass(frozen=True, slots=True)
class _Air:
    """The room around a row, and whether a rule ends it."""

    width: float
    above: float
    below: float
    ruled: bool


Placed = tuple[tuple[Line, float], ...]
"""Lines side by side, each with its left edge."""


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
        case Blank():
            return (_blank(row, table.width),)


def _task(task: Task, table: Columns, *, closes: bool) -> tuple[Slice, ...]:
    room = table.title_end - table.title
    titles = set_lines(task.title, table.text, room) or set_lines(_NO_TEXT, table.text)
    # A note may run on below the minutes, which take the first line only.
    notes = set_lines(task.note, SMALL, table.minutes_end - table.title)
    lines = [((one, table.title),) for one in (*titles, *notes)]
    air = _Air(table.width, _ROW, _ROW, ruled=True)
    if table.compact:
        above, below = _DAY if task.day else _CLOSE, _DAY if closes else _CLOSE
        air = _Air(table.width, above, below, ruled=closes)
    return _stacked(lines, tuple(_beside(task, table, air.above + titles[0].rise)), air)


def _beside(task: Task, table: Columns, base: float) -> Iterator[Mark]:
    """Yield what stands on the first line of a task beside its title."""
    figure = COMPACT if table.compact else FIGURE
    size = 8.5 if table.compact else 9.5
    middle = base - 0.36 * table.text.points
    yield Box(table.box + 0.5, middle - size / 2, size, _SIGNS[task.standing])
    yield from _words(task.day, SMALL, 0, base)
    yield from _words(task.code, SMALL, table.code, base)
    yield from _right(task.minutes, figure, table.minutes_end, base)
    yield from _right(task.actual, figure, table.width - 4, base)
    yield Rule(table.actual, table.width, base + 3.2, Weight.DOTTED)


def _point(point: Point, width: float) -> tuple[Slice, ...]:
    right = set_line(point.right, COMPACT)
    room = width - (right.width + 2 * GAP if right else 0)
    middle = _TITLE_SHARE * width if point.note else room
    titles = set_lines(point.title, COMPACT, middle - GAP) or set_lines(_NO_TEXT, COMPACT)
    notes = set_lines(point.note, SMALL, room - middle)
    lines = [
        tuple((one, x) for one, x in ((title, 0.0), (note, middle)) if one is not None)
        for title, note in zip_longest(titles, notes)
    ]
    air = _Air(width, _POINT, _POINT, ruled=True)
    beside = (Words(right, width - right.width, _POINT + titles[0].rise),) if right else ()
    return _stacked(lines, beside, air)


def _blank(blank: Blank, width: float) -> Slice:
    words = tuple(_words(blank.label, SMALL, 0, _BLANK_HEIGHT - 5))
    line = Rule(0, width, _BLANK_HEIGHT, Weight.FAINT)
    return Slice(_BLANK_HEIGHT, (*words, line))


def _stacked(lines: Sequence[Placed], beside: Sequence[Mark], air: _Air) -> tuple[Slice, ...]:
    """Return a slice a line; the first holds what stands beside it, the last the row's rule."""
    slices = []
    for index, placed in enumerate(lines):
        begins, ends = index == 0, index == len(lines) - 1
        top = air.above if begins else 0.0
        rise = max(one.rise for one, _ in placed)
        height = top + max(one.height for one, _ in placed) + (air.below if ends else 0.0)
        marks: list[Mark] = [Words(one, x, top + rise) for one, x in placed]
        if begins:
            marks.extend(beside)
        if ends and air.ruled:
            marks.append(Rule(0, air.width, height, Weight.FAINT))
        slices.append(Slice(height, tuple(marks), bond=Bond.LINES))
    return tuple(slices)


def _words(text: str, face: Face, x: float, base: float) -> Iterator[Words]:
    line = set_line(text, face)
    if line is not None:
        yield Words(line, x, base)


def _right(text: str, face: Face, end: float, base: float) -> Iterator[Words]:
    line = set_line(text, face)
    if line is not None:
        yield Words(line, end - line.width, base)
