"""A review is answered by keyboard alone, and nothing is shown that was not asked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QRadioButton
from pytestqt.qtbot import QtBot

from planner.core.commands import LONGEST_TEXT
from planner.core.screens.grading import GradingScreen
from planner.core.values import Grade
from planner.ui.dialogs.grading import GradingDialog
from planner.ui.kit.buttons import PrimaryButton
from planner.ui.kit.words.letters import plain
from planner.ui.prompts import Graded
from tests.ui.house import TODAY

SCREEN = GradingScreen(
    code="W4-01",
    title="<b>APIs</b>",
    minutes=15,
    questions=("How <i>so</i>?", "Why & when?", "What if not?"),
    grade=None,
    answer="",
    coming={Grade.AGAIN: TODAY, Grade.HARD: TODAY, Grade.GOOD: None},
)

pytestmark = pytest.mark.usefixtures("look")


def dialog_for(qtbot: QtBot, screen: GradingScreen = SCREEN) -> GradingDialog:
    dialog = GradingDialog(screen, None)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def save(dialog: GradingDialog) -> PrimaryButton:
    button = dialog.findChild(PrimaryButton)
    assert button is not None
    return button


def rings(dialog: GradingDialog) -> list[QRadioButton]:
    return dialog.findChildren(QRadioButton)


def test_it_asks_in_plain_text(qtbot: QtBot) -> None:
    dialog = dialog_for(qtbot)
    shown = [label for label in dialog.findChildren(QLabel) if label.isVisible()]
    texts = [label.text() for label in shown]
    assert "<b>APIs</b>" in texts
    assert "15 minutes, nothing looked up. Answer aloud or in writing." in texts
    assert "1. How <i>so</i>?" in texts
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in shown)


def test_each_grade_says_what_it_means_and_brings(qtbot: QtBot) -> None:
    again, hard, good = (plain(ring.text()) for ring in rings(dialog_for(qtbot)))
    assert again == "Again: could not do it without looking. Comes back Wed 16 Dec"
    assert hard.startswith("Hard: got there")
    assert good == "Good: could teach it. No further review"


def test_nothing_is_chosen_before_the_user_chooses(qtbot: QtBot) -> None:
    dialog = dialog_for(qtbot)
    assert not any(ring.isChecked() for ring in rings(dialog))
    assert not save(dialog).isEnabled()


def test_it_is_answered_by_keyboard_alone(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = dialog_for(qtbot)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.answer.hasFocus)
    QTest.keyClicks(dialog.answer, "Two copies")
    QTest.keyClick(dialog.answer, Qt.Key.Key_Tab)
    focused = qapp.focusWidget()
    assert isinstance(focused, QRadioButton)
    QTest.keyClick(focused, Qt.Key.Key_Space)
    QTest.keyClick(focused, Qt.Key.Key_Down)
    assert save(dialog).isEnabled()
    focused = qapp.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Return)
    assert dialog.result() == GradingDialog.DialogCode.Accepted
    assert dialog.graded == Graded(Grade.HARD, "Two copies")


def test_what_was_said_before_stands_there(qtbot: QtBot) -> None:
    known = GradingScreen("W4-01", "APIs", 15, ("a?",), Grade.GOOD, "known", SCREEN.coming)
    dialog = dialog_for(qtbot, known)
    assert dialog.answer.toPlainText() == "known"
    assert dialog.graded == Graded(Grade.GOOD, "known")


def test_an_answer_that_is_too_long_is_not_kept_but_not_lost(qtbot: QtBot) -> None:
    dialog = dialog_for(qtbot)
    rings(dialog)[1].click()
    dialog.answer.setPlainText("x" * 200_000)
    assert not save(dialog).isEnabled()
    told = [label.text() for label in dialog.findChildren(QLabel) if "too long" in label.text()]
    assert told == [f"{200_000 - LONGEST_TEXT} letters too long; at most {LONGEST_TEXT} are kept."]
    dialog.answer.setPlainText("\N{RIGHT-TO-LEFT OVERRIDE}אבג 🎉 <img src=file:///etc/passwd>")
    assert save(dialog).isEnabled()
    assert dialog.graded.answer.endswith("<img src=file:///etc/passwd>")


def test_only_what_was_written_is_work_to_lose(qtbot: QtBot) -> None:
    dialog = dialog_for(qtbot, SCREEN.evolve(answer="as before\n"))
    assert not dialog.has_work()
    dialog.answer.setPlainText("anew")
    assert dialog.has_work()
