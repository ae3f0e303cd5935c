"""`loopready check`: reads every journal of the store and says what is wrong with it."""

from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence

from planner.cli.commands.backups import damaged, newest
from planner.cli.commands.store import ensure_writable, found
from planner.cli.commands.told import change_text
from planner.cli.failure import Failure, WrongUsage
from planner.cli.output import complain, tell
from planner.cli.parts import Parts
from planner.core.commands import Retract
from planner.core.exchange.words import count, line
from planner.core.screens.choosing import text_choices
from planner.core.state import State
from planner.core.wording import refusal_text
from planner.storage.line import SetAside, Why
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
    Why.SLOW: "takes too long to read; what is known of it from before stands in",
}


def check(options: Namespace, parts: Parts) -> None:
    """Print what is wrong, one finding a line, or that nothing is.

    Raises:
        Failure: when anything is wrong.
        StoreError, WrongUsage: when there is no store.
    """
    workspace = found(parts)
    if workspace is None:
        raise WrongUsage(f"There is no store in {parts.folder}.")
    parts.news(workspace, complain)
    accepted = _accepted(workspace) if options.accept_edits else []
    backups = parts.open_backups()
    findings = [*_findings(workspace), *damaged(backups)]
    told = findings or [f"Nothing is wrong in {parts.folder}"]
    tell("\n".join(map(line, [*accepted, *told, newest(backups)])) + "\n")
    if not findings:
        return
    end = "; nothing was deleted" if accepted else "; nothing was changed or deleted"
    raise Failure(f"{count(len(findings), 'finding')}{end}.")


def _accepted(workspace: Workspace) -> Sequence[str]:
    ensure_writable(workspace)
    return [
        f"{one.id}: accepted as it was changed: {change_text(workspace.state, one.command)}"
        for one in workspace.accept_edits()
    ]


def _findings(workspace: Workspace) -> Iterator[str]:
    state = workspace.state
    for aside in workspace.set_aside:
        place = f"line {aside.number}" if aside.number else "the file"
        yield f"{aside.file}: {place} {WHYS[aside.why]}; it is set aside{_says(state, aside)}"
    for entry, refused in workspace.refused:
        if not isinstance(entry.command, Retract):
            said = change_text(state, entry.command)
            yield f"{entry.id}: no longer applies: {said}. {refusal_text(refused)}"
    for choice in text_choices(state):
        yield f"{choice.title}: {len(choice.versions)} versions; loopready pick shows them"
    yield from workspace.notices
    if workspace.read_only:
        yield workspace.read_only


def _says(state: State, aside: SetAside) -> str:
    if aside.says is None:
        return ""
    said = change_text(state, aside.says.command)
    return f"; it says now: {said}; loopready check --accept-edits takes it so"
