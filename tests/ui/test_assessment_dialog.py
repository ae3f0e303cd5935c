"""Five questions, and at once the level that the answers speak for."""

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from planner.core.apply import apply
from planner.core.assessment import Question, Standing
from planner.core.commands import AssessLevel
from planner.core.state import State
from planner.core.values import Level
from planner.ui.dialogs.assessment import AssessmentDialog
from planner.ui.dialogs.qt_prompts import FreeTimePrompt
from planner.ui.wizard.level_step import LevelStep
from planner.ui.wizard.wizard import Wizard
from tests.core.strategies import usual
from tests.ui.house import TODAY
from tests.ui.seen import labels

STATE = usual(Level.L7)

pytestmark = pytest.mark.usefixtures("look")


def dialog_for(qtbot: QtBot, state: State, level: Level | None) -> AssessmentDialog:
    dialog = AssessmentDialog(state, level, TODAY, None)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def keep(dialog: AssessmentDialog) -> QPushButton:
    buttons = dialog.findChildren(QPushButton)
    return next(one for one in buttons if one.text() == "Keep the answers")


def test_the_result_stands_below_once_all_is_answered(qtbot: QtBot) -> None:
    dialog = dialog_for(qtbot, STATE, Level.L7)
    for left, field in zip(range(5, 0, -1), dialog.choices.values(), strict=True):
        assert ("1 answer to go" if left == 1 else f"{left} answers to go") in labels(dialog)
        assert not keep(dialog).isEnabled()
        field.setCurrentIndex(2)
    assert "Your answers speak for L6." in labels(dialog)
    assert any(one.startswith("You aim at L7") for one in labels(dialog))
    dialog.facts[Question.SCOPE].setText(" two teams ")
    assert keep(dialog).isEnabled()
    assert dialog.command() == AssessLevel(
        on=TODAY,
        answers=dict.fromkeys(Question, Standing.L6),
        facts={Question.SCOPE: "two teams"},
    )


def test_what_was_answered_before_is_shown(qtbot: QtBot) -> None:
    answers = {**dict.fromkeys(Question, Standing.L7), Question.TEAM_SIZE: Standing.BETWEEN}
    command = AssessLevel(on=TODAY, answers=answers, facts={Question.REACH: "<b>us</b>"})
    dialog = dialog_for(qtbot, apply(STATE, command), Level.L7)
    assert dialog.command() == command
    assert "Your answers speak for L7." in labels(dialog)
    assert not any(one.startswith("You aim") for one in labels(dialog))


def test_the_wizard_asks_and_keeps_what_was_answered(qtbot: QtBot) -> None:
    command = AssessLevel(on=TODAY, answers=dict.fromkeys(Question, Standing.L6))
    asked: list[object] = []

    def answer(*given: object) -> AssessLevel | None:
        asked.append(given)
        return command if len(asked) == 1 else None

    wizard = Wizard(State(STATE.curriculum), TODAY, None, FreeTimePrompt(), answer)
    qtbot.addWidget(wizard)
    wizard.show()
    step = wizard.step
    assert isinstance(step, LevelStep)
    step.assessment_wanted.emit()
    assert step.recommended.text() == "Your answers speak for L6."
    step.assessment_wanted.emit()
    assert wizard.assessed == (command,)
    assert asked[1][0].assessment is not None  # type: ignore[index]
