"""A model of a disk: what was asked of it, what it has to keep, and all it may hold after a cut.

What is certain after a power cut is only what was flushed. Of a file that was not, the disk may
hold nothing new, any part of it, zeros in place of it, or a later part without an earlier one. Of
the names in a folder that was not flushed, it holds those up to some moment since it last was.
This is the model of ALICE (OSDI 2014), as strict as any file system in use.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path, PurePosixPath

_SECTOR = 512
_RECENT = 6
FOLDER = -1
"""Stands for the number of a file where a name is one of a folder."""

State = Mapping[PurePosixPath, bytes | None]
"""What a disk holds: the content of each file, nothing for a folder."""
Names = dict[str, int]
Change = tuple[int, bytes] | int
"""Bytes at a place of a file, or the length it is cut to."""


@dataclass
class File:
    """What certainly is on the disk of one file, and what was asked for since."""

    certain: bytes = b""
    asked: list[Change] = field(default_factory=list)

    @property
    def content(self) -> bytes:
        """What a program reads."""
        return _after(self.certain, self.asked)

    def versions(self) -> Sequence[bytes]:
        """Return all that a cut may leave of it; what was asked for long ago is whole or gone."""
        recent = self.asked[-_RECENT:]
        start = _after(self.certain, self.asked[: -len(recent)]) if recent else self.certain
        found = dict.fromkeys((self.certain, start))
        for count, last in enumerate(recent):
            before = recent[:count]
            whole = _after(start, before)
            found |= dict.fromkeys((_after(whole, [last]), *_parts(whole, last)))
            found |= dict.fromkeys(  # the last one without one of those before it
                _after(start, [*before[:gap], *before[gap + 1 :], last]) for gap in range(count)
            )
        return list(found)


@dataclass
class Folder:
    """The names that certainly are on the disk, and what they became since, step by step."""

    certain: Names = field(default_factory=dict)
    since: list[Names] = field(default_factory=list)

    @property
    def names(self) -> Names:
        """What a program sees."""
        return self.since[-1] if self.since else self.certain

    def become(self, names: Names) -> None:
        """Take a change of the names."""
        self.since.append(names)

    def versions(self) -> Sequence[Names]:
        """Return all that a cut may leave of them."""
        return [self.certain, *self.since]


class Disk:
    """All files and folders below one folder, which is certain to be there."""

    def __init__(self, place: Path) -> None:
        """Take a folder as it is for what is certain."""
        self.files: list[File] = []
        self.folders: dict[PurePosixPath, Folder] = {}
        self._take(place, PurePosixPath())

    def _take(self, place: Path, path: PurePosixPath) -> None:
        self.folders[path] = Folder()
        for one in sorted(place.iterdir()):
            if one.is_dir():
                self.folders[path].certain[one.name] = FOLDER
                self._take(one, path / one.name)
            else:
                self.folders[path].certain[one.name] = len(self.files)
                self.files.append(File(one.read_bytes()))

    def number(self, path: PurePosixPath) -> int | None:
        """Return the number of the file that has a name now, or nothing."""
        folder = self.folders.get(path.parent)
        return folder.names.get(path.name) if folder else None

    def create(self, path: PurePosixPath) -> int:
        """Make an empty file, and return its number."""
        self.files.append(File())
        self._name(path, len(self.files) - 1)
        return len(self.files) - 1

    def write(self, number: int, place: int, data: bytes) -> None:
        """Ask for bytes at a place of a file."""
        self.files[number].asked.append((place, data))

    def cut(self, number: int, length: int) -> None:
        """Ask for a file to be so long."""
        if len(self.files[number].content) != length:
            self.files[number].asked.append(length)

    def flush(self, number: int) -> None:
        """Make certain what a file holds; that says nothing of its name."""
        self.files[number] = File(self.files[number].content)

    def flush_folder(self, path: PurePosixPath) -> None:
        """Make certain which names a folder holds."""
        self.folders[path] = Folder(self.folders[path].names)

    def make_folder(self, path: PurePosixPath) -> None:
        """Make an empty folder."""
        self.folders[path] = Folder()
        self._name(path, FOLDER)

    def rename(self, old: PurePosixPath, new: PurePosixPath) -> None:
        """Give a file another name in its folder, in one step.

        Raises:
            ValueError: when it would come into another folder, or is one.
        """
        folder = self.folders[old.parent]
        number = folder.names[old.name]
        if old.parent != new.parent or number == FOLDER:
            raise ValueError(f"{old} becomes {new}")
        names = {name: one for name, one in folder.names.items() if name != old.name}
        folder.become({**names, new.name: number})

    def remove(self, path: PurePosixPath) -> None:
        """Take a name away."""
        folder = self.folders[path.parent]
        folder.become({name: one for name, one in folder.names.items() if name != path.name})

    def states(self) -> Iterator[State]:
        """Yield all that the disk may hold if the power goes now."""
        folders = {path: one.versions() for path, one in self.folders.items()}
        for chosen in product(*folders.values()):
            names = dict(zip(folders, chosen, strict=True))
            there = dict(_below(PurePosixPath(), names))
            numbers = sorted({one for one in there.values() if one != FOLDER})
            for contents in product(*(self.files[one].versions() for one in numbers)):
                held = dict(zip(numbers, contents, strict=True))
                yield {path: held.get(one) for path, one in there.items()}

    def now(self) -> State:
        """Return what a program sees."""
        names = {path: one.names for path, one in self.folders.items()}
        return {
            path: None if one == FOLDER else self.files[one].content
            for path, one in _below(PurePosixPath(), names)
        }

    def _name(self, path: PurePosixPath, number: int) -> None:
        folder = self.folders[path.parent]
        folder.become({**folder.names, path.name: number})


def _below(
    path: PurePosixPath, names: Mapping[PurePosixPath, Names]
) -> Iterator[tuple[PurePosixPath, int]]:
    """Yield all names that can be reached from a folder."""
    for name, number in names[path].items():
        yield path / name, number
        if number == FOLDER:
            yield from _below(path / name, names)


def _after(content: bytes, changes: Sequence[Change]) -> bytes:
    for change in changes:
        if isinstance(change, int):
            content = content[:change].ljust(change, b"\0")
        else:
            place, data = change
            content = content[:place].ljust(place, b"\0") + data + content[place + len(data) :]
    return content


def _parts(whole: bytes, change: Change) -> Iterator[bytes]:
    """Yield what may be left of the last change of a file: torn, in zeros, or in any half."""
    if isinstance(change, int):
        return
    place, data = change
    middle = max(len(data) // 2 // _SECTOR * _SECTOR, len(data) // 2 % _SECTOR)
    for end in sorted({1, middle, len(data) - 1} - {0, len(data)}):
        yield _after(whole, [(place, data[:end])])
        yield _after(whole, [(place, data[:end] + bytes(len(data) - end))])
        yield _after(whole, [(place, bytes(end) + data[end:])])
    yield _after(whole, [(place, bytes(len(data)))])
