"""A mistake of the program is logged, told once, and the work goes on."""

import logging
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import qWarning
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.ui.faults import Faults
from tests.ui.house import HouseAnswers


@pytest.fixture
def answers() -> HouseAnswers:
    return HouseAnswers()


@pytest.fixture
def faults(qapp: QApplication, answers: HouseAnswers) -> Iterator[Faults]:
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    faults = Faults(answers, lambda _: "", qapp)
    yield faults
    sys.excepthook, threading.excepthook, sys.unraisablehook = before
    faults.deleteLater()


def take(faults: Faults, text: str) -> None:
    faults.take(ValueError, ValueError(text), None)


def test_a_fault_is_logged_at_once_and_shown_later(
    qtbot: QtBot, faults: Faults, answers: HouseAnswers, caplog: pytest.LogCaptureFixture
) -> None:
    take(faults, "broken")
    assert "ValueError" in caplog.text
    assert "broken" not in caplog.text, "its words can be the user's"
    assert answers.shown == [], "never from within a paint event"
    qtbot.waitUntil(lambda: len(answers.shown) == 1)
    assert "ValueError: broken" in answers.shown[0]
    assert "PySide6" in answers.shown[0]


def test_the_same_fault_is_shown_once_a_minute(
    qtbot: QtBot, faults: Faults, answers: HouseAnswers, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    monkeypatch.setattr("planner.ui.faults.monotonic", lambda: now[0])
    for _ in range(50):
        take(faults, "in a paint event")
    qtbot.wait(20)
    assert len(answers.shown) == 1
    now[0] += 61
    take(faults, "in a paint event")
    qtbot.waitUntil(lambda: len(answers.shown) == 2)


def test_two_faults_never_open_two_dialogs(
    qtbot: QtBot, faults: Faults, answers: HouseAnswers, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fault(details: str) -> None:
        answers.shown.append(details)
        take(faults, "while the dialog is open")
        qtbot.wait(20)

    monkeypatch.setattr(answers, "fault", fault)
    take(faults, "first")
    qtbot.wait(60)
    assert len(answers.shown) == 1


def test_faults_of_slots_threads_and_destructors_arrive(
    qtbot: QtBot, faults: Faults, answers: HouseAnswers
) -> None:
    class Careless:
        def __del__(self) -> None:
            raise ValueError("in a destructor")

    def run() -> None:
        raise ValueError("in a thread")

    faults.install()
    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    Careless()
    qtbot.waitUntil(lambda: len(answers.shown) == 2)
    assert "in a thread" in answers.shown[0]
    assert "in a destructor" in answers.shown[1]
    faults.uninstall()


def test_a_fault_is_kept_before_it_is_shown_and_the_place_is_told(
    qtbot: QtBot, qapp: QApplication, answers: HouseAnswers
) -> None:
    kept: list[str] = []

    def keep(details: str) -> str:
        assert answers.shown == []
        kept.append(details)
        return "/there/fault-1.jsonl"

    faults = Faults(answers, keep, qapp)
    take(faults, "broken")
    qtbot.waitUntil(lambda: len(answers.shown) == 1)
    assert "ValueError: broken" in kept[0]
    assert answers.shown[0].endswith("Also in /there/fault-1.jsonl\n")
    faults.deleteLater()


def test_ctrl_c_is_no_fault(
    faults: Faults, answers: HouseAnswers, capsys: pytest.CaptureFixture[str]
) -> None:
    faults.take(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert answers.shown == []
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_what_qt_says_goes_into_the_log(faults: Faults, caplog: pytest.LogCaptureFixture) -> None:
    faults.install()
    qWarning("a word of Qt")
    faults.uninstall()
    records = [record for record in caplog.records if record.name == "qt.default"]
    assert [(one.levelno, one.message) for one in records] == [(logging.WARNING, "a word of Qt")]
