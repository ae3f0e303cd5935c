"""Stacks the lines of a row into slices, with what stands beside the first of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from planner.paper.typesetting.columns import GAP
from planner.paper.typesetting.faces import Face
from planner.paper.typesetting.lines import Line, set_line, set_lines
from planner.paper.typesetting.marks import Mark, Rule, Weight, Words
from planner.paper.typesetting.slices import Bond, Slice

_FIGURES = 84.0
_USUAL, _MOST = 0.165, 0.22
"""What a column of figures wants in points, and the shares of the width it has and may have."""


@dataclass(frozen=True, slots=True)
class Air:
    """The room around a row, and whether a rule ends it."""

    width: float
    above: float
    below: float
    ruled: bool


Placed = tuple[tuple[Line, float], ...]
"""Lines side by side, each with its left edge."""


def stacked(lines: Sequence[Placed], beside: Sequence[Mark], air: Air) -> tuple[Slice, ...]:
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


def words(text: str, face: Face, x: float, base: float) -> Iterator[Words]:
    """Yield a line of text from `x` on, if there is text."""
    line = set_line(text, face)
    if line is not None:
        yield Words(line, x, base)


def at_right(text: str, face: Face, end: float, base: float) -> Iterator[Words]:
    """Yield a line of text that ends at `end`, if there is text."""
    line = set_line(text, face)
    if line is not None:
        yield Words(line, end - line.width, base)


def in_columns(texts: Sequence[str], face: Face, width: float) -> tuple[Placed, ...]:
    """Return texts at the right ends of their columns, from the top; long ones take more lines."""
    room = _column(width)
    columns = [set_lines(text, face, room - GAP) for text in texts]
    ends = [width - room * (len(texts) - 1 - index) for index in range(len(texts))]
    return tuple(
        tuple((one, end - one.width) for one, end in zip(row, ends, strict=True) if one is not None)
        for row in zip_longest(*columns)
    )


def beside_columns(count: int, width: float) -> float:
    """Return the room that so many columns leave for what stands before them."""
    return width - count * _column(width)


def _column(width: float) -> float:
    return max(_USUAL * width, min(_FIGURES, _MOST * width))


def below_each_other(lines: Sequence[Line], top: float) -> tuple[tuple[Mark, ...], float]:
    """Return lines below each other from the left margin, and where they end."""
    marks = []
    for one in lines:
        marks.append(Words(one, 0, top + one.rise))
        top += one.height
    return tuple(marks), top
