"""Reads the lines of a file that may be a journal, and later only what was added to it."""

import errno
import os
import zlib
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import compress
from pathlib import Path

from planner.core.values import Fact
from planner.storage.known import Known
from planner.storage.line import (
    Record,
    SetAside,
    Why,
    can_be_remade,
    decode,
    name_of,
    remade,
    unsigned,
)

_MARK = b'{"id": "'
_GLANCE = 1 << 16
"""How much of a file of any other name is looked at for a line of ours."""

Content = bytes | OSError | None
"""What a file held, or why it could not be read; None when that took too long."""

Key = tuple[int, int, int, int]


class Part(Fact, frozen=True):
    """How far a file was read, and what is wrong with it.

    `key` differs whenever the file does. `length`, `check` and `lines` are of the lines that end
    with a newline; what follows the last one is `aside` in `tail` when it is no whole line yet.
    `ours` says that it holds a command at all.
    """

    key: Key | None = None
    length: int = 0
    check: int = 0
    lines: int = 0
    aside: tuple[SetAside, ...] = ()
    tail: tuple[SetAside, ...] = ()
    ours: bool = False

    def is_beginning_of(self, data: bytes) -> bool:
        """Say whether a file still begins with the lines that were read."""
        whole = memoryview(data)[: self.length]
        return len(whole) == self.length and zlib.crc32(whole) == self.check

    def longer(self, key: Key, data: bytes) -> "Part":
        """Return the part after whole lines were added."""
        return self.evolve(
            key=key,
            length=self.length + len(data),
            check=zlib.crc32(data, self.check),
            lines=self.lines + data.count(b"\n"),
        )


class Found:
    """What a reading gave: records, and the names of lines that had to be set aside."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.records: list[Record] = []
        self.names: list[tuple[str, int]] = []

    def take(self, line: bytes) -> Why | None:
        """Read one line, and return what is wrong with it; an empty one is nothing."""
        if not line or line.isspace():
            return None
        record = decode(line)
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


def content_of(file: Path) -> bytes | OSError:
    """Return what a file holds, if it may hold lines of ours, or why that cannot be read."""
    try:
        return _content(file)
    except OSError as error:
        return error
    except MemoryError:
        return OSError(errno.ENOMEM, os.strerror(errno.ENOMEM))


def read_on(file: Path, part: Part, key: Key, known: Known, content: Content) -> tuple[Part, Found]:
    """Return what a file holds beyond the part that was read, or all of it where that changed.

    Lines that are known from an earlier start are not checked again. A file that cannot be read,
    or not in time, is set aside as a whole, and tried again the next time.
    """
    found = Found()
    if not isinstance(content, bytes):
        failed = SetAside(file, 0, Why.SLOW if content is None else Why.UNREADABLE)
        return part.evolve(key=None, tail=(failed,)), found
    data = content
    if not part.is_beginning_of(data):
        part = Part()
    *whole, rest = data[part.length :].split(b"\n")
    aside = list(part.aside)
    told = known.lines(data) if not part.length else frozenset[int]()
    _, found.records, left = _parted(whole, told)
    for number, line in left:
        why = found.take(line)
        if why is not None:
            says = unsigned(line) if why is Why.BAD_SUM else None
            aside.append(SetAside(file, part.lines + number, why, says))
    read = part.longer(key, data[part.length : len(data) - len(rest)])
    why = found.take(rest)
    tail = () if why is None else (SetAside(file, read.lines + 1, why),)
    read = read.evolve(aside=tuple(aside), tail=tail, ours=part.ours or bool(found.records))
    return read, found


def recalled(data: bytes, known: Known) -> tuple[Found, Mapping[tuple[str, str], bytes]]:
    """Return what a copy holds, and its lines that are whole by id and checksum."""
    found = Found()
    whole: dict[tuple[str, str], bytes] = {}
    aside: list[int] = []
    lines, found.records, left = _parted(data.split(b"\n"), known.lines(data))
    for number, line in left:
        before = len(found.records)
        if found.take(line) is not None:
            aside.append(number)
        elif len(found.records) > before:
            lines.append(line)
    for one, line in zip(found.records, lines, strict=True):
        whole.setdefault((one.id, one.sum), line)
    known.note_lines(data, aside)
    return found, whole


def _parted(
    lines: Sequence[bytes], told: AbstractSet[int]
) -> tuple[list[bytes], list[Record], Iterable[tuple[int, bytes]]]:
    """Return the lines that were read and whole before, their records, and all that is left.

    `told` are the numbers of the former, from 1. In doubt, everything is left to be read.
    """
    known = [number in told and can_be_remade(line) for number, line in enumerate(lines, 1)]
    whole = list(compress(lines, known))
    records = remade(whole)
    if not records:
        return [], [], enumerate(lines, 1)
    left = ((number, line) for number, line in enumerate(lines, 1) if not known[number - 1])
    return whole, list(records), left


def is_journal_name(name: str) -> bool:
    """Say whether a file is called as a journal is, and so is told when it cannot be read."""
    return name.startswith("journal-") and name.endswith(".jsonl")


def _content(file: Path) -> bytes:
    """Return the content of a file that may hold lines of ours, else nothing."""
    with file.open("rb") as opened:
        head = opened.read(_GLANCE)
        return head + opened.read() if is_journal_name(file.name) or _MARK in head else b""
