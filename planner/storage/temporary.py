"""Lends folders that go away, and clears those whose owner was ended before it could."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree

from planner.storage.hold import Hold


@contextmanager
def temporary_folder(prefix: str) -> Iterator[Path]:
    """Lend a folder; with it go those of its kind that nobody has any more.

    Its owner holds a lock in it, which the system frees when it ends the owner: by Ctrl+C early in
    a start, by force, by a power cut.
    """
    with tempfile.TemporaryDirectory(prefix=prefix) as place:
        folder = Path(place)
        owner = _owner(folder)
        owner.take()
        try:
            yield folder
        finally:
            owner.release()
    for other in folder.parent.glob(f"{prefix}*"):
        if _is_abandoned(other):
            rmtree(other, ignore_errors=True)


def _owner(folder: Path) -> Hold:
    return Hold(folder / "owner", "")


def _is_abandoned(folder: Path) -> bool:
    """Say whether a folder is this user's, was owned once, and is no longer.

    An owner writes its number once it has the lock, so one that is just beginning has none yet.
    """
    try:
        is_own = sys.platform == "win32" or folder.lstat().st_uid == os.getuid()
    except OSError:  # somebody else cleared it
        return False
    owner = _owner(folder)
    if not (is_own and owner.holder and owner.take()):
        return False
    is_free = owner.is_ours
    owner.release()
    return is_free
