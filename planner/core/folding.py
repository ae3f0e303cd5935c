"""The fold of a whole journal: the state that all its commands make, one after the other."""

from collections.abc import Collection, Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from planner.core import commands as c
from planner.core.apply import Entry, more_time, step
from planner.core.refusal import Refused
from planner.core.state import State
from planner.core.succession import carried
from planner.core.ticking import Ticks, tick

if TYPE_CHECKING:
    from planner.core.divided import Divided, OfSession

_WRITTEN = {
    *(c.AddEvidence, c.AddItem, c.RenameItem, c.WriteReview, c.GradeReview),
    *(c.WriteStory, c.DropStory, c.TimeStory, c.PlaceStory, c.NoteMock, c.DropMock),
}
"""The commands in which computers that do not know of each other can work on one text."""

_OF_SESSIONS = {c.Tick, c.LogTime, c.ScoreMock, c.MoveSession, c.NoteMock}

_CREATES = {c.AddItem, c.WriteStory}


def fold(start: State, entries: Sequence[Entry]) -> tuple[State, tuple[tuple[Entry, Refused], ...]]:
    """Return the state after a journal, and the commands that no longer apply.

    `entries` are in order; what is `retracted` is passed over. Ids of earlier
    curricula are taken for those that things have now. Of texts that were written without knowing
    of each other, all are kept in `versions`.
    """
    entries = _in_todays_names(start, entries)
    dead = retracted(entries)
    growing = _Growing(start)
    refused: list[tuple[Entry, Refused]] = []
    written: list[Entry] = []
    divided = _divided(entries, dead)
    for entry in entries:
        if isinstance(entry.command, c.Retract) or (dead and entry.name in dead):
            continue
        kind = type(entry.command)
        try:
            if divided is None or kind not in _OF_SESSIONS:
                growing.take(entry.command)
            else:
                of_session = cast("OfSession", entry.command)
                for command in divided.meant(growing.state, entry, of_session):
                    growing.take(command)
        except Refused as refusal:
            refused.append((entry, refusal))
        else:
            if kind in _WRITTEN:
                written.append(entry)
    state = growing.state
    if len({entry.device for entry in written}) > 1 or _has_doubles(written):
        state = _joined(state, entries, written)
    return state, tuple(refused)


def _divided(entries: Sequence[Entry], dead: Collection[str]) -> "Divided | None":
    """Return what tells codes apart where more than one computer took a plan, else None."""
    plans = [one for one in entries if type(one.command) is c.AcceptPlan and one.name not in dead]
    if len({one.device for one in plans}) < 2:  # noqa: PLR2004 - two computers
        return None
    from planner.core.divided import Divided  # noqa: PLC0415 - most journals are of one computer

    return Divided([one for one in entries if one.name not in dead])


def _in_todays_names(start: State, entries: Sequence[Entry]) -> Sequence[Entry]:
    renames = start.curriculum.renames
    if not renames:
        return entries
    from planner.core.carrying import in_todays_names  # noqa: PLC0415 - most curricula rename none

    name = partial(carried, renames)
    return [one.evolve(command=in_todays_names(one.command, name)) for one in entries]


def retracted(entries: Sequence[Entry]) -> frozenset[str]:
    """Return the names of the commands that count no more.

    They were taken back and not brought back since; an id alone means all that have it. Of several
    that say one line anew the last one counts: who accepts the same change on two computers, or
    changes a line twice, means one command.
    """
    called: set[str] = set()
    for entry in reversed(entries):
        if isinstance(entry.command, c.Retract) and not _is_called(entry, called):
            called.update(entry.command.ids)
    anew = any(entry.of for entry in entries)
    if not called and not anew:
        return frozenset()
    dead = {entry.name for entry in entries if _is_called(entry, called)}
    if anew:
        last = {entry.of: entry for entry in entries if entry.of and entry.name not in dead}
        dead.update(one.name for one in entries if one.of and last.get(one.of) is not one)
    if any(type(entry.command) in _CREATES and entry.name in dead for entry in entries):
        from planner.core import concurrent  # noqa: PLC0415 - few creations are taken back

        dead -= concurrent.kept_alive(entries, dead)
    return frozenset(dead)


def _is_called(entry: Entry, called: Collection[str]) -> bool:
    """Say whether retractions call a command by its name or its id."""
    return bool(called) and (entry.id in called or entry.name in called)


def _joined(state: State, entries: Sequence[Entry], written: Sequence[Entry]) -> State:
    """Return the state with what several computers wrote apart; nothing of it is lost."""
    from planner.core import concurrent, knowing, texts  # noqa: PLC0415 - for shared journals

    known = knowing.Knowing(entries)
    for command in concurrent.brought_back(state, written, known):
        state = step(state, command)
    found = concurrent.versions(written, known)
    there = {name: one for name, one in found.items() if texts.current(state, name) is not None}
    for name, versions in there.items():
        if texts.current(state, name) != versions[-1]:
            state = step(state, texts.writing(state, name, versions[-1]))
    return state.evolve(versions={name: one for name, one in there.items() if len(one) > 1})


def _has_doubles(entries: Sequence[Entry]) -> bool:
    """Say whether two commands have one id, as a copied device id makes them."""
    return len({entry.id for entry in entries}) < len(entries)


class _Growing:
    """A state that takes in command after command.

    Most of them tick something off or log time. Of those that follow each other, all go into one
    pair of mappings, and the state is made when it is asked for.
    """

    def __init__(self, start: State) -> None:
        self._state = start
        self._ticks: Ticks = {}
        self._minutes: dict[str, int] = {}
        self._is_open = False

    @property
    def state(self) -> State:
        """The state after all that was taken in."""
        if self._is_open:
            self._is_open = False
            self._state = self._state.evolve(ticks=self._ticks, minutes=self._minutes)
        return self._state

    def take(self, command: c.Change) -> None:
        """Take a command in.

        Raises:
            Refused: when the rules do not allow it; then nothing of it is taken in.
        """
        if type(command) is c.Tick:
            self._open()
            target, done, on = command.target, command.done, command.on
            tick(self._state, self._ticks, target, done=done, on=on)
        elif type(command) is c.LogTime:
            self._open()
            more_time(self._state, self._minutes, command)
        else:
            self._state = step(self.state, command)

    def _open(self) -> None:
        if not self._is_open:
            self._is_open = True
            self._ticks, self._minutes = dict(self._state.ticks), dict(self._state.minutes)
