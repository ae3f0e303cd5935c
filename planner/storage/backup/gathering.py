"""The files of a store's folder that hold lines of ours, as they are."""

import os
from collections.abc import Mapping
from pathlib import Path

_TEMPORARY = ".~loopready-"
_MARK = b'{"id": "'
_GLANCE = 1 << 16


def gathered(folder: Path) -> Mapping[str, bytes]:
    """Return name and content of every journal of a folder, whatever it is called.

    What lies beside them is not ours. A file that cannot be read is not in it.

    Raises:
        OSError: when the folder cannot be read.
    """
    with os.scandir(folder) as entries:
        names = sorted(one.name for one in entries if _may_be_ours(one))
    found = ((name, _content(folder / name)) for name in names)
    return {name: data for name, data in found if data}


def _may_be_ours(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_file() and not entry.name.startswith(_TEMPORARY)
    except OSError:
        return False


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            head = opened.read(_GLANCE)
            return head + opened.read() if _MARK in head else b""
    except OSError:
        return b""
