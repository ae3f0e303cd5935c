"""Two starts of the whole program on one store, each in a process of its own."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from planner.__main__ import main
from tests.architecture.project import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="stops and kills by signals")

PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from planner.__main__ import main
from planner.ui import doorbell
from planner.ui.window import Window

listen, come_up = doorbell.Doorbell.listen, doorbell.come_up

def welcome(self):
    print("open", self.notice.text, flush=True)

def heard(self):
    listen(self)
    print("listens", self._server is not None, flush=True)

def came_up(window, token):
    come_up(window, token)
    print("came up", flush=True)

Window.welcome, doorbell.Doorbell.listen, doorbell.come_up = welcome, heard, came_up
sys.exit(main(sys.argv[1:]))
"""
CANDIDATE = ("--level", "L6", "--start", "2026-11-30", "--loop", "2027-02-08", "--hours", "10")


class Starts:
    """Starts the program, and sees to it that none is left."""

    def __init__(self, stack: ExitStack, home: Path) -> None:
        self._stack = stack
        self._home = home

    def __call__(self, store: Path) -> "subprocess.Popen[str]":
        process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, "--store", str(store), "--today", "2026-12-01"],
            cwd=ROOT,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self._stack.enter_context(process)
        self._stack.callback(process.kill)
        return process


@pytest.fixture
def start(home: Path) -> Iterator[Starts]:
    with ExitStack() as stack:
        yield Starts(stack, home)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    store = tmp_path / "store"
    assert main(["init", *CANDIDATE, "--store", str(store), "--today", "2026-12-01"]) == 0
    return store


def line(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_a_second_start_brings_up_the_first_window(
    start: Starts, store: Path, tmp_path: Path
) -> None:
    (tmp_path / "link").symlink_to("store")
    first = start(store)
    assert (line(first), line(first)) == ("open", "listens True")
    for path in (store, tmp_path / "link"):
        second = start(path)
        assert line(second) == "Loopready is open already, and its window comes up."
        assert line(first) == "came up"
        assert second.wait(20) == 0
    other = start(tmp_path / "another store")
    assert line(other) == "open", "another store has a window of its own"
    first.send_signal(signal.SIGTERM)
    assert first.wait(20) == 0
    again = start(store)
    assert (line(again), line(again)) == ("open", "listens True")


def test_a_window_that_hangs_leaves_the_second_one_reading_until_it_dies(
    start: Starts, store: Path
) -> None:
    first = start(store)
    assert (line(first), line(first)) == ("open", "listens True")
    first.send_signal(signal.SIGSTOP)
    second = start(store)
    assert line(second) == (
        f"open Read-only. Another window of Loopready (process {first.pid}) has these data open "
        "and does not answer."
    )
    assert line(second) == "listens False"
    first.kill()
    first.wait()
    third = start(store)
    assert (line(third), line(third)) == ("open", "listens True")
