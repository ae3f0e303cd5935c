"""The rows of the checklist as numbered nodes of a tree."""

from dataclasses import dataclass, replace

from planner.core.readiness import Share
from planner.core.screens.checklist import ChecklistScreen, ItemRow, UnitRow

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

    @property
    def key(self) -> tuple[str, int]:
        """What makes it the same node in another checklist."""
        return self.row.id, self.parent


def nodes_of(screen: ChecklistScreen) -> list[Node]:
    """Return the sections with their items and units below them; an item's row is without units."""
    nodes: list[Node] = []

    def add(row: Row, parent: int, place: int) -> int:
        nodes.append(Node(row, parent, place, []))
        if parent != ROOT:
            nodes[parent].below.append(len(nodes) - 1)
        return len(nodes) - 1

    for at, section in enumerate(screen.sections):
        head = add(Head(section.id, section.title, section.share), ROOT, at)
        for place, row in enumerate(section.rows):
            item = add(replace(row, units=()), head, place)
            for number, unit in enumerate(row.units):
                add(unit, item, number)
    return nodes
