"""Reads the lines of a file that may be a journal, and later only what was added to it."""

import os
import zlib
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from pathlib import Path

from planner.core.values import Fact
from planner.storage.known import Known
from planner.storage.line import Record, SetAside, Why, decode, name_of, recalled

_MARK = b'{"id": "'
_GLANCE = 1 << 16
"""How much of a file of any other name is looked at for a line of ours."""

Key = tuple[int, int, int, int]
Turn = Callable[[], AbstractContextManager[None]]


class Part(Fact, frozen=True):
    """How far a file was read, and what is wrong with it.

    `key` differs whenever the file does. `length`, `check` and `lines` are of the lines that end
    with a newline; what follows the last one is `aside` in `tail` when it is no whole line yet.
    """

    key: Key | None = None
    length: int = 0
    check: int = 0
    lines: int = 0
    aside: tuple[SetAside, ...] = ()
    tail: tuple[SetAside, ...] = ()

    def longer(self, key: Key, data: bytes) -> "Part":
        """Return the part after whole lines were added."""
        return replace(
            self,
            key=key,
            length=self.length + len(data),
            check=zlib.crc32(data, self.check),
            lines=self.lines + data.count(b"\n"),
        )


@dataclass(slots=True)
class Found:
    """What a reading gave: records, and the names of lines that had to be set aside."""

    records: list[Record] = field(default_factory=list)
    names: list[tuple[str, int]] = field(default_factory=list)

    def take(self, line: bytes, *, is_known: bool = False) -> Why | None:
        """Read one line, and return what is wrong with it; one that is known was read before."""
        if line.isspace() or not line:
            return None
        record = (recalled(line) if is_known else None) or decode(line)
        if isinstance(record, Record):
            self.records.append(record)
            return None
        name = name_of(line)
        if name is not None:
            self.names.append(name)
        return record


def key_of(status: os.stat_result) -> Key:
    """Return what tells whether a file changed."""
    return status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns


def read_on(
    file: Path, part: Part, key: Key, known: Known, turn: Turn | None = None
) -> tuple[Part, Found]:
    """Return what a file holds beyond the part that was read, or all of it where that changed.

    Lines that are known from an earlier start are not checked again. `turn` keeps others from
    writing meanwhile; a file that is known to its end is not being written.

    A file that cannot be read is set aside as a whole, and tried again the next time.
    """
    found = Found()
    try:
        data = _content(file)
        if turn is not None and not known.covers(data):
            with turn():
                data = _content(file)
    except OSError:
        return replace(part, key=None, tail=(SetAside(file, 0, Why.UNREADABLE),)), found
    if len(data) < part.length or zlib.crc32(memoryview(data)[: part.length]) != part.check:
        part = Part()
    *whole, rest = data[part.length :].split(b"\n")
    aside = list(part.aside)
    told = known.lines(data) if not part.length else frozenset[int]()
    for number, line in enumerate(whole, part.lines + 1):
        why = found.take(line, is_known=number in told)
        if why is not None:
            aside.append(SetAside(file, number, why))
    read = part.longer(key, data[part.length : len(data) - len(rest)])
    why = found.take(rest)
    tail = () if why is None else (SetAside(file, read.lines + 1, why),)
    return replace(read, aside=tuple(aside), tail=tail), found


def note(file: Path, part: Part, known: Known) -> None:
    """Let the lines of a part be known from now on, where they still stand in the file."""
    try:
        data = _content(file)[: part.length]
    except OSError:
        return
    if zlib.crc32(data) == part.check:
        known.note_lines(data, [one.number for one in part.aside])


def _content(file: Path) -> bytes:
    """Return the content of a file that may hold lines of ours, else nothing."""
    with file.open("rb") as opened:
        head = opened.read(_GLANCE)
        named = file.name.startswith("journal-") and file.suffix == ".jsonl"
        return head + opened.read() if named or _MARK in head else b""
