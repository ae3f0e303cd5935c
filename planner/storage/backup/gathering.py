"""The files of a store's folder that hold lines of ours, as they are."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

_TEMPORARY = ".~loopready-"
_MARK = b'{"id": "'
_GLANCE = 1 << 16


def gathered(folder: Path, hidden: Callable[[str], object] = lambda _: None) -> Mapping[str, bytes]:
    """Return name and content of every journal of a folder, whatever it is called.

    What lies beside them is not ours. A file that cannot be read is not in it, and `hidden` is
    called with its name.

    Raises:
        OSError: when the folder cannot be read.
    """
    found: dict[str, bytes] = {}
    with os.scandir(folder) as entries:
        wanted = sorted(entries, key=lambda one: one.name)
    for entry in wanted:
        try:
            data = _content(entry)
        except FileNotFoundError:  # it went away in between
            continue
        except OSError:
            hidden(entry.name)
        else:
            found |= {entry.name: data} if data else {}
    return found


def _content(entry: "os.DirEntry[str]") -> bytes:
    if entry.name.startswith(_TEMPORARY) or not entry.is_file():
        return b""
    with Path(entry.path).open("rb") as opened:
        head = opened.read(_GLANCE)
        return head + opened.read() if _MARK in head else b""
