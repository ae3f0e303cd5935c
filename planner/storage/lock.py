"""Lets the window and the command line of one computer write to a store in turn."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from planner.storage.disk import PRIVATE_FILE, make_folder
from planner.storage.trouble import NotSaved, not_saved

if TYPE_CHECKING:
    from filelock import FileLock

_WRITER_WAITS = 3.0
_READER_WAITS = 1.0
"""Seconds. An append takes milliseconds; who waits longer has met a disk that hangs."""


class TurnLock:
    """A lock of the system, which frees it when its holder dies; held only during one append."""

    def __init__(self, file: Path) -> None:
        """Remember the lock's file, which is made by the first writer."""
        self._file = file

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the lock.

        Raises:
            NotSaved: when it cannot be had.
        """
        with ExitStack() as held:
            try:
                make_folder(self._file.parent)
                held.enter_context(self._lock(_WRITER_WAITS))
            except TimeoutError as error:
                raise NotSaved("Another copy of Loopready is writing to the store.") from error
            except OSError as error:
                raise not_saved(error, self._file) from error
            yield

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Hold the lock where that is possible; who only reads is not kept from it."""
        with ExitStack() as held:
            with suppress(OSError):  # among them a TimeoutError
                held.enter_context(self._lock(_READER_WAITS))
            yield

    def _lock(self, seconds: float) -> "FileLock":
        from filelock import FileLock  # noqa: PLC0415 - most starts need no lock

        return FileLock(self._file, timeout=seconds, mode=PRIVATE_FILE)
