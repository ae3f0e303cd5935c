"""What stands in one cell: a thing of the guide in its own words, our note, and the ways to act."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import TypeVar

from planner.core.curriculum import Criterion, Curriculum, FailurePoint, Item, Principle, Round
from planner.core.guide import Point
from planner.core.screens.guide.doing import Doing
from planner.core.screens.guide.values import Cell, Line, Way
from planner.core.state import State
from planner.core.values import Level

EMPTY = Cell()

Mark = TypeVar("Mark", Criterion, FailurePoint)


class Cells:
    """Makes cells for one state."""

    def __init__(self, state: State) -> None:
        """Look ways up in this state."""
        self.doing = Doing(state)

    def point(self, one: Point, level: Level) -> Cell:
        """Return a labelled line of one level."""
        return Cell(one.label, one.text, one.note, level, ways=self.doing.seen(one.see, level))

    def skill(self, item: Item | None, label: str, level: Level) -> Cell:
        """Return a skill of the guide's lists, with the item that was made from it."""
        ways = self.doing.item(item.id) if item and level is self.doing.level else ()
        return Cell(label, note=item.note if item else "", level=level, ways=ways)

    def item(self, item: Item) -> Cell:
        """Return an item of either level."""
        return Cell(item.label, note=item.note, ways=self.doing.item(item.id))

    def principle(self, one: Principle, place: int = 0) -> Cell:
        """Return a principle by its official name, the guide's in brackets where it is shorter."""
        name = f"{one.name} ({one.guide_name})" if one.guide_name else one.name
        return Cell(
            f"{place}. {name}" if place else name,
            one.gloss,
            one.note,
            one.critical_for,
            ways=self.doing.principle(one),
        )

    def round(self, one: Round) -> Cell:
        """Return a round with its number and minutes."""
        return Cell(one.label, _lasts(one), one.note, one.level, ways=self.doing.round(one))

    def boxes(self, labels: Sequence[str], level: Level) -> list[Cell]:
        """Return the boxes of one of the guide's diagrams."""
        return [Cell(one, level=level, ways=self.doing.box(one, level)) for one in labels]

    def criteria(self, curriculum: Curriculum, level: Level) -> Iterator[Cell]:
        """Return the success criteria of a level under the names of their families."""
        return _by_family(curriculum.criteria_at(level), self.doing.criterion)

    def failures(self, curriculum: Curriculum, level: Level) -> Iterator[Cell]:
        """Return the failure points of a level under the names of their families."""
        return _by_family(curriculum.failures_at(level), self.doing.failure)


def _by_family(marks: Iterable[Mark], ways: Callable[[Mark], tuple[Way, ...]]) -> Iterator[Cell]:
    """Yield marks with their ways, the name of a family above its first."""
    family = ""
    for one in marks:
        if one.family != family:
            yield Cell(one.family, level=one.level, is_head=True)
        family = one.family
        yield Cell(text=one.label, note=one.note, level=one.level, ways=ways(one))


def beside(cells: Mapping[Level, Sequence[Cell]]) -> list[Line]:
    """Return cells of both levels side by side, in rows; the shorter list ends with empty ones."""
    pairs = zip_longest(*(cells[level] for level in Level), fillvalue=EMPTY)
    return [Line(tuple(pair)) for pair in pairs]


def _lasts(one: Round) -> str:
    """Return how often and how long, as the guide writes it; nothing where it is silent."""
    if one.shortest is None or one.longest is None:
        return ""
    same = one.shortest == one.longest
    minutes = f"{one.longest}" if same else f"{one.shortest}-{one.longest}"
    each = " each" if one.count > 1 else ""
    how_often = "optional" if one.optional else str(one.count)
    return f"({how_often}): {minutes} minutes{each}"
