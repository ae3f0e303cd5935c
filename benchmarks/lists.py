"""How long a tick and the turn to a page take with thousands of own items, beside none.

Every turn comes after a tick elsewhere, so that the page has something to show anew.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.measure import Timed, timed

if TYPE_CHECKING:
    from planner.workspace import Workspace

ITEMS, ROUNDS = 5_000, 15
TARGET = 16
"""Milliseconds of a frame."""
MINUTES = 60


def main(arguments: Sequence[str] = ()) -> None:
    """Print both times for each page, with own items that are not planned yet and that are."""
    parser = argparse.ArgumentParser(prog="benchmarks lists", description=__doc__)
    parser.add_argument("--items", type=int, default=ITEMS, help="how many own items")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="how often each is measured")
    asked = parser.parse_args(arguments)
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    none = _figures(0, asked.rounds, planned=False)
    for planned in (False, True):
        how = "in the plan or left out of it" if planned else "not planned yet"
        print(f"{asked.items} own items, {how}:")
        for what, figure in _figures(asked.items, asked.rounds, planned=planned).items():
            beside = f"{figure.clock / none[what].clock:5.2f} x the time without own items"
            least = f"at least {figure.processor:6.2f} ms of the processor"
            print(f"  {what:<24} {figure.clock:7.2f} ms   target < {TARGET} ms   {beside}, {least}")


def _figures(items: int, rounds: int, *, planned: bool) -> dict[str, Timed]:
    with tempfile.TemporaryDirectory() as folder:
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            os.environ[name] = folder
        bench = Bench(Path(folder), items, planned=planned)
        figures = {}
        for page in bench.pages:
            figures[f"tick on {page}"] = timed(bench.ticking(page), rounds)
        for page in bench.pages:
            figures[f"turn to {page}"] = timed(bench.turning(page), rounds, bench.away(page))
        bench.close()
        return figures


class Bench:
    """A window on the demo with so many own items."""

    def __init__(self, folder: Path, items: int, *, planned: bool) -> None:
        from benchmarks.window_child import TODAY, opened, stored
        from planner.ui.pages.table import PAGES

        self._today = TODAY
        self._workspace: Workspace = stored(folder / "store")
        _add(self._workspace, items)
        if planned:
            _plan(self._workspace)
        self._app, self._window = opened(self._workspace)
        self._window.show()
        self.pages = tuple(PAGES)
        self._targets = cycle([f"own.n{number}" for number in range(1, items)])
        for page in self.pages:  # each is built before it is measured
            self._turn(page)

    def close(self) -> None:
        """Put the window away."""
        self._window.close()
        self._window.deleteLater()
        self._settle()

    def ticking(self, page: str) -> Callable[[], None]:
        """Return what ticks an item, and back, while a page is shown."""
        self._turn(page)
        return self._tick

    def away(self, page: str) -> Callable[[], None]:
        """Return what shows another page, and ticks an item there."""
        other = "guide" if page != "guide" else "week"

        def go() -> None:
            self._turn(other)
            self._tick()

        return go

    def turning(self, page: str) -> Callable[[], None]:
        """Return what turns to a page."""
        return lambda: self._turn(page)

    def _turn(self, page: str) -> None:
        self._window.turn_to(page)
        self._settle()

    def _tick(self) -> None:
        from planner.core.commands import Tick

        target = self._known()
        done = target not in self._workspace.state.ticks
        self._workspace.do(Tick(target=target, done=done, on=self._today))
        self._settle()

    def _known(self) -> str:
        plain = (one.id for one in self._workspace.state.items() if not one.units)
        wanted = next(self._targets, "")
        return wanted if wanted in self._workspace.state.own else next(plain)

    def _settle(self) -> None:
        for _ in range(3):
            self._app.processEvents()


def _add(workspace: "Workspace", items: int) -> None:
    from planner.core.commands import AddItem, OwnSubject
    from planner.core.values import Priority, Subject

    subjects: Iterator[OwnSubject] = cycle((Subject.READING, Subject.TECHNICAL, Subject.LEADERSHIP))
    if items:
        workspace.do(
            *(
                AddItem(
                    id=f"own.n{number}",
                    title=f"Own item {number}, with a title as one writes it",
                    subject=next(subjects),
                    minutes=MINUTES,
                    priority=Priority.OPTIONAL,
                )
                for number in range(items)
            )
        )


def _plan(workspace: "Workspace") -> None:
    from benchmarks.window_child import TODAY
    from planner.core.commands import AcceptPlan
    from planner.core.planning import make_plan

    state = workspace.state
    if state.profile is not None:
        workspace.do(AcceptPlan(plan=make_plan(state, state.profile, TODAY)))


if __name__ == "__main__":
    main(sys.argv[1:])
