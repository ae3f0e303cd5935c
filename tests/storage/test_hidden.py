"""What cannot be read is never taken for what is not there, and nothing is added to it."""

import errno
import os
from pathlib import Path

import pytest

from planner.core import commands as c
from planner.core.values import Subject
from planner.storage.backup.content import content_of
from planner.storage.backup.gathering import gathered
from planner.storage.trouble import NotSaved, cannot_list
from planner.workspace import Workspace
from tests.support.deeds import LOG, TICK
from tests.support.faults import failing, failing_to_open
from tests.support.stores import Computer
from tests.support.study import CURRICULUM

OWN = c.AddItem(id="own.mine", title="Mine", subject=Subject.READING, minutes=60)


@pytest.fixture
def hidden(computer: Computer) -> Workspace:
    """A store whose folder could not be looked into when it was opened."""
    journal = computer.journal()
    with failing("scandir", errno.EIO):
        return Workspace(CURRICULUM, journal)


def test_a_folder_that_cannot_be_looked_into_is_no_new_store(
    computer: Computer, hidden: Workspace
) -> None:
    before = computer.file.read_bytes()
    assert "cannot be read" in hidden.read_only
    assert [(one.file, one.number) for one in hidden.set_aside] == [(computer.store, 0)]
    with pytest.raises(NotSaved, match="cannot be read"):
        hidden.do(OWN)
    assert computer.file.read_bytes() == before


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.ENOENT, "The store is not there: here."),
        (errno.ENOTDIR, "The store must be a folder, and this is none: here."),
        (errno.EACCES, "There is no permission to read the store: here."),
        (errno.EIO, "The store cannot be read, Input/output error: here."),
    ],
)
def test_why_a_folder_cannot_be_looked_into_is_told(number: int, told: str) -> None:
    assert cannot_list(OSError(number, os.strerror(number)), Path("here")) == told


def test_once_it_can_be_looked_into_all_is_there(hidden: Workspace) -> None:
    hidden.refresh()
    assert hidden.try_again()
    assert (hidden.read_only, hidden.set_aside) == ("", ())
    assert hidden.do(LOG)
    assert not hidden.unsaved


def test_nothing_is_added_to_an_own_file_that_cannot_be_read(computer: Computer) -> None:
    before = computer.file.read_bytes()
    with failing_to_open(computer.file.name):
        workspace = computer.workspace()
        assert [(one.file, one.number) for one in workspace.set_aside] == [(computer.file, 0)]
        workspace.do(OWN)
        assert "so nothing is added: " in workspace.unsaved
    assert computer.file.read_bytes() == before
    assert workspace.try_again()
    ids = [record.id for record in computer.workspace().records]
    assert len(set(ids)) == len(ids) == 3


def test_no_backup_is_restored_while_a_journal_cannot_be_read(computer: Computer) -> None:
    copy = gathered(computer.store)
    computer.workspace().do(TICK)
    other = Computer(computer.root, "bob", clock=computer.clock)
    other.workspace().do(LOG)
    with failing_to_open("journal-bob.jsonl"):
        workspace = computer.workspace()
        with pytest.raises(NotSaved, match=r"cannot be read at the moment: .*journal-bob\.jsonl"):
            workspace.restore(content_of(copy, "copy.zip"))
    again = computer.workspace().state
    assert "W1-03" in again.ticks
    assert again.minutes == {"W1-01": 50}
