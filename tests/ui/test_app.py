"""The whole program, started in a process of its own and ended by the system."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.project import ROOT

SCRIPT = """
import signal, sys
for name in ("SIGINT", "SIGTERM", "SIGHUP"):  # who runs the tests may have some ignored
    if hasattr(signal, name):
        signal.signal(getattr(signal, name), signal.SIG_DFL)
from datetime import date
from PySide6.QtCore import QTimer
from planner.resources import resource
from planner.storage.curriculum import load_curriculum
from planner.storage.preferences import Preferences
from planner.ui.app import Outside, start
from planner.ui.window import Window
from planner.workspace import Workspace

Window.welcome = lambda self: QTimer.singleShot(0, ready)
mode = sys.argv[1]

def ready():
    print("ready", flush=True)
    if mode == "slot":
        QTimer.singleShot(0, broken)

def broken():
    QTimer.singleShot(0, tell)
    raise ValueError("a mistake in a slot")

def tell():
    print("went on", flush=True)

def fault(self, details):
    print("told", details.splitlines()[-1], flush=True)

def news(tell):
    tell("The curriculum changed.")
    print("shown:", tell.__self__.text, flush=True)

from planner.ui.dialogs.qt_prompts import QtPrompts
QtPrompts.fault = fault
status = start(
    Workspace(load_curriculum(resource("curriculum")), None),
    Outside(
        today=lambda: date(2026, 12, 16),
        new_id=lambda: "1",
        preferences=Preferences(),
        save=lambda p: print("geometry", bool(p.geometry), flush=True),
    ),
    remember=lambda: print("stands", flush=True) if mode == "morning" else None,
    morning=[news] if mode == "morning" else [],
)
print("after", flush=True)
sys.exit(status)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_ends_the_program_in_order(home: Path, number: signal.Signals) -> None:
    with running("quiet", home) as program:
        assert line(program) == "ready"
        program.send_signal(number)
        assert line(program) == "geometry True"
        assert line(program) == "after"
        assert program.wait(20) == 0


def test_a_mistake_in_a_slot_is_told_and_the_program_goes_on(home: Path) -> None:
    with running("slot", home) as program:
        assert line(program) == "ready"
        said = {line(program), line(program)}
        assert said == {"told ValueError: a mistake in a slot", "went on"}
        program.terminate()
        assert program.wait(20) == 0


def test_what_is_done_each_morning_comes_after_the_window_and_is_told_in_it(home: Path) -> None:
    with running("morning", home) as program:
        said = [line(program) for _ in range(3)]
        assert said == ["ready", "stands", "shown: The curriculum changed."]
        program.terminate()
        assert program.wait(20) == 0


def running(mode: str, home: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", SCRIPT, mode],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(home)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def line(program: subprocess.Popen[str]) -> str:
    assert program.stdout is not None
    return program.stdout.readline().strip()
