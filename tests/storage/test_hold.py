"""One window holds a store, and the system takes it away from a holder that dies."""

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from planner.storage.hold import Hold
from planner.storage.paths import window_hold
from tests.architecture.project import ROOT
from tests.support.faults import failing

HOLDER = """
import sys
from pathlib import Path
from planner.storage.paths import window_hold
hold = window_hold(*map(Path, sys.argv[1:]))
print(hold.take(), flush=True)
sys.stdin.read()
"""


def holder(store: Path, state: Path) -> "subprocess.Popen[str]":
    """A process that holds a store until it is killed."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(store), str(state)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "True\n"
    return process


def test_a_store_is_held_until_its_holder_is_killed(tmp_path: Path) -> None:
    store, state = tmp_path / "store", tmp_path / "state"
    ours = window_hold(store, state)
    with holder(store, state) as other:
        assert not ours.take()
        assert ours.holder == other.pid
        assert ours.barred() == (
            f"Another window of Loopready (process {other.pid}) has these data open and does not "
            "answer."
        )
        other.kill()
        other.wait()
        assert ours.barred() == ""
        assert (ours.is_ours, ours.holder) == (True, os.getpid())
        ours.release()
    assert not ours.is_ours


def test_a_store_that_was_let_go_can_be_taken_again(tmp_path: Path) -> None:
    first, second = (window_hold(tmp_path / "store", tmp_path / "state") for _ in range(2))
    assert first.take()
    assert first.take(), "again by the same one"
    assert not second.take()
    first.release()
    assert second.take()
    second.release()
    second.release()


def test_another_way_to_the_same_folder_is_the_same_store(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    real, link, other = (window_hold(tmp_path / one, tmp_path) for one in ("real", "link", "other"))
    assert real.address == link.address != other.address
    assert real.take()
    assert not link.take()
    assert other.take()
    for one in (real, other):
        one.release()


def test_another_user_has_another_address(tmp_path: Path) -> None:
    deep = "a folder with a long name " * 8
    for above in ("", deep):
        mine, yours = (window_hold(tmp_path, tmp_path / above / one) for one in ("ada", "bob"))
        assert mine.address != yours.address
        assert len(mine.address) <= 100, "a socket takes no longer path"


@pytest.mark.parametrize("name", ["open", "mkdir"])
def test_a_state_folder_that_cannot_be_written_bars_nobody(tmp_path: Path, name: str) -> None:
    hold = window_hold(tmp_path / "store", tmp_path / "state")
    with failing(name, 13):
        assert hold.barred() == ""
    assert not hold.is_ours


def test_a_full_disk_leaves_the_holder_unnamed(tmp_path: Path) -> None:
    with closing(_Held(tmp_path)) as held, failing("write", 28):
        assert held.hold.take()
    other = Hold(tmp_path / "lock", "")
    assert other.holder == 0
    with closing(_Held(tmp_path)) as held, failing("write", 28):
        assert held.hold.take()
        assert other.barred() == (
            "Another window of Loopready has these data open and does not answer."
        )


class _Held:
    def __init__(self, folder: Path) -> None:
        self.hold = Hold(folder / "lock", "")

    def close(self) -> None:
        self.hold.release()
