"""Commands on their way to the disk: written at once, or kept in order until it takes them."""

from collections.abc import Iterator, Sequence

from planner.core.apply import Entry
from planner.core.commands import Change, Retract
from planner.storage.journal import Journal
from planner.storage.line import check
from planner.storage.memory import Memory
from planner.storage.steps import gestures
from planner.storage.trouble import NotSaved


class Outbox:
    """Adds gestures to a journal. One that waits has ids of its own until it is on the disk."""

    def __init__(self, journal: Journal | Memory) -> None:
        """Begin with nothing that waits."""
        self._journal = journal
        self._waiting: list[Sequence[Entry]] = []
        self._given = 0
        self._ids: dict[str, str] = {}
        self.unsaved = ""
        """Why commands wait, in one sentence; nothing while all are on the disk."""

    @property
    def waiting(self) -> tuple[Change | Retract, ...]:
        """The commands that wait, in order."""
        return tuple(entry.command for gesture in self._waiting for entry in gesture)

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
        seen = self._journal.seen
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
            gesture = self._waiting[0]
            try:
                named = [self._named(entry.command) for entry in gesture]
                records = self._journal.append(named, gesture[0].seen)
            except NotSaved as trouble:
                self.unsaved = str(trouble)
                break
            self._ids |= {old.id: new.id for old, new in zip(gesture, records, strict=True)}
            del self._waiting[0]
            took = True
        return took

    def entries(self) -> list[Entry]:
        """Return every command, on the disk or waiting, in the order they are folded."""
        pending = (entry for gesture in self._pending() for entry in gesture)
        return [*self._journal.records, *pending]

    def gestures(self) -> list[Sequence[Entry]]:
        """Return the gestures made on this computer."""
        return [*gestures(self._journal.records, self._journal.device), *self._pending()]

    def _pending(self) -> Iterator[Sequence[Entry]]:
        for gesture in self._waiting:
            yield tuple(one.evolve(command=self._named(one.command)) for one in gesture)

    def _named(self, command: Change | Retract) -> Change | Retract:
        """Return a command by the ids that those it names have on the disk."""
        if not isinstance(command, Retract):
            return command
        return command.evolve(ids=tuple(self._ids.get(one, one) for one in command.ids))
