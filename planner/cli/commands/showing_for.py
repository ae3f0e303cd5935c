"""`loopready evidence`: the line that says what the candidate can show for an item."""

from argparse import Namespace

from planner.cli.commands.store import ensure_writable, kept, opened
from planner.cli.entered import entered
from planner.cli.output import tell
from planner.cli.parts import Parts
from planner.core.commands import AddEvidence
from planner.core.exchange.words import line
from planner.core.wording import item_title


def evidence(options: Namespace, parts: Parts) -> None:
    """Write the line of an item; an empty one withdraws it.

    Raises:
        Refused, WrongUsage, Failure: when the item is unknown, or the line was not saved.
    """
    workspace = opened(parts)
    values = {"item": options.item, "text": options.text}
    command = entered(AddEvidence, values, "The line was not written: {why}.")
    ensure_writable(workspace)
    kept(workspace, command)
    title = line(item_title(workspace.state, command.item))
    said = f"“{line(command.text)}”" if command.text else "no line of evidence any more"
    tell(f"{title} · {said}\nTo take this back: loopready undo\n")
