"""The workspace carries out what the rules allow, keeps it, and tells its listeners."""

from datetime import timedelta
from pathlib import Path

import pytest

from planner.core import commands as c
from planner.core.refusal import Refusal, Refused
from planner.core.state import State
from planner.storage import steps
from planner.workspace import Workspace
from tests.support import study
from tests.support.deeds import LOG, NOTE, PLAN, PROFILE, TICK, Heard
from tests.support.faults import full_disk
from tests.support.stored import computer, workspace
from tests.support.stores import Computer

__all__ = ["computer", "workspace"]


def test_what_is_done_is_there_after_a_restart(computer: Computer, workspace: Workspace) -> None:
    assert workspace.do(TICK)
    assert workspace.do(LOG)
    assert "W1-03" in workspace.state.ticks
    assert computer.workspace().state == workspace.state


def test_what_changes_nothing_is_not_written(computer: Computer, workspace: Workspace) -> None:
    workspace.do(TICK)
    before, heard = computer.file.read_bytes(), Heard()
    workspace.listen(heard)
    assert not workspace.do(TICK)
    assert not workspace.do()
    assert not workspace.do(NOTE, c.AddEvidence(item=study.SKILL, text=""))
    assert computer.file.read_bytes() == before
    assert heard == []


def test_only_the_commands_that_change_something_are_written(
    computer: Computer, workspace: Workspace
) -> None:
    workspace.do(TICK)
    assert workspace.do(TICK, LOG)
    assert len(computer.lines()) == 4
    assert workspace.next_undo == (LOG,)


def test_a_gesture_is_refused_as_a_whole_before_anything_is_written(
    computer: Computer, workspace: Workspace
) -> None:
    state, before = workspace.state, computer.file.read_bytes()
    with pytest.raises(Refused) as refused:
        workspace.do(TICK, c.Tick(target="W9-99", on=study.TODAY))
    assert refused.value.refusal is Refusal.UNKNOWN_TARGET
    assert workspace.state is state
    assert computer.file.read_bytes() == before


def test_a_command_that_cannot_be_written_changes_nothing(
    computer: Computer, workspace: Workspace
) -> None:
    lone = c.AddEvidence(item=study.SKILL, text="\ud800")
    state = workspace.state
    with pytest.raises(ValueError, match="unicode"):
        workspace.do(lone)
    with full_disk(0):
        workspace.do(LOG)
        state = workspace.state
        with pytest.raises(ValueError, match="unicode"):
            workspace.do(lone)
    assert workspace.state is state
    assert workspace.try_again()
    assert computer.workspace().state == state


def test_without_a_journal_all_works_and_nothing_is_kept(home: Path) -> None:
    workspace = Workspace(study.CURRICULUM, None)
    assert workspace.do(PROFILE, PLAN)
    assert workspace.do(TICK)
    assert workspace.undo() == (TICK,)
    assert workspace.redo() == (TICK,)
    assert workspace.undo() == (TICK,)
    assert workspace.undo() == (PROFILE, PLAN)
    assert workspace.state == State(study.CURRICULUM)
    assert workspace.refresh() == ()
    assert (workspace.unsaved, workspace.read_only, workspace.set_aside) == ("", "", ())
    assert list(home.iterdir()) == []


def test_without_a_journal_the_way_back_is_as_long_as_with_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(steps, "_STATES_KEPT", 1)
    workspace = Workspace(study.CURRICULUM, None)
    workspace.do(PROFILE, PLAN)
    workspace.do(TICK)
    workspace.do(LOG)
    assert [workspace.undo() for _ in range(4)] == [(LOG,), (TICK,), (PROFILE, PLAN), None]
    assert workspace.state == State(study.CURRICULUM)


def test_listeners_hear_the_old_and_the_new_state_until_they_are_forgotten(
    workspace: Workspace,
) -> None:
    heard, old = Heard(), workspace.state
    workspace.listen(heard)
    workspace.do(TICK)
    assert heard == [(old, workspace.state)]
    assert heard[0][1] is workspace.state
    workspace.forget(heard)
    workspace.do(LOG)
    assert len(heard) == 1


def test_a_listener_that_fails_neither_loses_the_command_nor_keeps_others_from_hearing(
    computer: Computer,
) -> None:
    errors: list[Exception] = []
    workspace, heard = computer.workspace(errors.append), Heard()

    def broken(*_: State) -> None:
        raise ZeroDivisionError

    workspace.listen(broken)
    workspace.listen(heard)
    assert workspace.do(TICK)
    assert len(heard) == 1
    assert [type(error) for error in errors] == [ZeroDivisionError]
    assert computer.workspace().state == workspace.state


def test_unless_told_otherwise_the_log_says_that_a_listener_failed(
    computer: Computer, caplog: pytest.LogCaptureFixture
) -> None:
    workspace = Workspace(study.CURRICULUM, computer.journal())

    def broken(*_: State) -> None:
        raise ZeroDivisionError("what was it again")

    workspace.listen(broken)
    workspace.do(TICK)
    assert "ZeroDivisionError" in caplog.text
    assert "what was it again" not in caplog.text, "the words of an error can be the user's"


def test_a_report_that_fails_itself_does_not_silence_the_workspace(computer: Computer) -> None:
    workspace, heard = computer.workspace(), Heard()

    def broken(*_: State) -> None:
        raise ZeroDivisionError

    workspace.listen(broken)
    with pytest.raises(ZeroDivisionError):
        workspace.do(TICK)
    workspace.forget(broken)
    workspace.listen(heard)
    workspace.do(LOG)
    assert len(heard) == 1
    assert computer.workspace().state == workspace.state


def test_every_listener_hears_changes_in_their_order(workspace: Workspace) -> None:
    heard = Heard()

    def eager(_: State, new: State) -> None:
        if not new.minutes:
            workspace.do(LOG)

    workspace.listen(eager)
    workspace.listen(heard)
    workspace.do(TICK)
    assert len(heard) == 2
    assert heard[0][1] is heard[1][0]
    assert heard[1][1] is workspace.state


def test_a_listener_may_leave_while_it_is_called(workspace: Workspace) -> None:
    heard = Heard()

    def once(*_: State) -> None:
        workspace.forget(once)

    workspace.listen(once)
    workspace.listen(heard)
    workspace.do(TICK)
    workspace.do(LOG)
    assert len(heard) == 2


def test_the_day_of_a_tick_is_the_users_day_not_the_clocks(computer: Computer) -> None:
    workspace = computer.workspace()
    later = study.TODAY + timedelta(days=3)
    workspace.do(c.Tick(target=study.SKILL, on=later))
    assert computer.workspace().state.ticks[study.SKILL] == later
