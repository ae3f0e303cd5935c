"""The store's folder as a whole: which files changed, what is new in them, and what is missing."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from planner.core.language import translate
from planner.storage.appending import Added
from planner.storage.known import Known
from planner.storage.line import SetAside, Why
from planner.storage.reading import (
    Content,
    Found,
    Key,
    Part,
    content_of,
    is_journal_name,
    key_of,
    read_on,
)
from planner.storage.remembered.copies import Copies
from planner.storage.trouble import cannot_list

if TYPE_CHECKING:
    from planner.storage.patience import Patience

Turn = Callable[[], AbstractContextManager[None]]

_TEMPORARY = ".~loopready-"


_PLACE = attrgetter("file", "number", "why")


class Folder:
    """Every regular file of a folder, whatever its name, since copies get names of all kinds."""

    def __init__(self, path: Path, known: Known, copies: Copies) -> None:
        """Remember the path, and what is known and copied of it; nothing is read yet."""
        self.path = path
        self._known = known
        self._copies = copies
        self._patience: Patience | None = None
        self._parts: dict[Path, Part] = {}
        self._seen: set[Path] = set()
        self._lacking: set[str] = set()
        self._recalled: set[str] = set()
        self._there: set[str] = set()
        self._odd: tuple[SetAside, ...] = ()
        self._trouble = ""
        self._has_looked = False
        self.hidden = ""
        """Why a folder that is there cannot be looked into, in one sentence, or nothing."""

    @property
    def set_aside(self) -> tuple[SetAside, ...]:
        """The lines that could not be read, by file and number."""
        told = (one for part in self._parts.values() for one in (*part.aside, *part.tail))
        hidden = (SetAside(self.path, 0, Why.UNREADABLE),) if self.hidden else ()
        return tuple(sorted((*hidden, *self._odd, *told), key=_PLACE))

    @property
    def not_there(self) -> str:
        """Why nothing is there of what was there at an earlier start, in one sentence, or nothing.

        A disk that is not mounted and a folder that is not synchronised yet look like a new store.
        """
        if (
            not self._has_looked
            or not self._copies.names
            or any(part.ours or self._is_stuck(file) for file, part in self._parts.items())
        ):
            return ""
        trouble = self._trouble or translate(
            "Storage", "There is no journal any more in the store: {path}.", path=self.path
        )
        return translate(
            "Storage", "{trouble} What is shown is what was known of it before.", trouble=trouble
        )

    def _is_stuck(self, file: Path) -> bool:
        """Say whether a journal that was read at an earlier start is there and cannot be read."""
        return self._parts[file].key is None and file.name in self._copies.names

    def gone(self, own: Path) -> str:
        """Return what was there and is no more, folder or own file, in one sentence, or nothing.

        That happens when a disk is taken out: nothing is to be made anew in its place.
        """
        for place in (self.path, own):
            if place in self._seen and not os.access(place, os.F_OK):
                return translate("Storage", "It is not there any more: {place}.", place=place)
        return ""

    def read_only(self, own: Path) -> str:
        """Return why nothing can be written to the own file, in one sentence, or nothing."""
        gone = self.gone(own)
        if gone:
            return gone
        for place, needed in ((self.path, os.W_OK | os.X_OK), (own, os.R_OK | os.W_OK)):
            if os.access(place, os.F_OK) and not os.access(place, needed):
                return translate(
                    "Storage", "There is no permission to write: {place}.", place=place
                )
        return ""

    def changed(self) -> Mapping[Path, Key]:
        """Return the files that changed since they were read, at the cost of one look at each."""
        self._has_looked = True
        try:
            with os.scandir(self.path) as entries:
                found = {self.path / entry.name: _key(entry) for entry in entries}
        except OSError as error:
            self._trouble = cannot_list(error, self.path)
            self.hidden = "" if isinstance(error, FileNotFoundError) else self._trouble
            self._lacking.update(self._copies.names)
            return {}
        self._trouble = self.hidden = ""
        self._parts = {file: part for file, part in self._parts.items() if found.get(file)}
        self._odd = tuple(
            SetAside(file, 0, Why.UNREADABLE)
            for file, key in found.items()
            if key is None and is_journal_name(file.name)
        )
        self._there = {file.name for file, key in found.items() if key}
        self._lacking.update(name for name in self._copies.names if name not in self._there)
        return {file: key for file, key in found.items() if key and self.is_new(file, key)}

    def is_new(self, file: Path, key: Key) -> bool:
        """Say whether a file changed since it was read."""
        return file not in self._parts or self._parts[file].key != key

    def contents(self, files: Iterable[Path]) -> Mapping[Path, Content]:
        """Return what files hold, in the time that may take."""
        wanted = sorted(files)
        if not wanted:
            return {}
        if self._patience is None:
            from planner.storage.patience import Patience  # noqa: PLC0415 - when there is a file

            self._patience = Patience(content_of)
        return self._patience.contents(wanted)

    def own_content(self, file: Path, turn: Turn) -> Content:
        """Return what the own file holds, which a program of this computer may be writing to.

        `turn` keeps others from writing meanwhile; a file that is known to its end is not being
        written.
        """
        content = self.contents([file])[file]
        if isinstance(content, bytes) and not self._known.covers(content):
            with turn():
                content = self.contents([file])[file]
        return content

    def read(self, file: Path, key: Key, content: Content) -> Found:
        """Return what there is in a file's content that was not read before."""
        self._seen |= {self.path, file}
        part = self._parts.get(file, Part())
        self._parts[file], found = read_on(file, part, key, self._known, content)
        if not isinstance(content, bytes) or self._copies.hold_more(file.name, content):
            self._lacking.add(file.name)
        return found

    def lacking(self) -> Sequence[str]:
        """Return the names of the files that do not hold what they once held, each only once."""
        names = sorted(self._lacking.intersection(self._copies.names) - self._recalled)
        self._recalled.update(names)
        return names

    def let_go(self, name: str) -> None:
        """Keep no copy any longer of a file that is gone and held nothing that no other holds."""
        if not self.not_there and not self._trouble and name not in self._there:
            self._copies.forget(name)

    def wrote(self, file: Path, added: Added, data: bytes) -> None:
        """Note lines of our own, so that they are not read again."""
        self._seen |= {self.path, file}
        part = self._parts.get(file, Part())
        if part.length == added.start and not part.tail:
            self._parts[file] = part.longer(added.key, data).evolve(ours=True)

    def note(self) -> None:
        """Let what was read and written be known at the next start, and keep copies of it."""
        files = [file for file, part in self._parts.items() if part.length]
        for file, content in self.contents(files).items():
            part = self._parts[file]
            if isinstance(content, bytes) and part.is_beginning_of(content):
                whole = content[: part.length]
                self._known.note_lines(whole, [one.number for one in part.aside])
                if part.ours:
                    self._copies.keep(file.name, whole)
        self._copies.save()


def _key(entry: os.DirEntry[str]) -> Key | None:
    """Return the key of a regular file that is no temporary one of ours, else nothing."""
    try:
        if entry.name.startswith(_TEMPORARY) or not entry.is_file():
            return None
        return key_of(entry.stat())
    except OSError:
        return None
