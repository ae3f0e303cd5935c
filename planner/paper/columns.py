"""Where the columns of a table of tasks stand, from what stands in them."""

from collections.abc import Iterable
from dataclasses import dataclass

from planner.paper.document import Task
from planner.paper.faces import COMPACT, FIGURE, SMALL, TEXT, Face
from planner.paper.lines import width_of

GAP = 12.0
_LEAST_ACTUAL = 54.0


@dataclass(frozen=True, slots=True)
class Columns:
    """Left edges of box, code and title; right edges of title and minutes; both of the rest.

    Figures are points from the left margin. A compact table sets smaller letters closer.
    """

    width: float
    day: Face
    text: Face
    box: float
    code: float
    title: float
    title_end: float
    minutes_end: float
    actual: float
    compact: bool


def columns(tasks: Iterable[Task], width: float) -> Columns:
    """Return the columns that hold all tasks in so many points."""
    rows = tuple(tasks)
    compact = any(row.day for row in rows)
    figure = COMPACT if compact else FIGURE
    box = _widest((row.day for row in rows), SMALL, GAP)
    code = box + (15.0 if compact else 18.0)
    title = code + _widest((row.code for row in rows), SMALL, GAP)
    actual = width - max(_LEAST_ACTUAL, _widest((row.actual for row in rows), figure, 8.0))
    minutes_end = actual - 8.0
    title_end = minutes_end - _widest((row.minutes for row in rows), figure, GAP)
    return Columns(
        width=width,
        day=SMALL,
        text=COMPACT if compact else TEXT,
        box=box,
        code=code,
        title=title,
        title_end=title_end,
        minutes_end=minutes_end,
        actual=actual,
        compact=compact,
    )


def _widest(texts: Iterable[str], face: Face, gap: float) -> float:
    widest = max((width_of(text, face) for text in texts), default=0.0)
    return widest + gap if widest else 0.0
