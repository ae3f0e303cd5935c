"""Turns the head and the foot of a page into slices."""

from collections.abc import Iterator, Sequence
from datetime import date

from planner.core.language import translate
from planner.paper.contents.days import full_day
from planner.paper.contents.document import Head
from planner.paper.typesetting.columns import GAP
from planner.paper.typesetting.faces import HEADING, LEAD, SMALL, TITLE
from planner.paper.typesetting.lines import Line, set_line, set_lines
from planner.paper.typesetting.marks import Rule, Weight, Words
from planner.paper.typesetting.slices import Slice
from planner.paper.typesetting.stacking import below_each_other

FOOT = 30.0
"""Points at the foot of each page that belong to its last line."""
_LEAST_SHARE = 0.4
"""How much of the width a title has beside other words, or it stands above them."""


def head(value: Head, width: float) -> Slice:
    """Return the top of the first page."""
    beside = [one for text in value.beside for one in set_lines(text, LEAD, width)]
    room = width - max((one.width for one in beside), default=0.0) - 2 * GAP
    under = room < _LEAST_SHARE * width
    if under:
        room = width
    left = (*set_lines(value.title, TITLE, room), *set_lines(value.below, LEAD, room))
    marks, height = below_each_other((*left, *beside) if under else left, 0.0)
    right = () if under else tuple(_right_up(beside, width, height))
    height += 9
    return Slice(height + 14, (*marks, *right, Rule(0, width, height, Weight.HEAVY)))


def head_again(value: Head, width: float) -> Slice:
    """Return the top of a later page; what stands at its end goes where there is no room."""
    right = set_line(value.beside[0], SMALL)
    if right and width - right.width - GAP < _LEAST_SHARE * width:
        right = None
    left = set_lines(value.again, HEADING, width - (right.width + GAP if right else 0))
    marks, height = below_each_other(left, 0.0)
    beside = (Words(right, width - right.width, left[0].rise),) if right and left else ()
    height += 5
    return Slice(height + 14, (*marks, *beside, Rule(0, width, height, Weight.HEAVY)))


def foot(printed: date, page: int, pages: int, width: float) -> Slice:
    """Return the last line of a page."""
    middle = set_line(translate("Paper", "printed {day}", day=full_day(printed)), SMALL)
    right = set_line(translate("Paper", "page {page} of {pages}", page=page, pages=pages), SMALL)
    left = set_line(translate("Paper", "Study plan"), SMALL)
    base = FOOT - 5
    found = [one for one in (left, middle, right) if one is not None]
    while len(found) > 1 and sum(one.width + GAP for one in found) - GAP > width:
        del found[0]  # the number of the page is the last to go
    marks = tuple(
        Words(one, _place(index, len(found)) * (width - one.width), base)
        for index, one in enumerate(found)
    )
    return Slice(FOOT, (Rule(0, width, base - 14, Weight.FAINT), *marks))


def _place(index: int, count: int) -> float:
    """Return where one of some words stands in a line, 0 to 1; one alone stands at the end."""
    return index / (count - 1) if count > 1 else 1.0


def _right_up(lines: Sequence[Line], width: float, bottom: float) -> Iterator[Words]:
    """Yield lines at the right margin, the last of them at the bottom."""
    for one in reversed(lines):
        bottom -= one.height
        yield Words(one, width - one.width, bottom + one.rise)
