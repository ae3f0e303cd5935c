"""`loopready rate`, `estimate`, `add` and `change`: single items, as the user sees them."""

from argparse import Namespace
from collections.abc import Iterable, Sequence

from planner.cli.asked.efforts import Rated, Timed
from planner.cli.commands.store import ensure_writable, kept, opened
from planner.cli.failure import WrongUsage
from planner.cli.output import tell
from planner.cli.parts import Parts
from planner.core.commands import (
    AddItem,
    Change,
    ChangeItem,
    EstimateItem,
    RateItem,
    RateSkill,
    RenameItem,
)
from planner.core.exchange.words import line
from planner.core.state import State
from planner.core.values import Priority, Subject
from planner.core.wording import duration, item_title
from planner.core.wording.from_paper import twice_text
from planner.workspace import Workspace

AGAIN = "The plan stays as it is; to replan: loopready replan. To take this back: loopready undo"


def rate(options: Namespace, parts: Parts) -> None:
    """Rate groups and items as one step.

    Raises:
        Refused, WrongUsage, Failure: when something is unknown, or was not saved.
    """
    wanted: Sequence[Rated] = options.rated
    workspace = opened(parts)
    groups = {one.id: one.title for one in parts.curriculum.groups}
    _once(one.target for one in wanted)
    _do(workspace, [_rating(one, groups) for one in wanted])
    tell_all(f"{_named(workspace.state, one.target, groups)} · {_rated(one)}" for one in wanted)


def estimate(options: Namespace, parts: Parts) -> None:
    """Give items another time as one step.

    Raises:
        Refused, WrongUsage, Failure: when something is unknown, or was not saved.
    """
    wanted: Sequence[Timed] = options.timed
    workspace = opened(parts)
    _once(one.item for one in wanted)
    _do(workspace, [EstimateItem(item=one.item, minutes=one.minutes) for one in wanted])
    tell_all(f"{_named(workspace.state, one.item, {})} · {_timed(one)}" for one in wanted)


def add(options: Namespace, parts: Parts) -> None:
    """Add an item of the user's own, and say by which id it is known.

    Raises:
        Refused, Failure: when what it comes after is unknown, or it was not saved.
    """
    workspace = opened(parts)
    command = AddItem(
        id=f"own.{parts.new_id()}",
        title=options.title,
        subject=options.about or Subject.TECHNICAL,
        minutes=options.minutes,
        priority=options.priority or Priority.IMPORTANT,
        requires=tuple(options.after or ()),
    )
    _do(workspace, [command])
    tell_all([f"{command.id}  {line(command.title)} · {duration(command.minutes)}"])


def change(options: Namespace, parts: Parts) -> None:
    """Change an item of the user's own as one step.

    Raises:
        Refused, WrongUsage, Failure: when it is not an own item, or would wait for itself.
    """
    workspace = opened(parts)
    command = ChangeItem(
        item=options.item,
        subject=options.about,
        minutes=options.minutes,
        priority=options.priority,
        requires=None if options.after is None else tuple(options.after),
    )
    renamed = [RenameItem(item=options.item, title=options.title)] if options.title else []
    if not renamed and command == ChangeItem(item=options.item):
        raise WrongUsage("Say what to change: --title, --about, --minutes, --priority or --after.")
    changed = _do(workspace, [command, *renamed])
    words = "changed" if changed else "is like this already"
    tell_all([f"{options.item}  {_named(workspace.state, options.item, {})} · {words}"])


def tell_all(lines: Iterable[str]) -> None:
    """Print what was done, and how it goes on."""
    tell("\n".join([*lines, AGAIN]) + "\n")


def _do(workspace: Workspace, changes: Sequence[Change]) -> bool:
    ensure_writable(workspace)
    return kept(workspace, *changes)


def _once(names: Iterable[str]) -> None:
    found = list(names)
    double = sorted({name for name in found if found.count(name) > 1})
    if double:
        raise WrongUsage(f"{twice_text(double)} Nothing was changed.")


def _rating(one: Rated, groups: Iterable[str]) -> Change:
    if one.target not in groups:
        return RateItem(item=one.target, rating=one.rating)
    if one.rating is None:
        raise WrongUsage(f"{one.target} is a group itself; choose new, working or strong.")
    return RateSkill(group=one.target, rating=one.rating)


def _named(state: State, target: str, groups: dict[str, str]) -> str:
    return line(groups.get(target) or item_title(state, target))


def _rated(one: Rated) -> str:
    return f"rated {one.rating.value}" if one.rating else "rated as its group"


def _timed(one: Timed) -> str:
    return duration(one.minutes) if one.minutes else "our estimate"
