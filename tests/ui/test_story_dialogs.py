"""A story is written field by field, and told against the clock."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from planner.core.apply import apply
from planner.core.commands import LONGEST_TELLING, LONGEST_TEXT, WriteStory
from planner.core.state import State
from planner.core.story import Role, Version
from planner.core.values import Level
from planner.ui.dialogs.dialog import Dialog
from planner.ui.dialogs.story import StoryDialog
from planner.ui.dialogs.telling import TellingDialog
from planner.ui.kit.stopwatch import Stopwatch
from tests.core.strategies import usual

STATE = usual(Level.L6)
OUTAGE = "story.outage"
WRITTEN = WriteStory(
    story=OUTAGE,
    title="Outage",
    situation="It was down.",
    role=Role.MANAGER,
    engineers=14,
    criteria=("DT2", "EP1"),
)

pytestmark = pytest.mark.usefixtures("look")


def dialog_for(qtbot: QtBot, state: State = STATE) -> StoryDialog:
    dialog = StoryDialog(state, OUTAGE, None)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def save(dialog: Dialog) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == "Save")


def test_a_new_story_has_what_was_entered(qtbot: QtBot) -> None:
    dialog = dialog_for(qtbot)
    assert not save(dialog).isEnabled()
    QTest.keyClicks(dialog.title, "  The bill ")
    dialog.parts["result"].setPlainText("Cut by 40 %\n")
    dialog.role.setCurrentIndex(list(Role).index(Role.SEVERAL_TEAMS))
    dialog.reach["millions"].setValue(3)
    dialog.setback.setChecked(True)
    dialog.tags.setText("money, #people")
    dialog.criteria.item(0).setCheckState(Qt.CheckState.Checked)
    assert save(dialog).isEnabled()
    assert dialog.changes() == (
        WriteStory(
            story=OUTAGE,
            title="The bill",
            result="Cut by 40 %",
            role=Role.SEVERAL_TEAMS,
            millions=3,
            setback=True,
            criteria=("TE1",),
            tags=("money", "people"),
        ),
    )


def test_only_what_differs_is_changed(qtbot: QtBot) -> None:
    state = apply(STATE, WRITTEN)
    dialog = dialog_for(qtbot, state)
    assert dialog.changes() == ()
    dialog.parts["situation"].setPlainText("")
    assert dialog.changes() == (WriteStory(story=OUTAGE, situation=""),)
    assert apply(state, dialog.changes()[0]).stories[OUTAGE].situation == ""


def test_criteria_of_the_other_level_stay(qtbot: QtBot) -> None:
    dialog = dialog_for(qtbot, apply(STATE, WRITTEN))
    rows = [dialog.criteria.item(place) for place in range(dialog.criteria.count())]
    assert [row.data(Qt.ItemDataRole.UserRole) for row in rows] == [
        one.id for one in STATE.curriculum.criteria_at(Level.L6)
    ]
    for row in rows:
        row.setCheckState(Qt.CheckState.Unchecked)
    assert dialog.changes() == (WriteStory(story=OUTAGE, criteria=("EP1",)),)


def test_a_text_that_is_too_long_is_said_beside_it(qtbot: QtBot) -> None:
    dialog = dialog_for(qtbot, apply(STATE, WRITTEN))
    area = dialog.parts["action"]
    area.setPlainText("x" * (LONGEST_TEXT + 7))
    assert area.problem.text() == f"7 letters too many; {LONGEST_TEXT} fit."
    assert not save(dialog).isEnabled()
    area.setPlainText("x" * LONGEST_TEXT)
    assert not area.problem.isVisible()
    assert save(dialog).isEnabled()


def test_a_story_keeps_a_title(qtbot: QtBot) -> None:
    dialog = dialog_for(qtbot, apply(STATE, WRITTEN))
    dialog.title.setText("  ")
    assert not save(dialog).isEnabled()


def test_tab_leaves_a_text(qtbot: QtBot) -> None:
    dialog = dialog_for(qtbot)
    dialog.activateWindow()
    dialog.parts["situation"].setFocus()
    QTest.keyClick(dialog.parts["situation"], Qt.Key.Key_Tab)
    assert dialog.parts["situation"].text == ""
    assert dialog.focusWidget() is dialog.parts["task"]


class Clock:
    """Seconds that pass when a test says so."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


def telling(qtbot: QtBot) -> tuple[TellingDialog, Clock]:
    clock = Clock()
    dialog = TellingDialog("<b>Outage</b>", None, Stopwatch(clock))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog, clock


def test_only_what_was_written_is_work_to_lose(qtbot: QtBot) -> None:
    dialog = dialog_for(qtbot)
    assert not dialog.has_work()
    dialog.parts["task"].setPlainText("Bring it back")
    assert dialog.has_work()


def test_the_clock_measures_from_start_to_stop(qtbot: QtBot) -> None:
    dialog, clock = telling(qtbot)
    assert not save(dialog).isEnabled()
    dialog.go.click()
    assert dialog.is_running
    clock.now += 3
    qtbot.waitUntil(lambda: dialog.seconds.value() == 3)
    assert not save(dialog).isEnabled()
    clock.now += 127.9
    dialog.go.click()
    assert (dialog.is_running, dialog.seconds.value()) == (False, 130)
    assert (dialog.time.text(), dialog.hint.text()) == ("2 m 10 s", "10 s over")
    dialog.versions.group.button(1).click()
    assert (dialog.version, dialog.hint.text()) == (Version.LONG, "2 m 50 s left")
    assert save(dialog).isEnabled()
    clock.now += 5
    assert dialog.seconds.value() == 130


def test_after_the_stop_enter_saves_and_never_starts_again(qtbot: QtBot) -> None:
    dialog, clock = telling(qtbot)
    dialog.go.click()
    clock.now += 3
    qtbot.waitUntil(lambda: dialog.seconds.value() == 3)
    dialog.go.click()
    assert dialog.focusWidget() is save(dialog)


@pytest.mark.parametrize(("passed", "shown"), [(-50.0, 0), (1e9, LONGEST_TELLING)])
def test_a_clock_that_jumps_does_no_harm(qtbot: QtBot, passed: float, shown: int) -> None:
    dialog, clock = telling(qtbot)
    dialog.go.click()
    clock.now += passed
    dialog.go.click()
    assert dialog.seconds.value() == shown


def test_seconds_can_be_typed_instead(qtbot: QtBot) -> None:
    dialog, _ = telling(qtbot)
    dialog.seconds.setValue(95)
    assert dialog.hint.text() == "25 s left"
    assert save(dialog).isEnabled()


def test_enter_saves_seconds_that_were_typed(qtbot: QtBot) -> None:
    dialog, _ = telling(qtbot)
    dialog.activateWindow()
    dialog.seconds.setFocus()
    dialog.seconds.selectAll()
    QTest.keyClicks(dialog.seconds, "95")
    QTest.keyClick(dialog.seconds, Qt.Key.Key_Return)
    assert (dialog.is_running, dialog.seconds.value()) == (False, 95)
    assert dialog.result() == Dialog.DialogCode.Accepted


def test_enter_starts_the_clock_first_and_saves_what_it_measured(qtbot: QtBot) -> None:
    dialog, clock = telling(qtbot)
    dialog.activateWindow()
    QTest.keyClick(dialog.go, Qt.Key.Key_Return)
    clock.now += 70
    QTest.keyClick(dialog.go, Qt.Key.Key_Return)
    assert (dialog.is_running, dialog.seconds.value()) == (False, 70)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert dialog.result() == Dialog.DialogCode.Accepted
