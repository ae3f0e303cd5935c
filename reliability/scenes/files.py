"""Writes a whole file over an older one, plainly and as an export of the plan."""

from collections.abc import Iterator
from pathlib import Path

from planner.storage.files import write_whole
from planner.storage.trouble import NotSaved
from reliability.scenes.scene import Told, said
from reliability.shell import INIT, CommandLine

OLD, NEW = b"old\n" * 3000, b"new\n" * 3000


class Whole:
    """Replaces a file that is there."""

    def prepare(self, root: Path) -> None:
        """Write the old file."""
        (root / "file").write_bytes(OLD)

    def work(self, root: Path) -> Told:
        """Write the new one."""
        try:
            write_whole(root / "file", NEW)
        except NotSaved as error:
            return Told(False, str(error))
        return Told(True)

    def wrong(self, root: Path, told: Told | None) -> Iterator[str]:
        """See that one of the two is there as a whole."""
        there = (root / "file").read_bytes() if (root / "file").exists() else b"nothing"
        if there not in {OLD, NEW} or (told and told.saved and there != NEW):
            yield f"the file holds {there[:20]!r}, {len(there)} bytes"


class Export:
    """Exports the plan over an older file."""

    def __init__(self, form: str, begins: bytes, ends: bytes) -> None:
        """Say in which form, and how to tell a whole file."""
        self._form, self._begins, self._ends = form, begins, ends

    def prepare(self, root: Path) -> None:
        """Make a store with a real plan, and an older file."""
        CommandLine(root).settle().talk(*INIT)
        (root / "plan").write_bytes(OLD)

    def work(self, root: Path) -> Told:
        """Export with the command that a user types."""
        file = str(root / "plan")
        return said(CommandLine(root), "export", "--format", self._form, "--output", file)

    def wrong(self, root: Path, told: Told | None) -> Iterator[str]:
        """See that the old file or the new one is there as a whole, and the store as it was."""
        there = (root / "plan").read_bytes() if (root / "plan").exists() else b"nothing"
        is_new = there.startswith(self._begins) and there.rstrip().endswith(self._ends)
        if not (is_new or there == OLD) or (told and told.saved and not is_new):
            yield f"the file holds {there[:20]!r}…{there[-20:]!r}, {len(there)} bytes"
        if CommandLine(root).workspace().state.plan is None:
            yield "the plan is gone from the store"
