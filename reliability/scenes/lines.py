"""Ticks on the command line, where an exit status and a sentence tell what became of it."""

from collections.abc import Iterator
from pathlib import Path

from reliability.scenes.scene import Told, said
from reliability.shell import INIT, CommandLine


class Line:
    """Ticks a session off on the command line, where an exit status and a sentence tell."""

    def prepare(self, root: Path) -> None:
        """Make a store with a real plan."""
        CommandLine(root).settle().talk(*INIT)

    def work(self, root: Path) -> Told:
        """Tick with the minutes it took."""
        return said(CommandLine(root), "done", "W1-01=45")

    def wrong(self, root: Path, told: Told | None) -> Iterator[str]:
        """See that tick and minutes are there, or neither."""
        state = CommandLine(root).workspace().state
        logged, ticked = state.minutes.get("W1-01", 0), "W1-01" in state.ticks
        if state.plan is None:
            yield "the plan is gone"
        if told and told.saved and (logged, ticked) != (45, True):
            yield f"{logged} minutes are there, and the tick is {ticked}"
        if CommandLine(root).talk("done", "W1-01=45")[0]:
            yield "the next command does not work"
        if CommandLine(root).workspace().state.minutes.get("W1-01") != 45:
            yield "the same command once more does not mend it"
