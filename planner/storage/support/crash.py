"""Keeps the trace of a crash of Python or Qt, which nothing in the program can catch."""

import faulthandler
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from planner.storage.disk import make_folder

_RUNNING, _LAST = "running.txt", "crash.txt"


class Crash:
    """A file that a crash is written into; one that is found at the next start is kept."""

    def __init__(self, folder: Path) -> None:
        """Remember the folder."""
        self._running = folder / _RUNNING
        self.last = folder / _LAST
        self._open: TextIO | None = None

    def begin(self) -> bool:
        """Listen for a crash from now on, and say whether the program crashed the last time."""
        crashed = self._keep_last()
        with suppress(OSError):
            make_folder(self._running.parent)
            self._open = self._running.open("w", encoding="utf-8")
            faulthandler.enable(self._open)
        return crashed

    def end(self) -> None:
        """Listen no more."""
        if self._open is None:
            return
        faulthandler.disable()
        self._open.close()
        self._open = None
        with suppress(OSError):
            self._running.unlink()

    def _keep_last(self) -> bool:
        """Put the trace of the last run aside, where that crashed."""
        try:
            if not self._running.stat().st_size:
                return False
            self._running.replace(self.last)
        except OSError:
            return False
        return True
