"""Turns the headings of sections into slices."""

from dataclasses import replace

from planner.core.language import translate
from planner.paper.contents.document import Heading
from planner.paper.typesetting.columns import GAP
from planner.paper.typesetting.faces import FIGURE, HEADING, LEAD, SMALL
from planner.paper.typesetting.lines import set_line, set_lines, shortened, width_of
from planner.paper.typesetting.marks import Rule, Weight, Words
from planner.paper.typesetting.slices import Bond, Slice
from planner.paper.typesetting.stacking import below_each_other, beside_columns, in_columns

SPACE = 16.0
"""Points above a heading."""
_LEAST_SHARE = 0.5
"""How much of the width a title has beside a figure that it has no room for on one line."""


def heading(value: Heading, width: float, *, below: bool, space: float = SPACE) -> Slice:
    """Return a heading, with space above it; it belongs to the row that follows.

    What ends its line stands on the next one where the title would have no room.
    """
    right = set_line(value.right, FIGURE if value.beside else HEADING)
    room = width - (right.width + GAP if right else 0)
    if value.columns:
        room = beside_columns(len(value.columns), width) - GAP
    is_tight = bool(value.columns) or room < _LEAST_SHARE * width
    lower = is_tight and width_of(value.title, HEADING) > room
    if lower:
        room = width
    left = set_lines(value.title, HEADING, room)
    marks, height = below_each_other(left, 0.0)
    base = left[0].rise if left else HEADING.points
    if right and not lower:
        marks = (*marks, Words(right, width - right.width, base))
    beside = set_line(value.beside, LEAD)
    if beside and len(left) == 1 and left[0].width + GAP + beside.width <= room:
        marks = (*marks, Words(beside, left[0].width + GAP, base))
    elif beside:
        more, height = below_each_other(
            set_lines(value.beside, LEAD, room if value.columns else width), height
        )
        marks = (*marks, *more)
    if right and lower:
        more, height = below_each_other(set_lines(value.right, LEAD, width), height)
        marks = (*marks, *more)
    for placed in in_columns(value.columns, SMALL, width):
        down = height + SMALL.leading - 2 if lower else base
        marks = (*marks, *(Words(one, x, down) for one, x in placed))
        base = down + SMALL.leading
        height = max(height, down + SMALL.leading - SMALL.points)
    if below:
        more, height = below_each_other(set_lines(value.below, SMALL, width), height)
        marks = (*marks, *more)
    height += 4
    line = Rule(0, width, height, Weight.FIRM)
    return Slice(height, (*marks, line), space=space, bond=Bond.HEADING, title=value.title)


def heading_again(value: Heading, day: str, width: float) -> Slice:
    """Return what stands on a page that goes on below a heading of the page before."""
    words = Heading(
        translate("Paper", "{title} (continued)", title=value.title),
        beside=shortened(day or value.beside, LEAD, width),
        columns=value.columns,
    )
    return replace(heading(words, width, below=False), space=0.0, title="")
