"""The journal: every command of every computer, read from all files of the store's folder."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from itertools import takewhile
from pathlib import Path

from planner.core.commands import Change, Retract
from planner.core.language import translate
from planner.storage.accepted import edits_in, signed, without_accepted
from planner.storage.appending import append, may_hold
from planner.storage.clock import next_stamp
from planner.storage.device import Device
from planner.storage.disk import make_folder
from planner.storage.files import write_whole
from planner.storage.folder import Folder
from planner.storage.known import Known
from planner.storage.line import Draft, Record, SetAside, Why, encoded
from planner.storage.lock import TurnLock
from planner.storage.notices import Notices, newer, own_missing
from planner.storage.own import Own
from planner.storage.reading import Content, Key, key_of, recalled
from planner.storage.records import Records
from planner.storage.remembered.copies import Copies
from planner.storage.remembered.given import Given, Giving
from planner.storage.sums import sha256
from planner.storage.trouble import NotSaved, not_saved


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
        copies: Copies,
        giving: Giving,
    ) -> None:
        """Remember folder, computer, lock and clock, and what is known from earlier starts."""
        self._known = known
        self._copies = copies
        self._device = device
        self._giving = giving
        self._lock = lock
        self._now = now
        self._begin(folder)
        known.listen(self._remember)

    def _begin(self, folder: Path) -> None:
        self._folder = Folder(folder, self._known, self._copies)
        self._notices = Notices(self._copies, self._now)
        self._records = Records()
        self._news: list[Record] = []
        self._unsure: Sequence[Draft] = ()
        self._landed: set[str] = set()
        self._missing: dict[tuple[str, str], bytes] = {}
        self.own = Own(self._device.known)
        self._has_read = False

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
        """The lines that could not be read, without those whose edits were accepted."""
        return without_accepted(self._folder.set_aside, self.records)

    @property
    def notices(self) -> tuple[str, ...]:
        """What was noticed and mended while reading and writing, each in one sentence."""
        own = self._own_file(self.device).name
        missing = len(self._missing)
        is_told = missing and not self.not_there
        return (*self._notices.told, *([own_missing(own, missing)] if is_told else []))

    @property
    def not_there(self) -> str:
        """Why the store is not where it was at an earlier start, in one sentence, or nothing."""
        return self._folder.not_there

    @property
    def read_only(self) -> str:
        """Why nothing can be written, in one sentence; nothing when it can."""
        return self._refusal() or self._folder.read_only(self._own_file(self.device))

    @property
    def has_news(self) -> bool:
        """Whether `append` came upon commands of others that `catch_up` has not returned yet."""
        return bool(self._news)

    @property
    def seen(self) -> Mapping[str, int]:
        """The last line read of each device."""
        return self._records.seen()

    def catch_up(self) -> tuple[Record, ...]:
        """Return what others wrote since the last time; costs one look per file when nothing.

        Where the folder lacks what it once held, the copies of it stand in.
        """
        own = self._own_file(self.device)
        changed = self._folder.changed()
        if own in changed:
            self._read(own, changed[own], self._folder.own_content(own, self._lock.reading))
        for file, content in self._folder.contents(changed.keys() - {own}).items():
            self._read(file, changed[file], content)
        self._recall(own)
        if changed and self._giving.read().is_of_two(self.device, self._records):
            self.own.share(self.device)
        if not self._has_read and not self.not_there:
            self._has_read = True
            self._notices.look_at(self._records, self._giving.read(), self.device)
        news, self._news = tuple(self._news), []
        return news

    def append(
        self, commands: Sequence[Change | Retract], seen: Mapping[str, int] | None = None
    ) -> tuple[Record, ...]:
        """Write the commands of one gesture; when this returns they are on the disk.

        They share one stamp, so nothing of another computer comes between them, and the gesture
        can be told from the next one. After a failure the same commands are to be given again
        before any others. `seen` is what was read when the gesture was made, by default now.

        Raises:
            NotSaved: when they are not safe; trying again never doubles them.
            ValueError: when a command cannot be written at all.
        """
        refusal = self._refusal()
        if refusal:
            raise NotSaved(refusal)
        with self._lock.writing() as is_held:
            if not is_held:
                self._notices.tell_of_no_locks(self._lock.folder)
            device = self._own_device()
            own = self._own_file(device)
            drafts = self._drafts(device, commands, self.seen if seen is None else seen)
            self._write(own, drafts)
        return self._took(drafts)

    def accept_edits(self) -> tuple[Record, ...]:
        """Sign the lines that were changed by hand, and return them as they count from now on.

        Each is written again behind the own lines, with the stamp it has; the line it was made of
        is taken back, where it is known from elsewhere.

        Raises:
            NotSaved: when that failed.
        """
        edits = edits_in(self.set_aside)
        if not edits:
            return ()
        with self._lock.writing():
            device = self._own_device()
            first = self._records.last_number(device) + 1
            news = self._records.unsaid(device, self.seen)
            at = next_stamp(self._records.last_stamp(), self._now)
            drafts = signed(edits, device, first, at, news)
            self._give(device, first, drafts)
            self._write(self._own_file(device), drafts)
        return self._took(drafts)[1:]

    def bring_in(self, lines: bytes, origin: str) -> None:
        """Put lines from elsewhere into the folder, as a file of their own named by its origin.

        Raises:
            NotSaved: when that failed; nothing is changed then.
        """
        self._see_folder(self._own_file(self.device))
        name = f"{origin}-{sha256(lines).hexdigest()[:16]}.jsonl"
        try:
            make_folder(self.folder)
        except OSError as error:
            raise not_saved(error, self.folder) from error
        write_whole(self.folder / name, lines)

    def elsewhere(
        self, last: Record | None, commands: Sequence[Change | Retract], seen: Mapping[str, int]
    ) -> Sequence[Draft]:
        """Return the lines of a gesture as those of a computer of its own, behind its last one.

        They can be kept on any disk, and come in once and no more however often they are found.
        """
        device, first = (last.device, last.n + 1) if last else (self._device.another(), 1)
        at = next_stamp(max(self._records.last_stamp(), last.at if last else ""), self._now)
        named = {one: n for one, n in sorted(seen.items()) if one != device}
        return encoded(device, first, at, named, commands)

    def unsure(self, commands: Sequence[Change | Retract]) -> Sequence[Draft]:
        """Hand over the lines of a failed try where they are on the disk all the same, or nothing.

        Kept elsewhere as they are, they count once wherever they are found.
        """
        again = [record.command for _, record in self._unsure] == list(commands)
        lines = [line for line, _ in self._unsure]
        if not (again and may_hold(self._own_file(self.device), lines)):
            return ()
        drafts, self._unsure, self._landed = self._unsure, (), set()
        self.reserve(record for _, record in drafts)
        return drafts

    def reserve(self, records: Iterable[Record]) -> None:
        """Give no line of ours an id of these records, or an earlier stamp; they are to come in."""
        self._records.await_all(records)

    def start_new(self) -> None:
        """Begin an empty store where the one that was there is not any more.

        The copies of that one are put away, not deleted. Numbers begin anew, so this computer
        takes another name: the old store may come back.

        Raises:
            NotSaved: when that failed.
        """
        if not self.not_there:
            return
        try:
            self._device.renewed()
            self._copies.put_away()
        except OSError as error:
            raise not_saved(error, self.folder) from error
        self._begin(self.folder)

    def _see_folder(self, own: Path) -> None:
        trouble = self._refusal() or self._folder.gone(own)
        if trouble:
            raise NotSaved(trouble)

    def _refusal(self) -> str:
        is_newer = any(one.why is Why.NEWER_VERSION for one in self._folder.set_aside)
        return self.not_there or self._folder.hidden or (newer() if is_newer else "")

    def _remember(self) -> None:
        self._folder.note()

    def _own_file(self, device: str) -> Path:
        return self._folder.path / f"journal-{device}.jsonl"

    def _read(self, file: Path, key: Key, content: Content) -> None:
        found = self._folder.read(file, key, content)
        unsure = {(record.id, record.sum) for _, record in self._unsure}
        if unsure or self._missing:
            for one in found.records:
                self._missing.pop((one.id, one.sum), None)
            landed = [one for one in found.records if (one.id, one.sum) in unsure]
            found.records = [one for one in found.records if (one.id, one.sum) not in unsure]
            self._landed.update(record.id for record in landed)
            found.names += ((one.device, one.n) for one in landed)
        self._records.name(found.names)
        self._news += self._records.add(found.records)

    def _recall(self, own: Path) -> None:
        """Let copies stand in for what the folder lacks; own lines are written again."""
        for name in self._folder.lacking():
            found, lines = recalled(self._copies.content(name), self._known)
            self._records.name(found.names)
            fresh = self._records.add(found.records)
            self._news += fresh
            if name == own.name:
                self._missing |= {(one.id, one.sum): lines[one.id, one.sum] for one in fresh}
            if not fresh:
                self._folder.let_go(name)
            elif name != own.name and not self.not_there:
                self._notices.tell_of_copy(name, len(fresh))

    def _own_device(self) -> str:
        """Return the id to write under, another one where this one turns out to be a copy."""
        device = self._device.made()
        self._read_own(self._own_file(device))
        given = self._giving.read()
        if given.device == device:
            self._records.name([(device, given.sure)])
        if given.is_of_two(device, self._records):
            self.own.share(device)
            self._notices.tell_of_second(device)
            return self._device.renewed()
        return device

    def _read_own(self, own: Path) -> None:
        """Read what another program of this computer added to the own file."""
        try:
            key = key_of(own.stat())
        except FileNotFoundError:
            return
        except OSError as error:
            raise not_saved(error, own) from error
        if self._folder.is_new(own, key):
            self._read(own, key, self._folder.contents([own])[own])
        if self._folder.is_new(own, key):
            raise NotSaved(
                translate("Storage", "It cannot be read, so nothing is added: {own}.", own=own)
            )

    def _drafts(
        self, device: str, commands: Sequence[Change | Retract], seen: Mapping[str, int]
    ) -> Sequence[Draft]:
        """Return the lines to write: those of a failed try as they were, where they were found."""
        again = [record.command for _, record in self._unsure] == list(commands)
        before = self._unsure if again else ()
        drafts = list(takewhile(lambda draft: draft[1].id in self._landed, before))
        stamp = drafts[0][1].at if drafts else next_stamp(self._records.last_stamp(), self._now)
        news = self._records.unsaid(device, seen)
        first = self._records.last_number(device) + 1
        drafts += encoded(device, first, stamp, news, commands[len(drafts) :])
        self._give(device, first, drafts)
        return drafts

    def _give(self, device: str, first: int, drafts: Sequence[Draft]) -> None:
        sums = {record.n: record.sum for _, record in drafts if record.device == device}
        self._giving.write(Given(device, first - 1, max([first - 1, *sums]), sums))

    def _took(self, drafts: Sequence[Draft]) -> tuple[Record, ...]:
        self._unsure, self._landed = (), set()
        records = tuple(record for _, record in drafts)
        self._records.add(records)
        self.own.took(records)
        return records

    def _write(self, own: Path, drafts: Sequence[Draft]) -> None:
        self._see_folder(own)
        missing = b"".join(line + b"\n" for line in self._missing.values())
        data = missing + b"".join(line for line, _ in drafts)
        try:
            make_folder(self.folder)
            added = append(own, data)
        except OSError as error:
            self._unsure = drafts
            raise not_saved(error, own) from error
        self._missing = {}
        self._folder.wrote(own, added, data)
