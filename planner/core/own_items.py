"""Items of one's own: made, changed, and never waiting for each other in a circle."""

from collections.abc import Iterable, Mapping

from planner.core.commands import AddItem, ChangeItem
from planner.core.curriculum import AtLevel, Hours, Item
from planner.core.graph import find_cycle
from planner.core.refusal import Refusal, Refused
from planner.core.state import State
from planner.core.values import Level, Priority


def added(state: State, command: AddItem) -> Mapping[str, Item]:
    """Return the own items with one more.

    Raises:
        Refused: when the id is taken, or what it requires is unknown.
    """
    if state.item(command.id) is not None:
        raise Refused(Refusal.ID_TAKEN, command.id)
    item = Item(
        id=command.id,
        label=command.title,
        title=command.title,
        group="own",
        area=_area(command.subject),
        subject=command.subject,
        origin="own",
        requires=_needs(state, command.id, command.requires),
        at=_at(command.minutes, command.priority),
    )
    return {**state.own, item.id: item}


def changed(state: State, command: ChangeItem) -> Mapping[str, Item]:
    """Return the own items with one changed.

    Raises:
        Refused: when it is not an own item, what it requires is unknown, or a circle would arise.
    """
    item = own_item(state, command.item)
    now = next(iter(item.at.values()))
    if command.subject is not None:
        item = item.evolve(subject=command.subject, area=_area(command.subject))
    if command.requires is not None:
        item = item.evolve(requires=_needs(state, item.id, command.requires))
    minutes = command.minutes or round(60 * now.hours.new)
    item = item.evolve(at=_at(minutes, command.priority or now.priority))
    return {**state.own, item.id: item}


def renamed(state: State, item_id: str, title: str) -> Mapping[str, Item]:
    """Return the own items with another title for one.

    Raises:
        Refused: when it is not an own item.
    """
    item = own_item(state, item_id).evolve(label=title, title=title)
    return {**state.own, item_id: item}


def own_item(state: State, item_id: str) -> Item:
    """Return an item of the user's own.

    Raises:
        Refused: when it belongs to the guide, or is unknown.
    """
    item = state.item(item_id)
    if item is None:
        raise Refused(Refusal.UNKNOWN_ITEM, item_id)
    if item_id not in state.own:
        raise Refused(Refusal.NOT_OWN, item.title)
    return item


def circle(state: State, item_id: str, requires: Iterable[str]) -> tuple[str, ...]:
    """Return the items that would wait for each other, first and last the same, or nothing."""
    others = {name: item.requires for name, item in state.own.items() if name != item_id}
    return find_cycle({item_id: tuple(requires), **others})


def _needs(state: State, item_id: str, requires: Iterable[str]) -> tuple[str, ...]:
    wanted = tuple(dict.fromkeys(requires))
    if not wanted:
        return ()
    for other in wanted:
        if other != item_id and state.item(other) is None:
            raise Refused(Refusal.UNKNOWN_ITEM, other)
    found = circle(state, item_id, wanted)
    if found:
        raise Refused(Refusal.CIRCLE, " → ".join(_title(state, one) for one in found))
    return wanted


def _title(state: State, item_id: str) -> str:
    item = state.item(item_id)
    return item.title if item else item_id


def _area(subject: str) -> str:
    return f"own-{subject}"


def _at(minutes: int, priority: Priority) -> Mapping[Level, AtLevel]:
    hours = minutes / 60
    at = AtLevel(hours=Hours(new=hours, working=hours, strong=hours), priority=priority)
    return dict.fromkeys(Level, at)
