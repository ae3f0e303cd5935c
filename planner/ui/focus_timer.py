"""Stands for the focus timer, which is loaded when it is first wanted."""

from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QBoxLayout

from planner.ui.gestures import Gestures
from planner.ui.notice import Notice
from planner.workspace import Workspace

if TYPE_CHECKING:
    from planner.ui.focus.focusing import Focusing
    from planner.ui.window import Surroundings


def one_clock() -> tuple[float, float]:
    """Return the seconds of a clock that never jumps, in the place of two."""
    now = monotonic()
    return now, now


class FocusTimer(QObject):
    """Hands everything on to the timer, and its signals from it."""

    changed = Signal()
    left = Signal()

    def __init__(
        self,
        workspace: Workspace,
        gestures: Gestures,
        notice: Notice,
        around: "Surroundings",
        place: QBoxLayout,
    ) -> None:
        super().__init__(notice)
        self._workspace, self._gestures, self._notice = workspace, gestures, notice
        self._around, self._place = around, place
        self._made: Focusing | None = None

    @property
    def offers(self) -> frozenset[str]:
        """What can be done with the timer there is."""
        return self._made.offers if self._made else frozenset()

    @property
    def code(self) -> str:
        """The session the timer is on, empty for none."""
        return self._made.code if self._made else ""

    @property
    def is_running(self) -> bool:
        """Whether it counts."""
        return self._made is not None and self._made.is_running

    def take_up(self) -> None:
        """Bring back the timer that ran when the program ended, where there is one."""
        file = self._around.focus_file
        if file is not None and file.exists() and not self._workspace.read_only:
            self._focusing().follow()

    def start(self, code: str, minutes: int) -> None:
        """Set the timer going on a session."""
        self._focusing().start(code, minutes)

    def run(self, action_id: str) -> bool:
        """Run an action on the timer; return whether it was one of those."""
        if action_id not in self.offers:
            return False
        self._focusing().run(action_id)
        return True

    def follow(self) -> None:
        """Show a changed state."""
        if self._made:
            self._made.follow()

    def _focusing(self) -> "Focusing":
        if self._made is None:
            from planner.ui.focus.focusing import Focusing

            made = Focusing(self._workspace, self._gestures, self._notice, self._around, self)
            self._place.addWidget(made.bar)
            made.changed.connect(self.changed)
            made.left.connect(self.left)
            self._made = made
            self.changed.emit()
        return self._made
