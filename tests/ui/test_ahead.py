"""What the first gesture would wait for is done ahead, piece by piece."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from planner.ui.ahead import Ahead


def test_the_pieces_are_done_in_order_and_once(qtbot: QtBot) -> None:
    done: list[int] = []
    parent = QObject()
    Ahead([lambda: done.append(1), lambda: done.append(2)], parent).begin()
    assert done == []
    qtbot.waitUntil(lambda: len(done) == 2)
    qtbot.wait(120)
    assert done == [1, 2]
