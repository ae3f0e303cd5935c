"""The review of a week in its dialog."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from planner.core.commands import WriteReview
from planner.core.screens.weekly_review import WeeklyReview, weekly_review
from planner.ui.dialogs.review import MOST, ReviewDialog
from tests.core.screens.candidates import TODAY, demo

pytestmark = pytest.mark.usefixtures("look")


def found() -> WeeklyReview:
    review = weekly_review(demo(), 3, TODAY)
    assert review is not None
    return review


def dialog_for(qtbot: QtBot, review: WeeklyReview) -> ReviewDialog:
    dialog = ReviewDialog(review, None)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def texts(dialog: ReviewDialog) -> str:
    return "\n".join(one.text() for one in dialog.findChildren(QLabel) if one.isVisible())


def test_it_shows_what_is_known_and_takes_what_is_written(qtbot: QtBot) -> None:
    review = found()
    dialog = dialog_for(qtbot, review)
    shown = texts(dialog).replace("\u200b", "")
    assert "Review of week 3 of 10" in shown
    assert review.open[0] in shown
    assert dialog.changes() == ()
    dialog.decision.setText(" Less reading ")
    assert dialog.changes() == (WriteReview(monday=review.monday, decision="Less reading"),)
    dialog.notes.setPlainText("tired\n")
    [command] = dialog.changes()
    assert (command.decision, command.notes) == ("Less reading", "tired")


def test_only_what_differs_is_written(qtbot: QtBot) -> None:
    review = found().evolve(decision="Less", notes="tired")
    dialog = dialog_for(qtbot, review)
    assert dialog.changes() == ()
    dialog.decision.setText("")
    assert dialog.changes() == (WriteReview(monday=review.monday, decision=""),)


def test_long_lists_are_counted(qtbot: QtBot) -> None:
    dialog = dialog_for(qtbot, found().evolve(open=tuple(f"W9-{n:02}" for n in range(30))))
    assert f"and {30 - MOST} more" in texts(dialog)


def test_it_is_copied_as_markdown_with_what_was_just_written(qtbot: QtBot) -> None:
    dialog = dialog_for(qtbot, found())
    dialog.decision.setText("Less <reading>")
    button = next(
        one for one in dialog.findChildren(QPushButton) if one.text() == "Copy as Markdown"
    )
    button.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("# Review of week 3 of 10")
    assert "- Less \\<reading\\>" in copied


def test_notes_that_are_too_long_are_said_beside_them(qtbot: QtBot) -> None:
    dialog = dialog_for(qtbot, found())
    dialog.notes.setPlainText("x" * 20_001)
    save = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Save")
    assert not save.isEnabled()
    assert dialog.notes.problem.text() == "1 letters too many; 20000 fit."


def test_only_what_was_written_is_work_to_lose(qtbot: QtBot) -> None:
    dialog = dialog_for(qtbot, found())
    assert not dialog.has_work()
    dialog.decision.setText("Less reading")
    assert dialog.has_work()
