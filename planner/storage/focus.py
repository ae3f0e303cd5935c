"""Remembers the focus timer across an end of the program, whether it was wanted or not."""

import json
from contextlib import suppress
from pathlib import Path

from planner.core.checking import read, written
from planner.core.focus import Focus
from planner.storage.disk import make_folder
from planner.storage.files import write_whole
from planner.storage.trouble import not_saved


class FocusFile:
    """A file of this computer with the one timer there is, always at rest.

    What ran after the last time it was kept is not known, and not guessed.
    """

    def __init__(self, file: Path) -> None:
        """Remember the file, which is there only while there is a timer."""
        self._file = file

    def read(self) -> Focus | None:
        """Return the timer that was kept, or None. A file that makes none is as good as none."""
        try:
            return read(Focus, self._file.read_bytes()).evolve(seen=None)
        except (OSError, ValueError):
            return None

    def keep(self, focus: Focus) -> None:
        """Keep a timer with what was counted until now.

        Raises:
            NotSaved: when that failed; the one kept before stays.
        """
        try:
            make_folder(self._file.parent)
        except OSError as error:
            raise not_saved(error, self._file) from error
        content = json.dumps(written(focus.evolve(seen=None))).encode() + b"\n"
        write_whole(self._file, content)

    def clear(self) -> None:
        """Keep none any more; what was logged is not to be offered again by the next start."""
        try:
            self._file.unlink(missing_ok=True)
        except OSError:
            with suppress(OSError):  # an empty file is as good as none
                self._file.write_bytes(b"")
