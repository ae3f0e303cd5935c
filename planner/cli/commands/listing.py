"""`loopready import` of a checklist: ticks on our own lists, or items of somebody else's."""

from argparse import Namespace

from planner.cli.commands.store import ensure_writable, kept, opened_with_plan
from planner.cli.failure import WrongUsage
from planner.cli.output import tell
from planner.cli.parts import Parts
from planner.core.listed import UnfitListError, brought
from planner.storage.document.lists import read_list
from planner.storage.trouble import DocumentError


def take_in(options: Namespace, parts: Parts) -> None:
    """Show what a checklist says, and take it in as one step where that is wanted.

    Raises:
        WrongUsage: when it cannot be used, or the store cannot be written.
        Failure: when it was not saved.
    """
    try:
        found = read_list(options.file)
        workspace = opened_with_plan(parts)
        brings = brought(
            workspace.state,
            found.lines,
            parts.new_id,
            parts.today,
            guessed=found.guessed,
            unused=found.unused,
        )
    except (DocumentError, UnfitListError) as error:
        raise WrongUsage(f"{error} Nothing was changed.") from error
    told = list(brings.told)
    if brings.commands and not options.yes:
        told.append("Nothing was changed; add --yes to take it in.")
    elif brings.commands:
        ensure_writable(workspace)
        kept(workspace, *brings.commands)
        told.append("Taken in. To take this back: loopready undo")
    tell("\n".join(told) + "\n")
