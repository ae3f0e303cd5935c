"""What is done while the disk fails, and what has to be true afterwards."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, Protocol

from planner.core import commands as c
from planner.storage.files import write_whole
from planner.storage.trouble import NotSaved
from reliability.deeds import begin
from reliability.shell import INIT, CommandLine
from tests.support import study
from tests.support.stores import Computer

LOG = c.LogTime(code="W1-01", minutes=50, on=study.TODAY)
OLD, NEW = b"old\n" * 3000, b"new\n" * 3000


class Told(NamedTuple):
    """What the program says of its work: it is saved, or a sentence why it is not."""

    saved: bool
    sentence: str = ""


class Scene(Protocol):
    """A piece of work, with a folder made ready for it."""

    def prepare(self, root: Path) -> None:
        """Make the folder ready, on a disk that works."""

    def work(self, root: Path) -> Told:
        """Do the work, perhaps on a disk that does not."""

    def wrong(self, root: Path, told: Told | None) -> Iterator[str]:
        """Yield what is not as promised; `told` is nothing where the work was broken off."""


class Append:
    """Opens a store, logs 50 minutes, and tries again once where the disk refused."""

    def prepare(self, root: Path) -> None:
        """Make a store with a plan in it."""
        begin(Computer(root))

    def work(self, root: Path) -> Told:
        """Log the minutes; what is shown has to be what is there, or else something is told."""
        workspace = Computer(root).workspace()
        if workspace.state.plan is None and not workspace.set_aside:
            raise AssertionError("the store looked empty, and nothing was told")
        if workspace.state.plan is None:
            return Told(False, str(workspace.set_aside[0].why))
        workspace.do(LOG)
        sentence = workspace.unsaved
        return Told(not sentence or workspace.try_again(), sentence)

    def wrong(self, root: Path, told: Told | None) -> Iterator[str]:
        """See that the minutes are there once or not at all, and that work can go on."""
        workspace = Computer(root).workspace()
        logged = workspace.state.minutes.get("W1-01", 0)
        if workspace.state.plan is None:
            yield "the plan is gone"
            return
        if logged not in {0, 50} or (told and told.saved and not logged):
            yield f"{logged} minutes are there"
        if len(workspace.set_aside) > 1:
            yield f"{len(workspace.set_aside)} lines were set aside"
        workspace.do(LOG)
        again = Computer(root).workspace().state.minutes.get("W1-01")
        if workspace.unsaved or again != logged + 50:
            yield f"after {logged} minutes and 50 more there are {again}"


class FirstAppend:
    """Makes a store where there was none."""

    def prepare(self, root: Path) -> None:
        """Leave everything to the program."""

    def work(self, root: Path) -> Told:
        """Accept a plan in a new store."""
        workspace = Computer(root).workspace()
        workspace.do(c.ChangeProfile(profile=study.PROFILE), c.AcceptPlan(plan=study.PLAN))
        sentence = workspace.unsaved
        return Told(not sentence or workspace.try_again(), sentence)

    def wrong(self, root: Path, told: Told | None) -> Iterator[str]:
        """See that what was acknowledged is there, and that the next start can go on."""
        workspace = Computer(root).workspace()
        if told and told.saved and workspace.state.plan is None:
            yield "the plan is not there"
        begin(Computer(root))
        if Computer(root).workspace().state.plan != study.PLAN:
            yield "a plan cannot be accepted afterwards"


class Line:
    """Ticks a session off on the command line, where an exit status and a sentence tell."""

    def prepare(self, root: Path) -> None:
        """Make a store with a real plan."""
        CommandLine(root).run(*INIT)

    def work(self, root: Path) -> Told:
        """Tick with the minutes it took."""
        return _said(CommandLine(root), "done", "W1-01=45")

    def wrong(self, root: Path, told: Told | None) -> Iterator[str]:
        """See that tick and minutes are there, or neither."""
        state = CommandLine(root).workspace().state
        logged, ticked = state.minutes.get("W1-01", 0), "W1-01" in state.ticks
        if state.plan is None:
            yield "the plan is gone"
        if told and told.saved and (logged, ticked) != (45, True):
            yield f"{logged} minutes are there, and the tick is {ticked}"
        if CommandLine(root).run("done", "W1-01=45") not in {0, 2}:
            yield "the next command does not work"
        if CommandLine(root).workspace().state.minutes.get("W1-01") != 45:
            yield "the same command once more does not mend it"


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
        CommandLine(root).run(*INIT)
        (root / "plan").write_bytes(OLD)

    def work(self, root: Path) -> Told:
        """Export with the command that a user types."""
        file = str(root / "plan")
        return _said(CommandLine(root), "export", "--format", self._form, "--output", file)

    def wrong(self, root: Path, told: Told | None) -> Iterator[str]:
        """See that the old file or the new one is there as a whole, and the store as it was."""
        there = (root / "plan").read_bytes() if (root / "plan").exists() else b"nothing"
        is_new = there.startswith(self._begins) and there.rstrip().endswith(self._ends)
        if not (is_new or there == OLD) or (told and told.saved and not is_new):
            yield f"the file holds {there[:20]!r}…{there[-20:]!r}, {len(there)} bytes"
        if CommandLine(root).workspace().state.plan is None:
            yield "the plan is gone from the store"


def _said(line: CommandLine, *words: str) -> Told:
    status, sentence = line.talk(*words)
    if status and (sentence.count("\n") != 1 or "mistake in the program" in sentence):
        raise AssertionError(f"exit status {status} with: {sentence}")
    return Told(status == 0, sentence)


SCENES: Mapping[str, Scene] = {
    "append": Append(),
    "first append": FirstAppend(),
    "command line": Line(),
    "whole file": Whole(),
    "export text": Export("text", b"", b""),
    "export pdf": Export("pdf", b"%PDF-", b"%%EOF"),
}
