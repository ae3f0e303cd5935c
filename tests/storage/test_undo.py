"""Whatever was done can be undone and redone, also after a restart."""

import pytest

from planner.core.state import State
from planner.storage import steps
from planner.workspace import Workspace
from tests.support import study
from tests.support.deeds import LOG, NOTE, PLAN, PROFILE, TICK
from tests.support.stores import Computer


def test_undo_and_redo_go_back_and_forth(workspace: Workspace) -> None:
    before = workspace.state
    workspace.do(TICK)
    after = workspace.state
    assert (workspace.next_undo, workspace.next_redo) == ((TICK,), None)
    assert workspace.undo() == (TICK,)
    assert workspace.state is before
    assert workspace.next_redo == (TICK,)
    assert workspace.redo() == (TICK,)
    assert workspace.state is after
    assert workspace.next_undo is not None
    assert workspace.next_redo is None


def test_a_gesture_is_undone_as_a_whole(computer: Computer) -> None:
    workspace = computer.workspace()
    assert workspace.undo() == (PROFILE, PLAN)
    assert workspace.state == State(study.CURRICULUM)
    assert (workspace.undo(), workspace.next_undo) == (None, None)


def test_gestures_within_one_moment_are_undone_one_by_one(workspace: Workspace) -> None:
    workspace.do(TICK)
    workspace.do(LOG)
    assert workspace.undo() == (LOG,)
    assert workspace.undo() == (TICK,)


def test_something_new_ends_what_could_be_redone(computer: Computer, workspace: Workspace) -> None:
    workspace.do(TICK)
    workspace.undo()
    workspace.do(LOG)
    assert (workspace.redo(), workspace.next_redo) == (None, None)
    assert computer.workspace().next_redo is None


def test_undo_and_redo_outlive_a_restart(computer: Computer, workspace: Workspace) -> None:
    states = [workspace.state]
    for command in (TICK, LOG, NOTE):
        workspace.do(command)
        states.append(workspace.state)
    for back in (LOG, TICK):
        workspace = computer.workspace()
        if back is LOG:
            assert workspace.undo() == (NOTE,)
        assert workspace.undo() == (back,)
    assert workspace.state == states[0]
    for forth, state in zip((TICK, LOG, NOTE), states[1:], strict=True):
        workspace = computer.workspace()
        assert workspace.redo() == (forth,)
        assert workspace.state == state
    assert computer.workspace().state == states[3]


def test_undo_can_be_undone_by_redo_again_and_again(
    computer: Computer, workspace: Workspace
) -> None:
    workspace.do(LOG)
    for _ in range(3):
        workspace.undo()
        assert computer.workspace().state == workspace.state
        assert workspace.state.minutes == {}
        workspace.redo()
        assert computer.workspace().state == workspace.state
        assert workspace.state.minutes == {"W1-01": 50}


def test_steps_whose_states_are_forgotten_are_still_undone(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steps, "_STATES_KEPT", 2)
    states = [workspace.state]
    for _ in range(5):
        workspace.do(LOG)
        states.append(workspace.state)
    assert sum(step.before is not None for step in workspace._steps._done) == 2
    for state in reversed(states[:-1]):
        workspace.undo()
        assert workspace.state == state
    for state in states[1:]:
        workspace.redo()
        assert workspace.state == state


def test_undo_after_a_long_time_folds_anew_what_was_forgotten(computer: Computer) -> None:
    workspace = computer.workspace()
    workspace.do(TICK)
    workspace.undo()
    computer.clock.move(days=400)
    assert computer.workspace().redo() == (TICK,)
