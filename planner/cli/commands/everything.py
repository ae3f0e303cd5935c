"""`loopready export --everything` and `loopready import`: all there is, out and in again."""

from argparse import Namespace
from datetime import date

from planner.cli.commands import listing, showing
from planner.cli.commands.store import ensure_saved, ensure_writable, opened, warn
from planner.cli.failure import Failure, WrongUsage
from planner.cli.output import deliver, tell
from planner.cli.parts import Parts
from planner.core.exchange.words import line
from planner.core.screens.taking import Taking
from planner.core.wording.backups import figures
from planner.core.wording.importing import refused_text, taking_text
from planner.storage.backup.keeping import Kind
from planner.storage.document.lists import is_list
from planner.storage.document.merging import taking
from planner.storage.document.reading import read_document
from planner.storage.document.writing import everything
from planner.storage.trouble import DocumentError, NotSaved


def export(options: Namespace, parts: Parts) -> None:
    """Write the accepted plan, or everything where that is asked for.

    Raises:
        Refused, WrongUsage, Failure, StoreError: when that is not possible.
    """
    if not options.everything:
        showing.show(options, parts)
        return
    others = (
        *(options.paper, options.discreet, options.landscape, options.large),
        *(options.hide_done, options.weeks, options.weeks_a_page),
    )
    if options.format not in {None, "json"} or any(others):
        raise WrongUsage("Everything is written as JSON; leave options of other forms out.")
    workspace = opened(parts)
    if workspace.hidden:
        raise Failure(f"Nothing was written. {workspace.hidden}")
    try:
        content = everything(workspace.records, workspace.state, parts.today)
    except DocumentError as error:
        raise Failure(str(error)) from error
    deliver(content, options.output)


def take_in(options: Namespace, parts: Parts) -> None:
    """Show what taking a document in would change; take it in as one step where that is wanted.

    Raises:
        WrongUsage: when it cannot be used, or the store cannot be written.
        Failure: when it was not saved.
    """
    if is_list(options.file):
        listing.take_in(options, parts)
        return
    try:
        found = read_document(options.file)
    except DocumentError as error:
        raise WrongUsage(f"{error} Nothing was changed.") from error
    workspace = parts.open_workspace()
    warn(workspace)
    looked = taking(found.content, workspace.state, workspace.records)
    name, head = line(str(options.file)), found.header
    told = [
        f"{name}, written on {head.written} by Loopready {line(head.program)}",
        *_preview(looked),
    ]
    if not looked.new:
        tell("\n".join(told) + "\n")
    elif not options.yes:
        told.append("Nothing was changed; add --yes to take it in.")
        tell("\n".join(told) + "\n")
    else:
        ensure_writable(workspace)
        try:
            parts.open_backups().take(Kind.BEFORE_IMPORT)
            workspace.merge(found.content)
        except NotSaved as trouble:
            raise Failure(f"Nothing was imported. {trouble}") from trouble
        ensure_saved(workspace)
        tell("\n".join([*told, "Taken in. To take this back: loopready undo"]) + "\n")


def _preview(looked: Taking) -> list[str]:
    lines = [taking_text(looked), f"  now    {figures(looked.now, date.isoformat)}"]
    if looked.new:
        lines.append(f"  after  {figures(looked.after, date.isoformat)}")
    if looked.refused:
        lines.append(refused_text(looked))
    return lines
