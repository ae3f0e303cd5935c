"""What a piece of work is that is done while the disk fails."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, Protocol

from reliability.shell import INIT, CommandLine


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


def two_computers(root: Path) -> None:
    """Make a store with a journal of each of two computers."""
    line = CommandLine(root).settle()
    line.talk(*INIT)
    line.file.rename(line.file.with_name("journal-other.jsonl"))
    line.talk("done", "W1-01=45")


def said(line: CommandLine, *words: str) -> Told:
    """Carry out a command; each sentence has to be a line of its own, for a user to read."""
    status, told = line.talk(*words)
    lines = told.splitlines()
    if any(not one.startswith("loopready: ") or "mistake in the program" in one for one in lines):
        raise AssertionError(f"exit status {status} with: {told}")
    return Told(status == 0, lines[-1] if lines else "")
