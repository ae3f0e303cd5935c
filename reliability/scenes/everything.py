"""Writes everything as one document, and takes such a document in."""

import json
from collections.abc import Iterator
from pathlib import Path

from reliability.scenes.files import OLD
from reliability.scenes.scene import Told, said, two_computers
from reliability.shell import INIT, CommandLine


class ExportEverything:
    """Exports a store of two computers over an older file."""

    def prepare(self, root: Path) -> None:
        """Make a store with the journals of two computers, and an older file."""
        two_computers(root)
        (root / "all.json").write_bytes(OLD)

    def work(self, root: Path) -> Told:
        """Export."""
        return said(CommandLine(root), "export", "--everything", "--output", str(root / "all.json"))

    def wrong(self, root: Path, told: Told | None) -> Iterator[str]:
        """See that the old file is there or a document with every command, unless told."""
        there = (root / "all.json").read_bytes() if (root / "all.json").exists() else b"nothing"
        if there == OLD:
            if told and told.saved:
                yield "the old file is there"
            return
        try:
            held = len(json.loads(there)["commands"])
        except ValueError as error:
            yield f"half a document is there: {error}"
            return
        wanted = len(CommandLine(root).workspace().records)
        if held != wanted and not (told and told.sentence):
            yield f"the document holds {held} of {wanted} commands, and nothing is told"


class Import:
    """Takes a document in that holds a tick which the store lacks."""

    def prepare(self, root: Path) -> None:
        """Make a store, and a document from it with one tick more."""
        line = CommandLine(root).settle()
        line.talk(*INIT)
        before = line.file.read_bytes()
        line.talk("done", "W1-01=45")
        line.talk("export", "--everything", "--output", str(root / "all.json"))
        line.file.write_bytes(before)

    def work(self, root: Path) -> Told:
        """Import."""
        return said(CommandLine(root), "import", str(root / "all.json"), "--yes")

    def wrong(self, root: Path, told: Told | None) -> Iterator[str]:
        """See that the tick is there whole or not at all, and that importing again mends it."""
        line = CommandLine(root)
        before = line.workspace()
        minutes, ticked = before.state.minutes.get("W1-01", 0), "W1-01" in before.state.ticks
        if before.state.plan is None:
            yield "the plan is gone"
        if told and told.saved and not told.sentence and (minutes, ticked) != (45, True):
            yield f"{minutes} minutes are there, and the tick is {ticked}"
        status, sentence = line.talk("import", str(root / "all.json"), "--yes")
        after = line.workspace()
        if status or after.state.minutes.get("W1-01") != 45 or "W1-01" not in after.state.ticks:
            yield f"it cannot be imported afterwards: {sentence}"
        lost = {one.id for one in before.records} - {one.id for one in after.records}
        if lost:
            yield f"{len(lost)} lines are gone"
