"""What the window takes beside a bare PySide6 window, and how long a tick until it is painted."""

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
FIGURES = (
    ("start to usable window", "<= 1.8 x", "ms"),
    ("memory of the window then (PSS)", "<= 1.7 x", "MiB"),
)
HOMES = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")


def main(_: Sequence[str] = ()) -> None:
    """Print the ratios of the two starts, and the time of a tick; without a display, off it."""
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as folder:
        for what in ("store", "bare", "program"):  # the user has started it before
            _start(what, folder)
        bare, ours = [], []
        for _round in range(ROUNDS):
            bare.append(_start("bare", folder))
            ours.append(_start("program", folder))
    for place, (what, target, unit) in enumerate(FIGURES):
        beside, figure = (median(one[place] for one in some) for some in (bare, ours))
        if beside:
            ratio = f"{figure / beside:.2f} x a bare window ({beside:.0f} {unit})"
            tell(what, figure, target, ratio, unit)
    _tick()


def _start(what: str, folder: str) -> tuple[float, float]:
    """Start a process; return the milliseconds until its window is usable, and its MiB then."""
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
    seconds, memory = map(float, done.stdout.split()[-2:])
    return 1000 * seconds, memory


def _tick() -> None:
    from benchmarks.window_child import ticking

    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(dict.fromkeys(HOMES, folder))
        tick = ticking(Path(folder))
        tell("tick to painted, with fsync", milliseconds(tick, rounds=50), "< 16 ms", "")


if __name__ == "__main__":
    main()
