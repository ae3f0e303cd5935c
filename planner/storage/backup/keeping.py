"""Keeps copies of a store on this computer, and thins out the old ones."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from planner.core.language import translate
from planner.core.values import Fact
from planner.storage.backup.gathering import gathered
from planner.storage.backup.packing import packed, read_zip, unpacked, version_of
from planner.storage.backup.thinning import worth_keeping
from planner.storage.disk import make_folder
from planner.storage.files import write_whole
from planner.storage.line import VERSION
from planner.storage.trouble import BackupError, NotSaved, not_saved

_STAMP = "%Y-%m-%dT%H%M%SZ"


class Kind(StrEnum):
    """What a backup was made for."""

    DAILY = "daily"
    BY_HAND = "by-hand"
    BEFORE_RESTORE = "before-restore"
    BEFORE_IMPORT = "before-import"
    BEFORE_UPDATE = "before-update"


_NAME = re.compile(rf"(\d{{4}}-\d\d-\d\dT\d{{6}}Z)-({'|'.join(Kind)})\.zip", re.ASCII)


class Backup(Fact, frozen=True):
    """A zip that was made here: when, in UTC, and what for."""

    file: Path
    moment: datetime
    kind: Kind


class Backups:
    """The backups of one store. Nothing is read or made before a method is called."""

    def __init__(
        self, store: Path, place: Path, now: Callable[[], datetime], version: int = VERSION
    ) -> None:
        """Remember the folders of the store and of its backups, and the clock."""
        self.store = store
        """The folder that is backed up."""
        self.place = place
        """Where they lie: with what belongs to this computer alone, never beside the journals."""
        self.now = now
        """The clock, in UTC."""
        self._version = version
        self._hidden: Sequence[str] = ()

    @property
    def lacking(self) -> str:
        """What the last backup lacks because it could not be read, in a sentence, or nothing."""
        if not self._hidden:
            return ""
        names = ", ".join(sorted(self._hidden))
        return translate(
            "Storage",
            "The backup is not whole, because this could not be read in the store: {names}.",
            names=names,
        )

    def all(self) -> tuple[Backup, ...]:
        """Return the backups there are, the newest first."""
        try:
            found = [_backup(file) for file in self.place.iterdir()]
        except OSError:
            return ()
        known = (one for one in found if one is not None)
        return tuple(sorted(known, key=lambda one: (one.moment, one.file.name), reverse=True))

    def daily(self) -> Backup | None:
        """Back the store up where that was not done today, or not by this version of the format.

        Raises:
            NotSaved: when it could not be done.
        """
        backups = self.all()
        if backups and not self._is_of_this_version(backups[0]):
            return self.take(Kind.BEFORE_UPDATE)
        today = self.now().astimezone(UTC).date()
        if any(one.moment.date() == today for one in backups):
            return None
        return self.take(Kind.DAILY)

    def take(self, kind: Kind) -> Backup | None:
        """Back the store up, thin out, and return the backup that holds it now.

        Where one holds just the same already, that is it; of an empty store there is none.

        Raises:
            NotSaved: when it could not be done; what was there stays.
        """
        files = self._gathered()
        if not files:
            return None
        data = self._packed(files)
        backups = self.all()
        same = next((one for one in backups if _holds(one.file, data)), None)
        if same is not None:
            return same
        backup = self._free(kind)
        try:
            make_folder(self.place)
        except OSError as error:
            raise not_saved(error, self.place) from error
        write_whole(backup.file, data)
        self._thin(backup, (*backups, backup), files)
        return backup

    def copy(self) -> bytes:
        """Return a zip of the store, to be kept wherever one likes.

        Raises:
            NotSaved: when there is nothing to copy, or it cannot be read.
        """
        files = self._gathered()
        if not files:
            raise NotSaved(
                translate("Storage", "There is no journal in {store}.", store=self.store)
            )
        return self._packed(files)

    def _gathered(self) -> Mapping[str, bytes]:
        self._hidden = hidden = list[str]()
        try:
            return gathered(self.store, hidden.append)
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise NotSaved(
                translate(
                    "Storage",
                    "The store cannot be read, {reason}: {store}.",
                    reason=error.strerror,
                    store=self.store,
                )
            ) from error

    def _packed(self, files: Mapping[str, bytes]) -> bytes:
        """Return a zip that was read back and found to hold the files."""
        data = packed(files, self._version)
        try:
            held = unpacked(data, "the new backup")
        except BackupError as error:
            raise NotSaved(
                translate(
                    "Storage", "The store is too large to be backed up: {store}.", store=self.store
                )
            ) from error
        if sorted(held.values()) != sorted(files.values()):
            raise NotSaved(
                translate("Storage", "The store could not be packed: {store}.", store=self.store)
            )
        return data

    def _free(self, kind: Kind) -> Backup:
        moment = self.now().astimezone(UTC).replace(microsecond=0)
        taken = {one.moment for one in self.all()}
        while moment in taken:
            moment += timedelta(seconds=1)
        return Backup(self.place / f"{moment:{_STAMP}}-{kind}.zip", moment, kind)

    def _is_of_this_version(self, backup: Backup) -> bool:
        try:
            return version_of(read_zip(backup.file)) in {self._version, 0}
        except BackupError:
            return True

    def _thin(self, new: Backup, backups: Iterable[Backup], files: Mapping[str, bytes]) -> None:
        """Delete what is not worth keeping, but nothing that holds a line which the new one lacks.

        So a store that was damaged or emptied never pushes out the backups from before.
        """
        kept = worth_keeping([one.moment for one in backups])
        lines = set(_whole_lines(files))
        for old in backups:
            if old.moment in kept or old is new:
                continue
            with suppress(BackupError, OSError):
                data = read_zip(old.file)
                if version_of(data) and lines.issuperset(_whole_lines(unpacked(data, ""))):
                    old.file.unlink()


def _backup(file: Path) -> Backup | None:
    name = _NAME.fullmatch(file.name)
    if name is None:
        return None
    try:
        moment = datetime.strptime(name[1], _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Backup(file, moment, Kind(name[2]))


def _holds(file: Path, data: bytes) -> bool:
    try:
        return file.stat().st_size == len(data) and file.read_bytes() == data
    except OSError:
        return False


def _whole_lines(files: Mapping[str, bytes]) -> Iterator[bytes]:
    """Return the lines that will never change, which the last one without its newline may."""
    for data in files.values():
        yield from data.split(b"\n")[:-1]
