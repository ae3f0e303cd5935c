"""What is safe on the disk is not called lost because a lock could not be given back."""

import errno
import fcntl
import os

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
