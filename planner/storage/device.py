"""The name of this computer in the journals: made once, kept outside the store."""

import re
from collections.abc import Callable
from pathlib import Path

from planner.storage.files import write_whole
from planner.storage.line import DEVICE


class Device:
    """The id of this computer, which does not exist before something is written."""

    def __init__(self, file: Path, new_id: Callable[[], str]) -> None:
        """Remember where the id is kept and how one is made."""
        self._file = file
        self._new_id = new_id
        self._id = ""

    def known(self) -> str:
        """Return the id, or nothing while there is none."""
        if not self._id:
            self._id = _read(self._file)
        return self._id

    def made(self) -> str:
        """Return the id, and make one where there is none.

        Raises:
            NotSaved: when it cannot be kept.
        """
        return self.known() or self.renewed()

    def renewed(self) -> str:
        """Return a new id, which takes the place of the one before.

        Raises:
            NotSaved: when it cannot be kept.
        """
        fresh = self.another()
        write_whole(self._file, fresh.encode())
        self._id = fresh
        return fresh

    def another(self) -> str:
        """Return an id that no computer has."""
        fresh = self._new_id()
        if not re.fullmatch(DEVICE, fresh):
            raise ValueError(f"{fresh!r} cannot be the id of a device")
        return fresh


def _read(file: Path) -> str:
    try:
        text = file.read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return ""
    return text if re.fullmatch(DEVICE, text) else ""
