"""What is safe on the disk is not called lost because a lock could not be given back."""

import errno
import fcntl
import os
from functools import partial

import pytest

from tests.support.deeds import LOG
from tests.support.stores import Computer


def test_a_lock_that_cannot_be_given_back_is_no_failure(
    computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = computer.workspace()
    really = fcntl.flock

    def flock(file: int, how: int) -> None:
        if how == fcntl.LOCK_UN:
            raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))
        really(file, how)

    monkeypatch.setattr(fcntl, "flock", flock)
    assert workspace.do(LOG)
    assert not workspace.unsaved
    assert computer.workspace().state.minutes == {"W1-01": 50}


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP])
def test_a_disk_without_locks_is_told_once_and_written_to(
    computer: Computer, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(fcntl, "flock", partial(_no_locks, number=number))
    workspace = computer.workspace()
    assert workspace.do(LOG, LOG)
    assert not workspace.unsaved
    (told,) = workspace.notices
    assert told.startswith(f"The disk with {computer.state} knows no locks")
    assert workspace.do(LOG)
    assert len(workspace.notices) == 1
    assert computer.workspace().state.minutes == {"W1-01": 150}


def test_two_programs_on_a_disk_without_locks_lose_nothing(
    computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other one writes at the worst moment: between the numbers and the lines."""
    monkeypatch.setattr(fcntl, "flock", _no_locks)
    window, terminal = computer.workspace(), computer.workspace()
    really = os.write
    calls: list[int] = []

    def write(file: int, data: bytes) -> int:
        if not calls and b"log-time" in bytes(data):
            calls.append(file)
            computer.clock.move(seconds=1)
            assert terminal.do(LOG)
            assert not terminal.unsaved
        return really(file, data)

    monkeypatch.setattr(os, "write", write)
    window.do(LOG)
    window.try_again()
    assert not window.unsaved
    for one in (window, terminal):
        one.refresh()
        assert one.state.minutes == {"W1-01": 100}
        assert one.do(LOG)
        assert one.undo() == (LOG,)
    assert computer.workspace().state.minutes == {"W1-01": 100}


def test_a_lock_file_that_cannot_be_made_is_no_disk_without_locks(computer: Computer) -> None:
    workspace = computer.workspace()
    lock = next(computer.state.glob("append-*.lock"))
    lock.unlink()
    lock.mkdir()
    workspace.do(LOG)
    assert workspace.unsaved


def _no_locks(_file: int, _how: int, number: int = errno.ENOLCK) -> None:
    raise OSError(number, os.strerror(number))
