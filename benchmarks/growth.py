"""Whether memory grows while pages turn, dialogs come and go, and theme and text size change."""

import argparse
import ctypes
import gc
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.ui.look import Mode

TIMES = 1_000
WARM = 40
"""Rounds before the first count: what is made once is made by then."""
DIALOGS = (
    *("about", "shortcuts", "preferences", "new-item", "profile", "free-time"),
    *("replan", "assess-level", "weekly-review", "log-time", "move", "skip"),
)
ALLOWED = 1.02
"""Of the memory before; what is counted is whole pages of it."""


def main(arguments: Sequence[str] = ()) -> None:
    """Print objects and memory before and after so many of each."""
    parser = argparse.ArgumentParser(prog="benchmarks growth", description=__doc__)
    parser.add_argument("--times", type=int, default=TIMES, help="how often each is done")
    parser.add_argument(
        "--only", choices=("pages", "themes", "sizes", "dialogs"), help="one of them"
    )
    asked = parser.parse_args(arguments)
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as folder:
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            os.environ[name] = folder
        bench = Bench(Path(folder))
        for what, work in bench.works.items():
            if asked.only in {None, what}:
                _tell(what, asked.times, bench, work)


def _tell(what: str, times: int, bench: "Bench", work: Callable[[], object]) -> None:
    for _ in range(min(WARM, times)):
        work()
    before = bench.count()
    for _ in range(times):
        work()
    after = bench.count()
    changes = ", ".join(
        f"{name} {old} -> {after[name]}" for name, old in before.items() if "kB" not in name
    )
    ratio = after["kB"] / before["kB"]
    memory = f"{before['kB'] / 1024:.1f} -> {after['kB'] / 1024:.1f} MB"
    print(f"{times} x {what:<8} {memory}, {ratio:.3f} x, target <= {ALLOWED} x; {changes}")
    if before["kB in use"]:
        more = after["kB in use"] - before["kB in use"]
        print(f"{'':<6} of it handed out by malloc: {more:+} kB, {more / times * 1024:+.0f} B each")


class Bench:
    """A window on the demo that is used over and over."""

    def __init__(self, folder: Path) -> None:
        from benchmarks.window_child import opened, stored
        from planner.ui.look import Look
        from planner.ui.pages.table import PAGES

        self._app, self._window = opened(stored(folder / "store"))
        self._window.show()
        self._look = self._app.findChildren(Look)[0]
        self._pages, self._sizes = cycle(PAGES), cycle((110, 100))
        self._modes: Iterator[Mode] = cycle(("dark", "light"))
        self._dialogs = cycle(DIALOGS)
        self.works: dict[str, Callable[[], object]] = {
            "pages": self._turn,
            "themes": self._change_theme,
            "sizes": self._change_size,
            "dialogs": self._ask,
        }
        for _ in PAGES:
            self._turn()

    def count(self) -> dict[str, int]:
        """Return how much there is: widgets, objects of Qt and of Python, and kB of memory."""
        from PySide6.QtCore import QEvent, QObject

        self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        tops = self._app.topLevelWidgets()
        return {
            "widgets": len(self._app.allWidgets()),
            "Qt objects": sum(len(one.findChildren(QObject)) + 1 for one in tops),
            "Python objects": len(gc.get_objects()),
            "kB": _own_kilobytes(),
            "kB in use": _handed_out() // 1024,
        }

    def _turn(self) -> None:
        self._window.turn_to(next(self._pages))
        self._settle()

    def _change_theme(self) -> None:
        mode = next(self._modes)
        self._look.set_mode(mode)
        if self._look.theme.name != mode:
            raise AssertionError("the theme is another one now")
        self._settle()

    def _change_size(self) -> None:
        self._look.set_scale(next(self._sizes))
        self._settle()

    def _ask(self) -> None:
        from PySide6.QtCore import QTimer

        self._window.turn_to("week")
        QTimer.singleShot(0, self._give_up)
        self._window.run(next(self._dialogs))
        self._settle()

    def _give_up(self) -> None:
        from PySide6.QtWidgets import QDialog

        asking = self._app.activeModalWidget()
        if isinstance(asking, QDialog):
            asking.reject()

    def _settle(self) -> None:
        from PySide6.QtCore import QEvent

        self._app.processEvents()
        self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _own_kilobytes() -> int:
    """Return the memory this process asked for; what it shares hangs on what else runs."""
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Anonymous:"))


class _Malloc(ctypes.Structure):
    """What glibc tells of its memory, by its own names."""

    _fields_ = tuple(
        (name, ctypes.c_size_t)
        for name in (
            *("arena", "ordblks", "smblks", "hblks", "hblkhd"),
            *("usmblks", "fsmblks", "uordblks", "fordblks", "keepcost"),
        )
    )


def _handed_out() -> int:
    """Return the bytes in use, without the gaps between them; none where malloc is another."""
    ask = getattr(ctypes.CDLL(None), "mallinfo2", None)
    if ask is None:
        return 0
    ask.restype = _Malloc
    told = ask()
    return int(told.uordblks) + int(told.hblkhd)


if __name__ == "__main__":
    main(sys.argv[1:])
