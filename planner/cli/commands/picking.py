"""`loopready pick`: texts that two computers wrote apart, and which version of each to keep."""

from argparse import Namespace
from collections.abc import Iterator, Sequence

from planner.cli.commands.store import ensure_writable, kept, opened
from planner.cli.failure import WrongUsage
from planner.cli.output import tell
from planner.cli.parts import Parts
from planner.core.commands import Change
from planner.core.exchange.text.layout import page
from planner.core.exchange.words import line
from planner.core.screens.choosing import TextChoice, pick, text_choices
from planner.core.state import State


def picks(options: Namespace, parts: Parts) -> None:
    """Show what waits for a choice, or keep one version of each text that is named.

    Raises:
        WrongUsage, Failure, StoreError: when a name or number is unknown, or it was not saved.
    """
    workspace = opened(parts)
    choices = text_choices(workspace.state)
    wanted: Sequence[tuple[str, int]] = options.picked
    if not wanted:
        tell(page(*map(_block, choices)) if choices else "No text waits for a choice.\n")
        return
    changes = list(_changes(workspace.state, choices, wanted))
    ensure_writable(workspace)
    kept(workspace, *changes)
    told = [f"{name}  kept version {number}" for name, number in wanted]
    tell("\n".join([*told, "To take this back: loopready undo"]) + "\n")


def name_of(choice: TextChoice) -> str:
    """Return how a text is named on the command line."""
    return ":".join(choice.name)


def _block(choice: TextChoice) -> Sequence[str]:
    numbered = (f"  {n}  {line(text)}" for n, text in enumerate(choice.versions, 1))
    head = f"{line(choice.title)}, written on two computers"
    return [head, *numbered, f"To keep the first: loopready pick {name_of(choice)}=1"]


def _changes(
    state: State, choices: Sequence[TextChoice], wanted: Sequence[tuple[str, int]]
) -> Iterator[Change]:
    by_name = {name_of(choice): choice for choice in choices}
    for name, number in wanted:
        choice = by_name.pop(name, None)
        if choice is None:
            raise WrongUsage(f"No text {name} waits for a choice; nothing was changed.")
        if number > len(choice.versions):
            raise WrongUsage(
                f"{name} has {len(choice.versions)} versions, no version {number}; "
                "nothing was changed."
            )
        yield pick(state, choice, number - 1)
