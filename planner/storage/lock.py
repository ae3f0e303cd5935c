"""Lets the window and the command line of one computer write to a store in turn."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from planner.core.language import translate
from planner.storage.disk import PRIVATE_FILE, make_folder
from planner.storage.trouble import NotSaved, not_saved

if TYPE_CHECKING:
    from filelock import FileLock

_NO_LOCKS = {errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}
"""What file systems answer that know no locks, as some network drives and FUSE do.

Then two programs may write at once. Each line is added in one go at the end of the file, and two
lines of one number both count, so nothing is lost; this computer may only take another name.
"""
_WRITER_WAITS = 3.0
_READER_WAITS = 1.0
"""Seconds. An append takes milliseconds; who waits longer has met a disk that hangs."""


class TurnLock:
    """A lock of the system, which frees it when its holder dies; held only during one append."""

    def __init__(self, file: Path) -> None:
        """Remember the lock's file, which is made by the first writer."""
        self._file = file
        self.folder = file.parent
        """Where it lies."""

    @contextmanager
    def writing(self) -> Iterator[bool]:
        """Hold the lock, and say whether it is held: where there are no locks, writing goes on.

        Raises:
            NotSaved: when it cannot be had.
        """
        lock = self._lock(_WRITER_WAITS)
        try:
            make_folder(self._file.parent)
            lock.acquire()
        except TimeoutError as error:
            raise NotSaved(
                translate("Storage", "Another copy of Loopready is writing to the store.")
            ) from error
        except OSError as error:
            if error.errno not in _NO_LOCKS:
                raise not_saved(error, self._file) from error
        try:
            yield lock.is_locked
        finally:
            _free(lock)

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Hold the lock where that is possible; who only reads is not kept from it."""
        lock = self._lock(_READER_WAITS)
        with suppress(OSError):  # among them a TimeoutError
            lock.acquire()
        try:
            yield
        finally:
            _free(lock)

    def _lock(self, seconds: float) -> "FileLock":
        from filelock import FileLock  # noqa: PLC0415 - most starts need no lock

        return FileLock(self._file, timeout=seconds, mode=PRIVATE_FILE, fallback_to_soft=False)


def _free(lock: "FileLock") -> None:
    """Give a lock back; where the system refuses, what was written is safe all the same."""
    with suppress(OSError):
        lock.release()
