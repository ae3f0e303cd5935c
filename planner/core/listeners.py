"""Tells whoever listens of each change, one change after another."""

from collections import deque
from collections.abc import Callable

from planner.core.state import State

Listener = Callable[[State, State], None]


class Listeners:
    """Those who want to hear of changes. An error of one goes to `report`; the others hear all."""

    def __init__(self, report: Callable[[Exception], None]) -> None:
        """Begin with nobody."""
        self._report = report
        self._all: list[Listener] = []
        self._untold: deque[tuple[State, State]] = deque()

    def add(self, callback: Listener) -> None:
        """Call a function after each change, until `remove`."""
        self._all.append(callback)

    def remove(self, callback: Listener) -> None:
        """Call a function no more."""
        self._all.remove(callback)

    def tell(self, old: State, new: State) -> None:
        """Tell all of one change before the next, also of one that a listener makes."""
        self._untold.append((old, new))
        if len(self._untold) > 1:
            return
        try:
            while self._untold:
                for callback in tuple(self._all):
                    try:
                        callback(*self._untold[0])
                    except Exception as error:  # noqa: BLE001 - the others are still to hear
                        self._report(error)
                self._untold.popleft()
        finally:
            self._untold.clear()
