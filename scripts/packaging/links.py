"""Which links of a program folder lead somewhere, once some of its files are left out."""

import posixpath
from collections.abc import Iterable, Sequence
from pathlib import PurePath

Entry = tuple[str, str, str]
"""PyInstaller's: the place in the program folder, where it comes from or leads to, its kind."""
_TURNS = 20


def with_targets(entries: Sequence[Entry], everything: Iterable[Entry]) -> list[Entry]:
    """Leave out each link that leads to nothing of all that is kept.

    A link may lead to a folder or to another link, as they do in the frameworks of macOS.
    """
    kept = [(_plain(place), _plain(other), kind) for place, other, kind in everything]
    links = {place: target for place, target, kind in kept if kind == "SYMLINK"}
    there = {place for place, _, kind in kept if kind != "SYMLINK"}
    there |= {str(folder) for place in list(there) for folder in PurePath(place).parents}
    return [
        entry
        for entry in entries
        if entry[2] != "SYMLINK" or _followed(_plain(entry[0]), links) in there
    ]


def _followed(place: str, links: dict[str, str]) -> str:
    """Return where a place is in the end, or nothing when it leads in circles."""
    for _ in range(_TURNS):
        parts = place.split("/")
        heads = ("/".join(parts[:count]) for count in range(1, len(parts) + 1))
        link = next((head for head in heads if head in links), None)
        if link is None:
            return place
        rest = place[len(link) + 1 :]
        place = posixpath.normpath(
            posixpath.join(posixpath.dirname(link), links[link], rest).rstrip("/")
        )
    return ""


def _plain(place: str) -> str:
    return PurePath(place).as_posix()
