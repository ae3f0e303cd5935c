"""Lets one window at a time hold a store; the command line and other computers write in turn."""

import os
import sys
from contextlib import suppress
from pathlib import Path

from planner.core.language import translate
from planner.storage.disk import BINARY, PRIVATE_FILE, make_folder

_FAR = 1 << 30
"""Windows locks bytes, and nobody else can read those: one far behind the process id is taken."""


class Hold:
    """A lock of the system on a file of the state folder, freed when its holder dies.

    At `address` the holder hears of others. The lock is the system's own and not that of filelock,
    whose import every start would wait for.
    """

    def __init__(self, file: Path, address: str) -> None:
        """Remember the file, which the first holder makes, and the address."""
        self._file = file
        self.address = address
        self._handle: int | None = None

    def take(self) -> bool:
        """Take the store, and say whether it is ours; true also where there can be no lock.

        Nobody is kept from working by a state folder that cannot be written.
        """
        if self._handle is not None:
            return True
        try:
            make_folder(self._file.parent)
            handle = os.open(self._file, os.O_RDWR | os.O_CREAT | BINARY, PRIVATE_FILE)
        except OSError:
            return True
        if not _locked(handle):
            os.close(handle)
            return False
        self._handle = handle
        with suppress(OSError):  # on a full disk it is not known who holds it, that is all
            os.write(handle, b"%-10d\n" % os.getpid())  # as long as any: nothing is left of another
        return True

    @property
    def is_ours(self) -> bool:
        """Whether the lock is held by this process."""
        return self._handle is not None

    def release(self) -> None:
        """Let the store go."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def barred(self) -> str:
        """Take the store, or return in one sentence why it cannot be written by us."""
        if self.take():
            return ""
        if not self.holder:
            return translate(
                "Storage", "Another window of Loopready has these data open and does not answer."
            )
        return translate(
            "Storage",
            "Another window of Loopready (process {process}) has these data open and does not "
            "answer.",
            process=self.holder,
        )

    @property
    def holder(self) -> int:
        """The process that took the store last, 0 where that is not known."""
        try:
            return int(self._file.read_bytes()[:20])
        except (OSError, ValueError):
            return 0


def _locked(handle: int) -> bool:
    """Lock a file, or return false where another process has it."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - of one system only

            os.lseek(handle, _FAR, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            os.lseek(handle, 0, os.SEEK_SET)
        else:
            import fcntl  # noqa: PLC0415 - not there on Windows

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:  # some network drives know no locks
        return True
    return True
