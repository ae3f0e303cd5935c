"""Reads what strace wrote down of a piece of work, and does it again on a model of the disk."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import NamedTuple

from reliability.disks import FOLDER, Disk

ALSO = (
    *("openat2", "creat", "linkat", "symlink", "symlinkat", "unlinkat", "renameat", "mkdirat"),
    *("truncate", "writev", "pwritev", "pwritev2", "fallocate", "dup", "dup2", "dup3", "sync"),
    *("syncfs", "sync_file_range"),
)
"""Calls that could change a disk in ways that are not modelled."""
_COPIES = {"dup", "dup2", "dup3"}
_NOT_MODELLED = {*ALSO, "link", "copy_file_range", "sendfile", "renameat2", "pwrite64"}

ACKNOWLEDGED = "/acknowledged/"
"""To look for a name in this folder, which is nowhere, says how many commands are safe by now."""

_LINE = re.compile(r"^(\d+) +(\w+)\((.*)\) += (-?\d+)(?: .*)?$")
_BEGUN = re.compile(r"^(\d+) +(\w+)\((.*) <unfinished \.\.\.>$")
_RESUMED = re.compile(r"^(\d+) +<\.\.\. (\w+) resumed>(.*)$")
_TEXT = re.compile(r'^"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?$')


class Unmodelled(Exception):  # noqa: N818 - it says what the model does not know
    """The program did something to the disk that the model does not know."""


class Call(NamedTuple):
    """A call and what it returned, -1 for an error."""

    name: str
    arguments: Sequence[str]
    result: int


@dataclass
class _Open:
    """An open file: its number, or the folder it is, and where the next byte goes."""

    number: int
    path: PurePosixPath
    appends: bool
    place: int = 0


def calls_in(lines: Sequence[str]) -> Iterator[Call]:
    """Yield the calls of all threads in the order in which they came back."""
    begun: dict[str, str] = {}
    for line in lines:
        if found := _BEGUN.match(line):
            begun[found[1]] = f"{found[1]} {found[2]}({found[3]}"
            continue
        resumed = _RESUMED.match(line)
        whole = begun.pop(resumed[1], "") + resumed[3] if resumed else line
        if found := _LINE.match(whole):
            yield Call(found[2], found[3].split(", "), int(found[4]))


class Replay:
    """Does calls again on a disk, as far as they concern what lies below its folder."""

    def __init__(self, disk: Disk, root: str) -> None:
        """Remember the disk, and where its folder was when the calls were written down."""
        self._disk = disk
        self._root = root
        self._open: dict[int, _Open] = {}
        self.acknowledged = 0
        """How many commands are safe by now, as the program was told."""

    def take(self, call: Call) -> bool:
        """Do a call again, and say whether it changed what may be on the disk after a cut.

        Raises:
            Unmodelled: when the model does not know it.
        """
        if call.name == "access":
            return self._acknowledge(call)
        if call.result < 0:
            return False
        if call.name in _COPIES and int(call.arguments[0]) not in self._open:
            return False  # of a terminal or a pipe
        if call.name in _NOT_MODELLED:
            raise Unmodelled(f"{call.name}({', '.join(call.arguments)[:200]})")
        do = getattr(self, f"_{call.name}", None)
        return bool(do and do(call))

    def _acknowledge(self, call: Call) -> bool:
        path = _text(call.arguments[0])
        if not path.startswith(ACKNOWLEDGED):
            return False
        self.acknowledged = int(path.removeprefix(ACKNOWLEDGED))
        return True

    def _openat(self, call: Call) -> bool:
        path, flags = self._path(call.arguments[1]), call.arguments[2].split("|")
        if path is None:
            self._open.pop(call.result, None)
            return False
        number = FOLDER if path in self._disk.folders else self._disk.number(path)
        is_new = number is None
        if number is None:
            number = self._disk.create(path)
        elif "O_TRUNC" in flags:
            self._disk.cut(number, 0)
        self._open[call.result] = _Open(number, path, "O_APPEND" in flags)
        return is_new or "O_TRUNC" in flags

    def _close(self, call: Call) -> bool:
        self._open.pop(int(call.arguments[0]), None)
        return False

    def _lseek(self, call: Call) -> bool:
        if one := self._open.get(int(call.arguments[0])):
            one.place = call.result
        return False

    def _read(self, call: Call) -> bool:
        if one := self._open.get(int(call.arguments[0])):
            one.place += call.result
        return False

    def _write(self, call: Call) -> bool:
        one = self._open.get(int(call.arguments[0]))
        if one is None:
            return False
        if one.appends:
            one.place = len(self._disk.files[one.number].content)
        self._disk.write(one.number, one.place, _data(call.arguments[1])[: call.result])
        one.place += call.result
        return True

    def _ftruncate(self, call: Call) -> bool:
        if one := self._open.get(int(call.arguments[0])):
            self._disk.cut(one.number, int(call.arguments[1]))
        return one is not None

    def _fsync(self, call: Call) -> bool:
        one = self._open.get(int(call.arguments[0]))
        if one is not None and one.number == FOLDER:
            self._disk.flush_folder(one.path)
        elif one is not None:
            self._disk.flush(one.number)
        return one is not None

    _fdatasync = _fsync

    def _mkdir(self, call: Call) -> bool:
        path = self._path(call.arguments[0])
        if path is not None:
            self._disk.make_folder(path)
        return path is not None

    def _rename(self, call: Call) -> bool:
        old, new = self._path(call.arguments[0]), self._path(call.arguments[1])
        if old is None and new is None:
            return False
        if old is None or new is None:
            raise Unmodelled("a file comes from elsewhere, or goes there")
        try:
            self._disk.rename(old, new)
        except ValueError as error:
            raise Unmodelled(str(error)) from error
        return True

    def _unlink(self, call: Call) -> bool:
        path = self._path(call.arguments[0])
        if path is not None:
            self._disk.remove(path)
        return path is not None

    _rmdir = _unlink

    def _path(self, argument: str) -> PurePosixPath | None:
        """Return a path below the folder, or nothing for one that lies elsewhere."""
        path = PurePosixPath(_text(argument))
        return path.relative_to(self._root) if path.is_relative_to(self._root) else None


def _text(argument: str) -> str:
    return _data(argument).decode("utf-8", "surrogateescape")


def _data(argument: str) -> bytes:
    found = _TEXT.match(argument)
    if found is None or found[2]:
        raise Unmodelled(f"this was not written down whole: {argument[:60]}")
    return bytes.fromhex(found[1].replace("\\x", ""))
