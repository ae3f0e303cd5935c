import errno
from datetime import date
from pathlib import Path

import pytest

from planner.core.focus import Focus, Moment
from planner.core.values import SessionKind
from planner.storage import files
from planner.storage.focus import FocusFile
from planner.storage.trouble import NotSaved
from tests.support.faults import failing

FOCUS = Focus(
    code="W4-02",
    item="tech.distributed",
    kind=SessionKind.STUDY,
    minutes=90,
    on=date(2026, 12, 16),
    seconds=1500.5,
)
RUNNING = FOCUS.evolve(seen=Moment(steady=12.5, wall=1e9))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "state" / "focus.json"


def test_what_is_kept_comes_back_at_rest(place: Path) -> None:
    FocusFile(place).keep(RUNNING)
    assert FocusFile(place).read() == FOCUS


def test_what_is_kept_later_replaces_it(place: Path) -> None:
    file = FocusFile(place)
    file.keep(RUNNING)
    file.keep(RUNNING.evolve(seconds=1600.0))
    assert file.read() == FOCUS.evolve(seconds=1600.0)
    assert [one.name for one in place.parent.iterdir()] == [place.name]


def test_there_is_none_before_and_none_after(place: Path) -> None:
    file = FocusFile(place)
    assert file.read() is None
    file.clear()
    file.keep(FOCUS)
    file.clear()
    assert file.read() is None
    assert not place.exists()


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"\x00" * 40, b'{"code": "W4-02"}', b"\xff\xfe"],
)
def test_what_makes_no_timer_is_passed_over(place: Path, content: bytes) -> None:
    place.parent.mkdir()
    place.write_bytes(content)
    assert FocusFile(place).read() is None


def test_a_running_one_written_by_hand_comes_back_at_rest(place: Path) -> None:
    FocusFile(place).keep(FOCUS)
    with_clock = place.read_bytes().replace(b"null", b'{"steady": 1, "wall": 2}')
    assert b"steady" in with_clock
    place.write_bytes(with_clock)
    assert FocusFile(place).read() == FOCUS


def test_a_full_disk_leaves_what_was_kept(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = FocusFile(place)
    file.keep(FOCUS)

    def full(_handle: int, _data: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(files, "write_all", full)
    with pytest.raises(NotSaved):
        file.keep(FOCUS.evolve(seconds=9.0))
    assert file.read() == FOCUS


def test_what_cannot_be_deleted_is_not_offered_again(place: Path) -> None:
    file = FocusFile(place)
    file.keep(FOCUS)
    with failing("unlink", errno.EACCES):
        file.clear()
    assert file.read() is None
