"""How long the window takes beside a bare PySide6 window, and a tick until it is painted."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from benchmarks.measure import ROUNDS, milliseconds, tell

CHILD = "benchmarks.window_child"
HOMES = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")


def main(_: Sequence[str] = ()) -> None:
    """Print the ratio of the two starts, and the time of a tick; without a display, off it."""
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as folder:
        for what in ("store", "bare", "program"):  # the user has started it before
            _start(what, folder)
        bare, ours = [], []
        for _round in range(ROUNDS):
            bare.append(_start("bare", folder))
            ours.append(_start("program", folder))
    ratio = f"{median(ours) / median(bare):.2f} x a bare window ({median(bare):.0f} ms)"
    tell("start to usable window", median(ours), "<= 1.8 x", ratio)
    _tick()


def _start(what: str, folder: str) -> float:
    """Start a process and return the milliseconds until it says that its window is usable."""
    environment = {
        **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
        **dict.fromkeys(HOMES, folder),
        "BENCHMARK_BEGIN": repr(time.monotonic()),
    }
    done = subprocess.run(
        [sys.executable, "-m", CHILD, what, str(Path(folder, "store"))],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return 1000 * float(done.stdout.split()[-1])


def _tick() -> None:
    from benchmarks.window_child import ticking

    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(dict.fromkeys(HOMES, folder))
        tick = ticking(Path(folder))
        tell("tick to painted, with fsync", milliseconds(tick, rounds=50), "< 16 ms", "")


if __name__ == "__main__":
    main()
