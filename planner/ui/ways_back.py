"""Finds in the background of a page what would bring back what its plan leaves out."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from planner.core.state import State

if TYPE_CHECKING:  # loaded when it is first looked for: the first page needs no planning
    from collections.abc import Iterator

    from planner.core.plan import Plan
    from planner.core.planning.bring_back import Back

PAUSE = 400
"""Milliseconds of rest before the search begins."""
MOST_OWN = 300
"""Own items beyond which a plan takes longer than the window may wait for; then none is tried."""
BETWEEN = 5
"""Milliseconds between two plans, for the window to do what the user wants."""


class WaysBack(QObject):
    """Makes one plan at a time, so that the window never waits. `found` says that all is known.

    What was found before is told until something else is known.
    """

    found = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state: State | None = None
        self._today = date.min
        self._only: str | None = None
        self._plan: Plan | None = None
        self._told: Plan | None = None
        self._steps: Iterator[Back] | None = None
        self._latest: Back | None = None
        self.minutes: int | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    def look_for(self, state: State, today: date, only: str | None = None) -> None:
        """Look for what brings back all that is left out, or one item; once for a state.

        With all of it, `minutes` are how many more a week would leave nothing out, once known.
        """
        if self._state is state and (self._today, self._only) == (today, only):
            return
        if self._plan is not state.plan or self._only != only:
            self._plan = self._told = state.plan
            self.minutes = None
        self._state, self._today, self._only = state, today, only
        self._steps = None
        self._timer.stop()
        if state.plan is not None and not state.plan.fits and len(state.own) <= MOST_OWN:
            self._timer.start(PAUSE)

    def told(self, state: State) -> State:
        """Return the state with a plan that says what was found."""
        if self._told is self._plan or self._plan is not state.plan:
            return state
        return state.evolve(plan=self._told)

    def _go_on(self) -> None:
        if self._steps is None:
            self._steps = self._begun()
        latest = next(self._steps, None)
        if latest is not None:
            self._latest = latest
            self._timer.start(BETWEEN)
        elif self._plan is not None and self._latest is not None:
            from planner.core.planning.bring_back import with_ways

            self.minutes = self._latest.minutes
            self._told = with_ways(self._plan, self._latest.ways)
            self.found.emit()

    def _begun(self) -> "Iterator[Back]":
        from planner.core.planning.bring_back import search

        state = self._state
        if state is None or state.profile is None or state.plan is None:
            return iter(())
        return search(state, state.profile, state.plan, self._today, only=self._only)
