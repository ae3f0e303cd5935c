"""Backs a store up, and goes back to a backup."""

from collections.abc import Iterator
from pathlib import Path

from planner.storage.backup.packing import read_backup
from planner.storage.paths import backups_folder
from planner.storage.trouble import BackupError
from reliability.scenes.files import OLD
from reliability.scenes.scene import Told, said, two_computers
from reliability.shell import INIT, CommandLine


class Backup:
    """Backs up a store of two computers, beside the other backups or over an older file."""

    def __init__(self, *, into_file: bool) -> None:
        """Say where to."""
        self._into_file = into_file

    def prepare(self, root: Path) -> None:
        """Make a store with the journals of two computers, and an older file."""
        two_computers(root)
        (root / "copy.zip").write_bytes(OLD)

    def work(self, root: Path) -> Told:
        """Back up by hand."""
        where = ("--output", str(root / "copy.zip")) if self._into_file else ()
        return said(CommandLine(root), "backup", *where)

    def wrong(self, root: Path, told: Told | None) -> Iterator[str]:
        """See that each backup holds everything, unless told, and that there is one where told."""
        line = CommandLine(root)
        copies = [root / "copy.zip", *backups_folder(line.store, line.state).glob("*.zip")]
        new = [copy for copy in copies if copy.read_bytes() != OLD]
        if told and told.saved and not (copies[0] in new if self._into_file else new):
            yield "there is no backup"
        there = {(record.id, record.sum) for record in line.workspace().records}
        for copy in new:
            try:
                held = {(record.id, record.sum) for record in read_backup(copy).records}
            except BackupError as error:
                yield str(error)
            else:
                if held != there and (told is None or told.saved):
                    yield f"{copy.name} holds {len(held)} of {len(there)} lines"


class Restore:
    """Goes back to a backup that has a tick which was taken back since."""

    def prepare(self, root: Path) -> None:
        """Make a store, tick, back up, and take the tick back."""
        line = CommandLine(root).settle()
        line.talk(*INIT)
        line.talk("done", "W1-01=45")
        line.talk("backup", "--output", str(root / "copy.zip"))
        line.talk("undo")

    def work(self, root: Path) -> Told:
        """Restore."""
        return said(CommandLine(root), "restore", str(root / "copy.zip"))

    def wrong(self, root: Path, told: Told | None) -> Iterator[str]:
        """See that the tick is back or not, whole, and that the same command works afterwards."""
        line = CommandLine(root)
        before = line.workspace()
        if before.state.plan is None:
            yield "the plan is gone"
        minutes, ticked = before.state.minutes.get("W1-01"), "W1-01" in before.state.ticks
        if (minutes == 45) is not ticked or (told and told.saved and not ticked):
            yield f"{minutes} minutes are there, and the tick is {ticked}"
        line.talk("restore", str(root / "copy.zip"))
        after = line.workspace()
        if "W1-01" not in after.state.ticks:
            yield "it cannot be restored afterwards"
        lost = {record.id for record in before.records} - {record.id for record in after.records}
        if lost:
            yield f"{len(lost)} lines are gone"
