"""A second start rings at the window that is already there, and that one comes up."""

import logging
import os
import sys
from contextlib import suppress
from functools import partial
from time import monotonic, sleep
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:  # Qt's network is loaded once the window stands
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

    from planner.storage.hold import Hold

_log = logging.getLogger(__name__)

PATIENCE = 2.0
"""Seconds a second start waits for an answer."""
_RING, _ANSWER = b"come up ", b"coming\n"
_LONGEST = 1024
_STEP = 50
"""Milliseconds between two tries."""


class Doorbell(QObject):
    """Listens on a socket that only the user can reach. `rung` carries what lets a window rise."""

    rung = Signal(str)

    def __init__(self, hold: "Hold", address: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hold, self._address = hold, address
        self._server: QLocalServer | None = None

    def listen(self) -> None:
        """Begin, unless it rings already or the store is held by another window.

        Who holds the store may take away a socket that still lies there: its window died.
        """
        if self._server is not None or not self._hold.is_ours:
            return
        from PySide6.QtNetwork import QLocalServer

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        QLocalServer.removeServer(self._address)
        if not self._server.listen(self._address):
            _log.warning("No second start can be heard: %s", self._server.errorString())

    def close(self) -> None:
        """Listen no more."""
        if self._server is not None:
            self._server.close()

    def _on_connection(self) -> None:
        while self._server is not None and (socket := self._server.nextPendingConnection()):
            socket.setReadBufferSize(_LONGEST)
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(partial(self._hear, socket))
            self._hear(socket)

    def _hear(self, socket: "QLocalSocket") -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() >= _LONGEST:
                socket.abort()
            return
        words = bytes(socket.readLine(_LONGEST).data())
        if words.startswith(_RING):
            socket.write(_ANSWER)
            socket.flush()
            self.rung.emit(words.removeprefix(_RING).strip().decode(errors="replace"))
        socket.disconnectFromServer()


def ring(address: str, holder: int) -> bool:
    """Ask the window at an address once to come up, and return whether it says that it does."""
    from PySide6.QtNetwork import QLocalSocket

    end = monotonic() + PATIENCE
    socket = QLocalSocket()
    while monotonic() < end:
        socket.connectToServer(address)
        if socket.waitForConnected(_STEP):
            break
        socket.abort()
        sleep(_STEP / 1000)  # it may be about to open
    else:
        return False
    _let_rise(holder)
    socket.write(_RING + _token() + b"\n")
    answer = b""
    while not answer.endswith(b"\n") and monotonic() < end:
        if not socket.waitForReadyRead(max(1, round(1000 * (end - monotonic())))):
            break
        answer += bytes(socket.readAll().data())
    socket.abort()
    return answer == _ANSWER


def _token() -> bytes:
    """Return what the desktop gave this start, so that a window may rise above others."""
    token = os.environ.get("XDG_ACTIVATION_TOKEN") or os.environ.get("DESKTOP_STARTUP_ID") or ""
    plain = token.isascii() and token.isprintable() and len(token) < _LONGEST // 2
    return token.encode() if plain else b""


def _let_rise(process: int) -> None:
    """Windows lets a process rise only where the one that was just started allows it."""
    if sys.platform == "win32" and process:
        import ctypes

        with suppress(OSError):
            ctypes.windll.user32.AllowSetForegroundWindow(process)
