"""Runs the one focus timer of the window, and logs what it counted."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from planner.core.commands import Change
from planner.core.focus import Focus, Moment, begun
from planner.core.plan import Session
from planner.core.state import State
from planner.storage.focus import FocusFile
from planner.storage.trouble import NotSaved
from planner.ui.focus import words
from planner.ui.focus.bar import FocusBar
from planner.ui.focus_actions import FOCUS_RUNNING
from planner.ui.gestures import Gestures
from planner.ui.notice import Notice
from planner.workspace import Workspace

if TYPE_CHECKING:
    from planner.ui.focus.notifying import Notifier
    from planner.ui.window import Surroundings

LOOK_MS = 1000
KEEP_SECONDS = 60
"""What may be lost when the program is killed."""


class Focusing(QObject):
    """Starts, rests, and ends by logging or not.

    `changed` says that other things can be done, `left` that the button with the focus of the
    keyboard is gone. A timer that was kept by an earlier start is here from the beginning, at rest.
    """

    changed = Signal()
    left = Signal()

    def __init__(
        self,
        workspace: Workspace,
        gestures: Gestures,
        notice: Notice,
        around: "Surroundings",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace, self._gestures, self._notice = workspace, gestures, notice
        self._around = around
        self._file = FocusFile(around.focus_file) if around.focus_file else None
        self._kept = 0.0
        self._was_done = False
        self.bar = FocusBar()
        self.bar.asked.connect(self.run)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.keep)
        self._focus = self._file.read() if self._file else None
        if self._focus is not None:
            self._show(self._focus)
            notice.tell_later(words.ended(self._state, self._focus))

    @property
    def offers(self) -> frozenset[str]:
        """What can be done with the timer there is."""
        return frozenset() if self._focus is None else FOCUS_RUNNING

    @property
    def code(self) -> str:
        """The session the timer is on, empty for none."""
        return self._focus.code if self._focus else ""

    @property
    def is_running(self) -> bool:
        """Whether it counts."""
        return self._focus is not None and self._focus.is_running

    def start(self, code: str, minutes: int) -> None:
        """Set a timer going on a session. What the one before it counted is logged first."""
        plan = self._state.plan
        session = plan.by_code.get(code) if plan else None
        if session is None:
            return
        if self._focus is not None and self._focus.code == code:
            self._go_on(self._focus)
        elif self._focus is None or self._end(Focus.log):
            self._take(begun(session, minutes, self._around.day.today, self._now()))

    def run(self, action_id: str) -> None:
        """Run an action on the timer there is."""
        focus = self._focus
        if focus is None:
            return
        match action_id:
            case "pause-focus" if focus.is_running:
                self._take(focus.rested(self._now()))
            case "pause-focus":
                self._go_on(focus)
            case "finish-focus":
                self._end(self._finish)
            case "log-focus":
                if self._end(Focus.log) and not focus.worked:
                    self._notice.tell(self.tr("Nothing was logged: it ran less than a minute"))
            case "stop-focus":
                self._forget()

    def follow(self) -> None:
        """Show a changed state: other titles, and rest where the session was ticked off."""
        focus = self._focus
        if focus is None:
            return
        if self._is_done(focus) and not self._was_done and focus.is_running:
            self._take(focus.rested(self._now()))
        else:
            self._show(focus)

    def look(self) -> None:
        """Look at the clocks."""
        before = self._focus
        if before is None or not before.is_running:
            return
        focus = before.looked(self._now())
        if not focus.is_running:
            self._take(focus)
            self._notice.tell(words.slept(focus))
            return
        self._focus = focus
        self._show(focus)
        if focus.seconds - self._kept >= KEEP_SECONDS:
            self.keep()
        if focus.is_over and not before.is_over:
            self._tell_over(focus)

    def keep(self) -> None:
        """Remember the timer for the next start."""
        if self._focus is None or self._file is None:
            return
        if self._focus.is_running:
            self._focus = self._focus.looked(self._now())
        self._kept = self._focus.seconds
        try:
            self._file.keep(self._focus)
        except NotSaved as trouble:
            told = self.tr("The timer would not outlive the program. {trouble}")
            self._notice.tell(told.format(trouble=trouble))

    @property
    def _state(self) -> State:
        return self._workspace.state

    def _now(self) -> Moment:
        steady, wall = self._around.clocks()
        return Moment(steady=steady, wall=wall)

    def _go_on(self, focus: Focus) -> None:
        if focus.is_running:
            self._notice.tell(words.runs(focus))
        self._take(focus.resumed(self._around.day.today, self._now()))

    def _finish(self, focus: Focus, session: Session) -> tuple[Change, ...]:
        return focus.finish(self._state, session)

    def _end(self, commands: Callable[[Focus, Session], tuple[Change, ...]]) -> bool:
        """Do what ends the timer as one gesture, and say whether it ended."""
        if self._focus is None:
            return True
        focus = self._focus.rested(self._now())
        session = focus.session(self._state)
        self._take(focus)
        if session is None:
            self._notice.tell(words.without_place(self._state, focus))
            return False
        wanted = commands(focus, session)
        self._focus = None
        if wanted and not self._gestures.do(wanted):
            self._take(focus)
            return False
        self._forget()
        return True

    def _forget(self) -> None:
        self._focus = None
        self._timer.stop()
        if self._file:
            self._file.clear()
        had_focus = self.bar.isAncestorOf(self.bar.window().focusWidget())
        self.bar.hide()
        self.changed.emit()
        if had_focus:
            self.left.emit()

    def _take(self, focus: Focus) -> None:
        self._focus = focus
        if focus.is_running:
            self._timer.start()
        else:
            self._timer.stop()
        self._show(focus)
        self.keep()
        self.changed.emit()

    def _show(self, focus: Focus) -> None:
        self._was_done = self._is_done(focus)
        self.bar.show_focus(self._state, focus)

    def _is_done(self, focus: Focus) -> bool:
        session = focus.session(self._state)
        return session is not None and session.code in self._state.ticks

    def _tell_over(self, focus: Focus) -> None:
        told = words.over(self._state, focus)
        self._notice.offer(told, self.tr("Done"), self._on_done)
        wanted = self._around.settings.now
        if wanted.notify:
            self._notifier.send(words.note(self._state, focus, discreet=wanted.discreet))

    @cached_property
    def _notifier(self) -> "Notifier":
        from planner.ui.focus.notifying import Notifier

        return Notifier(self)

    def _on_done(self) -> None:
        self.run("finish-focus")
