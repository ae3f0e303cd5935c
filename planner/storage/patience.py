"""Reads the journals of other computers without ever waiting for one that does not come.

Where a file lies in a cloud and not on the disk, or on a network that is gone, reading it may never
return. So it is read in a thread of its own, which is left behind when it takes too long.
"""

from _thread import start_new_thread
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from threading import Event

from planner.storage.reading import Content

SECONDS = 1.5
"""For one file; what lies on a disk takes milliseconds."""
_MOST_WAITED_FOR = 2
"""Files that are waited for in vain in one go; those after them are read the next time."""


class Patience:
    """Reads files, but each that does not come only once, until it does."""

    def __init__(self, read: Callable[[Path], bytes | OSError]) -> None:
        """Remember how a file is read."""
        self._read = read
        self._stuck: dict[Path, _Work] = {}

    def contents(self, files: Sequence[Path]) -> Mapping[Path, Content]:
        """Return what the files hold, in the time it may take."""
        found: dict[Path, Content] = dict.fromkeys(files)
        self._stuck = {file: one for file, one in self._stuck.items() if not one.is_over}
        rest = [file for file in files if file not in self._stuck]
        for _ in range(_MOST_WAITED_FOR):
            if not rest:
                break
            work = _Work(self._read, rest)
            read = work.results()
            found.update(read)
            rest = rest[len(read) :]
            if rest:
                self._stuck[rest[0]] = work
                rest = rest[1:]
        return found


class _Work:
    """Some files on their way, one after another.

    The thread is none of `threading`: that waits without end for a thread to begin, also for one
    that has found no memory to do so.
    """

    def __init__(self, read: Callable[[Path], bytes | OSError], files: Sequence[Path]) -> None:
        self._read = read
        self._files = files
        self._results: dict[Path, bytes | OSError] = {}
        self._done = [Event() for _ in files]
        self._is_left = False
        self.is_over = False
        """Whether the thread has ended."""

    def results(self) -> Mapping[Path, bytes | OSError]:
        """Return what was read in time, up to the first file that was not."""
        start_new_thread(self._run, ())
        read: dict[Path, bytes | OSError] = {}
        for file, done in zip(self._files, self._done, strict=True):
            if not done.wait(SECONDS):
                self._is_left = True
                break
            read[file] = self._results[file]
        return read

    def _run(self) -> None:
        try:
            for file, done in zip(self._files, self._done, strict=True):
                if self._is_left:
                    return
                self._results[file] = self._read(file)
                done.set()
        finally:
            self.is_over = True
