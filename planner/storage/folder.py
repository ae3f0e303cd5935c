"""The store's folder as a whole: which files changed, and what is new in them."""

import os
from collections.abc import Mapping
from pathlib import Path

from planner.storage.appending import Added
from planner.storage.known import Known
from planner.storage.line import SetAside
from planner.storage.reading import Found, Key, Part, Turn, key_of, note, read_on

_TEMPORARY = ".~loopready-"


class Folder:
    """Every regular file of a folder, whatever its name, since copies get names of all kinds."""

    def __init__(self, path: Path, known: Known) -> None:
        """Remember the path and what is known of it; nothing is read yet."""
        self.path = path
        self._known = known
        self._parts: dict[Path, Part] = {}
        self._seen: set[Path] = set()

    @property
    def set_aside(self) -> tuple[SetAside, ...]:
        """The lines that could not be read, by file and number."""
        return tuple(
            one for _, part in sorted(self._parts.items()) for one in (*part.aside, *part.tail)
        )

    def gone(self, own: Path) -> str:
        """Return what was there and is no more, folder or own file, in one sentence, or nothing.

        That happens when a disk is taken out: nothing is to be made anew in its place.
        """
        for place in (self.path, own):
            if place in self._seen and not os.access(place, os.F_OK):
                return f"It is not there any more: {place}."
        return ""

    def read_only(self, own: Path) -> str:
        """Return why nothing can be written to the own file, in one sentence, or nothing."""
        gone = self.gone(own)
        if gone:
            return gone
        for place, needed in ((self.path, os.W_OK | os.X_OK), (own, os.R_OK | os.W_OK)):
            if os.access(place, os.F_OK) and not os.access(place, needed):
                return f"There is no permission to write: {place}."
        return ""

    def changed(self) -> Mapping[Path, Key]:
        """Return the files that changed since they were read, at the cost of one look at each."""
        try:
            with os.scandir(self.path) as entries:
                found = {self.path / entry.name: _key(entry) for entry in entries}
        except OSError:
            return {}
        self._parts = {file: part for file, part in self._parts.items() if found.get(file)}
        return {file: key for file, key in found.items() if key and self.is_new(file, key)}

    def is_new(self, file: Path, key: Key) -> bool:
        """Say whether a file changed since it was read."""
        return file not in self._parts or self._parts[file].key != key

    def read(self, file: Path, key: Key, turn: Turn | None = None) -> Found:
        """Return what a file holds that was not read before; `turn` keeps others from writing."""
        self._seen |= {self.path, file}
        part = self._parts.get(file, Part())
        self._parts[file], found = read_on(file, part, key, self._known, turn)
        return found

    def wrote(self, file: Path, added: Added, data: bytes) -> None:
        """Note lines of our own, so that they are not read again."""
        self._seen |= {self.path, file}
        part = self._parts.get(file, Part())
        if part.length == added.start and not part.tail:
            self._parts[file] = part.longer(added.key, data)

    def note(self) -> None:
        """Let what was read and written be known at the next start."""
        for file, part in self._parts.items():
            note(file, part, self._known)


def _key(entry: os.DirEntry[str]) -> Key | None:
    """Return the key of a regular file that is no temporary one of ours, else nothing."""
    try:
        if entry.name.startswith(_TEMPORARY) or not entry.is_file():
            return None
        return key_of(entry.stat())
    except OSError:
        return None
