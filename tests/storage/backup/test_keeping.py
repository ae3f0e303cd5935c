"""Backups are made once a day, thinned without losing a line, and never in the way."""

import errno
import os
from pathlib import Path
from threading import Event

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.storage import patience
from planner.storage.backup import keeping
from planner.storage.backup.daily import Daily
from planner.storage.backup.keeping import Backup, Backups, Kind
from planner.storage.backup.packing import read_zip, unpacked, version_of
from planner.storage.trouble import NotSaved
from tests.support.deeds import LOG, NOTE, TICK
from tests.support.faults import failing, failing_to_open, full_disk, lying_disk
from tests.support.lines import tick
from tests.support.stores import Clock, Computer


@pytest.fixture
def backups(computer: Computer) -> Backups:
    return backups_of(computer)


def backups_of(computer: Computer, version: int = 1) -> Backups:
    return Backups(computer.store, computer.root / "state" / "backups", computer.clock, version)


def held(backup: Backup | None) -> dict[str, bytes]:
    assert backup is not None
    return dict(unpacked(read_zip(backup.file), ""))


def lines_of(found: tuple[Backup, ...]) -> set[bytes]:
    return {line for one in found for data in held(one).values() for line in data.split(b"\n")[:-1]}


def test_a_backup_holds_the_journals_as_they_are_and_nothing_else(
    computer: Computer, backups: Backups
) -> None:
    torn = computer.file.read_bytes() + tick(9)[:30]
    computer.file.write_bytes(torn)
    copy = computer.store / "journal-ada (1).jsonl"
    copy.write_bytes(tick(3))
    (computer.store / "notes.txt").write_bytes(b"dear diary")
    (computer.store / ".~loopready-x.tmp").write_bytes(tick(4))
    (computer.store / "folder").mkdir()
    assert held(backups.take(Kind.BY_HAND)) == {computer.file.name: torn, copy.name: tick(3)}


def test_a_journal_that_cannot_be_read_is_named_and_the_others_are_backed_up(
    computer: Computer, backups: Backups
) -> None:
    (computer.store / "journal-bob.jsonl").write_bytes(tick(3))
    with failing_to_open("journal-bob.jsonl"):
        assert list(held(backups.take(Kind.BY_HAND))) == [computer.file.name]
        assert backups.lacking.endswith("could not be read in the store: journal-bob.jsonl.")
        said: list[str] = []
        computer.clock.move(days=1)
        Daily(lambda: backups, computer.clock, said.append)()
    assert said == [backups.lacking]
    assert len(held(backups.take(Kind.BY_HAND))) == 2
    assert not backups.lacking


def test_a_mistake_in_the_backup_of_the_day_never_costs_what_is_written(computer: Computer) -> None:
    def mistaken() -> Backups:
        raise RuntimeError

    said: list[str] = []
    daily = Daily(mistaken, computer.clock, said.append)
    before = len(computer.lines())
    assert computer.workspace(before_write=daily).do(TICK)
    assert len(computer.lines()) == before + 1
    assert said == ["No backup could be made today: a mistake in the program."]


def test_its_name_says_when_and_what_for(computer: Computer, backups: Backups) -> None:
    taken = backups.take(Kind.BY_HAND)
    assert taken is not None
    assert taken.file == backups.place / "2026-12-01T193000Z-by-hand.zip"
    assert backups.all() == (taken,)
    assert taken.file.stat().st_mode & 0o777 == 0o600
    assert computer.store not in taken.file.parents


def test_nothing_is_made_where_nothing_changed(computer: Computer, backups: Backups) -> None:
    first = backups.take(Kind.BY_HAND)
    computer.clock.move(days=1)
    assert backups.take(Kind.DAILY) == first
    assert backups.daily() == first
    assert backups.all() == (first,)


def test_nothing_is_made_of_nothing(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for name in ("empty", "missing"):
        backups = Backups(tmp_path / name, tmp_path / "backups", Clock())
        assert backups.daily() is None
        with pytest.raises(NotSaved, match="There is no journal in"):
            backups.copy()
    assert not (tmp_path / "backups").exists()


def test_the_first_call_of_a_day_makes_one(computer: Computer, backups: Backups) -> None:
    assert backups.daily()
    for command in (TICK, LOG):
        computer.workspace().do(command)
        assert backups.daily() is None
    computer.clock.move(hours=4)
    assert backups.daily() is None
    computer.clock.move(hours=1)
    made = backups.daily()
    assert made is not None
    assert (made.kind, made.file.name) == (Kind.DAILY, "2026-12-02T003000Z-daily.zip")
    assert len(backups.all()) == 2


def test_two_within_one_second_have_different_names(computer: Computer, backups: Backups) -> None:
    backups.take(Kind.BY_HAND)
    computer.workspace().do(TICK)
    backups.take(Kind.BY_HAND)
    assert [one.file.name[11:18] for one in backups.all()] == ["193001Z", "193000Z"]


def test_a_newer_format_makes_one_before_it_writes(computer: Computer, backups: Backups) -> None:
    backups.daily()
    newer = backups_of(computer, 2)
    made = newer.daily()
    assert made is not None
    assert (made.kind, version_of(read_zip(made.file))) == (Kind.BEFORE_UPDATE, 2)
    assert newer.daily() is None
    assert len(newer.all()) == 2


def test_old_ones_are_thinned_out(computer: Computer, backups: Backups) -> None:
    for _ in range(40):
        computer.workspace().do(LOG)
        backups.daily()
        computer.clock.move(days=1)
    days = [one.file.name[5:10] for one in backups.all()]
    assert days == [
        *("01-09", "01-08", "01-07", "01-06", "01-05", "01-04", "01-03"),
        *("12-31", "12-27", "12-20"),
    ]


def test_what_the_store_lost_is_never_thinned_out(computer: Computer, backups: Backups) -> None:
    computer.workspace().do(NOTE)
    good = backups.daily()
    whole = computer.file.read_bytes()
    computer.file.write_bytes(whole[:-100] + b"\0" * 100)
    for _ in range(100):
        computer.clock.move(days=4)
        computer.workspace().do(LOG)
        backups.daily()
    assert good in backups.all()
    assert held(good) == {computer.file.name: whole}


@settings(max_examples=25)
@given(
    st.lists(
        st.tuples(st.integers(0, 40), st.sampled_from(["add", "lose", "flip", "replace", "same"])),
        max_size=30,
    )
)
def test_no_line_that_was_ever_backed_up_is_lost(
    tmp_path_factory: pytest.TempPathFactory, days: list[tuple[int, str]]
) -> None:
    root = tmp_path_factory.mktemp("store")
    clock, store, file = Clock(), root / "store", root / "store" / "journal-ada.jsonl"
    store.mkdir()
    backups = Backups(store, root / "backups", clock)
    ever: set[bytes] = set()
    for n, (pause, deed) in enumerate(days, 1):
        data = file.read_bytes() if file.exists() else b""
        changed = {
            "add": data + tick(n),
            "lose": data[: len(data) // 2],
            "flip": data[:-9] + b"X" + data[-8:] if data else tick(n),
            "replace": tick(n),
            "same": data,
        }
        file.write_bytes(changed[deed])
        clock.move(days=pause - 3)  # clocks are set back, too
        if backups.take(Kind.DAILY):
            ever.update(file.read_bytes().split(b"\n")[:-1])
        assert lines_of(backups.all()) >= ever


def test_what_was_not_made_here_is_left_alone(computer: Computer, backups: Backups) -> None:
    backups.place.mkdir(parents=True)
    others = {
        "notes.txt": b"mine",
        "2020-01-01T000000Z-daily.zip": b"no zip",
        "2020-01-02T000000Z-daily.txt": b"mine",
        "2020-13-40T000000Z-daily.zip": b"no day",
        "copy of 2020-01-03T000000Z-daily.zip": b"mine",
    }
    for name, data in others.items():
        (backups.place / name).write_bytes(data)
    for _ in range(20):
        computer.workspace().do(LOG)
        backups.daily()
        computer.clock.move(days=1)
    for name, data in others.items():
        assert (backups.place / name).read_bytes() == data


@pytest.mark.parametrize("name", ["write", "fsync", "replace", "mkdir", "open"])
def test_a_disk_that_fails_is_told_and_changes_nothing(
    computer: Computer, backups: Backups, name: str
) -> None:
    with failing(name, errno.ENOSPC), pytest.raises(NotSaved, match=r"The disk is full: .*\.$"):
        backups.take(Kind.BY_HAND)
    assert backups.all() == ()
    assert not backups.place.exists() or list(backups.place.iterdir()) == []
    assert computer.workspace().do(TICK)


def test_a_disk_that_lies_is_found_out(backups: Backups) -> None:
    with lying_disk(), pytest.raises(NotSaved, match="The disk reports an error"):
        backups.take(Kind.BY_HAND)
    assert backups.all() == ()


def test_a_failed_backup_pushes_no_other_out(
    computer: Computer, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "worth_keeping", lambda moments: {max(moments)})
    first = backups.take(Kind.BY_HAND)
    computer.workspace().do(TICK)
    with full_disk(100), pytest.raises(NotSaved):
        backups.take(Kind.BY_HAND)
    assert backups.all() == (first,)
    assert len({backups.take(Kind.BY_HAND), *backups.all()}) == 1


def test_a_store_that_cannot_be_read_or_is_too_large_is_told(
    backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    with failing("scandir", errno.EIO), pytest.raises(NotSaved, match="The store cannot be read"):
        backups.take(Kind.BY_HAND)
    monkeypatch.setattr("planner.storage.backup.packing.MOST_BYTES", 10)
    with pytest.raises(NotSaved, match="The store is too large to be backed up"):
        backups.take(Kind.BY_HAND)


def test_a_file_that_cannot_be_read_is_left_out(
    computer: Computer, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    (computer.store / "other.jsonl").write_bytes(tick(3))
    really = Path.open

    def opened(file: Path, *arguments: object, **options: object) -> object:
        if file.name == "other.jsonl":
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return really(file, *arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", opened)
    assert list(held(backups.take(Kind.BY_HAND))) == [computer.file.name]


def test_a_file_that_does_not_come_is_not_waited_for_and_told(
    computer: Computer, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As one that a cloud took off the disk, which may never be read to its end."""
    (computer.store / "other.jsonl").write_bytes(tick(3))
    really, never = Path.open, Event()

    def opened(file: Path, *arguments: object, **options: object) -> object:
        if file.name == "other.jsonl":
            never.wait()
        return really(file, *arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", opened)
    monkeypatch.setattr(patience, "SECONDS", 0.2)
    try:
        assert list(held(backups.take(Kind.BY_HAND))) == [computer.file.name]
        assert "other.jsonl" in backups.lacking
    finally:
        never.set()


def test_the_day_is_tried_once_and_told_once(computer: Computer, backups: Backups) -> None:
    said: list[str] = []
    daily = Daily(lambda: backups, computer.clock, said.append)
    with failing("write", errno.ENOSPC):
        daily()
        daily()
    assert len(said) == 1
    assert said[0].startswith("No backup could be made today. The disk is full: ")
    assert backups.all() == ()
    computer.clock.move(days=1)
    daily()
    assert (len(backups.all()), len(said)) == (1, 1)


def test_the_backup_of_the_day_comes_before_the_first_write(computer: Computer) -> None:
    backups = backups_of(computer)
    daily = Daily(lambda: backups, computer.clock, pytest.fail)
    before = computer.file.read_bytes()
    workspace = computer.workspace(before_write=daily)
    workspace.do(TICK)
    workspace.do(LOG)
    (made,) = backups.all()
    assert held(made) == {computer.file.name: before}
    computer.clock.move(days=1)
    workspace.undo()
    assert len(backups.all()) == 2
