"""Several programs and computers work on one store, and none loses what another wrote."""

from planner.core import commands as c
from planner.core.refusal import Refusal
from planner.workspace import Workspace
from tests.support import study
from tests.support.deeds import LOG, PLAN, PROFILE, TICK, Heard
from tests.support.stores import Computer


def test_another_program_of_this_computer_undoes_our_last_step(
    computer: Computer, workspace: Workspace
) -> None:
    workspace.do(TICK)
    assert computer.workspace().undo() == (TICK,)
    assert "W1-03" in workspace.state.ticks
    assert workspace.refresh()
    assert "W1-03" not in workspace.state.ticks
    assert workspace.next_undo == (PROFILE, PLAN)
    assert workspace.next_redo == (TICK,)


def test_what_another_program_wrote_is_heard_at_once_when_we_write(
    computer: Computer, workspace: Workspace
) -> None:
    heard = Heard()
    workspace.listen(heard)
    computer.workspace().do(LOG)
    workspace.do(TICK)
    assert workspace.state.minutes == {"W1-01": 50}
    assert "W1-03" in workspace.state.ticks
    assert heard[-1][1] is workspace.state
    assert computer.workspace().state == workspace.state
    assert workspace.next_undo == (TICK,)


def test_undo_never_drops_what_others_wrote(computer: Computer, workspace: Workspace) -> None:
    workspace.do(TICK)
    other = Computer(computer.root, "bob", clock=computer.clock).workspace()
    other.do(LOG)
    assert not other.do(TICK)
    assert workspace.refresh()
    assert workspace.undo() == (TICK,)
    assert (dict(workspace.state.minutes), dict(workspace.state.ticks)) == ({"W1-01": 50}, {})
    other.refresh()
    assert other.state == workspace.state == computer.workspace().state


def test_undo_before_others_are_heard_drops_nothing_either(
    computer: Computer, workspace: Workspace
) -> None:
    workspace.do(TICK)
    computer.workspace().do(LOG)
    assert workspace.undo() == (TICK,)
    assert workspace.state.minutes == {"W1-01": 50}
    assert workspace.next_undo == (LOG,)
    assert workspace.next_redo == (TICK,)


def test_only_the_own_steps_are_undone(computer: Computer) -> None:
    other = Computer(computer.root, "bob", clock=computer.clock).workspace()
    assert (other.next_undo, other.undo()) == (None, None)
    other.do(LOG)
    assert other.undo() == (LOG,)
    assert other.undo() is None
    assert other.state.plan == study.PLAN


def test_a_step_that_another_computer_took_back_is_not_undone_again(
    computer: Computer, workspace: Workspace
) -> None:
    workspace.do(TICK)
    bob = Computer(computer.root, "bob", clock=computer.clock).journal()
    bob.catch_up()
    bob.append([c.Retract(ids=("ada-3",))])
    workspace.refresh()
    assert workspace.state.ticks == {}
    assert workspace.next_undo == (PROFILE, PLAN)


def test_a_step_that_another_computer_brought_back_is_not_redone(
    computer: Computer, workspace: Workspace
) -> None:
    workspace.do(TICK)
    workspace.undo()
    bob = Computer(computer.root, "bob", clock=computer.clock).journal()
    bob.catch_up()
    bob.append([c.Retract(ids=("ada-4",))])
    workspace.refresh()
    assert "W1-03" in workspace.state.ticks
    assert workspace.next_redo is None


def test_a_command_that_no_longer_applies_is_told_and_kept(
    computer: Computer, workspace: Workspace
) -> None:
    workspace.do(LOG)
    bob = Computer(computer.root, "bob", clock=computer.clock).journal()
    bob.append([c.Retract(ids=("ada-2",))])
    assert not workspace.refused
    computer.clock.move(days=1)
    bob = Computer(computer.root, "bob", clock=computer.clock).journal()
    bob.catch_up()
    bob.append([c.Retract(ids=("ada-2",))])
    workspace.refresh()
    told = [(entry.command, refused.refusal) for entry, refused in workspace.refused]
    assert told == [(LOG, Refusal.NO_PLAN)]
    assert len(computer.lines()) == 3


def test_without_news_nothing_is_told(workspace: Workspace) -> None:
    heard, state = Heard(), workspace.state
    workspace.listen(heard)
    assert workspace.refresh() == ()
    assert heard == []
    assert workspace.state is state


def test_a_bad_line_is_told_while_the_rest_is_there(
    computer: Computer, workspace: Workspace
) -> None:
    workspace.do(TICK)
    with computer.file.open("ab") as file:
        file.write(b'{"id": "ada-4", "at": "20')
    again = computer.workspace()
    assert again.state == workspace.state
    assert [(one.file, one.number) for one in again.set_aside] == [(computer.file, 4)]
    again.do(LOG)
    assert computer.workspace().state == again.state
