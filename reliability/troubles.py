"""Disks and processes that have too little of something, by degrees."""

import os
import resource
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

First = Callable[[], object]
PAGE = 4096
NOBODY = 65534
_KINDS = ({True, False}, {True}, {False})
"""Folders and files, folders alone, files alone."""


class CannotBe(Exception):  # noqa: N818 - it says what the machine refuses
    """This machine does not let that trouble be made."""


@dataclass(frozen=True)
class Trouble:
    """A place for the work, what makes it bad until it is left, and what the child does first.

    `degrees` goes from nothing on; what is worse than it has to be stands first.
    """

    degrees: tuple[int, ...]
    place: Callable[[], AbstractContextManager[Path]]
    bad: Callable[[Path, int], AbstractContextManager[None]] = lambda _, __: nullcontext()
    first: Callable[[int], First] = lambda _: lambda: None
    may_end: bool = False
    """Whether the process may be ended by it without a word, as Qt ends it without memory."""


def _run(*words: str) -> None:
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CannotBe(f"{words[0]}: {done.stderr.strip()}")


@contextmanager
def disk() -> Iterator[Path]:
    """Give a folder on the usual disk, which everybody may enter."""
    with TemporaryDirectory(prefix="loopready-full-") as place:
        Path(place).chmod(0o777)
        yield Path(place)


def memory_disk(options: str) -> Callable[[], AbstractContextManager[Path]]:
    """Give a small disk in memory."""

    @contextmanager
    def place() -> Iterator[Path]:
        with TemporaryDirectory(prefix="loopready-full-") as folder:
            _run("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder)
            try:
                yield Path(folder)
            finally:
                _run("umount", "--lazy", folder)

    return place


@contextmanager
def filled(root: Path, pages: int) -> Iterator[None]:
    """Leave so many pages free on a disk."""
    stone = root / "stone"
    size = os.statvfs(root).f_bavail * PAGE - pages * PAGE
    stone.write_bytes(bytes(max(size, 0)))
    try:
        yield
    finally:
        stone.unlink()


@contextmanager
def crowded(root: Path, names: int) -> Iterator[None]:
    """Leave room for so many new names on a disk."""
    crowd = root / "crowd"
    crowd.mkdir()
    for number in range(os.statvfs(root).f_favail - names):
        (crowd / str(number)).touch()
    try:
        yield
    finally:
        for one in crowd.iterdir():
            one.unlink()
        crowd.rmdir()


@contextmanager
def read_only(root: Path, _: int) -> Iterator[None]:
    """Let nothing be written to a disk."""
    _run("mount", "-o", "remount,ro", str(root))
    try:
        yield
    finally:
        _run("mount", "-o", "remount,rw", str(root))


@contextmanager
def immutable(root: Path, degree: int) -> Iterator[None]:
    """Let nothing be changed: files and folders, folders only, files only."""
    wanted = [one for one in root.rglob("*") if one.is_dir() in _KINDS[degree]]
    _change_attributes("+i", wanted)
    try:
        yield
    finally:
        _change_attributes("-i", wanted)


def _change_attributes(how: str, places: Sequence[Path]) -> None:
    if places:
        _run("chattr", how, *map(str, places))


@contextmanager
def forbidden(root: Path, degree: int) -> Iterator[None]:
    """Give all to a user without rights, who may not even read, or write, or make new files."""
    everything = [*root.rglob("*")]
    for one in everything:
        os.chown(one, NOBODY, NOBODY)
        if one.is_dir() in _KINDS[degree]:
            one.chmod(0 if not degree else 0o555)
    try:
        yield
    finally:
        for one in everything:
            one.chmod(0o755)


def as_nobody(_: int) -> First:
    """Let the child be a user without rights."""

    def first() -> None:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)

    return first


def limited(what: int, base: Callable[[], int]) -> Callable[[int], First]:
    """Let the child have so much more of something than it uses now."""

    def by(degree: int) -> First:
        def first() -> None:
            most = base() + degree
            resource.setrlimit(what, (most, most))

        return first

    return by


def open_files() -> int:
    """Return the lowest number that no file of this process has yet."""
    lowest = os.open(os.devnull, os.O_RDONLY)
    os.close(lowest)
    return lowest


def used_memory() -> int:
    """Return the bytes of address space that this process uses."""
    return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()


_ROOMY = "size=4m,nr_inodes=400"
TROUBLES = {
    "disk full": Trouble((*range(40), 48, 64, 96, 128), memory_disk("size=4m"), filled),
    "no names left": Trouble(tuple(range(12)), memory_disk(_ROOMY), crowded),
    "read-only disk": Trouble((0,), memory_disk("size=4m"), read_only),
    "immutable": Trouble((0, 1, 2), disk, immutable),
    "no permission": Trouble((0, 1, 2), disk, forbidden, as_nobody),
    "file too large": Trouble(
        (0, 1, 100, *(1 << n for n in range(9, 20))),
        disk,
        first=limited(resource.RLIMIT_FSIZE, lambda: 0),
    ),
    "too many open files": Trouble(
        tuple(range(12)), disk, first=limited(resource.RLIMIT_NOFILE, open_files)
    ),
    "out of memory": Trouble(
        tuple(n << 16 for n in (*range(8), 12, 16, 32, 64, 128, 256, 1024)),
        disk,
        first=limited(resource.RLIMIT_AS, used_memory),
        may_end=True,
    ),
}
