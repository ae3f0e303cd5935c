"""What there is to learn: the guide's tables and the items made from them, as checked values."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Annotated

from planner.core import succession
from planner.core.bounds import Id, Label, Note
from planner.core.checking import Limits
from planner.core.graph import find_cycle
from planner.core.guide import Guide
from planner.core.succession import Renamed, RetiredUnit
from planner.core.values import Fact, Level, Priority, Rating, Subject, Value

Minutes = Annotated[int, Limits(ge=1, le=480)]


class Unit(Value, frozen=True):
    """A part of an item that is ticked by itself: a chapter, a pillar, a principle, a round.

    `weight` is its share of the item's hours, relative to the other units; a mock's units weigh
    their exact minutes. A debrief is a unit of a mock that is not `scored`.
    """

    id: Annotated[str, Limits(pattern=r"^[a-z0-9.-]+/[a-z0-9-]+$")]
    label: Label
    weight: Annotated[int, Limits(ge=1, le=10_000)] = 1
    scored: bool = True


class Hours(Value, frozen=True):
    """Our estimate of an item's effort in hours, by where the candidate starts."""

    new: Annotated[float, Limits(gt=0, le=500)]
    working: Annotated[float, Limits(gt=0, le=500)]
    strong: Annotated[float, Limits(gt=0, le=500)]

    def minutes(self, rating: Rating) -> int:
        """Return the effort in whole minutes."""
        return self._minutes[rating]

    @cached_property
    def _minutes(self) -> Mapping[Rating, int]:
        return {rating: round(60 * getattr(self, rating)) for rating in Rating}


class AtLevel(Value, frozen=True):
    """What an item means at one level: effort, weight, and what it counts towards."""

    hours: Hours
    priority: Priority
    criteria: tuple[Id, ...] = ()
    failures: tuple[Id, ...] = ()
    rounds: tuple[Id, ...] = ()
    foundation: bool = False
    """It belongs to the level below, and is here for those who are new to it (rule 12)."""

    @cached_property
    def marks(self) -> tuple[tuple[str, str], ...]:
        """What it covers: criteria, failure points and rounds."""
        return (
            *(("criterion", one) for one in self.criteria),
            *(("failure", one) for one in self.failures),
            *(("round", one) for one in self.rounds),
        )


class Item(Value, frozen=True):
    """One thing to study, practise or prepare. Its id never changes.

    `label` is the guide's wording, `title` the short form for rows, `done` says by what one can
    see that it is finished. `requires` blocks; `after` only orders.
    """

    id: Id
    label: Label
    title: Label
    author: str = ""
    group: Id
    area: Id
    subject: Subject
    origin: Annotated[str, Limits(pattern="^(guide|derived|own)$")]
    requires: tuple[Id, ...] = ()
    after: tuple[Id, ...] = ()
    done: Note = ""
    note: Note = ""
    units: tuple[Unit, ...] = ()
    at: Annotated[Mapping[Level, AtLevel], Limits(min_length=1)]


class Group(Value, frozen=True):
    """A family of items that is rated together, such as "system_design"."""

    id: Id
    label: Label
    title: Label
    levels: Annotated[tuple[Level, ...], Limits(min_length=1)]
    note: Note = ""


class Criterion(Value, frozen=True):
    """One line of what gets a candidate hired; `family` is the heading it stands under."""

    id: Id
    level: Level
    family: Label
    label: Label
    note: Note = ""


class FailurePoint(Value, frozen=True):
    """One line of what makes candidates fail; `family` is the heading it stands under."""

    id: Id
    level: Level
    family: Label
    label: Label
    note: Note = ""


class Round(Value, frozen=True):
    """One kind of interview. Minutes are a range, and unknown where the guide is silent."""

    id: Id
    level: Level
    label: Label
    count: Annotated[int, Limits(ge=1, le=10)] = 1
    shortest: Minutes | None = None
    longest: Minutes | None = None
    in_loop: bool = True
    optional: bool = False
    note: Note = ""

    def __post_init__(self) -> None:
        """See that the minutes are a range."""
        both = (self.shortest is None) is (self.longest is None)
        if not both or (self.shortest or 0) > (self.longest or 0):
            raise ValueError("the shortest and the longest minutes are no range")


class Principle(Value, frozen=True):
    """A leadership principle by its official name.

    `guide_name` is the guide's name where it is shorter. `place` is where the principle stands
    among the five that the guide calls most critical for a level, `gloss` what it says there.
    """

    id: Id
    number: Annotated[int, Limits(ge=1, le=16)]
    name: Label
    guide_name: str = ""
    gloss: str = ""
    critical_for: Level | None = None
    place: Annotated[int, Limits(ge=1, le=5)] | None = None
    note: Note = ""


class Curriculum(Value, frozen=True):
    """Everything there is to learn and to be judged by, checked as a whole at load."""

    version: Annotated[int, Limits(ge=1)]
    guide: Guide
    groups: tuple[Group, ...]
    items: tuple[Item, ...]
    criteria: tuple[Criterion, ...]
    failures: tuple[FailurePoint, ...]
    rounds: tuple[Round, ...]
    principles: tuple[Principle, ...]
    renamed: tuple[Renamed, ...] = ()
    retired: tuple[Item, ...] = ()
    """Items of earlier curricula: what was done of them is kept, and none is planned any more."""
    retired_units: tuple[RetiredUnit, ...] = ()

    def __post_init__(self) -> None:
        """See that everything holds together."""
        for problem in problems(self):
            raise ContradictionError(problem)

    @cached_property
    def by_id(self) -> Mapping[str, Item]:
        """The items by their ids, the retired ones too."""
        return {item.id: item for item in (*self.items, *self.retired)}

    @cached_property
    def renames(self) -> Mapping[str, str]:
        """Earlier ids, each with the one that followed it."""
        return {one.old: one.new for one in self.renamed}

    @cached_property
    def retired_parts(self) -> Mapping[str, str]:
        """The labels of the units that items no longer have, by their ids."""
        return {one.id: one.label for one in self.retired_units}

    def items_at(self, level: Level) -> tuple[Item, ...]:
        """Return the items that belong to a level, in the guide's order, without foundations."""
        return self._at_level[level]

    def foundations_at(self, level: Level) -> tuple[Item, ...]:
        """Return what belongs to the level below and is only built on at this one."""
        return self._foundations[level]

    @cached_property
    def _at_level(self) -> Mapping[Level, tuple[Item, ...]]:
        return {
            level: tuple(
                one for one in self.items if level in one.at and not one.at[level].foundation
            )
            for level in Level
        }

    @cached_property
    def _foundations(self) -> Mapping[Level, tuple[Item, ...]]:
        return {
            level: tuple(one for one in self.items if level in one.at and one.at[level].foundation)
            for level in Level
        }

    def groups_at(self, level: Level) -> tuple[Group, ...]:
        """Return the groups rated at a level, in the guide's order."""
        return tuple(group for group in self.groups if level in group.levels)

    def criteria_at(self, level: Level) -> tuple[Criterion, ...]:
        """Return the level's success criteria."""
        return tuple(one for one in self.criteria if one.level is level)

    def failures_at(self, level: Level) -> tuple[FailurePoint, ...]:
        """Return the level's failure points."""
        return tuple(one for one in self.failures if one.level is level)

    def rounds_at(self, level: Level) -> tuple[Round, ...]:
        """Return the level's interviews, in the order they are met."""
        return tuple(one for one in self.rounds if one.level is level)


_MARKS = ("criterion", "failure point", "round")


class Problem(Fact, frozen=True):
    """A field of the curriculum, a place in it, and a sentence on what does not hold together."""

    field: str
    place: int
    text: str


class ContradictionError(ValueError):
    """Says that a curriculum does not hold together."""

    def __init__(self, problem: Problem) -> None:
        """Keep the problem, so that a reader of files can say in which one it stands."""
        super().__init__(problem.text)
        self.problem = problem


def problems(curriculum: Curriculum) -> Iterator[Problem]:
    """Say in a sentence each what does not hold together: double ids, loose ends, circles."""
    yield from _double_ids(curriculum)
    yield from (Problem(*found) for found in succession.problems(curriculum))
    groups = {group.id: group for group in curriculum.groups}
    items = {item.id: item for item in curriculum.items}
    marks = {level: _marks_at(level, curriculum) for level in Level}
    for index, item in enumerate(curriculum.items):
        for text in (*_loose_ends(item, groups, items), *_loose_marks(item, marks)):
            yield Problem("items", index, f"item {item.id} {text}")
    for index, principle in enumerate(curriculum.principles):
        for text in _misplaced(principle, index + 1):
            yield Problem("principles", index, f"principle {principle.id} {text}")
    known = {one.id for one in curriculum.criteria} | {one.id for one in curriculum.rounds}
    for one in sorted({*curriculum.guide.seen()} - known - items.keys()):
        yield Problem("guide", 0, f"the guide points to the unknown {one}")
    cycle = find_cycle({item.id: (*item.requires, *item.after) for item in curriculum.items})
    if cycle:
        index = curriculum.items.index(items[cycle[0]])
        yield Problem("items", index, f"items wait for each other in a circle: {' → '.join(cycle)}")


def _double_ids(curriculum: Curriculum) -> Iterator[Problem]:
    families: Mapping[str, Sequence[Sequence[str]]] = {
        "groups": [[group.id] for group in curriculum.groups],
        "items": [[item.id, *(unit.id for unit in item.units)] for item in curriculum.items],
        "criteria": [[criterion.id] for criterion in curriculum.criteria],
        "failures": [[failure.id] for failure in curriculum.failures],
        "rounds": [[f"{one.id} of {one.level}"] for one in curriculum.rounds],
        "principles": [[principle.id] for principle in curriculum.principles],
    }
    for field, family in families.items():
        seen: set[str] = set()
        for index, ids in enumerate(family):
            for one_id in ids:
                if one_id in seen:
                    yield Problem(field, index, f"the id {one_id} stands twice")
                seen.add(one_id)


def _loose_ends(
    item: Item, groups: Mapping[str, Group], items: Mapping[str, Item]
) -> Iterator[str]:
    if item.group not in groups:
        yield f"is in the unknown group {item.group}"
    elif not {one for one, at in item.at.items() if not at.foundation} <= set(
        groups[item.group].levels
    ):
        yield f"is at a level that its group {item.group} does not have"
    for other in (*item.requires, *item.after):
        if other not in items:
            yield f"refers to the unknown item {other}"
        elif other in item.requires and not set(item.at) <= set(items[other].at):
            yield f"requires {other}, which is not part of the same levels"
    for unit in item.units:
        if not unit.id.startswith(f"{item.id}/"):
            yield f"has the unit {unit.id}, which is not named after it"


def _marks_at(level: Level, curriculum: Curriculum) -> tuple[frozenset[str], ...]:
    """Return what items can count towards at a level: criteria, failure points, rounds."""
    families = (
        curriculum.criteria_at(level),
        curriculum.failures_at(level),
        curriculum.rounds_at(level),
    )
    return tuple(frozenset(one.id for one in family) for family in families)


def _loose_marks(item: Item, marks: Mapping[Level, tuple[frozenset[str], ...]]) -> Iterator[str]:
    for level, at in item.at.items():
        named = zip(_MARKS, (at.criteria, at.failures, at.rounds), marks[level], strict=True)
        for word, ids, family in named:
            for loose in sorted(set(ids) - family):
                yield f"counts towards the unknown {word} {loose} at {level}"


def _misplaced(principle: Principle, number: int) -> Iterator[str]:
    if principle.number != number:
        yield f"has the number {principle.number} and stands in place {number}"
    if (principle.critical_for is None) is not (principle.place is None):
        yield "needs both a level it is critical for and a place, or neither"
