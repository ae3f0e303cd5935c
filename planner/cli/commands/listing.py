"""`loopready import` of a checklist: ticks on our own lists, or items of somebody else's."""

from argparse import Namespace
from collections.abc import Iterator, Sequence

from planner.cli.commands.store import ensure_writable, kept, opened_with_plan
from planner.cli.commands.told import target_title
from planner.cli.failure import WrongUsage
from planner.cli.output import tell
from planner.cli.parts import Parts
from planner.core.exchange.words import count, line
from planner.core.from_paper import understood
from planner.core.listed import Draft, Matched, drafts, matched, own_items
from planner.core.listed.drafts import MOST
from planner.core.state import State
from planner.core.wording import duration
from planner.storage.document.lists import ReadList, read_list
from planner.storage.trouble import DocumentError

_SHOWN = 40


def take_in(options: Namespace, parts: Parts) -> None:
    """Show what a checklist says, and take it in as one step where that is wanted.

    Raises:
        WrongUsage: when it cannot be used, or the store cannot be written.
        Failure: when it was not saved.
    """
    try:
        found = read_list(options.file)
    except DocumentError as error:
        raise WrongUsage(f"{error} Nothing was changed.") from error
    workspace = opened_with_plan(parts)
    state = workspace.state
    says = matched(state, found.lines)
    if says.ours:
        told = [*_guess(found), *_ticks(state, says)]
        commands = understood(state, says.notes, parts.today).commands
    else:
        if says.strange and all(one.target or one.text[:1] == "W" for one in found.lines):
            raise WrongUsage("This list is of another plan. Nothing was changed.")
        wanted = drafts(state, found.lines)
        if len(wanted) > MOST:
            raise WrongUsage(f"The list has more than {MOST} items. Nothing was changed.")
        told = [*_guess(found), *_items(wanted)]
        commands = own_items(wanted, parts.new_id, parts.today)
    if commands and not options.yes:
        told.append("Nothing was changed; add --yes to take it in.")
    elif commands:
        ensure_writable(workspace)
        kept(workspace, *commands)
        told.append("Taken in. To take this back: loopready undo")
    tell("\n".join(told) + "\n")


def _guess(found: ReadList) -> Iterator[str]:
    if found.guessed:
        yield "The file is not UTF-8; it was read as Windows text, so look at the names."


def _ticks(state: State, says: Matched) -> Iterator[str]:
    yield f"{count(len(says.notes), 'tick')} to take in, {says.known} here already"
    yield from _some(
        [
            f"  {note.target}  {target_title(state, note.target)}"
            + (f" · {duration(note.minutes)}" if note.minutes else "")
            for note in says.notes
        ]
    )
    if says.strange:
        yield f"{count(len(says.strange), 'ticked line')} not of this plan:"
        yield from _some([f"  {line(one)}" for one in says.strange])


def _items(wanted: Sequence[Draft]) -> Iterator[str]:
    yield f"{count(len(wanted), 'item')} of your own to add"
    yield from _some(
        [
            f"  {line(one.title)} · {duration(one.minutes)}{' · done' if one.done else ''}"
            for one in wanted
        ]
    )


def _some(lines: Sequence[str]) -> Iterator[str]:
    yield from lines[:_SHOWN]
    if len(lines) > _SHOWN:
        yield f"  and {len(lines) - _SHOWN} more"
