"""The journal: every command of every computer, read from all files of the store's folder."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from hashlib import sha256
from itertools import takewhile
from pathlib import Path

from planner.core.commands import Change, Retract
from planner.storage.appending import append
from planner.storage.clock import next_stamp
from planner.storage.device import Device
from planner.storage.disk import make_folder
from planner.storage.files import write_whole
from planner.storage.folder import Folder
from planner.storage.known import Known
from planner.storage.line import Record, SetAside, encode
from planner.storage.lock import TurnLock
from planner.storage.reading import Key, Turn, key_of
from planner.storage.records import Records
from planner.storage.trouble import NotSaved, not_saved

Draft = tuple[bytes, Record]


class Journal:
    """The commands on disk, of which this computer only adds to its own file.

    Nothing is read before the first `catch_up`, nothing is made before the first `append`.
    """

    def __init__(
        self,
        folder: Path,
        device: Device,
        lock: TurnLock,
        now: Callable[[], datetime],
        known: Known,
    ) -> None:
        """Remember folder, computer, lock and clock, and what is known from earlier starts."""
        self._folder = Folder(folder, known)
        known.listen(self._folder.note)
        self._device = device
        self._lock = lock
        self._now = now
        self._records = Records()
        self._news: list[Record] = []
        self._unsure: Sequence[Draft] = ()
        self._landed: set[str] = set()

    @property
    def folder(self) -> Path:
        """Where the files lie."""
        return self._folder.path

    @property
    def device(self) -> str:
        """The id of this computer, or nothing before it wrote for the first time."""
        return self._device.known()

    @property
    def records(self) -> Sequence[Record]:
        """All commands read or written so far, in the order they are folded."""
        return self._records.in_order()

    @property
    def set_aside(self) -> tuple[SetAside, ...]:
        """The lines that could not be read, by file and number."""
        return self._folder.set_aside

    @property
    def read_only(self) -> str:
        """Why nothing can be written, in one sentence; nothing when it can."""
        return self._folder.read_only(self._own_file(self.device))

    @property
    def has_news(self) -> bool:
        """Whether `append` came upon commands of others that `catch_up` has not returned yet."""
        return bool(self._news)

    def catch_up(self) -> tuple[Record, ...]:
        """Return what others wrote since the last time; costs one look per file when nothing."""
        own = self._own_file(self.device)
        for file, key in sorted(self._folder.changed().items()):
            self._read(file, key, self._lock.reading if file == own else None)
        news, self._news = tuple(self._news), []
        return news

    def append(self, commands: Sequence[Change | Retract]) -> tuple[Record, ...]:
        """Write the commands of one gesture; when this returns they are on the disk.

        They share one stamp, so nothing of another computer comes between them, and the gesture
        can be told from the next one. After a failure the same commands are to be given again
        before any others.

        Raises:
            NotSaved: when they are not safe; trying again never doubles them.
            ValueError: when a command cannot be written at all.
        """
        with self._lock.writing():
            device = self._device.made()
            own = self._own_file(device)
            self._read_own(own)
            drafts = self._drafts(device, commands)
            self._write(own, drafts)
        self._unsure, self._landed = (), set()
        records = tuple(record for _, record in drafts)
        self._records.add(records)
        return records

    def bring_in(self, lines: bytes, origin: str) -> None:
        """Put lines from elsewhere into the folder, as a file of their own named by its origin.

        Raises:
            NotSaved: when that failed; nothing is changed then.
        """
        name = f"{origin}-{sha256(lines).hexdigest()[:16]}.jsonl"
        try:
            make_folder(self.folder)
        except OSError as error:
            raise not_saved(error, self.folder) from error
        write_whole(self.folder / name, lines)

    def reserve(self, records: Iterable[Record]) -> None:
        """Give no line of ours an id of these records, or an earlier stamp; they are to come in."""
        self._records.await_all(records)

    def _own_file(self, device: str) -> Path:
        return self._folder.path / f"journal-{device}.jsonl"

    def _read(self, file: Path, key: Key, turn: Turn | None = None) -> None:
        found = self._folder.read(file, key, turn)
        unsure = {record.id: record.sum for _, record in self._unsure}
        landed = [one for one in found.records if unsure.get(one.id) == one.sum]
        self._landed.update(record.id for record in landed)
        self._records.name([*found.names, *((one.device, one.n) for one in landed)])
        self._news += self._records.add(one for one in found.records if one not in landed)

    def _read_own(self, own: Path) -> None:
        """Read what another program of this computer added to the own file."""
        try:
            key = key_of(own.stat())
        except FileNotFoundError:
            return
        except OSError as error:
            raise not_saved(error, own) from error
        if self._folder.is_new(own, key):
            self._read(own, key)

    def _drafts(self, device: str, commands: Sequence[Change | Retract]) -> Sequence[Draft]:
        """Return the lines to write: those of a failed try as they were, where they were found."""
        again = [record.command for _, record in self._unsure] == list(commands)
        before = self._unsure if again else ()
        drafts = list(takewhile(lambda draft: draft[1].id in self._landed, before))
        at = next_stamp(self._records.last_stamp(), self._now)
        seen = self._records.unseen(device)
        first = self._records.last_number(device) + 1
        for n, command in enumerate(commands[len(drafts) :], first):
            drafts.append(encode(f"{device}-{n}", at, seen if n == first else {}, command))
        return drafts

    def _write(self, own: Path, drafts: Sequence[Draft]) -> None:
        gone = self._folder.gone(own)
        if gone:
            raise NotSaved(gone)
        data = b"".join(line for line, _ in drafts)
        try:
            make_folder(self.folder)
            added = append(own, data)
        except OSError as error:
            self._unsure = drafts
            raise not_saved(error, own) from error
        self._folder.wrote(own, added, data)
