"""Damages a small journal in every place: never an exception, never another line taken for one.

Each bit is flipped, each prefix cut, blocks are zeroed, and lines are doubled, joined and swapped.
Every line that is still as it was has to be there, every other one is set aside and counted.
"""

import argparse
import shutil
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from operator import attrgetter
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from planner.core import commands as c
from planner.core.folding import fold
from planner.core.state import State
from planner.core.values import Subject
from planner.storage.known import Known
from planner.storage.line import Record, decode
from planner.workspace import Workspace
from reliability import hurting
from reliability.deeds import begin
from reliability.places import memory
from reliability.tally import Tally
from tests.support import study
from tests.support.stores import Computer

Key = tuple[str, str]

_WRITE_EVERY = 50
"""After one of so many damages the store is written to as well."""


def main(arguments: Sequence[str] = ()) -> Tally:
    """Damage the journal in all ways, and count what was set aside and what was lost."""
    parser = argparse.ArgumentParser(prog="reliability damage", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="which random damage")
    parser.add_argument("--random", type=int, default=3000, help="how much random damage")
    asked = parser.parse_args(arguments)
    tally = Tally("damage")
    with TemporaryDirectory(prefix="loopready-damage-", dir=memory()) as folder:
        patient = Patient(Path(folder), tally)
        dice = Random(asked.seed)
        ways: dict[str, hurting.Way] = {
            **hurting.WAYS,
            "random": partial(hurting.random, dice, asked.random),
        }
        for name, damaged in ways.items():
            tried = tally.tried["damages"]
            for data in damaged(patient.whole):
                patient.open_with(data, name)
            tally.note(f"{name}: {tally.tried['damages'] - tried} times")
        patient.open_with_damaged_state()
    return tally


class Patient:
    """A store with one journal that is damaged, read and mended again and again."""

    def __init__(self, root: Path, tally: Tally) -> None:
        """Write a journal of a few lines, one of them taken back."""
        self._computer = Computer(root)
        self._tally = tally
        workspace = begin(self._computer)
        workspace.do(c.Tick(target="W1-03", on=study.TODAY))
        workspace.do(c.AddEvidence(item=study.SKILL, text="Łódź – “led” 😀"))
        workspace.undo()
        workspace.do(c.LogTime(code="W1-01", minutes=50, on=study.TODAY))
        self._known = root / "known"
        known = Known(self._known)
        self._computer.workspace(known=known)
        known.save()
        self._state = root / "state-ada"
        self._remembering = root / "state-remembering"
        self._state.rename(self._remembering)
        self._forgetting = root / "state-forgetting"
        self._forgetting.mkdir()
        shutil.copy(self._remembering / "device", self._forgetting)
        shutil.copytree(self._forgetting, self._state)
        self.whole = self._computer.file.read_bytes()
        self._lines = _records(self.whole)

    def open_with(self, data: bytes, where: str) -> None:
        """Open the store with a damaged journal, and see that all is as promised."""
        self._tally.count("damages")
        self._computer.file.write_bytes(data)
        lines = [line for line in data.split(b"\n") if line and not line.isspace()]
        whole = [line for line in map(_bare, lines) if line in self._lines]
        try:
            workspace = self._computer.workspace()
            self._see(workspace, _by_key(self._lines[line] for line in whole), where)
            told = len(workspace.set_aside)
            hurt = len(lines) - len(whole)
            self._tally.expect(told == hurt, f"{where}: {told} of {hurt} lines are told")
            self._tally.count("lines set aside", told)
            if self._tally.tried["damages"] % _WRITE_EVERY == 0:
                self._write_on(data, where)
        except Exception as error:  # noqa: BLE001 - that is what is looked for
            self._tally.expect(False, f"{where}: {type(error).__name__}: {error}")

    def _see(self, workspace: Workspace, wanted: Mapping[Key, Record], where: str) -> None:
        """See that exactly the wanted commands were read, and that the state is their fold."""
        read = _by_key(workspace.records)
        self._tally.expect(read.keys() >= wanted.keys(), f"{where}: a whole line is not read")
        others = {key: one for key, one in read.items() if wanted.get(key) != one}
        self._tally.expect(not others, f"{where}: a damaged line was taken for a command")
        in_order = sorted(wanted.values(), key=attrgetter("order"))
        folded = fold(State(study.CURRICULUM), in_order)[0]
        self._tally.expect(folded == workspace.state, f"{where}: another state is shown")

    def _write_on(self, data: bytes, where: str) -> None:
        """See that work goes on, and that what could not be read still lies where it lay."""
        workspace = self._computer.workspace()
        before = _by_key(workspace.records)
        workspace.do(c.AddItem(id="own.x", title="x", subject=Subject.READING, minutes=60))
        again = _by_key(self._computer.workspace().records)
        ids = {one.id for one in again.values()}
        self._tally.expect(not workspace.unsaved, f"{where}: {workspace.unsaved}")
        self._tally.expect(again.keys() > before.keys(), f"{where}: lines are gone after writing")
        self._tally.expect(len(ids) == len(again), f"{where}: an id is given twice")
        kept = self._computer.file.read_bytes().startswith(data)
        self._tally.expect(kept, f"{where}: the damaged lines are gone after writing")
        self._computer.file.write_bytes(data)
        self._begin_with(self._remembering)
        again = _by_key(self._computer.workspace().records)
        is_so = again.keys() >= _by_key(self._lines.values()).keys()
        self._tally.expect(is_so, f"{where}: what the computer keeps a copy of is gone")
        self._begin_with(self._forgetting)

    def _begin_with(self, state: Path) -> None:
        shutil.rmtree(self._state)
        shutil.copytree(state, self._state)

    def open_with_damaged_state(self) -> None:
        """Damage what the computer keeps for itself: at most it knows less, nothing is lost."""
        self._computer.file.write_bytes(self.whole)
        right = self._computer.workspace().state
        for file in (self._known, self._state / "device"):
            data = file.read_bytes()
            for damaged in (*hurting.flipped(data), *hurting.cut(data), *hurting.zeroed(data)):
                self._tally.count("damages")
                file.write_bytes(damaged)
                try:
                    workspace = self._computer.workspace(known=Known(self._known))
                    is_so = workspace.state == right and not workspace.set_aside
                    self._tally.expect(is_so, f"{file.name}: another state is shown")
                except Exception as error:  # noqa: BLE001 - that is what is looked for
                    self._tally.expect(False, f"{file.name}: {type(error).__name__}: {error}")
            file.write_bytes(data)
        for damaged in hurting.flipped(self.whole[-400:]):
            self._computer.file.write_bytes(self.whole[:-400] + damaged)
            known = self._computer.workspace(known=Known(self._known))
            plain = self._computer.workspace()
            self._tally.count("damages")
            is_so = (known.state, known.set_aside) == (plain.state, plain.set_aside)
            self._tally.expect(is_so, "known: what was known hides damage")


def _bare(line: bytes) -> bytes:
    """Return a line without what editors and file systems put around it, and we pass over."""
    return line.removeprefix(b"\xef\xbb\xbf").strip(b"\0 \t\r")


def _by_key(records: Iterable[Record]) -> Mapping[Key, Record]:
    return {(one.id, one.sum): one for one in records}


def _records(data: bytes) -> Mapping[bytes, Record]:
    found = {line: decode(line) for line in data.split(b"\n")[:-1]}
    return {line: record for line, record in found.items() if isinstance(record, Record)}
