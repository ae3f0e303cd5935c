"""`loopready check`: reads every journal of the store and says what is wrong with it."""

from argparse import Namespace
from collections.abc import Iterator, Mapping

from planner.cli.commands.backups import damaged, newest
from planner.cli.commands.store import is_there
from planner.cli.commands.told import change_text
from planner.cli.failure import Failure, WrongUsage
from planner.cli.output import complain, tell
from planner.cli.parts import Parts
from planner.core.commands import Retract
from planner.core.exchange.words import count, line
from planner.core.wording import refusal_text
from planner.storage.line import Why
from planner.workspace import Workspace

WHYS: Mapping[Why, str] = {
    Why.TORN: "is cut off",
    Why.ZEROS: "holds nothing but zeros",
    Why.NOT_JSON: "is no command",
    Why.BAD_SUM: "was changed after it was written",
    Why.UNKNOWN_KIND: "holds a kind of command that this version does not know",
    Why.NEWER_VERSION: "was written by a newer version of Loopready",
    Why.BROKEN_VALUE: "holds a value that cannot be",
    Why.UNREADABLE: "cannot be read",
}


def check(options: Namespace, parts: Parts) -> None:
    """Print what is wrong, one finding a line, or that nothing is.

    Raises:
        Failure: when anything is wrong.
        StoreError, WrongUsage: when there is no store.
    """
    del options
    if not is_there(parts.folder):
        raise WrongUsage(f"There is no store in {parts.folder}.")
    workspace = parts.open_workspace()
    parts.news(workspace, complain)
    backups = parts.open_backups()
    findings = [*_findings(workspace), *damaged(backups)]
    told = findings or [f"Nothing is wrong in {parts.folder}"]
    tell("\n".join(map(line, [*told, newest(backups)])) + "\n")
    if not findings:
        return
    raise Failure(f"{count(len(findings), 'finding')}; nothing was changed or deleted.")


def _findings(workspace: Workspace) -> Iterator[str]:
    for aside in workspace.set_aside:
        place = f"line {aside.number}" if aside.number else "the file"
        yield f"{aside.file}: {place} {WHYS[aside.why]}; it is set aside"
    for entry, refused in workspace.refused:
        if not isinstance(entry.command, Retract):
            said = change_text(workspace.state, entry.command)
            yield f"{entry.id}: no longer applies: {said}. {refusal_text(refused)}"
    if workspace.read_only:
        yield workspace.read_only
