"""The rows of the checklist as numbered nodes of a tree."""

from dataclasses import dataclass, replace

from planner.core.readiness import Share
from planner.core.screens.checklist import ChecklistScreen, ItemRow, Section, UnitRow

ROOT = -1


@dataclass(frozen=True, slots=True)
class Head:
    """The heading of a section."""

    id: str
    title: str
    share: Share


Row = Head | ItemRow | UnitRow


@dataclass(slots=True)
class Node:
    """A row, its place under its parent, and the numbers of the nodes below it."""

    row: Row
    parent: int
    place: int
    below: list[int]


def nodes_of(screen: ChecklistScreen) -> list[Node]:
    """Return the sections with their items and units below them; an item's row is without units."""
    nodes: list[Node] = []

    def add(row: Row, parent: int, place: int) -> int:
        nodes.append(Node(row, parent, place, []))
        if parent != ROOT:
            nodes[parent].below.append(len(nodes) - 1)
        return len(nodes) - 1

    for at, section in enumerate(screen.sections):
        head = add(head_of(section), ROOT, at)
        for place, row in enumerate(section.rows):
            item = add(alone(row), head, place)
            for number, unit in enumerate(row.units):
                add(unit, item, number)
    return nodes


def head_of(section: Section) -> Head:
    """Return the heading of a section."""
    return Head(section.id, section.title, section.share)


def alone(row: ItemRow) -> ItemRow:
    """Return an item's row without its units."""
    return replace(row, units=()) if row.units else row


def changed_rows(old: ChecklistScreen, new: ChecklistScreen) -> list[ItemRow] | None:
    """Return the items that may differ from those in their places before, with their units.

    None says that rows came, went or changed their places.
    """
    if [one.id for one in old.sections] != [one.id for one in new.sections]:
        return None
    changed: list[ItemRow] = []
    for before, after in zip(old.sections, new.sections, strict=True):
        if len(before.rows) != len(after.rows):
            return None
        both = zip(before.rows, after.rows, strict=True)
        differing = [(was, now) for was, now in both if now is not was]
        if any(_ids(was) != _ids(now) for was, now in differing):
            return None
        changed += [now for _, now in differing]
    return changed


def _ids(row: ItemRow) -> tuple[str, ...]:
    return (row.id, *(unit.id for unit in row.units))
