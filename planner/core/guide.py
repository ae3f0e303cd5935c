"""What the guide itself says, outside the items: its ladder, its tables and its lists."""

from collections.abc import Iterator, Mapping
from itertools import chain

from planner.core.bounds import Id, Label, Note, Prose
from planner.core.values import Level, Value


class Rung(Value, frozen=True):
    """A step of the ladder as the guide draws it."""

    id: Id
    title: Label


class Row(Value, frozen=True):
    """A row of one of the guide's two-level tables: scope, competencies, evaluation matrix.

    `see` names, at each level, the items, criteria or rounds by which one can act on it.
    """

    id: Id
    label: Label
    at: Mapping[Level, Label]
    note: Note = ""
    see: Mapping[Level, tuple[Id, ...]] = {}


class Point(Value, frozen=True):
    """A short labelled line, such as "Team Building: Growing and developing senior engineers".

    `see` names the items, criteria or rounds by which one can act on it.
    """

    id: Id
    label: Label
    text: str = ""
    note: Note = ""
    see: tuple[Id, ...] = ()


class SkillGroup(Value, frozen=True):
    """One row of the guide's technical skill lists, with its cells word for word."""

    id: Id
    label: Label
    skills: tuple[Label, ...]


class LevelGuide(Value, frozen=True):
    """What the guide says about one level outside its tables.

    `steps` and `loop_day` are the boxes of its loop diagram, which do not quite agree with its
    list of rounds; `headings` name the parts of the guide that are about this level.
    """

    title: Label
    focus: Label
    differentiators: tuple[Point, ...]
    skills: tuple[SkillGroup, ...]
    steps: tuple[Label, ...]
    loop_day: tuple[Label, ...]
    stated_loop_hours: tuple[int, int]
    loop_note: Note = ""
    headings: Mapping[Id, Label]


class Guide(Value, frozen=True):
    """The reference part of the curriculum: the guide's own tables and lists.

    `foundation`, `tip` and `about` are prose in our own words; `headings` are the guide's.
    """

    title: Label
    headings: Mapping[Id, Label]
    foundation: Prose
    covers: tuple[Point, ...]
    ladder: tuple[Rung, ...]
    ladder_note: Note = ""
    scope: tuple[Row, ...]
    leadership: tuple[Row, ...]
    matrix: tuple[Row, ...]
    levels: Mapping[Level, LevelGuide]
    next_steps: tuple[Point, ...]
    tip: Prose
    about: tuple[Point, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of its tables, which say something of each level."""
        return (*self.scope, *self.leadership, *self.matrix)

    def seen(self) -> Iterator[str]:
        """Yield every id that a row or a point names."""
        for row in self.rows:
            for ids in row.see.values():
                yield from ids
        points = (one.differentiators for one in self.levels.values())
        for point in (*self.covers, *chain.from_iterable(points)):
            yield from point.see
