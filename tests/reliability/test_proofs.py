"""Each proof finds a program that does not keep its promise, and passes the one that does."""

import shutil
from pathlib import Path
from random import Random

import pytest

from planner.storage import appending, line
from reliability import calls, copies, damage, devices, full, hurting, kill, moments
from reliability.__main__ import main
from reliability.children import Ack, ack
from reliability.deeds import mark
from reliability.ledger import Ledger
from reliability.scenes import SCENES
from reliability.tally import Tally, table
from tests.support.deeds import LOG, TICK
from tests.support.stores import Computer

needs_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")


@pytest.fixture
def tally() -> Tally:
    return Tally("test")


def test_a_loss_is_told_counted_and_the_exit_status(
    tally: Tally, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert tally.expect(True, "not told")
    tally.count("rounds", 1200)
    monkeypatch.setattr("sys.argv", ["reliability", "kill"])
    monkeypatch.setattr("reliability.__main__.PROOFS", {"kill": lambda _: tally})
    assert main() == 0
    assert not tally.expect(False, "a line is gone")
    assert main() == 1
    out = capsys.readouterr().out
    assert "LOST  test: a line is gone" in out
    assert "1 lost  1,200 rounds" in out
    assert "not told" not in out


def test_an_unknown_proof_is_wrong_usage(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["reliability", "walk"])
    assert main() == 2


def test_the_table_is_as_wide_as_its_lines() -> None:
    assert table(["a", "bcd"]) == "---\na\nbcd\n---"


class TestLedger:
    """What was acknowledged, compared with what is on the disk."""

    @pytest.fixture
    def said(self, computer: Computer) -> Ack:
        computer.workspace().do(TICK)
        return ack(computer.file)

    def test_what_is_there_is_no_loss(self, computer: Computer, said: Ack, tally: Tally) -> None:
        Ledger(computer.file, computer.workspace, tally).check([[said]], "here")
        assert tally.losses == []

    @pytest.mark.parametrize("left", [0, -1, -300])
    def test_a_shorter_file_is_a_loss(
        self, computer: Computer, said: Ack, tally: Tally, left: int
    ) -> None:
        computer.file.write_bytes(computer.file.read_bytes()[:left])
        Ledger(computer.file, computer.workspace, tally).check([[said]], "here")
        assert tally.losses

    def test_another_state_is_a_loss(self, computer: Computer, said: Ack, tally: Tally) -> None:
        Ledger(computer.file, computer.workspace, tally).check([[said._replace(mark=1)]], "here")
        assert any("another state" in one for one in tally.losses)

    def test_two_newer_gestures_are_a_loss(
        self, computer: Computer, said: Ack, tally: Tally
    ) -> None:
        for _ in range(2):
            computer.workspace().do(LOG)
        Ledger(computer.file, computer.workspace, tally).check([[said]], "here")
        assert any("are newer" in one for one in tally.losses)


def test_killed_programs_lose_nothing() -> None:
    told = kill.main(["--rounds", "4"])
    assert told.losses == []
    assert told.tried["rounds"] == 4


def test_a_program_that_acknowledges_too_early_is_found(
    computer: Computer, tally: Tally, monkeypatch: pytest.MonkeyPatch
) -> None:
    def append(file: Path, data: bytes) -> appending.Added:
        return appending.append(file, data[: len(data) // 2])

    monkeypatch.setattr("planner.storage.journal.append", append)
    workspace = computer.workspace()
    workspace.do(TICK)
    assert not workspace.unsaved
    said = ack(computer.file, mark(workspace.state))
    Ledger(computer.file, computer.workspace, tally).check([[said]], "here")
    assert any("another state" in one for one in tally.losses)


@pytest.fixture
def patient(tmp_path: Path, tally: Tally) -> damage.Patient:
    return damage.Patient(tmp_path, tally)


def open_some(patient: damage.Patient) -> None:
    for ways in hurting.WAYS.values():
        for number, data in enumerate(ways(patient.whole)):
            if number % 97 == 0:
                patient.open_with(data, "here")


def test_damage_is_set_aside(patient: damage.Patient, tally: Tally) -> None:
    open_some(patient)
    assert tally.losses == []
    assert tally.tried["damages"] > 200
    assert tally.tried["lines set aside"] > 200


def test_a_reader_that_checks_no_sum_is_found(
    patient: damage.Patient, tally: Tally, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(line, "_is_whole", lambda _: True)
    open_some(patient)
    assert any("taken for a command" in one for one in tally.losses)


def test_three_computers_end_with_the_same(tally: Tally) -> None:
    devices.work_together(Random(5), tally)
    assert tally.losses == []
    assert tally.tried["acknowledged"]


def test_a_reader_that_knows_only_usual_names_is_found(
    tmp_path: Path, tally: Tally, monkeypatch: pytest.MonkeyPatch
) -> None:
    copies.read_all_names(tmp_path / "good", Random(1), 1, tally)
    assert tally.losses == []
    monkeypatch.setattr("planner.storage.reading._MARK", b"never")
    copies.read_all_names(tmp_path / "bad", Random(1), 1, tally)
    assert any("lines are gone" in one for one in tally.losses)


def test_the_stories_of_time_name_days_that_are() -> None:
    for steps in moments.STORIES.values():
        assert all(step.day == step.moment[:10] for step in steps)


@needs_strace
def test_a_file_that_is_written_in_place_is_found(
    tmp_path: Path, tally: Tally, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = calls.Stage("whole file", SCENES["whole file"], tmp_path, tally)
    assert stage.can_be_traced()
    for fault in ("write:signal=KILL:when=1", "write:error=ENOSPC:when=1+"):
        assert stage.does_fire(fault)
    assert (tally.losses, dict(tally.tried)) == ([], {"faults": 2, "kills": 1, "told": 1})

    def write_whole(path: Path, data: bytes) -> None:
        path.write_bytes(data)

    monkeypatch.setattr("reliability.scenes.files.write_whole", write_whole)
    assert stage.does_fire("write:signal=KILL:when=1")
    assert any("the file holds" in one for one in tally.losses)
    assert not stage.does_fire("rename:error=EIO:when=1")


def test_too_few_descriptors_and_too_large_files_lose_nothing() -> None:
    for trouble in ("too many open files", "file too large"):
        told = full.main(["--scene", "whole file", "--trouble", trouble])
        assert told.losses == []
        assert told.tried["told"]
