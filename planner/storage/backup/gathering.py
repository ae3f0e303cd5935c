"""The files of a store's folder that hold lines of ours, as they are."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from planner.storage.patience import Patience
from planner.storage.reading import content_of

_TEMPORARY = ".~loopready-"


def gathered(folder: Path, hidden: Callable[[str], object] = lambda _: None) -> Mapping[str, bytes]:
    """Return name and content of every journal of a folder, whatever it is called.

    What lies beside them is not ours. A file that cannot be read, or not in time, is not in it,
    and `hidden` is called with its name.

    Raises:
        OSError: when the folder cannot be read.
    """
    wanted: list[Path] = []
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda one: one.name):
            try:
                if entry.is_file() and not entry.name.startswith(_TEMPORARY):
                    wanted.append(Path(entry.path))
            except OSError:
                hidden(entry.name)
    found: dict[str, bytes] = {}
    for file, content in Patience(content_of).contents(wanted).items():
        if isinstance(content, bytes):
            found |= {file.name: content} if content else {}
        elif not isinstance(content, FileNotFoundError):  # which went away in between
            hidden(file.name)
    return found
