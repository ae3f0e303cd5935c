"""The model of the disk keeps what was flushed and nothing else, and finds who does not flush."""

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path, PurePosixPath

import pytest

from planner.storage import appending, disk, files
from reliability.disks import Disk
from reliability.power import Cuts, lay_out, main
from reliability.recording import ACKNOWLEDGED, Replay, Unmodelled, calls_in
from reliability.scenes import SCENES
from reliability.scenes.day import Day
from reliability.scenes.files import Whole
from reliability.tally import Tally

FILE = PurePosixPath("file")
needs_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")


@pytest.fixture
def tally() -> Tally:
    return Tally("test")


@pytest.fixture
def model(tmp_path: Path) -> Disk:
    """A disk with a file of three bytes."""
    (tmp_path / "file").write_bytes(b"old")
    return Disk(tmp_path)


def left(model: Disk) -> set[bytes | None]:
    return {state.get(FILE) for state in model.states()}


def test_what_was_not_flushed_is_there_in_part_in_zeros_or_not_at_all(model: Disk) -> None:
    model.write(0, 3, b"-new")
    assert left(model) >= {b"old", b"old-new", b"old-", b"old-n", b"old\0\0\0\0", b"old\0\0\0w"}
    model.flush(0)
    assert left(model) == {b"old-new"}


def test_a_later_write_may_be_there_without_an_earlier_one(model: Disk) -> None:
    model.write(0, 3, b"ab")
    model.write(0, 5, b"cd")
    assert b"old\0\0cd" in left(model)
    model.cut(0, 0)
    assert {b"", b"old", b"oldabcd"} <= left(model)


def test_names_are_certain_when_their_folder_was_flushed(model: Disk) -> None:
    new = PurePosixPath("new")
    number = model.create(new)
    model.write(number, 0, b"new")
    model.flush(number)
    assert [state.get(new) for state in model.states()] == [None, b"new"]
    model.rename(new, FILE)
    assert left(model) == {b"old", b"new"}
    model.flush_folder(PurePosixPath())
    assert left(model) == {b"new"}
    model.remove(FILE)
    assert left(model) == {b"new", None}


def test_what_lies_in_a_folder_is_there_when_the_folder_is(model: Disk) -> None:
    model.make_folder(PurePosixPath("a"))
    model.create(PurePosixPath("a/b"))
    found = [set(map(str, state)) for state in model.states()]
    assert found == [{"file"}, {"file"}, {"file", "a"}, {"file", "a", "a/b"}]


def in_digits(text: str) -> str:
    return "".join(f"\\x{one:02x}" for one in text.encode())


def test_what_strace_writes_is_done_again(model: Disk) -> None:
    lines = [
        r'7 openat(AT_FDCWD, "\x2f\x72\x2f\x6e", O_WRONLY|O_CREAT|O_APPEND, 0600) = 3',
        r'7 write(3, "\x61\x62\x63", 3) = 2',
        r'8 write(3, "\x7a", 1 <unfinished ...>',
        r'7 openat(AT_FDCWD, "\x2f\x78", O_WRONLY|O_CREAT, 0600) = 4',
        r'7 write(4, "\x61", 1) = 1',
        r"8 <... write resumed>) = 1",
        r"7 fsync(3) = 0",
        r"7 close(3) = 0",
        r'7 rename("\x2f\x72\x2f\x6e", "\x2f\x72\x2f\x66\x69\x6c\x65") = 0',
        r'7 unlink("\x2f\x72\x2f\x6d") = -1 ENOENT (No such file or directory)',
        f'7 access("{in_digits(ACKNOWLEDGED + "5")}", F_OK) = -1 ENOENT',
    ]
    replay = Replay(model, "/r")
    assert sum(map(replay.take, calls_in(lines))) == 6
    assert model.now() == {FILE: b"abz"}
    assert left(model) == {b"old", b"abz"}
    assert replay.acknowledged == 5


@pytest.mark.parametrize(
    "line",
    [
        r'7 rename("\x2f\x72\x2f\x66\x69\x6c\x65", "\x2f\x78") = 0',
        r'7 truncate("\x2f\x72\x2f\x66\x69\x6c\x65", 3) = 0',
        r'7 unlink("\x2f\x72"...) = 0',
    ],
)
def test_what_the_model_does_not_know_is_told(model: Disk, line: str) -> None:
    with pytest.raises(Unmodelled):
        list(map(Replay(model, "/r").take, calls_in([line])))


def test_a_copied_number_matters_only_where_it_is_a_file_of_the_disk(model: Disk) -> None:
    replay = Replay(model, "/r")
    terminal, opened, copied = calls_in(
        [
            "7 dup2(4, 1) = 1",
            r'7 openat(AT_FDCWD, "\x2f\x72\x2f\x61", O_WRONLY|O_CREAT, 0600) = 4',
            "7 dup2(4, 1) = 1",
        ]
    )
    assert not replay.take(terminal)
    replay.take(opened)
    with pytest.raises(Unmodelled):
        replay.take(copied)


def test_a_disk_is_laid_out_as_it_is(model: Disk, tmp_path: Path) -> None:
    model.make_folder(PurePosixPath("a"))
    model.write(model.create(PurePosixPath("a/b")), 0, b"c")
    lay_out(model.now(), tmp_path / "there")
    assert Disk(tmp_path / "there").now() == model.now()


def cuts_of_a_day(place: Path, tally: Tally) -> None:
    day = Day(2, 1, tally)
    Cuts("day", day, day.judge, place, tally).make()


def cuts_of(scene: str, place: Path, tally: Tally) -> None:
    one = SCENES[scene]
    Cuts(scene, one, lambda root, _, told: one.wrong(root, told), place, tally).make()


@needs_strace
@pytest.mark.parametrize(
    "cut", [cuts_of_a_day, partial(cuts_of, "first append"), partial(cuts_of, "whole file")]
)
def test_the_program_passes(
    cut: Callable[[Path, Tally], None],
    tmp_path: Path,
    tally: Tally,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("reliability.power._MOST", 40)
    cut(tmp_path, tally)
    assert tally.losses == []
    assert tally.tried["disks"] > 10


@needs_strace
@pytest.mark.parametrize(
    ("cut", "module", "flush"),
    [
        (partial(cuts_of, "append"), appending, "flush"),
        (partial(cuts_of, "first append"), appending, "flush_folder"),
        (partial(cuts_of, "first append"), disk, "flush_folder"),
        (partial(cuts_of, "whole file"), files, "flush"),
        (partial(cuts_of, "whole file"), files, "flush_folder"),
    ],
)
def test_a_program_that_does_not_flush_is_found(
    cut: Callable[[Path, Tally], None],
    module: object,
    flush: str,
    tmp_path: Path,
    tally: Tally,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, flush, lambda _: None)
    monkeypatch.setattr("reliability.power._MOST", 100)  # there are thousands then
    cut(tmp_path, tally)
    assert tally.losses


@needs_strace
def test_work_that_is_not_saved_at_all_is_a_loss(
    tmp_path: Path, tally: Tally, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Whole, "work", lambda *_: None)
    cuts_of("whole file", tmp_path, tally)
    assert tally.losses


@needs_strace
def test_one_scene_can_be_asked_for() -> None:
    assert main(["--scene", "whole file"]).tried["moments"] == 5
