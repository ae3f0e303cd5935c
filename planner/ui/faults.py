"""What happens when the program makes a mistake: a log line, one dialog, and the work goes on."""

import sys
import threading
from collections.abc import Callable
from time import monotonic
from types import TracebackType

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)

from planner.storage.support.log import logger, where
from planner.ui.prompts import Prompts

SAME_AGAIN_SECONDS = 60.0

_LEVELS = {
    QtMsgType.QtDebugMsg: "debug",
    QtMsgType.QtInfoMsg: "info",
    QtMsgType.QtWarningMsg: "warning",
    QtMsgType.QtCriticalMsg: "error",
    QtMsgType.QtFatalMsg: "critical",
}


class Faults(QObject):
    """Takes what nobody caught, from any thread, and shows it once the event loop is back.

    A dialog must not open inside a paint event or off the main thread, so each fault is queued.
    The same one is shown at most once a minute, and never two at a time. Before that, `keep` puts
    it into a file with what is not saved, and returns the place.
    """

    caught = Signal(str)

    def __init__(
        self, prompts: Prompts, keep: Callable[[str], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._prompts = prompts
        self._keep = keep
        self._last: dict[str, float] = {}
        self._is_showing = False
        self.caught.connect(self._on_caught, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over the hooks of Python and Qt until `uninstall`."""
        sys.excepthook = self.take
        threading.excepthook = self._take_from_thread
        sys.unraisablehook = self._take_unraisable
        qInstallMessageHandler(log_qt_message)

    @staticmethod
    def made_of() -> str:
        """Return the versions a report names; asked for ahead, while files can be opened."""
        import traceback  # noqa: F401 - not for a start, and needed where nothing opens

        from planner.storage.support.versions import versions

        return versions()

    def uninstall(self) -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__
        qInstallMessageHandler(None)

    def take(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log a fault and have it shown. Never raises."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        import traceback

        details = "".join(traceback.format_exception(kind, error, trace))
        logger("planner.ui").error("%s", where(kind, trace))  # its words can be the user's
        now, before = monotonic(), self._last.get(details)
        if before is None or now - before > SAME_AGAIN_SECONDS:
            self._last[details] = now
            self.caught.emit(f"{self.made_of()}\n\n{details}")

    def _take_from_thread(self, fault: threading.ExceptHookArgs) -> None:
        if fault.exc_value is not None:
            self.take(fault.exc_type, fault.exc_value, fault.exc_traceback)

    def _take_unraisable(self, fault: "sys.UnraisableHookArgs") -> None:
        if fault.exc_value is not None:
            self.take(fault.exc_type, fault.exc_value, fault.exc_traceback)

    def _on_caught(self, details: str) -> None:
        place = self._keep(details)
        if place:
            details = f"{details}\n{self.tr('Also in {file}').format(file=place)}\n"
        if self._is_showing:
            return
        self._is_showing = True
        try:
            self._prompts.fault(details)
        finally:
            self._is_showing = False


def log_qt_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    """Write what Qt has to say into the log."""
    write = getattr(logger(f"qt.{context.category or 'default'}"), _LEVELS[kind])
    write("%s", text)
