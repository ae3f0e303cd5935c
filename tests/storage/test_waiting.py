"""While the disk refuses, work goes on in memory and reaches the disk in order later."""

import errno

import pytest

from planner.core import commands as c
from planner.storage.journal import Journal
from planner.storage.trouble import NotSaved
from planner.workspace import Workspace
from tests.support import study
from tests.support.deeds import LOG, NOTE, PLAN, PROFILE, TICK, Heard
from tests.support.faults import failing, full_disk
from tests.support.stores import Computer


def test_work_goes_on_in_memory_and_is_written_in_order_later(
    computer: Computer, workspace: Workspace
) -> None:
    heard = Heard()
    workspace.listen(heard)
    before = computer.file.read_bytes()
    with full_disk(80):
        assert workspace.do(TICK)
        assert workspace.unsaved == f"The disk is full: {computer.file}."
        assert workspace.do(LOG, NOTE)
        assert not workspace.try_again()
    assert list(workspace.waiting) == [TICK, LOG, NOTE]
    assert len(heard) == 3
    assert "W1-03" in workspace.state.ticks
    assert computer.file.read_bytes() == before

    assert workspace.try_again()
    assert not workspace.unsaved
    assert not workspace.waiting
    assert heard[-1] == (workspace.state, workspace.state)
    assert computer.workspace().state == workspace.state
    assert len(computer.lines()) == 5
    assert workspace.undo() == (LOG, NOTE)
    assert workspace.next_undo == (TICK,)
    assert computer.workspace().next_undo == (TICK,)


def test_the_next_command_takes_the_waiting_ones_along(
    computer: Computer, workspace: Workspace
) -> None:
    with full_disk(0):
        workspace.do(TICK)
        workspace.do(NOTE)
    workspace.do(LOG)
    assert (workspace.unsaved, workspace.waiting) == ("", ())
    again = computer.workspace()
    assert again.state == workspace.state
    assert [again.undo() for _ in range(3)] == [(LOG,), (NOTE,), (TICK,)]
    assert again.state.ticks == {}


def test_a_command_never_overtakes_those_that_wait(
    computer: Computer, workspace: Workspace
) -> None:
    with full_disk(0):
        workspace.do(TICK)
    with failing("fsync", errno.EIO, times=1):
        workspace.do(LOG)
    assert workspace.waiting == (TICK, LOG)
    assert workspace.try_again()
    assert computer.workspace().next_undo == (LOG,)


def test_what_waits_to_take_back_something_saved_is_folded_right(
    computer: Computer, workspace: Workspace
) -> None:
    with full_disk(0):
        workspace.do(LOG)
        workspace.undo()
    with failing("fsync", errno.EIO, after=1):
        assert not workspace.try_again()
    Computer(computer.root, "bob", clock=computer.clock).workspace().do(TICK)
    assert workspace.refresh()
    assert dict(workspace.state.minutes) == {}
    assert workspace.next_redo == (LOG,)
    assert workspace.redo() == (LOG,)
    assert computer.workspace().state == workspace.state


def test_undo_and_redo_of_what_waits_reach_the_disk(
    computer: Computer, workspace: Workspace
) -> None:
    with full_disk(0):
        workspace.do(LOG)
        workspace.undo()
        workspace.do(TICK)
        workspace.undo()
        workspace.redo()
        workspace.do(NOTE)
        workspace.undo()
    assert len(workspace.waiting) == 7
    assert workspace.redo() == (NOTE,)
    again = computer.workspace()
    assert again.state == workspace.state
    assert (again.next_undo, again.next_redo) == ((NOTE,), None)
    assert dict(again.state.minutes) == {}
    assert again.undo() == (NOTE,)
    assert again.undo() == (TICK,)
    assert again.undo() == (PROFILE, PLAN)


def test_news_while_commands_wait_keeps_both(computer: Computer, workspace: Workspace) -> None:
    with full_disk(0):
        workspace.do(TICK)
    computer.workspace().do(LOG)
    workspace.refresh()
    assert (dict(workspace.state.minutes), list(workspace.state.ticks)) == (
        {"W1-01": 50},
        ["W1-03", study.SKILL],
    )
    assert workspace.next_undo == (TICK,)
    assert workspace.undo() == (TICK,)
    assert computer.workspace().state == workspace.state


def test_a_disk_that_gives_up_half_way_keeps_the_order(
    computer: Computer, workspace: Workspace
) -> None:
    with full_disk(0):
        for command in (TICK, LOG, NOTE):
            workspace.do(command)
    with failing("fsync", errno.EIO, after=1):
        assert not workspace.try_again()
    assert list(workspace.waiting) == [LOG, NOTE]
    assert workspace.next_undo == (NOTE,)
    with failing("fsync", errno.EIO, after=1):
        workspace.undo()
    assert list(workspace.waiting) == [NOTE, c.Retract(ids=("unsaved-2",))]
    assert workspace.try_again()
    assert computer.workspace().state == workspace.state
    assert "led a review" not in workspace.state.evidence.values()
    assert dict(workspace.state.minutes) == {"W1-01": 50}


def test_minutes_are_not_doubled_when_bytes_could_not_be_taken_back(
    computer: Computer, workspace: Workspace
) -> None:
    with failing("ftruncate", errno.EIO), failing("fsync", errno.EIO):
        workspace.do(LOG)
        workspace.refresh()
        workspace.do(TICK)
    assert dict(workspace.state.minutes) == {"W1-01": 50}
    assert workspace.try_again()
    assert dict(computer.workspace().state.minutes) == {"W1-01": 50}
    assert computer.workspace().state == workspace.state


def test_a_store_that_may_not_be_written_says_so_and_takes_nothing(
    computer: Computer, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert workspace.read_only == ""
    with monkeypatch.context() as patch:
        patch.setattr(Journal, "read_only", "The disk is read-only.")
        assert workspace.read_only == "", "what a disk refuses later waits"
        barred = computer.workspace()
        assert barred.read_only == "The disk is read-only."
        before = computer.file.read_bytes()
        for deed in (lambda: barred.do(TICK), barred.undo, barred.redo):
            with pytest.raises(NotSaved, match=r"The disk is read-only\."):
                deed()
        assert (barred.next_undo, barred.waiting) == (None, ())
        assert not barred.try_again()
    assert barred.try_again()
    assert computer.file.read_bytes() == before
    assert barred.do(TICK)
    assert barred.read_only == ""


def test_a_text_that_waited_does_not_pass_for_one_that_had_read_what_came_meanwhile(
    computer: Computer, workspace: Workspace
) -> None:
    with full_disk(0):
        workspace.do(c.AddEvidence(item=study.SKILL, text="mine"))
    bob = Computer(computer.root, "bob").workspace()
    bob.do(c.AddEvidence(item=study.SKILL, text="of Bob"))
    workspace.refresh()
    assert workspace.try_again()
    for one in (workspace, computer.workspace()):
        assert set(one.state.versions["evidence", study.SKILL]) == {"mine", "of Bob"}
