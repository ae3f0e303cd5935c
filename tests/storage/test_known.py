"""What was checked at an earlier start is known at the next one, and only while it is the same."""

import stat
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from planner.core import checking, trusted
from planner.core.apply import Entry
from planner.core.commands import Change
from planner.core.profile import StudyDay
from planner.core.state import State
from planner.resources import resource
from planner.storage import known as known_module
from planner.storage import line
from planner.storage.curriculum import load_curriculum
from planner.storage.known import Known
from planner.storage.line import SetAside
from planner.storage.lock import TurnLock
from planner.storage.preferences import Preferences, load_preferences, save_preferences
from tests.core.strategies import FEW
from tests.support.commands import planned_change
from tests.support.deeds import PLAN, PROFILE, TICK
from tests.support.faults import full_disk
from tests.support.lines import BAD, tick
from tests.support.lines import line as made_line
from tests.support.stores import Computer

DAY = b'{"minutes": 90, "start": "07:00:00"}'
Told = tuple[State, list[tuple[Entry, str]], tuple[SetAside, ...], list[Entry]]


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    """A computer whose candidate has a plan, and that was started once."""
    computer = Computer(tmp_path)
    computer.workspace().do(PROFILE, PLAN, TICK)
    remember(computer)
    return computer


def kept(computer: Computer) -> Path:
    return computer.root / f"state-{computer.name}" / "known"


def told(computer: Computer, known: Known | None = None) -> Told:
    """Everything that a start tells of a store."""
    workspace, journal = computer.workspace(known=known), computer.journal(known)
    journal.catch_up()
    refused = [(entry, str(why)) for entry, why in workspace.refused]
    return workspace.state, refused, workspace.set_aside, list(journal.records)


def remember(computer: Computer) -> None:
    known = Known(kept(computer))
    told(computer, known)
    known.save()


def test_a_document_that_was_checked_is_known_at_the_next_start(tmp_path: Path) -> None:
    known = Known(tmp_path / "known")
    assert known.recall(StudyDay, DAY) is None
    known.note(StudyDay, DAY)
    known.save()
    again = Known(tmp_path / "known").recall(StudyDay, DAY)
    assert again == checking.read(StudyDay, DAY)
    assert stat.S_IMODE((tmp_path / "known").stat().st_mode) == 0o600


@pytest.mark.parametrize("data", [DAY + b" ", DAY[:-1], b"", DAY.replace(b"90", b"91")])
def test_any_other_bytes_are_not_known(tmp_path: Path, data: bytes) -> None:
    known = Known(tmp_path / "known")
    known.note(StudyDay, DAY)
    known.save()
    assert Known(tmp_path / "known").recall(StudyDay, data) is None


def test_nothing_is_known_to_another_class_version_or_shape(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = Known(tmp_path / "known")
    known.note(StudyDay, DAY)
    known.save()
    assert Known(tmp_path / "known").recall(Preferences, DAY) is None
    for name, value in (("__version__", "0"), ("shape", lambda _: "another")):
        with monkeypatch.context() as patch:
            patch.setattr(known_module, name, value)
            known_module._begun.cache_clear()
            assert Known(tmp_path / "known").recall(StudyDay, DAY) is None
        known_module._begun.cache_clear()
    assert Known(tmp_path / "known").recall(StudyDay, DAY) is not None


def test_a_start_with_unchanged_files_checks_nothing(
    computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _time in range(2):  # the longer memory of the file counts, not the older one
        computer.journal().append([TICK])
        remember(computer)
    expected = told(computer)

    def refuse(*_: object) -> object:
        raise AssertionError("checked again")

    monkeypatch.setattr(line, "read", refuse)
    assert told(computer, Known(kept(computer))) == expected


def test_the_curriculum_and_the_preferences_are_checked_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "preferences.json"
    save_preferences(file, Preferences(theme="dark"))
    known = Known(tmp_path / "known")
    first = load_curriculum(resource("curriculum"), known), load_preferences(file, known)
    known.save()
    monkeypatch.setattr(checking, "checker", None)
    known = Known(tmp_path / "known")
    assert (load_curriculum(resource("curriculum"), known), load_preferences(file, known)) == first


def replace(content: Callable[[bytes], bytes]) -> Callable[[Path], object]:
    return lambda file: file.write_bytes(content(file.read_bytes()))


CHANGES: dict[str, Callable[[Path], object]] = {
    "appended": replace(lambda data: data + tick(9)),
    "torn": replace(lambda data: data + tick(9)[:60]),
    "shrunk": replace(lambda data: data[: data.rstrip(b"\n").rindex(b"\n") + 1]),
    "cut": replace(lambda data: data[:-20]),
    "edited": replace(lambda data: data.replace(b"W1-03", b"W1-02")),
    "replaced": replace(lambda _: tick(1) + tick(2)),
    "damaged": replace(lambda data: data.replace(b'"tick"', b'"tock"')),
    "emptied": replace(lambda _: b""),
    "gone": lambda file: file.unlink(),
    "longer by a blank line": replace(lambda data: b"\n" + data),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_changed_journal_is_read_as_it_stands(
    computer: Computer, change: Callable[[Path], object]
) -> None:
    change(computer.file)
    assert told(computer, Known(kept(computer))) == told(computer)


@pytest.mark.parametrize("why", BAD)
def test_a_line_that_was_set_aside_is_told_again(computer: Computer, why: line.Why) -> None:
    computer.file.write_bytes(computer.file.read_bytes() + BAD[why] + b"\n" + tick(9))
    remember(computer)
    again = told(computer, Known(kept(computer)))
    assert again == told(computer)
    assert [one.why for one in again[2]] == [why]


@FEW
@given(st.lists(planned_change, max_size=8), st.integers(0, 8))
def test_with_and_without_the_memory_the_state_is_the_same(
    tmp_path_factory: pytest.TempPathFactory, changes: list[Change], seen: int
) -> None:
    computer = Computer(tmp_path_factory.mktemp("known"))
    computer.journal().append([PROFILE, PLAN])
    for place, change in enumerate(changes):
        if place == seen:
            remember(computer)
        computer.journal().append([change])
    assert told(computer, Known(kept(computer))) == told(computer)
    remember(computer)
    assert told(computer, Known(kept(computer))) == told(computer)


@FEW
@given(st.data())
def test_a_damaged_memory_does_no_harm(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    computer = Computer(tmp_path_factory.mktemp("damaged"))
    computer.workspace().do(PROFILE, PLAN, TICK)
    remember(computer)
    content = bytearray(kept(computer).read_bytes())
    for _ in range(data.draw(st.integers(1, 5))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place] = data.draw(st.integers(0, 255))
    kept(computer).write_bytes(bytes(content[: data.draw(st.integers(0, len(content)))]))
    assert told(computer, Known(kept(computer))) == told(computer)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0" * 5000,
        b"\xff\xfe",
        b"lines 0 " + b"0" * 64,
        b"lines 99999999999 " + b"0" * 64,
        b"document",
        b"x" * 10_000_000,
        b"lines 5 " + b"a" * 64 + b" 1\n" * 100_000,
    ],
)
def test_a_memory_that_is_none_is_passed_over(computer: Computer, content: bytes) -> None:
    kept(computer).write_bytes(content)
    assert told(computer, Known(kept(computer))) == told(computer)


def test_a_folder_or_a_full_disk_in_its_place_does_no_harm(computer: Computer) -> None:
    kept(computer).unlink()
    with full_disk(0):
        remember(computer)
    assert not kept(computer).exists()
    kept(computer).mkdir()
    remember(computer)
    assert told(computer, Known(kept(computer))) == told(computer)


def test_a_vouched_line_that_cannot_be_made_is_checked_in_full(
    computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trusted, "_builder", lambda _: None)
    assert told(computer, Known(kept(computer))) == told(computer)


def test_a_line_that_breaks_a_bound_stays_set_aside(computer: Computer) -> None:
    """Nothing but the bound is wrong with it, so only the check can tell."""
    long = {"kind": "log-time", "code": "W1-01", "minutes": 5000, "on": "2026-12-01"}
    computer.file.write_bytes(computer.file.read_bytes() + made_line(command=long) + b"\n")
    remember(computer)
    assert [one.why for one in told(computer, Known(kept(computer)))[2]] == [line.Why.BROKEN_VALUE]


AROUND = (b"", b"\xef\xbb\xbf", b"\0\0", b"  ", b"\r")
"""What editors and disks leave before and behind a line."""


@FEW
@given(
    st.lists(
        st.tuples(
            st.sampled_from(AROUND),
            st.sampled_from([b"", *(tick(n)[:-1] for n in range(1, 9)), *BAD.values()]),
            st.sampled_from(AROUND),
        ),
        min_size=1,
        max_size=9,
    ),
    st.integers(0, 9),
)
@example([(b"", tick(1)[:-1], b""), (AROUND[1], tick(2)[:-1], b"")], 2)
@example([(b"", tick(1)[:-1], b""), (b"", tick(2)[:-1], AROUND[2])], 0)
def test_lines_of_all_sorts_say_the_same_when_they_are_known(
    tmp_path_factory: pytest.TempPathFactory, parts: list[tuple[bytes, bytes, bytes]], later: int
) -> None:
    """Whole lines are made from one text, and one that is odd must not spoil its neighbours."""
    computer = Computer(tmp_path_factory.mktemp("odd"))
    computer.store.mkdir()
    lines = [b"".join(one) + b"\n" for one in parts]
    computer.file.write_bytes(b"".join(lines[:later]))
    remember(computer)
    computer.file.write_bytes(b"".join(lines))
    assert told(computer, Known(kept(computer))) == told(computer)
    remember(computer)
    assert told(computer, Known(kept(computer))) == told(computer)


def test_only_what_may_be_being_written_is_read_under_the_lock(
    computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    held: list[TurnLock] = []
    really = TurnLock.reading

    def reading(lock: TurnLock) -> AbstractContextManager[None]:
        held.append(lock)
        return really(lock)

    monkeypatch.setattr(TurnLock, "reading", reading)
    computer.journal(Known(kept(computer))).catch_up()
    assert held == []
    computer.file.write_bytes(computer.file.read_bytes() + tick(9))
    computer.journal(Known(kept(computer))).catch_up()
    assert len(held) == 1


def test_no_folder_is_made_for_it(tmp_path: Path) -> None:
    known = Known(tmp_path / "state" / "known")
    known.note(StudyDay, DAY)
    known.save()
    assert list(tmp_path.iterdir()) == []


def test_what_is_used_stays_and_what_is_old_goes(tmp_path: Path) -> None:
    file = tmp_path / "known"
    known = Known(file)
    known.note(StudyDay, DAY)
    known.save()
    for start in range(70):
        known = Known(file)
        if start < 69:
            assert known.recall(StudyDay, DAY) is not None
        known.note(StudyDay, b'{"minutes": %d}' % start)
        known.save()
    assert len(file.read_text(encoding="ascii").splitlines()) == 60
    assert Known(file).recall(StudyDay, DAY) is not None
    assert Known(file).recall(StudyDay, b'{"minutes": 0}') is None


def test_nothing_new_is_not_written(computer: Computer) -> None:
    before = kept(computer).stat()
    remember(computer)
    assert kept(computer).stat().st_ino == before.st_ino
