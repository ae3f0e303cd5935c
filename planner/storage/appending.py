"""Adds bytes to the end of a file so that they are on the disk, or takes them away again."""

import errno
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from planner.core.values import Fact
from planner.storage.disk import BINARY, PRIVATE_FILE, flush, flush_folder, read_at, write_all
from planner.storage.reading import Key, key_of


class Added(Fact, frozen=True):
    """Where the bytes begin in the file, and the file's new key."""

    start: int
    key: Key


def append(file: Path, data: bytes) -> Added:
    """Add whole lines to a file, or make it with them, and return when the disk has them.

    A last line without a newline gets one first. After an error the file is cut back to what it
    was where that can be done, so that trying again writes the bytes anew: a second flush alone
    would report success for bytes the system has given up.

    Raises:
        OSError: when the lines may not have reached the disk.
    """
    handle = os.open(file, os.O_RDWR | os.O_APPEND | os.O_CREAT | BINARY, PRIVATE_FILE)
    try:
        start = os.fstat(handle).st_size
        torn = start > 0 and read_at(handle, start - 1, 1) != b"\n"
        whole = b"\n" + data if torn else data
        try:
            return _append(handle, start, file.parent, whole)
        except OSError:
            with suppress(OSError):
                _take_back(handle, start, whole)
            raise
    finally:
        with suppress(OSError):  # after the flush there is nothing left that closing could lose
            os.close(handle)


def _append(handle: int, start: int, folder: Path, whole: bytes) -> Added:
    write_all(handle, whole)
    if read_at(handle, start, len(whole) + 1) != whole:
        raise OSError(errno.EIO, "the disk does not return what was written")
    flush(handle)
    if start == 0:
        flush_folder(folder)
    return Added(start, key_of(os.fstat(handle)))


def _take_back(handle: int, start: int, whole: bytes) -> None:
    """Cut a file back, unless somebody wrote to it as well, as where no lock is shared.

    A disk may have taken the end of the bytes and not their beginning.
    """
    if read_at(handle, start, len(whole) + 1) in whole:
        os.ftruncate(handle, start)


def may_hold(file: Path, lines: Iterable[bytes]) -> bool:
    """Say whether one of some lines stands in a file, or could: it cannot be looked into."""
    try:
        data = file.read_bytes()
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return any(line in data for line in lines)
