"""An append that fails loses nothing, doubles nothing, and does not harm the ones after it."""

import errno
import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from planner.core import commands as c
from planner.core.folding import fold
from planner.core.state import State
from planner.storage import appending
from planner.storage.disk import write_all
from planner.storage.journal import Journal
from planner.storage.line import encode
from planner.storage.trouble import NotSaved
from tests.support import study
from tests.support.faults import failing, full_disk, idle_disk, lying_disk, swallowing_disk
from tests.support.lines import tick
from tests.support.stores import Computer

SETUP: list[c.Change] = [c.ChangeProfile(profile=study.PROFILE), c.AcceptPlan(plan=study.PLAN)]
LOG = c.LogTime(code="W1-01", minutes=50, on=study.TODAY)
TICK = c.Tick(target="W1-01", on=study.TODAY)
BOTH: list[c.Change] = [LOG, TICK]

FAULTS: dict[str, Callable[[], AbstractContextManager[None]]] = {
    "disk full at once": lambda: full_disk(0),
    "disk full after some bytes": lambda: full_disk(100),
    "write reports an error": lambda: failing("write", errno.EIO),
    "write lies": lying_disk,
    "write takes nothing": idle_disk,
    "write swallows the beginning": lambda: swallowing_disk(10),
    "fsync reports an error": lambda: failing("fsync", errno.EIO),
    "no permission to open": lambda: failing("open", errno.EACCES),
    "too many open files": lambda: failing("open", errno.EMFILE),
}


def minutes(computer: Computer) -> tuple[int, bool, int]:
    """Return what is logged and ticked on disk, and how many lines were set aside."""
    journal = computer.journal()
    journal.catch_up()
    state, _ = fold(State(study.CURRICULUM), journal.records)
    return state.minutes.get("W1-01", 0), "W1-01" in state.ticks, len(journal.set_aside)


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    computer = Computer(tmp_path)
    computer.journal().append(SETUP)
    return computer


@pytest.fixture
def journal(computer: Computer) -> Journal:
    journal = computer.journal()
    journal.catch_up()
    return journal


@pytest.mark.parametrize("fault", FAULTS)
def test_a_failed_append_leaves_the_file_as_it_was_and_works_later(
    computer: Computer, journal: Journal, fault: str
) -> None:
    before = computer.file.read_bytes()
    with FAULTS[fault](), pytest.raises(NotSaved):
        journal.append(BOTH)
    assert computer.file.read_bytes() == before
    assert journal.catch_up() == ()
    records = journal.append(BOTH)
    assert [record.id for record in records] == ["ada-3", "ada-4"]
    assert minutes(computer) == (50, True, 0)


@pytest.mark.parametrize("fault", FAULTS)
def test_bytes_that_cannot_be_taken_back_are_not_doubled_by_trying_again(
    computer: Computer, journal: Journal, fault: str
) -> None:
    with failing("ftruncate", errno.EIO):
        for _ in range(2):
            with FAULTS[fault](), pytest.raises(NotSaved):
                journal.append(BOTH)
            assert journal.catch_up() == ()
        journal.append(BOTH)
    assert len(journal.records) == 4
    journal.append(BOTH)
    assert len({record.id for record in journal.records}) == 6
    logged, ticked, aside = minutes(computer)
    assert (logged, ticked) == (100, True)
    assert aside == (2 if "some bytes" in fault or "beginning" in fault else 0)


def test_what_another_program_wrote_meanwhile_keeps_its_id(
    computer: Computer, journal: Journal
) -> None:
    with failing("ftruncate", errno.EIO), full_disk(100), pytest.raises(NotSaved):
        journal.append(BOTH)
    (other,) = computer.journal().append([LOG])
    assert other.id == "ada-4"  # the torn line has ada-3
    assert [record.id for record in journal.append(BOTH)] == ["ada-5", "ada-6"]
    assert journal.catch_up() == (other,)
    assert minutes(computer) == (100, True, 1)


def test_lines_that_reached_the_disk_in_part_keep_their_order(
    computer: Computer, journal: Journal
) -> None:
    first = len(encode("ada-3", "2026-12-01T19:30:00.000Z/0002", {}, LOG)[0])
    with failing("ftruncate", errno.EIO), full_disk(first + 50), pytest.raises(NotSaved):
        journal.append(BOTH)
    (other,) = computer.journal().append([LOG])
    assert other.id == "ada-5"
    assert [record.id for record in journal.append(BOTH)] == ["ada-3", "ada-6"]
    assert minutes(computer) == (100, True, 1)


@pytest.mark.parametrize("room", [100, 100_000])
def test_what_somebody_wrote_without_a_lock_is_never_cut_away(
    computer: Computer, journal: Journal, room: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two computers that share their state folder over a network may not share its locks."""
    foreign = tick(7, device="ada")
    really = write_all

    def write(handle: int, data: bytes) -> None:
        with computer.file.open("ab") as other:
            other.write(foreign)
        really(handle, data)

    with monkeypatch.context() as patch:
        patch.setattr(appending, "write_all", write)
        with full_disk(room), pytest.raises(NotSaved):
            journal.append([LOG])
    assert foreign in computer.file.read_bytes()
    journal.append([LOG])
    assert minutes(computer)[0] == 50


def test_a_gesture_that_reached_the_disk_in_part_stays_one_gesture(
    computer: Computer, journal: Journal
) -> None:
    first = len(encode("ada-3", "2026-12-01T19:30:00.000Z/0002", {}, LOG)[0])
    with failing("ftruncate", errno.EIO), full_disk(first + 50), pytest.raises(NotSaved):
        journal.append(BOTH)
    computer.clock.move(hours=1)
    computer.journal().append([LOG])
    one, other = journal.append(BOTH)
    assert one.at == other.at
    workspace = computer.workspace()
    assert workspace.undo() == (LOG,)
    assert workspace.undo() == tuple(BOTH)


def test_a_line_that_reached_the_disk_keeps_its_number_to_itself(
    computer: Computer, journal: Journal
) -> None:
    first = len(encode("ada-3", "2026-12-01T19:30:00.000Z/0002", {}, LOG)[0])
    with failing("ftruncate", errno.EIO), full_disk(first), pytest.raises(NotSaved):
        journal.append(BOTH)
    assert [record.id for record in journal.append(BOTH)] == ["ada-3", "ada-4"]
    assert minutes(computer) == (50, True, 0)


def test_what_failed_is_not_taken_for_what_comes_next(computer: Computer, journal: Journal) -> None:
    with (
        failing("ftruncate", errno.EIO),
        failing("fsync", errno.EIO),
        pytest.raises(NotSaved),
    ):
        journal.append([LOG])
    assert [record.command for record in journal.append([TICK])] == [TICK]
    assert minutes(computer) == (50, True, 0)


def test_what_was_taken_back_may_get_other_ids(computer: Computer, journal: Journal) -> None:
    with full_disk(100), pytest.raises(NotSaved):
        journal.append(BOTH)
    computer.clock.move(seconds=1)
    (other,) = computer.journal().append([LOG])
    assert other.id == "ada-3"
    assert [record.id for record in journal.append(BOTH)] == ["ada-4", "ada-5"]
    assert minutes(computer) == (100, True, 0)


def test_a_new_file_whose_name_may_not_be_on_the_disk_is_not_acknowledged(tmp_path: Path) -> None:
    computer = Computer(tmp_path)
    (tmp_path / "state-ada").mkdir()
    (tmp_path / "state-ada" / "device").write_text("ada")
    computer.store.mkdir()
    journal = computer.journal()
    # The first fsync is of the lines, the second of the folder.
    with failing("fsync", errno.EIO, after=1, times=1), pytest.raises(NotSaved, match="error"):
        journal.append(BOTH)
    assert computer.file.read_bytes() == b""
    with failing("fsync", errno.EIO, after=1, times=1), pytest.raises(NotSaved):
        journal.append(BOTH)
    journal.append(BOTH)
    assert len(computer.lines()) == 2


def test_a_file_system_that_cannot_flush_folders_is_good_enough(tmp_path: Path) -> None:
    computer = Computer(tmp_path)
    (tmp_path / "state-ada").mkdir()
    (tmp_path / "state-ada" / "device").write_text("ada")
    computer.store.mkdir()
    with failing("fsync", errno.EINVAL, after=1, times=1):
        computer.journal().append(SETUP)
    assert len(computer.lines()) == 2


def test_a_store_that_vanished_is_not_begun_anew(computer: Computer, journal: Journal) -> None:
    away = computer.store.rename(computer.root / "away")
    with pytest.raises(NotSaved, match="not there any more"):
        journal.append(BOTH)
    assert not computer.store.exists()
    away.rename(computer.store)
    journal.append(BOTH)
    assert minutes(computer) == (50, True, 0)


def test_an_own_file_that_vanished_is_not_begun_anew(computer: Computer, journal: Journal) -> None:
    away = computer.file.rename(computer.root / "away")
    with pytest.raises(NotSaved, match="not there any more"):
        journal.append(BOTH)
    assert journal.read_only == f"It is not there any more: {computer.file}."
    assert list(computer.store.iterdir()) == []
    away.rename(computer.file)
    journal.append(BOTH)
    assert minutes(computer) == (50, True, 0)


def test_a_store_that_was_only_written_is_missed_as_well(tmp_path: Path) -> None:
    computer = Computer(tmp_path)
    journal = computer.journal()
    journal.append(SETUP)
    computer.store.rename(tmp_path / "away")
    with pytest.raises(NotSaved, match="not there any more"):
        journal.append(BOTH)
    assert not computer.store.exists()


def test_an_own_file_that_cannot_be_looked_at_is_told(computer: Computer, journal: Journal) -> None:
    shutil.rmtree(computer.store)
    computer.store.write_text("a file")
    with pytest.raises(NotSaved, match="Part of the path is a file"):
        journal.append(BOTH)
    assert journal.catch_up() == ()


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EDQUOT, "The disk quota is used up"),
        (errno.EROFS, "The disk is read-only"),
        (errno.EACCES, "There is no permission to write"),
        (errno.EIO, "The disk reports an error"),
        (errno.ELOOP, "Too many levels of symbolic links"),
    ],
)
def test_the_reason_is_one_plain_sentence(
    computer: Computer, journal: Journal, number: int, sentence: str
) -> None:
    with failing("write", number), pytest.raises(NotSaved) as failure:
        journal.append(BOTH)
    assert str(failure.value) == f"{sentence}: {computer.file}."
