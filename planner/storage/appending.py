"""Adds bytes to the end of a file so that they are on the disk, or takes them away again."""

import errno
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from planner.storage.disk import BINARY, PRIVATE_FILE, flush, flush_folder, read_at, write_all
from planner.storage.reading import Key, key_of


class AppendError(Exception):
    """Why bytes could not be added, and whether the file is as it was before."""

    def __init__(self, error: OSError, *, clean: bool) -> None:
        """Keep the error of the system."""
        super().__init__(str(error))
        self.error = error
        self.clean = clean


@dataclass(frozen=True, slots=True)
class Added:
    """Where the bytes begin in the file, and the file's new key."""

    start: int
    key: Key


def append(file: Path, data: bytes) -> Added:
    """Add whole lines to a file, or make it with them, and return when the disk has them.

    A last line without a newline gets one first. After an error the file is cut back to what it
    was, so that trying again writes the bytes anew: a second flush alone would report success for
    bytes the system has given up.

    Raises:
        AppendError: when the lines may not have reached the disk.
    """
    try:
        handle = os.open(file, os.O_RDWR | os.O_APPEND | os.O_CREAT | BINARY, PRIVATE_FILE)
    except OSError as error:
        raise AppendError(error, clean=True) from error
    try:
        return _append(handle, file, data)
    finally:
        with suppress(OSError):  # after the flush there is nothing left that closing could lose
            os.close(handle)


def _append(handle: int, file: Path, data: bytes) -> Added:
    start: int | None = None
    try:
        start = os.fstat(handle).st_size
        torn = start > 0 and read_at(handle, start - 1, 1) != b"\n"
        whole = b"\n" + data if torn else data
        write_all(handle, whole)
        _compare(read_at(handle, start, len(whole) + 1), whole)
        flush(handle)
        if start == 0:
            flush_folder(file.parent)
        return Added(start, key_of(os.fstat(handle)))
    except OSError as error:
        raise AppendError(error, clean=start is None or _cut_back(handle, start)) from error


def _compare(read: bytes, written: bytes) -> None:
    if read != written:
        raise OSError(errno.EIO, "the disk does not return what was written")


def _cut_back(handle: int, length: int) -> bool:
    try:
        os.ftruncate(handle, length)
        return os.fstat(handle).st_size == length
    except OSError:
        return False
