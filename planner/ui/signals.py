"""Ends the program in order when the system asks it to."""

import os
import signal
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier

STOPS = ("SIGINT", "SIGTERM", "SIGHUP")


class Signals(QObject):
    """Calls a function on Ctrl+C in the terminal, on kill, and when the terminal goes away.

    Python runs a signal handler only when it next runs Python, which an idle window does not. So
    the signal writes a byte into a pipe, and Qt wakes up on it. Those that who started the program
    keeps from it (`nohup`, a shell that puts it aside) stay away.
    """

    def __init__(self, stop: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = stop
        self._pipe: tuple[int, int] | None = None
        if sys.platform != "win32":  # there only a socket would do
            self._listen()

    def _listen(self) -> None:
        reading, writing = os.pipe()
        os.set_blocking(reading, False)
        os.set_blocking(writing, False)
        self._pipe = reading, writing
        self._notifier = QSocketNotifier(reading, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_woken)
        signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
        self._before = {
            number: signal.signal(number, _do_nothing)
            for number in (getattr(signal, name) for name in STOPS)
            if signal.getsignal(number) is not signal.SIG_IGN
        }

    def close(self) -> None:
        """Give the signals back."""
        if self._pipe is None:
            return
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(-1)
        self._notifier.setEnabled(False)
        for end in self._pipe:
            os.close(end)
        self._pipe = None

    def _on_woken(self) -> None:
        if self._pipe is not None:
            os.read(self._pipe[0], 512)
            self._stop()


def _do_nothing(_number: int, _frame: object) -> None:
    """Let the pipe speak."""
