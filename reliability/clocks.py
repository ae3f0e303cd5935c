"""Runs the program at another time and in another place, with libfaketime."""

import os
import subprocess
import sys
from pathlib import Path

from reliability.shell import CommandLine

ROOT = Path(__file__).parent.parent


def library() -> Path | None:
    """Return where libfaketime lies, if it is installed."""
    found = sorted(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))
    return found[0] if found else None


def environment(line: CommandLine, zone: str, **clock: str) -> dict[str, str]:
    """Return what a program of a home needs to live at another time."""
    return {
        **os.environ,
        **line.environment,
        **clock,
        "TZ": zone,
        "LD_PRELOAD": str(library()),
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        "QT_QPA_PLATFORM": "",
    }


def run_at(line: CommandLine, moment: str, zone: str, *words: str) -> tuple[int, str]:
    """Run a command at a local time; return its exit status and all it said."""
    done = subprocess.run(
        [sys.executable, "-m", "planner", *words],
        env=environment(line, zone, FAKETIME=f"@{moment}"),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr
