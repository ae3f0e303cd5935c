"""Disks that fail when they are told to."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

Call = Callable[..., object]


@contextmanager
def failing(name: str, number: int, *, after: int = 0, times: int = 10_000) -> Iterator[None]:
    """Let a function of `os` fail with an error number, from the call behind `after` on."""
    really: Call = getattr(os, name)
    calls = 0

    def call(*args: object, **kwargs: object) -> object:
        nonlocal calls
        calls += 1
        if after < calls <= after + times:
            raise OSError(number, os.strerror(number))
        return really(*args, **kwargs)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, name, call)
        yield


@contextmanager
def failing_to_open(name: str) -> Iterator[None]:
    """Let every file of a name be unreadable, as files of another user are."""
    really: Call = Path.open

    def call(path: Path, *args: object, **kwargs: object) -> object:
        if path.name == name:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return really(path, *args, **kwargs)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "open", call)
        yield


@contextmanager
def full_disk(room: int) -> Iterator[None]:
    """Let `os.write` take so many bytes, in two goes, and no more."""
    really = os.write
    left = room

    def write(file: int, data: bytes) -> int:
        nonlocal left
        part = data[: min(left, max(room // 2, 1))]
        if not part:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        left -= len(part)
        return really(file, part)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "write", write)
        yield


@contextmanager
def lying_disk() -> Iterator[None]:
    """Let `os.write` say that it wrote, and write nothing."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "write", lambda _, data: len(data))
        yield


@contextmanager
def swallowing_disk(count: int) -> Iterator[None]:
    """Let `os.write` say of some first bytes that it wrote them, and write those behind them."""
    really = os.write
    left = [count]

    def write(file: int, data: bytes) -> int:
        if left:
            return left.pop()
        return really(file, data)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "write", write)
        yield


@contextmanager
def idle_disk() -> Iterator[None]:
    """Let `os.write` take nothing, without an error."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "write", lambda *_: 0)
        yield
