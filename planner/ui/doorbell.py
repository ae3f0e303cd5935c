"""A second start rings at the window that is already there, and that one comes up."""

import os
import sys
from contextlib import suppress
from functools import partial
from time import monotonic, sleep
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from planner.storage.support.log import logger

if TYPE_CHECKING:  # Qt's network is loaded once the window stands
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

    from planner.storage.hold import Hold


PATIENCE = 2.0
"""Seconds a second start waits for an answer."""
_RING, _ANSWER = b"come up ", b"coming\n"
_LONGEST = 1024
_STEP = 50
"""Milliseconds between two tries."""


class Doorbell(QObject):
    """Listens on a socket that only the user can reach, and lets the window rise when it rings."""

    def __init__(self, hold: "Hold | None", window: QWidget) -> None:
        super().__init__(window)
        self._hold, self._window = hold, window
        self._server: QLocalServer | None = None

    def listen(self) -> None:
        """Begin, unless it does already, or the store is not held by us.

        Who holds the store may take away a socket that still lies there: its window died.
        """
        if self._server is not None or self._hold is None or not self._hold.is_ours:
            return
        try:
            from PySide6.QtNetwork import QLocalServer
        except ImportError as error:  # a library of the system is missing
            logger(__name__).warning("No second start can be heard: %s", error)
            return
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        QLocalServer.removeServer(self._hold.address)
        if not self._server.listen(self._hold.address):
            logger(__name__).warning("No second start can be heard: %s", self._server.errorString())

    def close(self) -> None:
        """Listen no more."""
        if self._server is not None:
            self._server.close()

    def _on_connection(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
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
            come_up(self._window, words.removeprefix(_RING).strip().decode(errors="replace"))
        socket.disconnectFromServer()


def come_up(window: QWidget, token: str) -> None:
    """Let a window rise above others, with the token by which the desktop allows that."""
    if token:
        os.environ["XDG_ACTIVATION_TOKEN"] = token  # Qt takes it from there
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    for one in (window, QApplication.activeModalWidget()):
        if one is not None:
            one.raise_()
            one.activateWindow()


def ring(hold: "Hold") -> bool:
    """Ask the window that holds the store to come up, and return whether it says that it does."""
    try:
        from PySide6.QtNetwork import QLocalSocket
    except ImportError:
        return False
    end = monotonic() + PATIENCE
    socket = QLocalSocket()
    while monotonic() < end:
        socket.connectToServer(hold.address)
        if socket.waitForConnected(_STEP):
            break
        socket.abort()
        sleep(_STEP / 1000)  # it may be about to open
    else:
        return False
    _let_rise(hold.holder)
    socket.write(_RING + _token() + b"\n")
    answer = b""
    while not answer.endswith(b"\n") and monotonic() < end:
        if socket.waitForReadyRead(_STEP):
            answer += bytes(socket.readAll().data())
        elif socket.state() is not QLocalSocket.LocalSocketState.ConnectedState:
            break
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
