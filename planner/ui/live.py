"""Keeps an eye on the folder of the store: what others write there is shown as it comes."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from planner.core.wording.news import news
from planner.workspace import Workspace

SEEN, UNSEEN = 1000, 15_000
"""Milliseconds between two looks while the window can be seen, and while it cannot."""
SHARE = 50
"""A look that takes long, as in a folder on a slow network, is followed by so many of its times."""
RETRY_SECONDS = 5.0


class Live(QObject):
    """Looks again and again, and says in a sentence what came in, and what of it cannot be read.

    Looking is one question for each file of the folder. Systems can be asked to tell of changes,
    but not for folders on a network, and a look costs next to nothing.

    While a dialog or a menu is open nothing is taken in: what is entered there is an answer to
    what was shown, and it is not to be taken for an answer to what came in meanwhile.
    """

    def __init__(
        self, workspace: Workspace, tell: Callable[[str], object], window: QWidget
    ) -> None:
        super().__init__(window)
        self._workspace, self._tell, self._window = workspace, tell, window
        self._tried = monotonic()
        self._found = self._told = workspace.findings
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self.look)
        self._timer.start(SEEN)

    def come_back(self) -> None:
        """Look at once: the user is here again."""
        self._tried = -RETRY_SECONDS
        self.look()

    def look(self) -> None:
        """Take in what is new, and try again what could not be written."""
        begin = monotonic()
        try:
            if not _is_asking():
                self._try_again()
                self._hear()
                self._tell_findings()
        finally:
            self._timer.start(self._pause(monotonic() - begin))

    def _hear(self) -> None:
        records = self._workspace.refresh()
        own = self._workspace.device
        for from_here in (True, False):
            commands = [one.command for one in records if (one.device == own) is from_here]
            if commands:
                self._tell(news(commands, from_here=from_here))

    def _tell_findings(self) -> None:
        """Say what is wrong in the journals now; a line that is just on its way is left time."""
        before, self._found = self._found, self._workspace.findings
        if self._found == before != self._told:
            self._told = before
            if before:
                self._tell(before)

    def _try_again(self) -> None:
        waits = self._workspace.unsaved or self._workspace.read_only
        now = monotonic()
        if waits and now - self._tried >= RETRY_SECONDS:
            self._tried = now
            self._workspace.try_again()

    def _pause(self, spent: float) -> int:
        seen = self._window.isVisible() and not self._window.isMinimized()
        return max(SEEN if seen else UNSEEN, round(1000 * SHARE * spent))


def _is_asking() -> bool:
    """Say whether a dialog is open, which need not be modal, or a menu."""
    return bool(QApplication.activeModalWidget() or QApplication.activePopupWidget()) or any(
        one.isVisible() and one.windowType() is Qt.WindowType.Dialog
        for one in QApplication.topLevelWidgets()
    )
