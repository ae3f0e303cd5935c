"""What taking a list in would come to: what to tell of it first, and the commands."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial

from planner.core.commands import Change
from planner.core.effort import SHORTEST
from planner.core.exchange.words import line
from planner.core.from_paper import CODE, Noted, understood
from planner.core.language import translate
from planner.core.listed.drafts import MOST, Draft, drafts, own_items
from planner.core.listed.lines import Listed
from planner.core.listed.matching import Matched, matched
from planner.core.state import State
from planner.core.values import Fact
from planner.core.wording import duration, session_minutes
from planner.core.wording.titles import target_title

_SHOWN, _MOST_NAMES = 40, 8
_ID = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:/\S+)?", re.ASCII)
_tr = partial(translate, "Listed")


class UnfitListError(ValueError):
    """A list that cannot be taken in; the message is a sentence."""


class Brought(Fact, frozen=True):
    """What a list brings, in lines for the user, and the commands of it, which are one gesture."""

    told: tuple[str, ...]
    commands: tuple[Change, ...]


def brought(
    state: State,
    lines: Sequence[Listed],
    new_id: Callable[[], str],
    today: date,
    *,
    guessed: bool = False,
    unused: Sequence[str] = (),
) -> Brought:
    """Return what a list brings: ticks where it is of this store, else items of one's own.

    `guessed` says that its encoding is only likely, `unused` are the columns of a table from which
    nothing is taken.

    Raises:
        UnfitListError: when it is of another plan, or longer than any list of a person.
    """
    notice = [_tr("The file is not UTF-8; it was read as Windows text, so look at the names.")]
    told = notice if guessed else []
    says = matched(state, lines)
    if says.ours:
        commands = understood(state, says.notes, today).commands
        return Brought((*told, *_ticks(state, says)), commands)
    tasks = [one for one in lines if one.has_box]
    if tasks and all(_is_named_as_ours(one) for one in tasks):
        raise UnfitListError(_tr("This list is of another plan."))
    wanted = drafts(state, lines)
    if len(wanted) > MOST:
        raise UnfitListError(_tr("The list has more than %n item(s).", n=MOST))
    return Brought((*told, *_items(wanted, unused)), own_items(wanted, new_id, today))


def _is_named_as_ours(one: Listed) -> bool:
    """Say whether a line begins with the code of a session, or has an id in its column."""
    return CODE.match(one.target or one.text) is not None or _ID.fullmatch(one.target) is not None


def _ticks(state: State, says: Matched) -> Iterator[str]:
    yield _tr("%n tick(s) to take in, {known} here already", n=len(says.notes)).format(
        known=says.known
    )
    if len(says.strange) > len(says.notes) + says.known:
        yield _tr("Most ticked lines are of another plan; these have code and title of this one:")
    yield from _some([_tick(state, note) for note in says.notes])
    if says.strange:
        yield _tr("%n ticked line(s) not of this plan:", n=len(says.strange))
        yield from _some([f"  {line(one)}" for one in says.strange])


def _tick(state: State, note: Noted) -> str:
    took = f" · {session_minutes(note.minutes)}" if note.minutes else ""
    return f"  {note.target}  {line(target_title(state, note.target))}{took}"


def _items(wanted: Sequence[Draft], unused: Sequence[str]) -> Iterator[str]:
    yield _tr("%n item(s) of your own to add", n=len(wanted))
    raised = sum(one.is_raised for one in wanted)
    if raised:
        yield _tr(
            "%n item(s) (takes|take) less than {least} in the list and (gets|get) that; where "
            "hours are meant, name the column “hours”.",
            n=raised,
            least=duration(SHORTEST),
        )
    if unused:
        names = [f"“{one}”" for one in unused[:_MOST_NAMES]]
        if len(unused) > _MOST_NAMES:
            names.append(_tr("%n more", n=len(unused) - _MOST_NAMES))
        yield _tr(
            "Nothing is taken from %n column(s): {names}.", n=len(unused), names=", ".join(names)
        )
    yield from _some(
        [
            f"  {line(one.title)} · {duration(one.minutes)}"
            f"{' · ' + _tr('done') if one.done else ''}"
            for one in wanted
        ]
    )


def _some(lines: Sequence[str]) -> Iterator[str]:
    yield from lines[:_SHOWN]
    if len(lines) > _SHOWN:
        yield "  " + _tr("and {number} more").format(number=len(lines) - _SHOWN)
