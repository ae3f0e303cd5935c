"""Clocks that are ahead are told once, and edits that are accepted keep their place."""

from pathlib import Path

import pytest

from planner.core import commands as c
from planner.storage.trouble import NotSaved
from planner.workspace import Workspace
from tests.support import study
from tests.support.deeds import LOG, PLAN, PROFILE, TICK
from tests.support.faults import full_disk
from tests.support.stores import Computer


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    computer = Computer(tmp_path)
    computer.workspace().do(PROFILE, PLAN)
    return computer


@pytest.mark.parametrize(("hours", "told"), [(23, 0), (25, 1)])
def test_a_clock_that_is_more_than_a_day_ahead_is_told_once(
    computer: Computer, hours: int, told: int
) -> None:
    bob = Computer(computer.root, "bob")
    bob.clock.move(hours=hours)
    bob.journal().append([LOG])
    notices = computer.remember().notices
    assert len(notices) == told
    assert all("The clock of the computer “bob” was ahead: a line says" in one for one in notices)
    assert computer.remember().notices == ()
    workspace = computer.workspace()
    assert workspace.do(TICK)
    assert workspace.records[-1].device == "ada"


def test_a_clock_of_ones_own_that_was_ahead_is_told(computer: Computer) -> None:
    computer.clock.move(days=400)
    computer.journal().append([LOG])
    computer.clock.move(days=-400)
    (told,) = computer.remember().notices
    assert told.startswith("The clock of this computer was ahead")


def edited(computer: Computer, old: bytes, new: bytes) -> None:
    computer.file.write_bytes(computer.file.read_bytes().replace(old, new))


def test_an_edit_that_is_accepted_keeps_its_place_among_the_others(computer: Computer) -> None:
    computer.workspace().do(c.AddEvidence(item=study.SKILL, text="old"))
    computer.clock.move(days=1)
    computer.workspace().do(c.AddEvidence(item=study.SKILL, text="new"))
    computer.remember()
    edited(computer, b'"text": "old"', b'"text": "older"')
    workspace = computer.workspace()
    (says,) = [one.says for one in workspace.set_aside]
    assert says is not None
    assert says.command == c.AddEvidence(item=study.SKILL, text="older")
    (accepted,) = workspace.accept_edits()
    assert (accepted.command, accepted.at) == (says.command, says.at)
    for one in (workspace, computer.workspace()):
        assert one.set_aside == ()
        assert one.state.evidence == {study.SKILL: "new"}
        assert one.state.versions == {}


def test_the_line_that_was_edited_counts_no_more_on_any_computer(computer: Computer) -> None:
    computer.workspace().do(LOG)
    bob = Computer(computer.root, "bob")
    assert bob.workspace().state.minutes == {"W1-01": 50}
    bob.remember()
    edited(computer, b'"minutes": 50, "on"', b'"minutes": 70, "on"')
    assert len(computer.workspace().accept_edits()) == 1
    for one in (computer, bob):
        assert one.workspace().state.minutes == {"W1-01": 70}
    assert computer.workspace().accept_edits() == ()


def test_one_edit_that_two_computers_accept_apart_counts_once(tmp_path: Path) -> None:
    """Each signs what it sees, since neither knows that the other one does so, too."""
    ada, bob = Computer(tmp_path / "one"), Computer(tmp_path / "two", "bob")
    ada.workspace().do(PROFILE, PLAN, LOG, LOG)
    edited(ada, b'"minutes": 50, "on"', b'"minutes": 70, "on"')
    bob.store.mkdir(parents=True)
    (bob.store / ada.file.name).write_bytes(ada.file.read_bytes())
    for one in (ada, bob):
        assert len(one.workspace().accept_edits()) == 2
    (bob.store / ada.file.name).write_bytes(ada.file.read_bytes())
    (ada.store / bob.file.name).write_bytes(bob.file.read_bytes())
    for one in (ada, bob):
        workspace = one.workspace()
        assert workspace.state.minutes == {"W1-01": 140}
        assert workspace.set_aside == ()
        assert workspace.do(LOG)
        assert workspace.undo() == (LOG,)
        assert workspace.state.minutes == {"W1-01": 140}


def test_a_line_that_is_edited_and_accepted_again_counts_as_it_was_edited_last(
    computer: Computer,
) -> None:
    computer.workspace().do(LOG)
    for minutes in (70, 90):
        lines = computer.lines()
        lines[2] = lines[2].replace(b'"minutes": %d' % (minutes - 20), b'"minutes": %d' % minutes)
        computer.file.write_bytes(b"\n".join(lines) + b"\n")
        assert len(computer.workspace().accept_edits()) == 1
        assert computer.workspace().state.minutes == {"W1-01": minutes}
        assert computer.workspace().set_aside == ()


def test_edits_that_cannot_be_written_are_not_accepted(computer: Computer) -> None:
    computer.workspace().do(LOG)
    edited(computer, b'"minutes": 50, "on"', b'"minutes": 70, "on"')
    workspace = computer.workspace()
    with full_disk(0), pytest.raises(NotSaved):
        workspace.accept_edits()
    assert len(computer.workspace().set_aside) == 1
    assert len(workspace.accept_edits()) == 1


@pytest.mark.parametrize(
    "new", [b'"minutes": -5, "on"', b'"minutes": 5 "on"', b'"minuten": 5, "on"']
)
def test_an_edit_that_is_no_command_cannot_be_accepted(computer: Computer, new: bytes) -> None:
    computer.workspace().do(LOG)
    edited(computer, b'"minutes": 50, "on"', new)
    workspace = computer.workspace()
    assert [one.says for one in workspace.set_aside] == [None]
    assert workspace.accept_edits() == ()


def test_a_line_whose_id_alone_is_spoilt_is_told_although_another_says_the_same(
    computer: Computer,
) -> None:
    """Two lines of one gesture have one stamp, and may be alike but for their ids."""
    minutes = c.LogTime(code="W1-01", minutes=5, on=study.TODAY)
    workspace = computer.workspace()
    workspace.do(PROFILE, PLAN)
    workspace.do(minutes, minutes)
    (journal,) = computer.store.glob("*.jsonl")
    whole = journal.read_bytes()
    journal.write_bytes(whole.replace(b'-4", "at"', b'-9", "at"'))
    assert journal.read_bytes() != whole
    again = computer.workspace()
    assert len(again.set_aside) == 1


def with_minutes(line: bytes, minutes: int) -> bytes:
    return line.replace(b'"minutes": 50', b'"minutes": %d' % minutes)


def test_an_edit_that_stands_in_a_copy_of_the_file_too_is_accepted_once(
    computer: Computer, workspace: Workspace
) -> None:
    workspace.do(LOG)
    text = with_minutes(computer.file.read_bytes(), 70)
    for name in ("journal-ada.jsonl", "journal-ada.sync-conflict-1.jsonl"):
        (computer.store / name).write_bytes(text)
    again = computer.workspace()
    assert len(again.set_aside) == 2
    assert len(again.accept_edits()) == 1
    assert again.state.minutes == {"W1-01": 70}
    assert computer.workspace().set_aside == ()


def test_two_edits_of_one_line_are_both_accepted_and_told_no_more(
    computer: Computer, workspace: Workspace
) -> None:
    workspace.do(LOG)
    text = computer.file.read_bytes()
    computer.file.write_bytes(with_minutes(text, 70))
    (computer.store / "copy.jsonl").write_bytes(with_minutes(text, 80))
    again = computer.workspace()
    assert len(again.accept_edits()) == 2
    assert computer.workspace().set_aside == ()
