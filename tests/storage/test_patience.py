"""A journal that never comes holds nothing up: its copy stands in, and that is told."""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from planner.storage import patience, reading
from planner.storage.line import SetAside, Why
from planner.storage.patience import Patience
from tests.support.deeds import LOG, PLAN, PROFILE
from tests.support.lines import tick
from tests.support.stores import Computer

Read = Callable[[Path], bytes | OSError]


WORKS: list[patience._Work] = []


class Work(patience._Work):
    """One that a test can wait for."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        WORKS.append(self)


@pytest.fixture(autouse=True)
def _hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "SECONDS", 0.05)
    monkeypatch.setattr(patience, "_Work", Work)
    WORKS.clear()


@pytest.fixture
def gate() -> Iterator[Event]:
    """What a stuck reader waits for, opened at the end at the latest."""
    gate = Event()
    yield gate
    gate.set()


def stuck_on(gate: Event, *names: str) -> Read:
    really = reading.content_of

    def read(file: Path) -> bytes | OSError:
        if file.name in names:
            gate.wait()
        return really(file)

    return read


def wait_for_readers() -> None:
    while not all(one.is_over for one in WORKS):
        time.sleep(0.001)


def files(folder: Path, *names: str) -> list[Path]:
    found = [folder / name for name in names]
    for file in found:
        file.write_bytes(tick(1, device=file.name))
    return found


def test_a_thread_that_finds_no_memory_to_begin_is_not_waited_for_without_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "start_new_thread", lambda *_: 0)
    one, two = files(tmp_path, "one", "two")
    assert Patience(reading.content_of).contents([one, two]) == {one: None, two: None}


def test_files_that_come_are_all_read(tmp_path: Path) -> None:
    one, two = files(tmp_path, "one", "two")
    found = Patience(reading.content_of).contents([one, two, tmp_path / "three"])
    assert (found[one], found[two]) == (one.read_bytes(), two.read_bytes())
    assert isinstance(found[tmp_path / "three"], FileNotFoundError)


def test_one_that_does_not_come_holds_up_none_of_the_others(tmp_path: Path, gate: Event) -> None:
    wanted = files(tmp_path, "a", "b", "c", "d")
    patient = Patience(stuck_on(gate, "b"))
    found = patient.contents(wanted)
    assert [name.name for name, one in found.items() if one is None] == ["b"]
    assert found[wanted[3]] == wanted[3].read_bytes()


def test_one_that_does_not_come_is_not_waited_for_again_until_it_does(
    tmp_path: Path, gate: Event
) -> None:
    (file,) = files(tmp_path, "a")
    asked: list[Path] = []
    stuck = stuck_on(gate, "a")

    def read(one: Path) -> bytes | OSError:
        asked.append(one)
        return stuck(one)

    patient = Patience(read)
    for _ in range(5):
        assert patient.contents([file]) == {file: None}
    assert asked == [file]
    gate.set()
    wait_for_readers()
    assert patient.contents([file]) == {file: file.read_bytes()}


def test_of_many_that_do_not_come_only_some_are_waited_for_in_one_go(
    tmp_path: Path, gate: Event
) -> None:
    names = [f"{n}" for n in range(9)]
    patient = Patience(stuck_on(gate, *names))
    found = patient.contents(files(tmp_path, *names))
    assert set(found.values()) == {None}
    assert len(patient._stuck) == 2


def test_a_store_opens_from_the_copy_while_a_journal_does_not_come(
    tmp_path: Path, gate: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    computer = Computer(tmp_path)
    computer.workspace().do(PROFILE, PLAN)
    bob = computer.store / "journal-bob.jsonl"
    bob.write_bytes(tick(1, device="bob"))
    computer.remember()
    with monkeypatch.context() as patch:
        patch.setattr("planner.storage.folder.content_of", stuck_on(gate, bob.name))
        workspace = computer.workspace()
        assert [one.id for one in workspace.records] == ["ada-1", "ada-2", "bob-1"]
        assert list(workspace.set_aside) == [SetAside(bob, 0, Why.SLOW)]
        assert workspace.do(LOG)
        assert (workspace.unsaved, workspace.read_only) == ("", "")
        gate.set()
        wait_for_readers()
        bob.write_bytes(bob.read_bytes() + tick(2, device="bob"))
        assert [one.id for one in workspace.refresh()] == ["bob-2"]
        assert not workspace.set_aside


def test_the_own_journal_is_not_waited_for_either_and_nothing_is_added_meanwhile(
    tmp_path: Path, gate: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    computer = Computer(tmp_path)
    computer.workspace().do(PROFILE, PLAN)
    computer.remember()
    before = computer.file.read_bytes()
    monkeypatch.setattr("planner.storage.folder.content_of", stuck_on(gate, computer.file.name))
    workspace = computer.workspace()
    assert [one.id for one in workspace.records] == ["ada-1", "ada-2"], "from the copy"
    assert list(workspace.set_aside) == [SetAside(computer.file, 0, Why.SLOW)]
    assert workspace.do(LOG)
    assert "so nothing is added: " in workspace.unsaved
    assert computer.file.read_bytes() == before
    gate.set()
    wait_for_readers()
    assert workspace.try_again()
    assert (workspace.set_aside, workspace.notices) == ((), ())
    assert computer.file.read_bytes().startswith(before)
    assert len(computer.lines()) == 3, "and none is written again"


def test_a_write_does_not_wait_for_the_own_journal_either(
    tmp_path: Path, gate: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    computer = Computer(tmp_path)
    workspace = computer.workspace()
    workspace.do(PROFILE, PLAN)
    computer.workspace().do(LOG)
    with monkeypatch.context() as patch:
        patch.setattr("planner.storage.folder.content_of", stuck_on(gate, computer.file.name))
        workspace.do(LOG)
        assert "so nothing is added: " in workspace.unsaved
    gate.set()
    wait_for_readers()
    assert workspace.try_again()
    assert workspace.state == computer.workspace().state


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_a_pipe_in_the_place_of_a_journal_is_told_and_not_read(tmp_path: Path) -> None:
    computer = Computer(tmp_path)
    computer.workspace().do(PROFILE, PLAN)
    bob = computer.store / "journal-bob.jsonl"
    os.mkfifo(bob)
    workspace = computer.workspace()
    assert len(workspace.records) == 2
    assert workspace.set_aside == (SetAside(bob, 0, Why.UNREADABLE),)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_a_file_that_becomes_a_pipe_when_it_is_opened_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As an evicted file does, it looks like one that can be read."""
    computer = Computer(tmp_path)
    computer.workspace().do(PROFILE, PLAN)
    pipe, bob = tmp_path / "pipe", computer.store / "journal-bob.jsonl"
    os.mkfifo(pipe)
    bob.write_bytes(tick(1, device="bob"))
    really = Path.open

    def opened(file: Path, *how: Any, **more: Any) -> object:
        return really(pipe if file == bob else file, *how, **more)

    monkeypatch.setattr(Path, "open", opened)
    workspace = computer.workspace()
    assert [one.why for one in workspace.set_aside] == [Why.SLOW]
    os.close(os.open(pipe, os.O_RDWR | os.O_NONBLOCK))


def test_a_file_that_is_too_large_for_the_memory_is_set_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    computer = Computer(tmp_path)
    computer.workspace().do(PROFILE, PLAN)
    (computer.store / "journal-bob.jsonl").write_bytes(tick(1, device="bob"))
    really = reading._content

    def content(file: Path) -> bytes:
        if "bob" in file.name:
            raise MemoryError
        return really(file)

    monkeypatch.setattr(reading, "_content", content)
    assert [one.why for one in computer.workspace().set_aside] == [Why.UNREADABLE]
