"""Two computers with one id, as when one was set up from a copy of the other, lose nothing."""

import shutil
from pathlib import Path

import pytest

from planner.core import commands as c
from planner.storage.trouble import NotSaved
from tests.support import study
from tests.support.deeds import LOG, PLAN, PROFILE, TICK
from tests.support.faults import failing, full_disk
from tests.support.stores import Computer

NOTE = c.AddEvidence(item=study.SKILL, text="led it")


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    computer = Computer(tmp_path / "one")
    computer.workspace().do(PROFILE, PLAN)
    return computer


@pytest.fixture
def twin(computer: Computer, tmp_path: Path) -> Computer:
    """The same computer once more, with store and state as they were when it was copied."""
    shutil.copytree(computer.root, tmp_path / "two")
    return Computer(tmp_path / "two", ids=["ada"])


def sync(*computers: Computer) -> None:
    """Bring every line of either store into the other, as a synchroniser does with copies."""
    for one in computers:
        for other in computers:
            for file in list(other.store.iterdir()) if one is not other else ():
                name = f"{other.root.name}'s {file.name}".removeprefix(f"{one.root.name}'s ")
                (one.store / name).write_bytes(file.read_bytes())


def ids(computer: Computer) -> list[str]:
    journal = computer.journal()
    journal.catch_up()
    return [record.id for record in journal.records]


def test_lines_of_one_id_make_both_take_new_ones(computer: Computer, twin: Computer) -> None:
    computer.workspace().do(TICK)
    twin.workspace().do(LOG)
    sync(computer, twin)
    workspace = computer.workspace()
    assert "W1-03" in workspace.state.ticks
    assert workspace.state.minutes == {"W1-01": 50}
    workspace.do(NOTE)
    assert workspace.unsaved == ""
    (told,) = workspace.notices
    assert told.startswith("Another computer writes to this store under the name “ada” as well")
    assert sorted(ids(computer)) == ["ada-1", "ada-2", "ada-3", "ada-3", "ada2-1"]
    workspace.do(LOG)
    assert len(workspace.notices) == 1
    assert ids(computer)[-1] == "ada2-2"
    sync(computer, twin)
    twin.workspace().do(c.LogTime(code="W1-01", minutes=5, on=study.TODAY))
    sync(computer, twin)
    states = [one.workspace().state for one in (computer, twin)]
    assert states[0].minutes == states[1].minutes == {"W1-01": 105}


def test_lines_that_another_wrote_behind_ours_make_us_take_a_new_id(
    computer: Computer, twin: Computer
) -> None:
    twin.workspace().do(LOG)
    computer.file.write_bytes(twin.file.read_bytes())
    workspace = computer.workspace()
    workspace.do(TICK)
    assert sorted(ids(computer)) == ["ada-1", "ada-2", "ada-3", "ada2-1"]
    assert len(workspace.notices) == 1
    assert twin.workspace().notices == ()


def test_a_file_that_replaced_ours_is_noticed(computer: Computer, twin: Computer) -> None:
    computer.workspace().do(TICK)
    twin.workspace().do(LOG)
    computer.file.write_bytes(twin.file.read_bytes())
    computer.workspace().do(NOTE)
    assert ids(computer)[-1] == "ada2-1"


def test_what_was_undone_under_the_old_name_stays_undone(
    computer: Computer, twin: Computer
) -> None:
    workspace = computer.workspace()
    workspace.do(TICK)
    workspace.undo()
    twin.workspace().do(LOG)
    sync(computer, twin)
    again = computer.workspace()
    again.do(NOTE)
    assert again.next_undo == (NOTE,)
    assert again.undo() == (NOTE,)
    assert again.undo() is None
    assert "W1-03" not in again.state.ticks


def test_a_program_takes_back_what_it_did_itself_under_the_name_of_two(
    computer: Computer, twin: Computer
) -> None:
    workspace = computer.workspace()
    workspace.do(TICK)
    twin.workspace().do(LOG)
    sync(computer, twin)
    workspace.refresh()
    workspace.do(NOTE)
    assert len(workspace.notices) == 1
    assert [workspace.undo() for _ in range(3)] == [(NOTE,), (TICK,), None]
    assert workspace.state.minutes == {"W1-01": 50}


def test_programs_of_one_computer_are_no_second_computer(computer: Computer) -> None:
    window, terminal = computer.workspace(), computer.workspace()
    for one in (window, terminal, window, computer.workspace()):
        one.do(LOG)
        assert one.notices == ()
    assert set(computer.ids) == {"ada"}


@pytest.mark.parametrize("fault", ["write", "fsync", "open"])
def test_a_failed_write_is_no_second_computer(computer: Computer, fault: str) -> None:
    journal = computer.journal()
    journal.catch_up()
    with failing("ftruncate", 5), failing(fault, 5), pytest.raises(NotSaved):
        journal.append([LOG])
    computer.journal().append([TICK])
    journal.append([LOG])
    computer.journal().append([TICK])
    assert set(computer.ids) == {"ada"}


def test_a_program_killed_behind_its_write_is_no_second_computer(computer: Computer) -> None:
    before = next(computer.state.glob("given-*"))
    computer.journal().append([TICK, LOG])
    kept = before.read_bytes()
    computer.journal().append([TICK])
    lines = computer.file.read_bytes()
    for end in (len(lines) - 5, lines.rindex(b"\n", 0, -1) + 1):
        computer.file.write_bytes(lines[:end])
        computer.journal().append([LOG])
    assert kept
    assert set(computer.ids) == {"ada"}


def test_without_a_note_nothing_is_noticed_and_nothing_lost(
    computer: Computer, twin: Computer
) -> None:
    twin.workspace().do(LOG)
    computer.file.write_bytes(twin.file.read_bytes())
    for content in (b"", b"{", b"[]", b'{"device": "ada"}'):
        next(computer.state.glob("given-*")).write_bytes(content)
        assert computer.workspace().state.minutes == {"W1-01": 50}
    with full_disk(10_000):
        computer.workspace().do(TICK)
    assert ids(computer)[-1] == "ada-4"


def test_a_second_name_is_not_taken_where_it_cannot_be_kept(
    computer: Computer, twin: Computer
) -> None:
    twin.workspace().do(LOG)
    computer.file.write_bytes(twin.file.read_bytes())
    workspace = computer.workspace()
    with full_disk(0):
        workspace.do(TICK)
    assert workspace.unsaved
    assert workspace.try_again()
    assert sorted(ids(computer)) == ["ada-1", "ada-2", "ada-3", "ada3-1"]
