"""`loopready done` and `loopready undo`: tick off from paper, and take that back."""

from argparse import Namespace
from collections.abc import Iterator, Sequence

from planner.cli.commands.store import ensure_saved, ensure_writable, kept, opened, opened_with_plan
from planner.cli.commands.told import change_text, target_title
from planner.cli.failure import Failure, WrongUsage
from planner.cli.output import tell
from planner.cli.parts import Parts
from planner.core import progress
from planner.core.curriculum import Item
from planner.core.exchange.words import line
from planner.core.from_paper import (
    Noted,
    UnclearNoteError,
    read_notes,
    understood,
)
from planner.core.state import State
from planner.core.values import Subject
from planner.core.wording import session_minutes
from planner.core.wording.from_paper import trouble_text

_ASK = {Subject.READING, Subject.TECHNICAL, Subject.LEADERSHIP}
"""What a line of evidence is asked for."""


def done(options: Namespace, parts: Parts) -> None:
    """Tick off everything that is named as one step, or nothing of it.

    Raises:
        WrongUsage: when something is unknown or named twice.
        Failure: when it could not be saved.
    """
    wanted = _read(options.done)
    workspace = opened_with_plan(parts)
    before = workspace.state
    found = understood(before, wanted, parts.today)
    if not found.is_clear:
        raise WrongUsage(f"{trouble_text(found)} Nothing was ticked off.")
    ensure_writable(workspace)
    kept(workspace, *found.commands)
    lines = [_said(before, workspace.state, one) for one in wanted]
    lines += _asked(before, workspace.state)
    if workspace.state is not before:
        lines.append("To take this back: loopready undo")
    tell("\n".join(lines) + "\n")


def undo(options: Namespace, parts: Parts) -> None:
    """Take the last step of this computer back, and name it.

    Raises:
        Failure: when there is nothing to take back, or it could not be saved.
    """
    del options
    workspace = opened(parts)
    ensure_writable(workspace)
    before = workspace.state
    changes = workspace.undo()
    ensure_saved(workspace)
    if changes is None:
        raise Failure("There is nothing to take back.")
    lines = [f"  {change_text(before, change)}" for change in changes]
    tell("\n".join(["Taken back:", *lines]) + "\n")


def _read(words: Sequence[str]) -> Sequence[Noted]:
    try:
        return [one for part in _parts(words) for one in read_notes(part)]
    except UnclearNoteError as error:
        told = str(error)
        raise WrongUsage(f"{told[:1].upper()}{told[1:]}.") from error


def _parts(words: Sequence[str]) -> Sequence[str]:
    """Return the words as one note, since a shell parts what was noted with spaces."""
    return [" ".join(words)] if all(one.strip() for one in words) else words


def _asked(before: State, after: State) -> Iterator[str]:
    """Yield the way to the line of evidence for each item that is done now and has none yet."""
    for item in after.items():
        is_new = _is_done(after, item) and not _is_done(before, item)
        if is_new and item.subject in _ASK and item.id not in after.evidence:
            yield (
                f"What can you show for {line(item.title)}? "
                f'loopready evidence {item.id} "…" (without a line it counts half)'
            )


def _is_done(state: State, item: Item) -> bool:
    return progress.item_done(state, item) is progress.Done.DONE


def _said(before: State, after: State, one: Noted) -> str:
    took = after.minutes.get(one.target)
    known = one.target in before.ticks
    words = [f"{one.target}  {target_title(after, one.target)}"]
    words.append("was done already" if known else "done")
    if took is not None:
        words.append(f"{session_minutes(took)} logged")
    return " · ".join(words)
