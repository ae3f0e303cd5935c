"""Remembers what was exported into a calendar, so that the next export can correct it.

Each computer writes a file of its own into the store's folder and reads those of all, as with
journals; so an entry that another computer exported can be cancelled here. What cannot be read is
passed over: the worst is an entry that has to be deleted by hand.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

from planner.core.checking import Limits, read, written
from planner.core.exchange.calendar import Revision, joined
from planner.core.values import Value
from planner.storage.files import write_whole

_BEGIN = "calendar-"
_MOST_BYTES = 4 * 1024 * 1024


class Exported(Value, frozen=True):
    """What one computer exported."""

    revisions: Annotated[tuple[Revision, ...], Limits(max_length=20_000)] = ()


def remembered(folder: Path) -> tuple[Revision, ...]:
    """Return what all computers exported of a store; nothing where nothing is known."""
    return joined(*(one.revisions for one in _all(folder)))


def remember(folder: Path, device: str, revisions: Sequence[Revision]) -> None:
    """Keep what this computer exported.

    Raises:
        NotSaved: when that failed.
    """
    content = json.dumps(written(Exported(revisions=tuple(revisions))), indent=1)
    write_whole(folder / f"{_BEGIN}{device}.json", content.encode() + b"\n")


def _all(folder: Path) -> Iterator[Exported]:
    try:
        files = sorted(folder.glob(f"{_BEGIN}*.json"))
    except OSError:
        return
    for file in files:
        try:
            if file.stat().st_size <= _MOST_BYTES:
                yield read(Exported, file.read_bytes())
        except (OSError, ValueError):
            continue
