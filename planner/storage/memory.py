"""A journal that keeps nothing, for the demonstration and for tests."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NoReturn

from planner.core.commands import Change, Retract
from planner.core.language import translate
from planner.storage.line import Record, SetAside
from planner.storage.own import Own
from planner.storage.trouble import NotSaved


class Memory:
    """Behaves as a `Journal` on a disk that never fails and forgets everything at the end."""

    device = "memory"
    read_only = ""
    not_there = ""
    has_news = False
    set_aside: tuple[SetAside, ...] = ()
    notices: tuple[str, ...] = ()
    seen: Mapping[str, int] = {}

    def __init__(self) -> None:
        """Begin with no commands."""
        self._records: list[Record] = []
        self._gestures = 0
        self.own = Own(lambda: self.device)

    @property
    def records(self) -> Sequence[Record]:
        """All commands so far."""
        return tuple(self._records)

    def catch_up(self) -> tuple[Record, ...]:
        """Return nothing: nobody else writes here."""
        return ()

    def reserve(self, records: Iterable[Record]) -> None:
        """Do nothing: nothing comes in here."""

    def bring_in(self, lines: bytes, origin: str) -> NoReturn:
        """Refuse what would have to be kept."""
        del lines, origin
        raise NotSaved(translate("Storage", "Nothing is kept here, so nothing can be brought in."))

    def unsure(self, commands: Sequence[Change | Retract]) -> Sequence[tuple[bytes, Record]]:
        """Return no lines: no try ever fails here."""
        del commands
        return ()

    def elsewhere(
        self, last: Record | None, commands: Sequence[Change | Retract], seen: Mapping[str, int]
    ) -> Sequence[tuple[bytes, Record]]:
        """Return no lines: nothing ever waits here."""
        del last, commands, seen
        return ()

    def start_new(self) -> None:
        """Do nothing: there was no other store."""

    def accept_edits(self) -> tuple[Record, ...]:
        """Return nothing: there is no file that could be edited."""
        return ()

    def append(
        self, commands: Sequence[Change | Retract], seen: Mapping[str, int] | None = None
    ) -> tuple[Record, ...]:
        """Keep the commands of one gesture."""
        del seen
        self._gestures += 1
        at = f"{self._gestures:09}"
        first = len(self._records) + 1
        added = tuple(
            Record(id=f"{self.device}-{n}", command=command, at=at, v=1, sum="")
            for n, command in enumerate(commands, first)
        )
        self._records += added
        return added
