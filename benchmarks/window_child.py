"""The processes that are timed: a bare window, and the program on the store of the demo."""

import gc
import os
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from planner.ui.window import Window
    from planner.workspace import Workspace

TODAY = date(2026, 12, 15)


def main() -> None:
    """Run what the arguments name; print the seconds since `BENCHMARK_BEGIN`, and the memory."""
    what, store = sys.argv[1:]
    if what == "store":
        stored(Path(store))
        sys.stdout.write("0 0\n")
    elif what == "bare":
        _bare()
    else:
        _program(store)


def _bare() -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    app = QApplication([])
    window = QMainWindow()
    window.resize(1280, 800)
    window.show()
    QTimer.singleShot(0, _say)
    app.exec()


def _program(store: str) -> None:
    """Start as `main` does; the window is welcomed once it is shown."""
    gc.disable()
    words = ["--store", store, "--today", TODAY.isoformat()]
    from planner.__main__ import begin

    keep = begin(words)
    from planner.program import run
    from planner.workspace import Workspace

    opened = Workspace.__init__

    def opening(self: Workspace, *parts: Any, **more: Any) -> None:
        opened(self, *parts, **more)
        sys.modules["planner.ui.window"].Window.welcome = _say

    Workspace.__init__ = opening  # type: ignore[method-assign]
    run(words, keep)
    keep()  # the user has started it before


def _say(_: object = None) -> None:
    from PySide6.QtWidgets import QApplication

    QApplication.processEvents()
    seconds = time.monotonic() - float(os.environ["BENCHMARK_BEGIN"])
    sys.stdout.write(f"{seconds} {_memory()}\n")
    sys.stdout.flush()
    QApplication.quit()


def _memory() -> float:
    """Return the MiB this process holds, with its share of what others use too; only on Linux."""
    told = Path("/proc/self/smaps_rollup")
    lines = told.read_text(encoding="ascii").splitlines() if told.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)


def stored(store: Path) -> "Workspace":
    """Return a workspace on a store with the candidate of the demo."""
    from planner.core.demo import demo_commands
    from planner.resources import resource
    from planner.storage.curriculum import load_curriculum
    from planner.storage.paths import open_store
    from planner.workspace import Workspace

    curriculum = load_curriculum(resource("curriculum"))
    journal = open_store(store, now=lambda: datetime.now(UTC), new_id=lambda: "bench")
    workspace = Workspace(curriculum, journal)
    workspace.do(*demo_commands(curriculum, TODAY))
    return workspace


def opened(workspace: "Workspace") -> "tuple[QApplication, Window]":
    """Return the window on a workspace, not shown yet."""
    from planner.storage.preferences import Preferences
    from planner.ui.app import Outside, application, open_window

    app = application()
    outside = Outside(
        today=lambda: TODAY,
        new_id=lambda: "bench",
        preferences=Preferences(),
        save=lambda _: None,
    )
    window = open_window(app, workspace, outside)
    return app, window


def ticking(folder: Path) -> Callable[[], None]:
    """Return what ticks a session of the shown week, back and forth, until it is painted."""
    from planner.core.commands import Tick

    workspace = stored(folder / "store")
    app, window = opened(workspace)
    window.show()
    app.processEvents()
    plan = workspace.state.plan
    if plan is None:
        raise AssertionError("the demo has a plan")
    code = plan.sessions_of(plan.week_at(TODAY))[-2].code
    done = cycle((True, False))

    def tick() -> None:
        workspace.do(Tick(target=code, done=next(done), on=TODAY))
        app.processEvents()

    return tick


if __name__ == "__main__":
    main()
