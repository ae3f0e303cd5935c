"""Copies of the journals of a store, read only where the store lacks something it once held."""

import json
import os
import zlib
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from planner.core.values import Fact
from planner.storage.disk import BINARY, PRIVATE_FILE, flush, make_folder, write_all
from planner.storage.files import write_whole
from planner.storage.sums import sha256
from planner.storage.trouble import NotSaved

_INDEX = "index.json"
_SPACE = b"\0 \t\r"


class _Copied(Fact, frozen=True):
    """How much of a file was copied, and the checksum of that much.

    `more` says that the copy holds lines that the file did not hold any more.
    """

    length: int = 0
    check: int = 0
    more: bool = False


class Copies:
    """One copy for each journal that was ever read, to which is only ever added.

    An index says how far each journal was copied and what that much looked like, so that a start
    sees at a glance whether a journal still holds all that it once held. A copy that is damaged
    or gone knows less than it could and does no harm.
    """

    def __init__(self, folder: Path) -> None:
        """Remember the folder; nothing is read or made yet."""
        self._folder = folder
        self._read: dict[str, _Copied] | None = None
        self._told: set[str] = set()
        self._is_new = False

    @property
    def names(self) -> Sequence[str]:
        """The names of the journals there are copies of."""
        return sorted(self._index)

    def hold_more(self, name: str, data: bytes) -> bool:
        """Say whether a journal lacks, or holds otherwise, what was copied from it."""
        copied = self._index.get(name, _Copied())
        if copied.more:
            return True
        whole = memoryview(data)[: copied.length]
        return len(whole) < copied.length or zlib.crc32(whole) != copied.check

    def content(self, name: str) -> bytes:
        """Return the lines that were ever copied of a journal; of a damaged copy what is left."""
        try:
            return self._copy(name).read_bytes()
        except OSError:
            return b""

    def keep(self, name: str, data: bytes) -> None:
        """Copy the whole lines of a journal that are not copied yet."""
        copied = self._index.get(name, _Copied())
        more, is_more = data[copied.length :], False
        if self.hold_more(name, data):
            old, here = (
                {line.strip(_SPACE): line for line in lines.split(b"\n")}
                for lines in (self.content(name), data)
            )
            more = b"".join(line + b"\n" for bare, line in here.items() if bare not in old)
            is_more = not old.keys() <= here.keys()
        now = _Copied(len(data), zlib.crc32(data), is_more)
        if now == copied:
            return
        with suppress(OSError):  # then it is tried again at the next start
            make_folder(self._folder)
            _add(self._copy(name), more)
            self._index[name] = now
            self._is_new = True

    def forget(self, name: str) -> None:
        """Let go of a journal all of whose lines stand in others as well."""
        self._is_new |= self._index.pop(name, None) is not None

    def tell_once(self, what: str) -> bool:
        """Say whether something was not told yet, and take it for told from now on."""
        self._load()
        is_first = what not in self._told
        self._told.add(what)
        self._is_new |= is_first
        return is_first

    def save(self) -> None:
        """Keep the index where it is new."""
        if not self._is_new:
            return
        files = {name: [one.length, one.check, one.more] for name, one in self._index.items()}
        content = json.dumps({"files": files, "told": sorted(self._told)})
        with suppress(OSError, NotSaved):
            make_folder(self._folder)
            write_whole(self._folder / _INDEX, content.encode())
            self._is_new = False

    def put_away(self) -> None:
        """Let the store be new: the copies stay under another name, and none are known.

        Raises:
            OSError: when they cannot be put away.
        """
        if self._folder.is_dir():
            names = (self._folder.with_name(f"{self._folder.name}-{n}") for n in range(1, 10_000))
            self._folder.rename(next(name for name in names if not name.exists()))
        self._read, self._told, self._is_new = {}, set(), False

    @property
    def _index(self) -> dict[str, _Copied]:
        return self._load()

    def _load(self) -> dict[str, _Copied]:
        """Return the index, read at its first use."""
        if self._read is None:
            try:
                self._read, self._told = _index_of(self._folder / _INDEX)
            except (OSError, ValueError, TypeError, KeyError, AttributeError):
                self._read = {}
        return self._read

    def _copy(self, name: str) -> Path:
        return self._folder / f"{sha256(os.fsencode(name)).hexdigest()[:16]}.jsonl"


def _index_of(file: Path) -> tuple[dict[str, _Copied], set[str]]:
    held: dict[str, Any] = json.loads(file.read_bytes())
    copied = {
        str(name): _Copied(int(length), int(check), bool(more))
        for name, (length, check, more) in held["files"].items()
    }
    return copied, set(map(str, held["told"]))


def _add(file: Path, data: bytes) -> None:
    """Add lines to a copy, and wait until they are on the disk; a torn last line is closed."""
    handle = os.open(file, os.O_RDWR | os.O_APPEND | os.O_CREAT | BINARY, PRIVATE_FILE)
    try:
        write_all(handle, b"\n" + data if os.fstat(handle).st_size else data)
        flush(handle)
    finally:
        os.close(handle)
