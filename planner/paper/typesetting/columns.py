"""Where the columns of a table of tasks stand, from what stands in them."""

from collections.abc import Iterable
from dataclasses import dataclass

from planner.paper.contents.document import Task
from planner.paper.typesetting.dress import Dress
from planner.paper.typesetting.faces import SMALL, Face
from planner.paper.typesetting.lines import width_of

GAP = 12.0
_LEAST_ACTUAL, _NARROW_ACTUAL = 54.0, 38.0
_BOX, _COMPACT_BOX = 18.0, 15.0
_APART = 8.0
"""From minutes to the dotted place, and from a code to a title in its own column."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Left edges of box, code and title; right edges of title and minutes; both of the rest.

    Figures are points from the left margin. A compact table sets smaller letters closer. `indent`
    is the room for a code before a title that begins where the code does.
    """

    width: float
    dress: Dress
    text: Face
    figure: Face
    box: float
    code: float
    title: float
    title_end: float
    minutes_end: float
    actual: float
    indent: float
    compact: bool
    days_above: bool


def columns(tasks: Iterable[Task], width: float, dress: Dress) -> Columns:
    """Return the columns that hold all tasks in so many points."""
    rows = tuple(tasks)
    days = _widest((row.day for row in rows), SMALL, GAP)
    compact = days > 0
    figure = dress.compact if compact else dress.figure
    codes = _widest((row.code for row in rows), SMALL, GAP)
    minutes = _widest((row.minutes for row in rows), figure, GAP)
    noted = _widest((row.actual for row in rows), figure, _APART)
    box = _COMPACT_BOX if compact else _BOX
    room = width - box - codes - minutes - _APART - max(_LEAST_ACTUAL, noted)
    days_above = compact and room - days < dress.least_title
    left = 0.0 if days_above else days
    run_in = room - left < dress.least_title
    actual = width - max(_NARROW_ACTUAL if run_in else _LEAST_ACTUAL, noted)
    code = left + box
    return Columns(
        width=width,
        dress=dress,
        text=dress.compact if compact else dress.text,
        figure=figure,
        box=left,
        code=code,
        title=code if run_in else code + codes,
        title_end=actual - _APART - minutes,
        minutes_end=actual - _APART,
        actual=actual,
        indent=codes - GAP + _APART if run_in and codes else 0.0,
        compact=compact,
        days_above=days_above,
    )


def _widest(texts: Iterable[str], face: Face, gap: float) -> float:
    widest = max((width_of(text, face) for text in texts), default=0.0)
    return widest + gap if widest else 0.0
