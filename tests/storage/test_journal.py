"""Commands appended to a journal are there, in order, for every program of this computer."""

import os
import stat
from pathlib import Path
from threading import Timer

import pytest
from filelock import FileLock

from planner.core import commands as c
from planner.storage import lock, reading
from planner.storage.journal import Journal
from planner.storage.line import Why
from planner.storage.trouble import NotSaved
from tests.support import study
from tests.support.faults import failing
from tests.support.lines import BAD, line, tick
from tests.support.stores import Computer

TICK = c.Tick(target="W1-01", on=study.TODAY)
UNTICK = c.Tick(target="W1-01", done=False, on=study.TODAY)


def ids(journal: Journal) -> list[str]:
    return [record.id for record in journal.records]


def reread(computer: Computer) -> list[str]:
    journal = computer.journal()
    journal.catch_up()
    return ids(journal)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_reading_makes_nothing(tmp_path: Path) -> None:
    journal = Computer(tmp_path).journal()
    assert journal.catch_up() == ()
    assert (journal.device, journal.read_only, ids(journal)) == ("", "", [])
    assert list(tmp_path.iterdir()) == []


def test_the_first_append_makes_file_and_folders_for_the_user_alone(tmp_path: Path) -> None:
    computer = Computer(tmp_path / "deep" / "down")
    before = os.umask(0)
    try:
        computer.journal().append([TICK])
    finally:
        os.umask(before)
    made = [path for path in tmp_path.rglob("*") if path != tmp_path / "deep"]
    assert {path.name for path in made if path.is_file()} >= {"journal-ada.jsonl", "device"}
    assert {mode(path) for path in made if path.is_file()} == {0o600}
    assert {mode(path) for path in made if path.is_dir()} == {0o700}


def test_what_was_appended_is_read_back_by_the_next_program(tmp_path: Path) -> None:
    computer = Computer(tmp_path)
    first = computer.journal().append([TICK, UNTICK])
    journal = computer.journal()
    assert journal.catch_up() == first
    assert journal.device == "ada"
    assert [record.command for record in first] == [TICK, UNTICK]
    assert [record.id for record in first] == ["ada-1", "ada-2"]


def test_the_commands_of_a_gesture_share_a_stamp_that_no_other_gesture_has(tmp_path: Path) -> None:
    journal = Computer(tmp_path).journal()
    one, two = journal.append([TICK, UNTICK])
    (three,) = journal.append([TICK])
    assert one.at == two.at < three.at


def test_stamps_go_on_when_the_clock_was_set_back(tmp_path: Path) -> None:
    computer = Computer(tmp_path)
    (before,) = computer.journal().append([TICK])
    computer.clock.move(days=-365)
    journal = computer.journal()
    (after,) = journal.append([UNTICK])
    assert before.at < after.at
    assert ids(journal) == ["ada-1", "ada-2"]


def test_our_own_lines_are_no_news(tmp_path: Path) -> None:
    journal = Computer(tmp_path).journal()
    journal.append([TICK])
    journal.append([UNTICK])
    assert not journal.has_news
    assert journal.catch_up() == ()
    assert ids(journal) == ["ada-1", "ada-2"]


def test_our_own_lines_are_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = Computer(tmp_path).journal()
    journal.append([TICK])
    monkeypatch.setattr(reading, "_content", lambda file: pytest.fail(f"{file} was read"))
    journal.append([UNTICK])
    assert journal.catch_up() == ()


def test_two_programs_of_one_computer_append_in_turn(tmp_path: Path) -> None:
    computer = Computer(tmp_path)
    window, terminal = computer.journal(), computer.journal()
    for n in range(1, 7, 2):
        window.append([TICK])
        assert window.has_news is (n > 1)
        assert [one.id for one in window.catch_up()] == ([f"ada-{n - 1}"] if n > 1 else [])
        terminal.append([UNTICK])
    assert reread(computer) == [f"ada-{n}" for n in range(1, 7)]
    assert len(computer.lines()) == 6


def test_who_finds_the_file_locked_says_so_and_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "_WRITER_WAITS", 0.01)
    monkeypatch.setattr(lock, "_READER_WAITS", 0.01)
    computer = Computer(tmp_path)
    journal = computer.journal()
    journal.append([TICK])
    (lock_file,) = (tmp_path / "state-ada").glob("append-*.lock")
    with FileLock(lock_file):
        with pytest.raises(NotSaved, match="Another copy of Loopready is writing"):
            journal.append([UNTICK])
        assert reread(computer) == ["ada-1"]
    journal.append([UNTICK])
    assert reread(computer) == ["ada-1", "ada-2"]


def test_a_reader_waits_while_another_program_is_in_the_middle_of_a_line(tmp_path: Path) -> None:
    computer = Computer(tmp_path)
    journal = computer.journal()
    journal.append([TICK])
    (lock_file,) = (tmp_path / "state-ada").glob("append-*.lock")
    half = len(line()) // 2
    held = FileLock(lock_file, thread_local=False)
    held.acquire()
    with computer.file.open("ab") as file:
        file.write(tick(2)[:half])

    def finish() -> None:
        with computer.file.open("ab") as file:
            file.write(tick(2)[half:])
        held.release()

    timer = Timer(0.2, finish)
    timer.start()
    assert [record.id for record in journal.catch_up()] == ["ada-2"]
    assert not journal.set_aside
    timer.join()


def test_two_computers_share_a_folder(tmp_path: Path) -> None:
    ada, bob = Computer(tmp_path), Computer(tmp_path, "bob")
    here, there = ada.journal(), bob.journal()
    here.append([TICK])
    assert [one.id for one in there.catch_up()] == ["ada-1"]
    there.append([UNTICK])
    here.catch_up()
    assert ids(here) == ids(there) == ["ada-1", "bob-1"]
    assert sorted(path.name for path in ada.store.iterdir()) == [
        "journal-ada.jsonl",
        "journal-bob.jsonl",
    ]


def test_a_line_says_what_was_seen_of_others_where_that_is_new(tmp_path: Path) -> None:
    ada, bob = Computer(tmp_path).journal(), Computer(tmp_path, "bob").journal()
    bob.append([TICK, TICK])
    ada.catch_up()
    seen = [record.seen for record in (*ada.append([TICK, TICK]), *ada.append([TICK]))]
    assert seen == [{"bob": 2}, {}, {}]
    again = Computer(tmp_path).journal()
    again.catch_up()
    assert again.append([TICK])[0].seen == {}
    bob.append([TICK])
    again.catch_up()
    assert again.append([TICK])[0].seen == {"bob": 3}


def test_what_was_said_last_of_others_counts_in_whatever_order_it_is_read(tmp_path: Path) -> None:
    ada, bob = Computer(tmp_path), Computer(tmp_path, "bob").journal()
    for _ in range(2):
        bob.append([TICK])
        journal = ada.journal()
        journal.catch_up()
        journal.append([UNTICK])
    one, two = ada.lines()
    ada.file.write_bytes(b"")
    (ada.store / "a copy").write_bytes(two)
    (ada.store / "b copy").write_bytes(one)
    journal = ada.journal()
    journal.catch_up()
    assert journal.append([TICK])[0].seen == {}


def test_a_stamp_follows_those_of_other_computers_whose_clocks_are_ahead(tmp_path: Path) -> None:
    ada, bob = Computer(tmp_path), Computer(tmp_path, "bob")
    bob.clock.move(hours=5)
    bob.journal().append([TICK])
    here = ada.journal()
    here.catch_up()
    here.append([UNTICK])
    assert ids(here) == ["bob-1", "ada-1"]


@pytest.mark.parametrize("why", [why for why in BAD if why is not Why.NEWER_VERSION])
def test_a_bad_tail_is_closed_so_that_later_lines_are_whole(tmp_path: Path, why: Why) -> None:
    computer = Computer(tmp_path)
    journal = computer.journal()
    journal.append([TICK])
    with computer.file.open("ab") as file:
        file.write(BAD[why])
    journal.catch_up()
    journal.append([UNTICK])
    for read in (journal, computer.journal()):
        read.catch_up()
        assert [record.command for record in read.records] == [TICK, UNTICK]
        assert [(one.number, one.why) for one in read.set_aside] == [(2, why)]


def test_a_store_of_a_newer_version_is_read_and_not_written(tmp_path: Path) -> None:
    computer = Computer(tmp_path)
    computer.journal().append([TICK])
    with computer.file.open("ab") as file:
        file.write(BAD[Why.NEWER_VERSION] + b"\n")
    before = computer.file.read_bytes()
    journal = computer.journal()
    journal.catch_up()
    assert ids(journal) == ["ada-1"]
    assert journal.read_only.startswith("A newer version of Loopready wrote to this store")
    with pytest.raises(NotSaved, match="newer version"):
        journal.append([UNTICK])
    assert computer.file.read_bytes() == before


def test_a_whole_tail_without_a_newline_keeps_its_own_line(tmp_path: Path) -> None:
    computer = Computer(tmp_path)
    computer.journal().append([TICK])
    computer.file.write_bytes(computer.file.read_bytes().strip())
    computer.journal().append([UNTICK])
    assert reread(computer) == ["ada-1", "ada-2"]


def test_the_number_of_a_line_that_cannot_be_read_is_not_given_again(tmp_path: Path) -> None:
    computer = Computer(tmp_path)
    computer.journal().append([TICK])
    with computer.file.open("ab") as file:
        file.write(line(id="ada-9")[:-9] + b"\n")
    assert computer.journal().append([UNTICK])[0].id == "ada-10"


def test_numbers_go_on_from_a_conflict_copy_of_the_own_file(tmp_path: Path) -> None:
    computer = Computer(tmp_path)
    for _ in range(5):
        computer.journal().append([TICK])
    whole = computer.file.read_bytes()
    (computer.store / "journal-ada (copy).jsonl").write_bytes(whole)
    computer.file.write_bytes(whole[: whole.index(b"\n") + 1])
    journal = computer.journal()
    journal.catch_up()
    assert journal.append([UNTICK])[0].id == "ada-6"


@pytest.mark.parametrize("broken", [b"", b"../ada", b"\0\0", b"\xff", b"a" * 41])
def test_a_broken_device_id_is_made_anew(tmp_path: Path, broken: bytes) -> None:
    computer = Computer(tmp_path)
    state = tmp_path / "state-ada"
    state.mkdir()
    (state / "device").write_bytes(broken)
    computer.journal().append([TICK])
    assert (state / "device").read_text() == "ada"
    assert reread(computer) == ["ada-1"]


def test_a_device_id_must_do_as_the_name_of_a_file(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="cannot be the id of a device"):
        Computer(tmp_path, "../ada").journal().append([TICK])


def test_without_a_place_for_the_device_id_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "state-ada").write_text("a file")
    computer = Computer(tmp_path)
    with pytest.raises(NotSaved, match="state-ada"):
        computer.journal().append([TICK])
    assert not computer.store.exists()


def test_a_folder_without_permission_is_read_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    computer = Computer(tmp_path)
    computer.journal().append([TICK])
    # Root may write everywhere, so the answer of the system is made up.
    monkeypatch.setattr(os, "access", lambda path, needed: needed == os.F_OK or not path)
    journal = computer.journal()
    journal.catch_up()
    assert ids(journal) == ["ada-1"]
    assert journal.read_only == f"There is no permission to write: {computer.store}."


def test_a_command_that_cannot_be_written_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    computer = Computer(tmp_path)
    journal = computer.journal()
    journal.append([TICK])
    before = computer.file.read_bytes()
    lone = c.AddEvidence(item="a", text="\ud800")
    with pytest.raises(ValueError, match="surrogates"):
        journal.append([TICK, lone])
    assert computer.file.read_bytes() == before


def test_a_folder_whose_files_cannot_be_listed_brings_no_news(tmp_path: Path) -> None:
    computer = Computer(tmp_path)
    computer.journal().append([TICK])
    journal = computer.journal()
    with failing("scandir", 5):
        assert journal.catch_up() == ()
    assert len(journal.catch_up()) == 1
