"""Compares what is on the disk after a kill with what had been acknowledged before it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from zlib import crc32

from planner.core.folding import fold
from planner.core.state import State
from planner.storage.line import Record, decode
from planner.workspace import Workspace
from reliability.children import NONE, Ack
from reliability.deeds import mark
from reliability.tally import Tally


class Ledger:
    """All acknowledgements of one store and one computer."""

    def __init__(self, file: Path, opened: Callable[[], Workspace], tally: Tally) -> None:
        """Remember the own file of the computer, and how its store is opened."""
        self._file = file
        self._opened = opened
        self._tally = tally
        self._acks: list[Ack] = []
        self._torn = 0
        self.kills = 0

    def check(self, said: Sequence[Sequence[Ack]], where: str) -> None:
        """Take in what killed children said, and count what of all that was ever said is gone."""
        data = self._file.read_bytes() if self._file.exists() else b""
        ends = _ends(data)
        self.kills += len(said)
        self._acks += (one for child in said for one in child)
        for one in self._acks:
            whole = crc32(data[: one.length]) == one.check and one.length in ends
            self._tally.expect(whole, f"{where}: what was acknowledged at byte {one.length}")
        for child in said:
            for one in child:
                kind = ends[one.length].command.kind if one.length in ends else ""
                self._tally.expect(one.kind in {"", kind}, f"{where}: {one.kind}, but {kind}")
        workspace = self._opened()
        if len(said) == 1:
            self._check_states(workspace, said[0], ends, where)
        self._check_torn(workspace, where)
        self._tally.expect(not workspace.refused, f"{where}: a command does not apply any more")

    def _check_states(
        self, workspace: Workspace, said: Sequence[Ack], ends: dict[int, Record], where: str
    ) -> None:
        """See that each state shown is that of the lines, and that at most one gesture is newer."""
        start = State(workspace.state.curriculum)
        for one in said:
            lines = [record for end, record in ends.items() if end <= one.length]
            is_so = one.mark in {NONE, mark(fold(start, lines)[0])}
            self._tally.expect(is_so, f"{where}: another state at byte {one.length}")
        if said:
            newer = {record.at for end, record in ends.items() if end > said[-1].length}
            self._tally.expect(len(newer) <= 1, f"{where}: {len(newer)} gestures are newer")
        told = mark(fold(start, list(ends.values()))[0])
        self._tally.expect(told == mark(workspace.state), f"{where}: the store shows another state")

    def _check_torn(self, workspace: Workspace, where: str) -> None:
        torn = len(workspace.set_aside)
        self._tally.expect(torn <= self.kills, f"{where}: {torn} lines were set aside")
        self._tally.count("torn lines", torn - self._torn)
        self._torn = torn


def _ends(data: bytes) -> dict[int, Record]:
    """Return the records of a file by the place where each ends."""
    found: dict[int, Record] = {}
    place = 0
    for line in data.splitlines(keepends=True):
        place += len(line)
        record = decode(line[:-1]) if line.endswith(b"\n") else None
        if isinstance(record, Record):
            found[place] = record
    return found
