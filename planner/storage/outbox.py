"""Commands on their way to the disk: written at once, or kept in order until it takes them."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, takewhile
from typing import TypeVar

from planner.core.apply import Entry
from planner.core.commands import Change, Retract
from planner.storage.journal import Journal
from planner.storage.line import Record, check
from planner.storage.memory import Memory
from planner.storage.rescue import lacking
from planner.storage.steps import gestures
from planner.storage.trouble import NotSaved

T = TypeVar("T")


class Outbox:
    """Adds gestures to a journal. One that waits has ids of its own until it is on the disk.

    What waits can be kept elsewhere as lines of a journal. From then on it has the ids of those
    lines, and the lines themselves are what the disk gets in the end, so nothing comes in twice.
    """

    def __init__(self, journal: Journal | Memory, renamed: Callable[[], object] = bool) -> None:
        """Begin with nothing that waits; call `renamed` when what waits gets other ids."""
        self._journal = journal
        self._renamed = renamed
        self._waiting: list[Sequence[Entry]] = []
        self._given = 0
        self._names: dict[str, str] = {}
        self._lines: dict[str, bytes] = {}
        self._last: Record | None = None
        self._elsewhere: set[str] = set()
        self._kept: set[str] = set()
        self.news: list[Record] = []
        """What was read of others on the way, for whoever empties it."""
        self.unsaved = ""
        """Why commands wait, in one sentence; nothing while all are on the disk."""

    @property
    def waiting(self) -> tuple[Change | Retract, ...]:
        """The commands that wait, in order."""
        return tuple(entry.command for gesture in self._waiting for entry in gesture)

    @property
    def unkept(self) -> int:
        """How many of the commands that wait are kept nowhere."""
        return sum(one.id not in self._kept for gesture in self._waiting for one in gesture)

    def keep(self, keep: Callable[[bytes], T]) -> T:
        """Hand all that waits to a function that keeps lines elsewhere, and return its answer."""
        for place, gesture in enumerate(self._waiting):
            if gesture[0].id not in self._lines:
                self._waiting[place] = self._fixed(gesture)
        self._renamed()
        waiting = [one.id for gesture in self._waiting for one in gesture]
        answer = keep(b"".join(self._lines[one] for one in waiting))
        self._kept.update(waiting)
        return answer

    def take_back(self, lines: bytes) -> int:
        """Put lines that were kept elsewhere into the store, and say how many it did not have.

        Raises:
            NotSaved: when that failed; then nothing is changed.
        """
        missing = lacking(lines, self._journal.records)
        if missing:
            self._journal.bring_in(b"".join(missing), "rescued")
        return len(missing)

    def append(self, commands: Sequence[Change | Retract]) -> Sequence[Entry]:
        """Write a gesture, or let it wait behind the others.

        Raises:
            ValueError: when it could never be written.
        """
        named = [self._named(command) for command in commands]
        if not self._waiting:
            try:
                return self._journal.append(named)
            except NotSaved as trouble:
                self.unsaved = str(trouble)
        for command in named:
            check(command)
        seen = dict(self._journal.seen)
        if self._last is not None:
            seen[self._last.device] = self._last.n
        entries = tuple(
            Entry(f"unsaved-{n}", one, seen) for n, one in enumerate(named, self._given)
        )
        self._given += len(entries)
        self._waiting.append(entries)
        return entries

    def write_waiting(self) -> bool:
        """Write what waits, in order, as far as the disk takes it; say whether it took any."""
        took = False
        self.unsaved = ""
        while self._waiting:
            try:
                self._write_next()
            except NotSaved as trouble:
                self.unsaved = str(trouble)
                break
            took = True
        return took

    def entries(self) -> list[Entry]:
        """Return every command, on the disk or waiting, in the order they are folded.

        What waits may have been found on the disk meanwhile.
        """
        records = self._journal.records
        pending = [entry for gesture in self._pending() for entry in gesture]
        known = {one.name for one in records} if pending else set()
        return [*records, *(one for one in pending if one.name not in known)]

    def gestures(self) -> list[Sequence[Entry]]:
        """Return the gestures made on this computer."""
        own = self._journal.own
        devices = {*own.devices, *self._elsewhere}
        told = gestures(self._journal.records, devices, own.lines)
        return [*told, *self._pending()]

    def _write_next(self) -> None:
        """Write the first gesture that waits, or all lines that are kept elsewhere at once."""
        fixed = list(takewhile(lambda gesture: gesture[0].id in self._lines, self._waiting))
        if fixed:
            lines = b"".join(self._lines[one.id] for one in chain(*fixed))
            self._journal.bring_in(lines, "rescued")
            del self._waiting[: len(fixed)]
            self.news += (
                one for one in self._journal.catch_up() if one.device not in self._elsewhere
            )
            return
        gesture = self._waiting[0]
        named = [self._named(entry.command) for entry in gesture]
        self._name(gesture, self._journal.append(named, gesture[0].seen))
        del self._waiting[0]

    def _fixed(self, gesture: Sequence[Entry]) -> Sequence[Record]:
        """Return a gesture as it will be on any disk."""
        named = [self._named(entry.command) for entry in gesture]
        drafts = self._journal.unsure(named)
        if not drafts:
            drafts = self._journal.elsewhere(self._last, named, gesture[0].seen)
            self._last = drafts[-1][1]
            self._elsewhere.add(self._last.device)
        records = [record for _, record in drafts]
        self._name(gesture, records)
        self._lines |= {record.id: line for line, record in drafts}
        return records

    def _name(self, gesture: Sequence[Entry], records: Sequence[Record]) -> None:
        self._names |= {old.name: new.name for old, new in zip(gesture, records, strict=True)}

    def _pending(self) -> Iterator[Sequence[Entry]]:
        for gesture in self._waiting:
            yield tuple(one.evolve(command=self._named(one.command)) for one in gesture)

    def _named(self, command: Change | Retract) -> Change | Retract:
        """Return a command with what those that it takes back are called on the disk."""
        if not isinstance(command, Retract):
            return command
        return command.evolve(ids=tuple(self._names.get(one, one) for one in command.ids))
