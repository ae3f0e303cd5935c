"""Folders that are lent go away, at the latest with the next of their kind."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from planner.storage.temporary import temporary_folder
from tests.architecture.project import ROOT

OWNER = """
import sys
from planner.storage.temporary import temporary_folder
with temporary_folder("lent-") as folder:
    (folder / "of mine").touch()
    print(folder, flush=True)
    sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def owner(place: Path) -> "subprocess.Popen[str]":
    """A process that has a folder until it is killed."""
    return subprocess.Popen(
        [sys.executable, "-c", OWNER],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(place)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def folder_of(process: "subprocess.Popen[str]") -> Path:
    assert process.stdout is not None
    return Path(process.stdout.readline().rstrip("\n"))


def abandoned(place: Path) -> Path:
    """The folder of a process that was killed."""
    with owner(place) as process:
        folder = folder_of(process)
        process.kill()
    assert (folder / "of mine").exists()
    return folder


def lend() -> None:
    with temporary_folder("lent-"):
        pass


def test_it_goes_with_what_is_in_it_also_after_a_mistake(place: Path) -> None:
    def mistaken() -> None:
        with temporary_folder("lent-") as folder:
            assert folder.parent == place
            (folder / "inside").mkdir()
            raise ValueError("a mistake")

    with pytest.raises(ValueError, match="a mistake"):
        mistaken()
    assert list(place.iterdir()) == []


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="tells which files are open")
def test_its_lock_is_given_back(place: Path) -> None:
    def opened() -> set[str]:
        return {str(one.readlink()) for one in Path("/proc/self/fd").iterdir() if one.exists()}

    with temporary_folder("lent-") as folder:
        assert str(folder / "owner") in opened()
    assert not [one for one in opened() if one.startswith(str(place))]


def test_what_a_killed_owner_left_goes_with_the_next(place: Path) -> None:
    abandoned(place)
    lend()
    assert list(place.iterdir()) == []


def test_what_somebody_has_stays(place: Path) -> None:
    with owner(place) as process:
        folder = folder_of(process)
        lend()
        assert (folder / "of mine").exists()
        process.communicate("")
    assert list(place.iterdir()) == []


@pytest.mark.parametrize("other", ["no owner", "beginning", "a link", "a file", "another kind"])
def test_what_is_not_known_to_be_abandoned_stays(place: Path, other: str) -> None:
    left = abandoned(place)
    if other == "no owner":
        (left / "owner").unlink()
    elif other == "beginning":
        (left / "owner").write_bytes(b"")
    elif other == "a link":
        left = left.rename(place / "elsewhere")
        (place / "lent-link").symlink_to(left)
    elif other == "a file":
        (place / "lent-file").write_bytes((left / "owner").read_bytes())
        left = left.rename(place / "elsewhere")
    else:
        left = left.rename(place / "borrowed-1")
    before = sorted(place.rglob("*"))
    lend()
    assert sorted(place.rglob("*")) == before


@pytest.mark.skipif(sys.platform == "win32", reason="folders there say no owner")
def test_what_belongs_to_another_user_stays(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    left = abandoned(place)
    user = os.getuid()
    monkeypatch.setattr(os, "getuid", lambda: user + 1)
    lend()
    assert (left / "of mine").exists()
