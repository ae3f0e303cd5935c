"""Whoever wants to hear of changes, told of them one after the other."""

from collections import deque
from collections.abc import Callable

from planner.core.state import State

Listener = Callable[[State, State], None]


class Listeners:
    """Calls functions with the old and the new state.

    All hear of one change before the next, also of one that a listener makes. An error of one goes
    to `report`: the others do not suffer from it.
    """

    def __init__(self, report: Callable[[Exception], None]) -> None:
        """Begin with nobody."""
        self._report = report
        self._listeners: list[Listener] = []
        self._untold: deque[tuple[State, State]] = deque()

    def add(self, callback: Listener) -> None:
        """Call a function after each change."""
        self._listeners.append(callback)

    def remove(self, callback: Listener) -> None:
        """Call a function no more."""
        self._listeners.remove(callback)

    def tell(self, old: State, new: State) -> None:
        """Tell all of a change."""
        self._untold.append((old, new))
        if len(self._untold) > 1:
            return
        try:
            while self._untold:
                for callback in tuple(self._listeners):
                    try:
                        callback(*self._untold[0])
                    except Exception as error:  # noqa: BLE001 - the others are still to hear
                        self._report(error)
                self._untold.popleft()
        finally:
            self._untold.clear()
