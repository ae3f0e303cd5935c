"""What comes of commands of several computers that were written without knowing of each other."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TypeVar

from planner.core import commands as c
from planner.core.apply import Entry
from planner.core.knowing import Knowing
from planner.core.state import State
from planner.core.texts import TextName, texts

T = TypeVar("T")

_ABOUT: Mapping[type, str] = {
    c.ChangeItem: "item",
    c.RenameItem: "item",
    c.AddEvidence: "item",
    c.Tick: "target",
    c.WriteStory: "story",
    c.TimeStory: "story",
    c.PlaceStory: "story",
}
"""The commands that are edits of an item or a story, and where they name it."""


def versions(entries: Sequence[Entry], knowing: Knowing) -> Mapping[TextName, tuple[str, ...]]:
    """Return the versions of each text that nobody has decided between, the one that holds last.

    An edit beats a withdrawal that had not seen it; so there may be one version alone, which
    holds although a withdrawal is later.
    """
    found: dict[TextName, tuple[str, ...]] = {}
    for name, written in _by_text(entries).items():
        if len({entry.device for entry, _ in written}) > 1 or _has_doubles(written):
            lasting = _lasting(written, knowing)
            if len(lasting) > 1:
                kept = dict.fromkeys(text for _, text in reversed(lasting) if text)
                found[name] = tuple(reversed(kept)) or ("",)
    return found


def brought_back(state: State, entries: Sequence[Entry], knowing: Knowing) -> Iterator[c.Change]:
    """Yield what brings back stories and mocks that were dropped unseen by who worked on them.

    A mock stays the planned session that it is in the state, whatever plan its writer had.
    """
    drops: dict[str, list[tuple[Entry, bool]]] = {}
    mocks: dict[str, list[tuple[Entry, c.NoteMock | None]]] = {}
    for entry in entries:
        match entry.command:
            case c.DropStory() as drop:
                drops.setdefault(drop.story, []).append((entry, drop.dropped))
            case c.NoteMock() as note:
                mocks.setdefault(note.mock, []).append((entry, note))
            case c.DropMock() as drop:
                mocks.setdefault(drop.mock, []).append((entry, None))
    edits = _edits(entries) if drops else {}
    for story, written in drops.items():
        lasting = [entry for entry, dropped in _lasting(written, knowing) if dropped]
        if written[-1][1] and all(
            _is_beaten(entry, edits.get(story, ()), knowing) for entry in lasting
        ):
            yield c.DropStory(story=story, dropped=False)
    for noted in mocks.values():
        notes = [note for _, note in _lasting(noted, knowing) if note]
        if noted[-1][1] is None and notes:
            yield notes[-1].evolve(code=state.mocks[notes[-1].mock].code or None)


def kept_alive(entries: Sequence[Entry], dead: Collection[str]) -> frozenset[str]:
    """Name the creations that were taken back only by who had not seen edits of theirs."""
    knowing = Knowing(entries)
    kept: set[str] = set()
    living = [entry for entry in entries if entry.name not in dead]
    by_name = {entry.name: entry for entry in living}
    edits, takers = _edits(living), _takers(living)

    @cache
    def is_beaten(deletion: str, about: str) -> bool:
        return _is_beaten(by_name[deletion], edits[about], knowing)

    created: set[str] = set()
    for entry in entries:
        about = _created(entry.command)
        is_dead = entry.name in dead
        if about and about not in created and is_dead:
            by = {*takers.get(entry.id, ()), *takers.get(entry.name, ())}
            if by and about in edits and all(is_beaten(one, about) for one in by):
                kept.add(entry.name)
        if about and (not is_dead or entry.name in kept):
            created.add(about)
    return frozenset(kept)


def _by_text(entries: Iterable[Entry]) -> Mapping[TextName, list[tuple[Entry, str]]]:
    found: dict[TextName, list[tuple[Entry, str]]] = {}
    for entry in entries:
        if not isinstance(entry.command, c.Retract):
            for name, text in texts(entry.command):
                found.setdefault(name, []).append((entry, text))
    return found


def _has_doubles(written: Sequence[tuple[Entry, object]]) -> bool:
    return len({entry.id for entry, _ in written}) < len(written)


def _lasting(written: Iterable[tuple[Entry, T]], knowing: Knowing) -> Sequence[tuple[Entry, T]]:
    """Return what was not written over by who had seen it, in order."""
    lasting: list[tuple[Entry, T]] = []
    for entry, value in written:
        lasting = [one for one in lasting if knowing.apart(one[0], entry)]
        lasting.append((entry, value))
    return lasting


def _is_beaten(deletion: Entry, edits: Iterable[Entry], knowing: Knowing) -> bool:
    return any(knowing.apart(deletion, edit) for edit in edits)


def _takers(entries: Iterable[Entry]) -> Mapping[str, Sequence[str]]:
    """Return the names of the commands that take others back, by what they call those."""
    found: dict[str, list[str]] = {}
    for entry in entries:
        if isinstance(entry.command, c.Retract):
            for taken in entry.command.ids:
                found.setdefault(taken, []).append(entry.name)
    return found


def _edits(entries: Iterable[Entry]) -> Mapping[str, Sequence[Entry]]:
    """Return the commands that work on something, by the item or the story that it belongs to."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        place = _ABOUT.get(type(entry.command))
        named = getattr(entry.command, place) if place else None
        if named is not None:
            found.setdefault(str(named).partition("/")[0], []).append(entry)
    return found


def _created(command: c.Change | c.Retract) -> str:
    """Return what a command makes, or might make, or nothing."""
    match command:
        case c.AddItem():
            return command.id
        case c.WriteStory():
            return command.story
    return ""
