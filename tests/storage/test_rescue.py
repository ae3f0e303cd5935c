"""What the store does not take is kept elsewhere, and counts once whatever way it comes back."""

import errno
import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core import commands as c
from planner.core.refusal import Refused
from planner.storage.rescue import Rescue
from planner.storage.trouble import NotSaved
from planner.workspace import Workspace
from tests.support import study
from tests.support.deeds import LOG, NOTE, PLAN, PROFILE, TICK
from tests.support.faults import failing, failing_to_open, full_disk
from tests.support.stores import Computer, took_back

OTHER_NOTE = c.AddEvidence(item=study.SKILL, text="and wrote it down")


def kept(workspace: Workspace) -> bytes:
    return workspace.outbox.keep(bytes)


def put_into_the_store(computer: Computer, _: Workspace, lines: bytes) -> None:
    (computer.store / "from my stick.txt").write_bytes(lines)


def take_back(_: Computer, workspace: Workspace, lines: bytes) -> None:
    took_back(workspace, lines)


def leave_it_to_the_program(_: Computer, workspace: Workspace, __: bytes) -> None:
    assert workspace.try_again()


WAYS = [put_into_the_store, take_back, leave_it_to_the_program]
Way = Callable[[Computer, Workspace, bytes], None]


def test_what_waits_can_be_kept_elsewhere_and_is_not_lost_then(
    computer: Computer, workspace: Workspace
) -> None:
    before = computer.file.read_bytes()
    assert workspace.outbox.unkept == 0
    with full_disk(0):
        workspace.do(LOG)
        workspace.do(TICK, NOTE)
        assert workspace.outbox.unkept == 3
        lines = kept(workspace)
        assert workspace.outbox.unkept == 0
        assert kept(workspace) == lines, "the same whenever it is asked for"
        workspace.do(OTHER_NOTE)
        assert workspace.outbox.unkept == 1
        assert kept(workspace).startswith(lines)
    assert len(lines.splitlines()) == 3
    assert computer.file.read_bytes() == before
    assert list(workspace.waiting) == [LOG, TICK, NOTE, OTHER_NOTE]


def test_where_keeping_fails_it_counts_as_kept_nowhere(workspace: Workspace) -> None:
    def fail(_: bytes) -> None:
        raise NotSaved("The stick is full.")

    with full_disk(0):
        workspace.do(LOG)
    with pytest.raises(NotSaved):
        workspace.outbox.keep(fail)
    assert workspace.outbox.unkept == 1


@pytest.mark.parametrize("second", WAYS)
@pytest.mark.parametrize("first", WAYS)
def test_it_counts_once_whatever_ways_it_comes_back(
    computer: Computer, workspace: Workspace, first: Way, second: Way
) -> None:
    with full_disk(0):
        workspace.do(LOG)
        workspace.do(TICK, NOTE)
        lines = kept(workspace)
        workspace.do(OTHER_NOTE)
    expected = workspace.state
    first(computer, workspace, lines)
    second(computer, workspace, lines)
    assert workspace.try_again()
    workspace.refresh()
    for one in (workspace, computer.workspace()):
        assert one.state == expected
        assert dict(one.state.minutes) == {"W1-01": 50}
        assert not one.refused
        assert not one.set_aside


@pytest.mark.parametrize("way", WAYS)
def test_what_landed_although_the_disk_refused_it_counts_once(
    computer: Computer, workspace: Workspace, way: Way
) -> None:
    """Both the flush and the cut-back fail: the bytes are there, and nobody may rely on them."""
    before = workspace.state.minutes.get("W1-01", 0)
    with failing("fsync", errno.EIO), failing("ftruncate", errno.EIO):
        workspace.do(LOG)
        workspace.do(TICK)
        lines = kept(workspace)
    assert workspace.outbox.unkept == 0
    workspace.refresh()
    once = before + LOG.minutes
    assert workspace.state.minutes["W1-01"] == once
    way(computer, workspace, lines)
    workspace.try_again()
    for one in (workspace, computer.workspace(), computer.workspace()):
        assert one.state.minutes["W1-01"] == once
        assert TICK.target in one.state.ticks
        assert one.set_aside == ()
    again = computer.workspace()
    again.do(LOG)
    assert computer.workspace().state.minutes["W1-01"] == once + LOG.minutes


def test_a_fresh_start_takes_it_back(computer: Computer, workspace: Workspace) -> None:
    with full_disk(0):
        workspace.do(LOG)
        workspace.do(TICK)
        lines = kept(workspace)
    again = computer.workspace()
    assert "W1-03" not in again.state.ticks
    assert took_back(again, lines) == 2
    assert again.state == workspace.state
    assert took_back(again, lines) == 0
    assert computer.workspace().state == workspace.state


def test_what_was_done_after_it_was_kept_is_a_correction_and_no_second_version(
    computer: Computer, workspace: Workspace
) -> None:
    with full_disk(0):
        workspace.do(NOTE)
        kept(workspace)
        workspace.do(OTHER_NOTE)
    assert workspace.try_again()
    again = computer.workspace().state
    assert again.evidence[study.SKILL] == OTHER_NOTE.text
    assert not again.versions


def test_undo_reaches_what_was_kept_elsewhere(computer: Computer, workspace: Workspace) -> None:
    with full_disk(0):
        workspace.do(TICK)
        workspace.do(LOG)
        kept(workspace)
        assert workspace.undo() == (LOG,)
        assert workspace.next_redo == (LOG,)
    assert workspace.try_again()
    assert workspace.next_redo == (LOG,)
    assert workspace.undo() == (TICK,)
    assert computer.workspace().state == workspace.state
    assert "W1-03" not in workspace.state.ticks
    assert not workspace.state.minutes


def test_others_are_heard_and_kept_apart_from_it(
    computer: Computer, workspace: Workspace, tmp_path: Path
) -> None:
    with full_disk(0):
        workspace.do(LOG)
        kept(workspace)
    other = Computer(tmp_path, "bob", computer.clock)
    other.workspace().do(TICK)
    assert workspace.do(NOTE)
    assert [one.device for one in workspace.refresh()] == ["bob"], "our own are no news"
    assert workspace.state == computer.workspace().state == other.workspace().state


def test_a_store_that_is_gone_is_not_begun_anew_by_it(
    computer: Computer, workspace: Workspace
) -> None:
    with full_disk(0):
        workspace.do(LOG)
        lines = kept(workspace)
    computer.store.rename(computer.root / "away")
    assert not workspace.try_again()
    with pytest.raises(NotSaved):
        took_back(workspace, lines)
    assert not computer.store.exists()
    (computer.root / "away").rename(computer.store)
    assert workspace.try_again()
    assert dict(computer.workspace().state.minutes) == {"W1-01": 50}


@given(st.lists(st.sampled_from(["do", "undo", "keep", "full", "room", "again"]), max_size=14))
def test_no_order_of_faults_and_rescues_loses_or_doubles_anything(
    tmp_path_factory: pytest.TempPathFactory, steps: list[str]
) -> None:
    computer = Computer(tmp_path_factory.mktemp("order"))
    workspace = computer.workspace()
    workspace.do(PROFILE, PLAN)
    lines, minutes, is_full = b"", 0, False
    for step in steps:
        if step in {"full", "room"}:
            is_full = step == "full"
            continue
        with full_disk(0 if is_full else 1 << 20):
            if step == "do":
                minutes += 1
                with suppress(Refused):  # where the plan itself is undone
                    workspace.do(LOG.evolve(minutes=minutes))
            elif step == "undo":
                workspace.undo()
            elif step == "keep":
                lines = kept(workspace)
            else:
                workspace.try_again()
    expected = workspace.state
    assert workspace.try_again()
    took_back(workspace, lines)
    assert workspace.state == expected
    assert computer.workspace().state == expected


@pytest.fixture
def rescue(tmp_path: Path) -> Rescue:
    return Rescue(tmp_path / "rescued")


def test_files_of_lines_stay_until_they_are_let_go(
    computer: Computer, workspace: Workspace, rescue: Rescue
) -> None:
    assert rescue.lines() == b""
    with full_disk(0):
        workspace.do(LOG)
        lines = kept(workspace)
    assert rescue.keep(lines).name == "unsaved-1.jsonl"
    with full_disk(0):
        workspace.do(TICK)
        more = kept(workspace)
    file = rescue.keep(more, "ValueError: a mistake in “Łódź” \udcff")
    assert rescue.lines() == more, "each once, and no report"
    assert json.loads(file.read_bytes().splitlines()[-1])["fault"].startswith("ValueError")
    assert file.stat().st_mode & 0o077 == 0
    put_into_the_store(computer, workspace, file.read_bytes())
    again = computer.workspace()
    assert again.state == workspace.state
    assert len(again.set_aside) == 1, "the report is no command"
    assert rescue.clear(again.records) == []
    assert rescue.lines() == b""
    assert list(rescue.folder.iterdir()) == []


NEWER = b'{"id": "bob-1", "at": "2027-01-01T00:00:00.000Z/0001", "v": 2, "command": {}}\n'


@pytest.mark.parametrize("more", [NEWER, b"{torn", b"not a line\n", b"\0" * 9])
def test_a_file_with_a_line_that_cannot_be_read_stays(
    computer: Computer, workspace: Workspace, rescue: Rescue, more: bytes
) -> None:
    with full_disk(0):
        workspace.do(LOG)
        lines = kept(workspace)
    file = rescue.keep(lines + more)
    took_back(workspace, rescue.lines())
    assert rescue.clear(computer.workspace().records) == [file]
    assert file.read_bytes() == lines + more


def test_a_file_that_cannot_be_opened_stays(
    computer: Computer, workspace: Workspace, rescue: Rescue
) -> None:
    with full_disk(0):
        workspace.do(LOG)
        lines = kept(workspace)
    file = rescue.keep(lines)
    with failing_to_open(file.name):
        assert rescue.lines() == b""
        assert rescue.clear(computer.workspace().records) == [file]
    assert rescue.lines() == lines


def test_what_is_not_in_the_store_yet_stays(
    computer: Computer, workspace: Workspace, rescue: Rescue
) -> None:
    with full_disk(0):
        workspace.do(LOG)
        lines = kept(workspace)
    file = rescue.keep(lines)
    assert rescue.clear(computer.workspace().records) == [file]
    assert file.exists()


def test_of_reports_the_newest_stay(rescue: Rescue) -> None:
    for n in range(25):
        rescue.keep(b"", f"mistake {n}")
    rescue.clear(())
    files = sorted(rescue.folder.iterdir(), key=lambda file: int(file.stem.split("-")[1]))
    assert len(files) == 20
    assert "mistake 24" in files[-1].read_text()
    assert rescue.keep(b"", "one more").name == "fault-26.jsonl"


@pytest.mark.parametrize("name", ["mkdir", "write", "fsync"])
def test_a_state_folder_that_takes_nothing_either_is_told(rescue: Rescue, name: str) -> None:
    with failing(name, 28), pytest.raises(NotSaved, match="The disk is full"):
        rescue.keep(b"", "a mistake")
    assert rescue.lines() == b""
