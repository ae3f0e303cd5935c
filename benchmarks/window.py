"""What the window takes beside a bare PySide6 window, and how long a tick until it is painted.

Starts are compared twice: off the screen, where Qt paints into memory, and as a window of an X
server, which is what a user waits for.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

from benchmarks.measure import ROUNDS, milliseconds, tell
from benchmarks.screen import Screen

CHILD = "benchmarks.window_child"
FIGURES = (
    ("start to usable window", "<= 1.6 x", "ms"),
    ("memory of the window then (PSS)", "<= 1.7 x", "MiB"),
)
HOMES = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
OFF = {"QT_QPA_PLATFORM": "offscreen"}


def main(_: Sequence[str] = ()) -> None:
    """Print the ratios of the two starts in both places, and the time of a tick."""
    with tempfile.TemporaryDirectory() as folder:
        _start("store", folder, OFF)
        _compare(folder, OFF, "off the screen")
        if shutil.which("Xvfb"):
            with Screen() as screen:
                on = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": screen.name}
                _compare(folder, on, "on an X server")
    os.environ.update(OFF)
    _tick()


def _compare(folder: str, place: Mapping[str, str], name: str) -> None:
    for what in ("bare", "program"):  # the user has started it before
        _start(what, folder, place)
    bare, ours = [], []
    for _round in range(ROUNDS):
        bare.append(_start("bare", folder, place))
        ours.append(_start("program", folder, place))
    for number, (what, target, unit) in enumerate(FIGURES):
        beside, figure = (median(one[number] for one in some) for some in (bare, ours))
        if beside:
            ratio = f"{figure / beside:.2f} x a bare window ({beside:.0f} {unit}), {name}"
            tell(what, figure, target, ratio, unit)


def _start(what: str, folder: str, place: Mapping[str, str]) -> tuple[float, float]:
    """Start a process; return the milliseconds until its window is usable, and its MiB then."""
    environment = {
        **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
        **dict.fromkeys(HOMES, folder),
        **place,
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
