"""Two computers with one id work, undo and redo in any order: each takes back its own alone."""

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core import commands as c
from planner.storage.paths import _name_of
from planner.workspace import Workspace
from tests.core.strategies import FEW
from tests.support import study
from tests.support.deeds import PLAN, PROFILE
from tests.support.stores import Computer

DEED = st.sampled_from(["do", "do", "do", "undo", "undo", "redo", "restart", "replace", "send"])
WORK = st.lists(st.tuples(st.integers(0, 1), DEED), min_size=4, max_size=24)


class Twin:
    """One of the two, with a program that runs, and the minutes it means to have logged."""

    def __init__(self, computer: Computer, minutes: Iterator[int]) -> None:
        self.computer = computer
        self.program = computer.workspace()
        self.meant: Counter[int] = Counter()
        self._minutes = minutes

    def work(self, deed: str, other: "Twin") -> None:
        match deed:
            case "do":
                minutes = next(self._minutes)
                self.program.do(c.LogTime(code="W1-01", minutes=minutes, on=study.TODAY))
                self.meant[minutes] += 1
            case "undo" if logged(self.program.next_undo):
                self.meant.subtract(logged(self.program.undo()))
            case "redo" if logged(self.program.next_redo):
                self.meant.update(logged(self.program.redo()))
            case "restart":
                self.program = self.computer.workspace()
            case "replace" | "send":
                self._send(deed, other)
                other.program.refresh()
            case _:
                pass

    def _send(self, deed: str, other: "Twin") -> None:
        """Let files arrive there as a synchroniser brings them: in place of theirs, or beside."""
        if deed == "replace":  # of two versions the loser gets another name, and both travel
            ours, theirs = self.computer.file.read_bytes(), other.computer.file.read_bytes()
            name = f"journal-ada.conflict-{next(self._minutes)}.jsonl"
            for one in (self.computer, other.computer):
                (one.store / name).write_bytes(theirs)
            other.computer.file.write_bytes(ours)
        for file in self.computer.store.iterdir():
            name = f"{self.computer.root.name}'s {file.name}"
            (other.computer.store / name).write_bytes(file.read_bytes())


def copied(computer: Computer, root: Path) -> Computer:
    """Return a copy of a computer, which takes its own folder for that of the other."""
    shutil.copytree(computer.root, root)
    second = Computer(root, computer.name, ids=[computer.name] * 50)
    for note in second.state.glob("given-*"):
        note.rename(second.state / f"given-{_name_of(second.store)}.json")
    return second


def logged(changes: tuple[c.Change | c.Retract, ...] | None) -> list[int]:
    return [one.minutes for one in changes or () if isinstance(one, c.LogTime)]


def minutes_of(workspace: Workspace) -> int:
    return workspace.state.minutes.get("W1-01", 0)


@FEW
@given(WORK)
def test_no_undo_of_one_twin_takes_back_what_the_other_did(
    tmp_path_factory: pytest.TempPathFactory, work: list[tuple[int, str]]
) -> None:
    root = tmp_path_factory.mktemp("twins")
    first = Computer(root / "one")
    first.workspace().do(PROFILE, PLAN)
    second = copied(first, root / "two")
    minutes = iter(range(1, 1000))
    twins = Twin(first, minutes), Twin(second, minutes)
    for place, deed in work:
        one = twins[place]
        one.computer.clock.move(seconds=1)
        one.work(deed, twins[1 - place])
    for one, other in (twins, twins[::-1]):
        one.work("send", other)
    expected = sum((one.meant[minutes] * minutes) for one in twins for minutes in one.meant)
    for one in twins:
        assert minutes_of(one.program) == minutes_of(one.computer.workspace()) == expected
        assert all(count in {0, 1} for count in one.meant.values())
