"""A file is replaced as a whole or not at all."""

import errno
import os
import stat
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.storage.files import write_whole
from planner.storage.trouble import NotSaved
from tests.support.faults import failing, full_disk, idle_disk, lying_disk

OLD, NEW = b"the old plan", b"the new plan " * 1000


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_file_is_for_the_user_alone(tmp_path: Path) -> None:
    write_whole(tmp_path / "plan.pdf", NEW)
    assert (tmp_path / "plan.pdf").read_bytes() == NEW
    assert mode(tmp_path / "plan.pdf") == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["plan.pdf"]


def test_an_old_file_keeps_its_mode(tmp_path: Path) -> None:
    file = tmp_path / "plan.pdf"
    file.write_bytes(OLD)
    file.chmod(0o644)
    write_whole(file, NEW)
    assert (file.read_bytes(), mode(file)) == (NEW, 0o644)


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link.pdf").symlink_to("real/plan.pdf")
    write_whole(tmp_path / "link.pdf", NEW)
    assert (tmp_path / "link.pdf").is_symlink()
    assert (tmp_path / "real" / "plan.pdf").read_bytes() == NEW


@given(st.binary(max_size=500), st.integers(1, 50))
def test_a_disk_that_takes_little_at_a_time_gets_all(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, some: int
) -> None:
    file = tmp_path_factory.mktemp("whole") / "file"
    really = os.write
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "write", lambda handle, rest: really(handle, rest[:some]))
        write_whole(file, data)
    assert file.read_bytes() == data


FAULTS: dict[str, Callable[[], AbstractContextManager[None]]] = {
    "disk full": lambda: full_disk(100),
    "write reports an error": lambda: failing("write", errno.EIO),
    "write writes nothing": lambda: full_disk(0),
    "write lies": lying_disk,
    "write takes nothing": idle_disk,
    "fsync reports an error": lambda: failing("fsync", errno.EIO, times=1),
    "close reports an error": lambda: failing("close", errno.EIO, times=1),
    "no permission to open": lambda: failing("open", errno.EACCES),
    "rename fails": lambda: failing("replace", errno.EXDEV),
}


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("there", [True, False])
def test_a_fault_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, fault: str, there: bool
) -> None:
    file = tmp_path / "plan.pdf"
    if there:
        file.write_bytes(OLD)
    with FAULTS[fault](), pytest.raises(NotSaved, match=r"plan\.pdf\.$"):
        write_whole(file, NEW)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == (
        {"plan.pdf": OLD} if there else {}
    )


def test_a_folder_that_is_not_flushed_is_told_while_the_new_file_stands(tmp_path: Path) -> None:
    with failing("fsync", errno.EIO, after=1), pytest.raises(NotSaved):
        write_whole(tmp_path / "plan.pdf", NEW)
    assert (tmp_path / "plan.pdf").read_bytes() == NEW


def test_an_interruption_leaves_no_temporary_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "plan.pdf", NEW)
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_ordinary_file_is_left_alone(tmp_path: Path) -> None:
    with pytest.raises(NotSaved, match="There is a folder of that name"):
        write_whole(tmp_path, NEW)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(NotSaved, match="This is no ordinary file"):
        write_whole(tmp_path / "pipe", NEW)
    with pytest.raises(NotSaved, match="The folder is not there"):
        write_whole(tmp_path / "nowhere" / "plan.pdf", NEW)
    assert [path.name for path in tmp_path.iterdir()] == ["pipe"]


def test_a_file_the_user_protected_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plan.pdf").write_bytes(OLD)
    # Root may write everywhere, so the answer of the system is made up.
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(NotSaved, match="no permission"):
        write_whole(tmp_path / "plan.pdf", NEW)
    assert (tmp_path / "plan.pdf").read_bytes() == OLD


def test_a_file_held_by_a_virus_scanner_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []
    monkeypatch.setattr(time, "sleep", pauses.append)
    really, left = os.replace, [3]

    def replace(*paths: str) -> None:
        if left[0]:
            left[0] -= 1
            held = OSError(errno.EACCES, "held")
            held.winerror = 32  # type: ignore[attr-defined]
            raise held
        really(*paths)

    monkeypatch.setattr(os, "replace", replace)
    write_whole(tmp_path / "plan.pdf", NEW)
    assert (tmp_path / "plan.pdf").read_bytes() == NEW
    assert pauses == [0.05, 0.1, 0.2]
    left[0] = 100
    with pytest.raises(NotSaved):
        write_whole(tmp_path / "plan.pdf", OLD)
    assert (tmp_path / "plan.pdf").read_bytes() == NEW
