"""Remembers which lines this computer wrote last, and so tells lines that it did not write."""

import json
import os
from contextlib import suppress
from pathlib import Path

from planner.core.values import Fact
from planner.storage.disk import BINARY, PRIVATE_FILE
from planner.storage.records import Records

_DAMAGE = (OSError, ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError)
"""What a note that is none can raise; the last two for endless numbers and endless brackets."""


class Given(Fact, frozen=True):
    """The numbers that a device has given to its lines: up to `sure` they were on the disk.

    Those after it, up to `last`, were about to be written; `sums` are their checksums by number.
    """

    device: str
    sure: int
    last: int
    sums: dict[int, str]

    def is_of_two(self, device: str, records: Records) -> bool:
        """Say whether lines of a device are there that this computer did not write.

        Then another computer has the same id, as one that was set up from a copy of this one.
        """
        if records.has_doubles(device):
            return True
        if self.device != device:
            return False
        sums = ((records.sum_of(f"{device}-{n}"), one) for n, one in self.sums.items())
        return records.last_read(device) > self.last or any(
            found not in {"", one} for found, one in sums
        )


NONE = Given("", 0, 0, {})


class Giving:
    """The note of the numbers, in the state folder; it is written just before the lines are.

    So after a crash in between, our own last lines are not taken for those of another computer.
    """

    def __init__(self, file: Path) -> None:
        """Remember where the note is kept."""
        self._file = file

    def read(self) -> Given:
        """Return the note, or an empty one where there is none or it is damaged."""
        try:
            held = json.loads(self._file.read_bytes())
            sums = {int(n): str(one) for n, one in held["sums"].items()}
            return Given(str(held["device"]), int(held["sure"]), int(held["last"]), sums)
        except _DAMAGE:
            return NONE

    def write(self, given: Given) -> None:
        """Keep a note. It is not waited for: without it a copied device id is noticed later."""
        values = {name: getattr(given, name) for name in ("device", "sure", "last", "sums")}
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | BINARY
        try:
            with os.fdopen(os.open(self._file, flags, PRIVATE_FILE), "wb") as note:
                note.write(json.dumps(values).encode())
        except OSError:
            with suppress(OSError):  # an old note would call our own lines those of another
                self._file.unlink()
