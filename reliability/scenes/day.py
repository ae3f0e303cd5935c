"""A day of work in one store, with starts of the program in between."""

import os
from collections.abc import Iterator
from pathlib import Path
from random import Random

from planner.core import commands as c
from planner.storage.known import Known
from planner.workspace import Workspace
from reliability.deeds import begin, gesture, mark
from reliability.recording import ACKNOWLEDGED
from reliability.scenes.scene import Told
from reliability.tally import Tally
from tests.support import study
from tests.support.stores import Computer

_RESTART = 7
"""So many gestures from one start of the program to the next."""
_NAMES = ["ada"]
"""Ids that were given, so that another one is another."""
LATER = c.LogTime(code="W1-01", minutes=1, on=study.TODAY)


class Day:
    """Ticks, stories, plans, undo and redo, each acknowledged before the next one."""

    def __init__(self, gestures: int, seed: int, tally: Tally) -> None:
        """Remember how much is done, what, and where names are counted."""
        self._gestures = gestures
        self._seed = seed
        self._tally = tally
        self._all: tuple[str, ...] = ()

    def prepare(self, root: Path) -> None:
        """Make a store with a plan in it."""
        begin(Computer(root))

    def work(self, root: Path) -> Told:
        """Work, and say after each gesture how many lines are safe."""
        dice = Random(self._seed)
        for first in range(0, self._gestures, _RESTART):
            computer = Computer(root, ids=list(_NAMES))
            known = Known(computer.state / "known")
            workspace = computer.workspace(known=known)
            for _ in range(first, min(first + _RESTART, self._gestures)):
                computer.clock.move(seconds=first + 1)
                if gesture(workspace, dice) and not workspace.unsaved:
                    os.access(f"{ACKNOWLEDGED}{len(workspace.records)}", os.F_OK)
            known.save()
            if workspace.unsaved:
                return Told(False, workspace.unsaved)
        return Told(True)

    def note(self, root: Path) -> None:
        """Take in the lines that were written in all, from the folder the work was done in."""
        self._all = _names(Computer(root).workspace())

    def wrong(self, root: Path, told: Told | None) -> Iterator[str]:
        """See that everything is there, or what was acknowledged by nobody knows when."""
        yield from self.judge(root, 0, told)

    def judge(self, root: Path, acknowledged: int, _told: Told | None) -> Iterator[str]:
        """Yield what is wrong with a store of which so many lines had been called safe."""
        computer = Computer(root, ids=list(_NAMES))
        workspace = computer.workspace(known=Known(computer.state / "known"))
        there = set(_names(workspace))
        safe = set(self._all[:acknowledged])
        if not safe <= there:
            yield f"{len(safe - there)} of {acknowledged} acknowledged lines are gone"
        if not there <= set(self._all):
            yield f"{len(there.difference(self._all))} lines are there that nobody wrote"
        if len(workspace.set_aside) > 1:
            yield f"{len(workspace.set_aside)} lines were set aside"
        if workspace.read_only or workspace.refused:
            yield f"the store is read-only, or does not fold: {workspace.read_only}"
            return
        workspace.do(LATER)
        if workspace.unsaved:
            yield f"work cannot go on: {workspace.unsaved}"
        again = computer.workspace()
        if mark(again.state) != mark(workspace.state) or len(again.records) != len(there) + 1:
            yield "what was done afterwards is not there at the next start"
        if any("under the name" in one for one in workspace.notices):
            self._tally.count("new names")


def _names(workspace: Workspace) -> tuple[str, ...]:
    """Return what the lines of a store are called, in the order in which they were written."""
    return tuple(one.name for one in sorted(workspace.records, key=lambda one: one.n))
