"""A second start rings, and the first window comes up; what else knocks is turned away."""

import os
import socket
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from planner.storage.hold import Hold
from planner.storage.paths import window_hold
from planner.ui import doorbell as module
from planner.ui.doorbell import Doorbell, ring


@pytest.fixture(params=["", "a state folder that is too long for a socket " * 2])
def state(request: pytest.FixtureRequest) -> Iterator[Path]:
    """A state folder near the root, as a socket wants it, or far from it."""
    with TemporaryDirectory(prefix="loopready-") as folder:
        yield Path(folder, request.param)


@pytest.fixture
def hold(tmp_path: Path, state: Path) -> Iterator[Hold]:
    hold = window_hold(tmp_path / "store", state)
    assert hold.take()
    yield hold
    hold.release()


def socket_of(hold: Hold) -> Path:
    return Path(tempfile.gettempdir(), hold.address)


@pytest.fixture
def bell(qtbot: QtBot, hold: Hold) -> Iterator[Doorbell]:
    window = QWidget()
    qtbot.addWidget(window)
    bell = Doorbell(hold, window)
    bell.listen()
    yield bell
    bell.close()


class Visitor:
    """Rings from a thread, as another process would while this one goes on."""

    def __init__(self, hold: Hold) -> None:
        self.answers: list[bool] = []
        self._thread = threading.Thread(target=lambda: self.answers.append(ring(hold)))
        self._thread.start()

    def wait(self, qtbot: QtBot) -> bool:
        qtbot.waitUntil(lambda: bool(self.answers), timeout=10_000)
        self._thread.join()
        return self.answers[0]


def test_a_window_that_hears_it_comes_up(
    qtbot: QtBot, bell: Doorbell, hold: Hold, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = bell.parent()
    assert isinstance(window, QWidget)
    window.showMinimized()
    token = str(hold.holder)
    raised: list[str] = []
    monkeypatch.setattr(window, "raise_", lambda: raised.append("raised"))
    monkeypatch.setattr(window, "activateWindow", lambda: raised.append("active"))
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", token)
    assert Visitor(hold).wait(qtbot)
    assert raised == ["raised", "active"]
    assert not window.isMinimized()
    assert os.environ["XDG_ACTIVATION_TOKEN"] == token
    assert Visitor(hold).wait(qtbot), "as often as wanted"


def test_a_dialog_that_waits_comes_up_too(
    qtbot: QtBot, bell: Doorbell, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = bell.parent()
    assert isinstance(window, QWidget)
    dialog = QWidget(window, Qt.WindowType.Dialog)
    qtbot.addWidget(dialog)
    raised: list[str] = []
    monkeypatch.setattr(dialog, "raise_", lambda: raised.append("dialog"))
    monkeypatch.setattr(QApplication, "activeModalWidget", lambda: dialog)
    module.come_up(window, "")
    assert raised == ["dialog"]


@pytest.mark.usefixtures("bell")
def test_a_window_that_does_not_answer_is_waited_for_only_so_long(
    hold: Hold, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PATIENCE", 0.2)
    assert not ring(hold), "nobody runs the event loop meanwhile"


def test_where_nobody_listens_nothing_answers(hold: Hold, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE", 0.2)
    assert not ring(hold)


def test_a_window_that_is_about_to_open_is_heard(
    qtbot: QtBot, hold: Hold, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PATIENCE", 10.0)
    window = QWidget()
    qtbot.addWidget(window)
    visitor = Visitor(hold)
    qtbot.wait(150)
    bell = Doorbell(hold, window)
    bell.listen()
    assert visitor.wait(qtbot)
    bell.close()


def test_a_socket_of_a_window_that_died_is_taken_away(
    qtbot: QtBot, bell: Doorbell, hold: Hold
) -> None:
    if sys.platform != "win32":
        bell.close()
        left = socket.socket(socket.AF_UNIX)
        left.bind(str(socket_of(hold)))
        left.close()
        assert socket_of(hold).exists()
    second = Doorbell(hold, bell.parent())  # type: ignore[arg-type]
    second.listen()
    assert Visitor(hold).wait(qtbot)
    second.close()


@pytest.mark.usefixtures("bell")
@pytest.mark.skipif(sys.platform == "win32", reason="speaks to the socket itself")
@pytest.mark.parametrize("words", [b"GET / HTTP/1.0\r\n", b"x" * 5000, b"\n", b"come up"])
def test_other_words_bring_nothing_up(
    qtbot: QtBot, hold: Hold, monkeypatch: pytest.MonkeyPatch, words: bytes
) -> None:
    came: list[str] = []
    monkeypatch.setattr(module, "come_up", lambda _, token: came.append(token))
    with socket.socket(socket.AF_UNIX) as stranger:
        stranger.connect(str(socket_of(hold)))
        stranger.sendall(words)
        qtbot.wait(50)
        assert Visitor(hold).wait(qtbot), "others are still heard"
    assert came == [""] or came == [os.environ.get("XDG_ACTIVATION_TOKEN", "")]


@pytest.mark.skipif(sys.platform == "win32", reason="looks at the socket's file")
def test_only_the_user_can_reach_the_socket(bell: Doorbell, hold: Hold) -> None:
    assert socket_of(hold).stat().st_mode & 0o077 == 0
    bell.close()
    assert not socket_of(hold).exists()


def test_nobody_listens_for_a_store_that_another_window_holds(
    qtbot: QtBot, hold: Hold, tmp_path: Path, state: Path
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    other = window_hold(tmp_path / "store", state)
    assert not other.take()
    for held in (other, None):
        Doorbell(held, window).listen()
    assert not socket_of(hold).exists()


def test_a_system_without_the_library_for_sockets_has_no_bell(
    qtbot: QtBot, hold: Hold, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    monkeypatch.setitem(sys.modules, "PySide6.QtNetwork", None)
    Doorbell(hold, window).listen()
    assert not ring(hold)


@pytest.mark.parametrize("token", ["a\nb", "ä", "x" * 2000])
def test_a_strange_token_is_left_out(token: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", token)
    assert module._token() == b""
