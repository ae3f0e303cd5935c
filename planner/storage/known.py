"""Remembers across starts what was checked, by digests, so that it is not checked again."""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TypeVar

from planner import __version__
from planner.core.trusted import shape, trusted
from planner.storage.files import write_whole
from planner.storage.line import Record
from planner.storage.sums import blake2b
from planner.storage.trouble import NotSaved

T = TypeVar("T", bound=Hashable)

_MARK = re.compile(r"(document|lines [1-9][0-9]{0,11}) [0-9a-f]{64}( [1-9][0-9]{0,8})*")
_MOST = 60
"""Digests that are kept, the newest first; a store and the curriculum have about twenty."""


class Known:
    """Digests of what passed the full check, in a file of the state folder.

    A digest covers the bytes, the version of the program, and fields and bounds of the classes
    that are made of them, so what changed in any way is not known. Nothing of what was read stands
    in the file, and one that is damaged knows less than it could and does no harm.
    """

    def __init__(self, file: Path | None = None) -> None:
        """Read the digests; without a file nothing is known and nothing kept."""
        self._file = file
        self._kept = list(_marks(file))
        self._used: dict[str, None] = {}
        self._notes: list[Callable[[], None]] = []

    def recall(self, kind: type[T], data: bytes) -> T | None:
        """Return the value of a JSON document that was checked before, or None if it was not."""
        mark = f"document {_digest(kind, data)}"
        if mark not in self._kept:
            return None
        self._used[mark] = None
        return trusted(kind, data.decode("utf-8-sig"))

    def note(self, kind: type, data: bytes) -> None:
        """Take in that a JSON document was checked."""
        self._used[f"document {_digest(kind, data)}"] = None

    def lines(self, data: bytes) -> frozenset[int]:
        """Return the numbers of the lines of a file that were read before and found whole."""
        marks = [mark for mark in self._kept if mark.startswith("lines")]
        for mark in sorted(marks, key=_length, reverse=True):
            whole = data[: _length(mark)]
            _, _, digest, *aside = mark.split(" ")
            if len(whole) == _length(mark) and _digest(Record, whole) == digest:
                self._used[mark] = None
                return frozenset(range(1, whole.count(b"\n") + 1)).difference(map(int, aside))
        return frozenset()

    def covers(self, data: bytes) -> bool:
        """Say whether a file was read to its end before, just as it is."""
        mark = f"lines {len(data)} {_digest(Record, data)}"
        return any(one.startswith(mark) for one in self._kept)

    def note_lines(self, data: bytes, aside: Iterable[int]) -> None:
        """Take in that the lines of a file were read, but for those that were set aside."""
        numbers = "".join(f" {number}" for number in aside)
        if data:
            self._used[f"lines {len(data)} {_digest(Record, data)}{numbers}"] = None

    def listen(self, note: Callable[[], None]) -> None:
        """Call a function before the digests are kept, which notes what there is to note then."""
        self._notes.append(note)

    def save(self) -> None:
        """Keep the digests where there are new ones; the folder of the state is not made for it."""
        for note in self._notes:
            note()
        marks = list(dict.fromkeys([*self._used, *self._kept]))[:_MOST]
        is_old = set(marks) == set(self._kept)
        if self._file is None or is_old or not self._file.parent.is_dir():
            return
        with suppress(NotSaved):  # the next start takes longer, that is all
            write_whole(self._file, "".join(f"{mark}\n" for mark in marks).encode())
            self._kept = marks


def _marks(file: Path | None) -> Iterator[str]:
    if file is None:
        return
    with suppress(OSError, ValueError):
        for line in file.read_text(encoding="ascii").splitlines()[:_MOST]:
            if _MARK.fullmatch(line):
                yield line


def _length(mark: str) -> int:
    return int(mark.split(" ")[1])


def _digest(kind: type, data: bytes) -> str:
    digest = _begun(kind).copy()
    digest.update(data)
    return digest.hexdigest()


@cache
def _begun(kind: type) -> blake2b:
    said = f"{__version__} {kind.__qualname__}\n{shape(kind)}\n"
    return blake2b(said.encode(), digest_size=32)
