"""What became of the ids of earlier curricula, so that no tick ever loses what it was made for."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated

from planner.core.bounds import Label
from planner.core.checking import Limits
from planner.core.values import Value

if TYPE_CHECKING:
    from planner.core.curriculum import Curriculum

AnyId = Annotated[str, Limits(pattern=r"^[A-Za-z0-9][A-Za-z0-9./_-]{0,119}$")]
UnitId = Annotated[str, Limits(pattern=r"^[a-z0-9.-]+/[a-z0-9-]+$")]
Found = tuple[str, int, str]


class Renamed(Value, frozen=True):
    """An id of an earlier curriculum and the one it has now, or had next.

    The units of an item go with it. Two may become one, and one may be renamed again and again.
    """

    old: AnyId
    new: AnyId


class RetiredUnit(Value, frozen=True):
    """A part that an item no longer has; who ticked it still has that."""

    id: UnitId
    label: Label


def carried(renames: Mapping[str, str], name: str) -> str:
    """Return what an id is called now; one that was never renamed is called as before."""
    return _way(renames, name)[-1]


def _way(renames: Mapping[str, str], name: str) -> list[str]:
    """Return all names an id has had since, up to the first that comes again."""
    way = [name]
    while True:
        item, slash, unit = way[-1].partition("/")
        following = renames.get(way[-1])
        if following is None and slash and item in renames:
            following = f"{renames[item]}/{unit}"
        if following is None:
            return way
        way.append(following)
        if following in way[:-1]:
            return way


def problems(curriculum: "Curriculum") -> Iterator[Found]:
    """Say in a sentence each where the succession of ids does not hold together.

    Each problem stands with its field of the curriculum and its place in it.
    """
    present = _present(curriculum)
    yield from _retired_items(curriculum)
    yield from _retired_units(curriculum)
    known = present | {one.id for one in curriculum.retired}
    known |= {unit.id for one in curriculum.retired for unit in one.units}
    known |= {one.id for one in curriculum.retired_units}
    seen: set[str] = set()
    for place, one in enumerate(curriculum.renamed):
        for text in _renaming(one, curriculum.renames, known, seen):
            yield "renamed", place, f"the renaming of {one.old} {text}"
        seen.add(one.old)


def _renaming(
    one: Renamed, renames: Mapping[str, str], known: set[str], seen: set[str]
) -> Iterator[str]:
    if one.old in seen:
        yield "stands twice"
    if one.old in known:
        yield "is of an id that is still there"
    if ("/" in one.old) is not ("/" in one.new):
        yield f"makes a part of a whole or the other way round: {one.new}"
    way = _way(renames, one.old)
    if way[-1] in way[:-1]:
        yield f"goes in a circle: {' → '.join(way)}"
    elif way[-1] not in known:
        yield f"leads to the unknown {way[-1]}"


def _retired_items(curriculum: "Curriculum") -> Iterator[Found]:
    present = _present(curriculum)
    groups = {group.id for group in curriculum.groups}
    seen: set[str] = set()
    for place, item in enumerate(curriculum.retired):
        for one_id in (item.id, *(unit.id for unit in item.units)):
            if one_id in present or one_id in seen:
                yield "retired", place, f"the id {one_id} stands twice"
            seen.add(one_id)
        if item.group not in groups:
            yield "retired", place, f"item {item.id} is in the unknown group {item.group}"
        marks = (mark for at in item.at.values() for mark in (at.criteria, at.failures, at.rounds))
        if item.requires or item.after or any(marks):
            text = f"item {item.id} is retired, so it waits for nothing and counts towards nothing"
            yield "retired", place, text


def _retired_units(curriculum: "Curriculum") -> Iterator[Found]:
    present = _present(curriculum) | {unit.id for one in curriculum.retired for unit in one.units}
    items = {one.id for one in (*curriculum.items, *curriculum.retired)}
    for place, unit in enumerate(curriculum.retired_units):
        if unit.id in present:
            yield "retired_units", place, f"the id {unit.id} stands twice"
        present.add(unit.id)
        if unit.id.partition("/")[0] not in items:
            yield "retired_units", place, f"the retired {unit.id} is part of an unknown item"


def _present(curriculum: "Curriculum") -> set[str]:
    """Return every id that something of this curriculum has."""
    families = (
        *(curriculum.groups, curriculum.items, curriculum.criteria),
        *(curriculum.rounds, curriculum.principles),
    )
    units = (unit.id for item in curriculum.items for unit in item.units)
    return {*units, *(one.id for family in families for one in family)}
