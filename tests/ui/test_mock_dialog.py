"""A mock is run under the clock, scored in words, and turned into fixes."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from planner.core.mock import Judge
from planner.core.screens.practice import practice_screen
from planner.ui.kit.stopwatch import Stopwatch
from planner.ui.mock.dialog import MockDialog
from planner.ui.prompts import MockSetting
from tests.core.screens.candidates import TODAY, demo

pytestmark = pytest.mark.usefixtures("look")


class Clock:
    """Seconds that pass when a test says so."""

    now = 50.0

    def __call__(self) -> float:
        return self.now


def dialog_for(
    qtbot: QtBot, round_id: str = "SD", *, runs: bool = True, later: int = 0
) -> tuple[MockDialog, Clock]:
    state, clock = demo(), Clock()
    screen = practice_screen(state)
    assert screen is not None
    [row] = [one for one in screen.rows if one.id == round_id]
    setting = MockSetting(state, row, TODAY + timedelta(days=later), runs)
    dialog = MockDialog(setting, None, Stopwatch(clock))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog, clock


def save(dialog: MockDialog) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == "Save")


def test_the_clock_counts_down_rests_and_is_given_more(qtbot: QtBot) -> None:
    dialog, clock = dialog_for(qtbot)
    assert (dialog.clock.time.text(), dialog.clock.words.text()) == (
        "60:00",
        "left of 60 minutes",
    )
    dialog.clock.go.click()
    assert dialog.clock.go.text() == "Pause"
    clock.now += 61
    qtbot.waitUntil(lambda: dialog.clock.time.text() == "58:59")
    assert not save(dialog).isEnabled()
    dialog.clock.go.click()
    clock.now += 1000
    assert (dialog.clock.go.text(), dialog.minutes.value()) == ("Go on", 2)
    dialog.clock.more.click()
    assert dialog.clock.time.text() == "63:59"
    dialog.clock.go.click()
    clock.now += 64 * 60
    dialog.clock.rest()
    assert dialog.clock.time.text() == "+0:01"
    assert dialog.clock.words.text() == "over the 65 minutes"
    assert dialog.minutes.value() == 66


def test_a_mock_is_saved_once_something_is_scored(qtbot: QtBot) -> None:
    dialog, _ = dialog_for(qtbot)
    assert not save(dialog).isEnabled()
    dialog.scores.fields["depth"].setCurrentIndex(3)
    assert save(dialog).isEnabled()
    dialog.clock.go.click()
    assert not save(dialog).isEnabled()
    dialog.clock.rest()
    dialog.notes.setPlainText(" calm ")
    dialog.judge.choose(1)
    dialog.fixes[0].setText(" Numbers first ")
    dialog.fixes[2].setText("Draw it")
    dialog.minutes.setValue(58)
    answer = dialog.answer()
    assert answer.scores == {"depth": 3}
    assert (answer.on, answer.minutes, answer.judge) == (TODAY, 58, Judge.PARTNER)
    assert (answer.notes, answer.code) == ("calm", None)
    assert answer.fixes == ("Numbers first", "Draw it")


def test_each_step_has_words_of_the_level(qtbot: QtBot) -> None:
    dialog, _ = dialog_for(qtbot)
    field = dialog.scores.fields["scale"]
    shown = [field.itemText(place) for place in range(field.count())]
    assert shown[0] == "not asked"
    assert [one[:4] for one in shown[1:]] == ["1 · ", "2 · ", "3 · ", "4 · "]
    assert "millions of users" in shown[3]


def test_a_behavioural_round_asks_for_the_levels_five_and_takes_another(qtbot: QtBot) -> None:
    dialog, _ = dialog_for(qtbot, "BEH")
    assert list(dialog.scores.fields) == [
        "deliver-results",
        "ownership",
        "dive-deep",
        "earn-trust",
        "hire-and-develop-the-best",
    ]
    another = dialog.scores.another
    names = [another.itemText(place) for place in range(another.count())]
    place = names.index("Frugality")
    another.setCurrentIndex(place)
    assert another.currentIndex() == 0
    assert "Frugality" not in [another.itemText(place) for place in range(another.count())]
    dialog.scores.fields["frugality"].setCurrentIndex(2)
    assert dialog.answer().scores == {"frugality": 2}


def test_a_planned_mock_that_is_due_is_proposed(qtbot: QtBot) -> None:
    early, _ = dialog_for(qtbot)
    assert early.answer().code is None
    late, _ = dialog_for(qtbot, later=21)
    plan = demo().plan
    assert plan is not None
    assert late.answer().code == plan.by_item["mock.sysdesign"][0].code


def test_one_that_was_held_before_has_no_clock(qtbot: QtBot) -> None:
    dialog, _ = dialog_for(qtbot, runs=False)
    assert not dialog.clock.isVisible()
    dialog.day.set_day(TODAY + timedelta(days=3))
    assert dialog.answer().on == TODAY


def test_notes_that_are_too_long_are_said_beside_them(qtbot: QtBot) -> None:
    dialog, _ = dialog_for(qtbot)
    dialog.scores.fields["depth"].setCurrentIndex(1)
    dialog.notes.setPlainText("x" * 20_001)
    assert dialog.notes.problem.text() == "1 letters too many; 20000 fit."
    assert not save(dialog).isEnabled()


def test_tab_goes_down_the_dialog(qtbot: QtBot) -> None:
    dialog, _ = dialog_for(qtbot)
    scores = dialog.scores
    scores.another.setCurrentIndex(1)
    fields = [dialog.notes, *scores.fields.values(), scores.another, *dialog.fixes]
    walked: list[QWidget] = []
    one = dialog.clock.more.nextInFocusChain()
    while one is not None and one is not dialog.minutes:
        walked += [one] if one in fields else []
        one = one.nextInFocusChain()
    assert walked == fields


def test_one_escape_does_not_lose_a_mock(qtbot: QtBot) -> None:
    dialog, _ = dialog_for(qtbot)
    dialog.fixes[1].setFocus()
    QTest.keyClicks(dialog.fixes[1], "Draw it")
    QTest.keyClick(dialog.fixes[1], Qt.Key.Key_Escape)
    assert dialog.isVisible()
    given_up = dialog.focusWidget()
    assert isinstance(given_up, QPushButton)
    assert given_up.text() == "Cancel"
    QTest.keyClick(given_up, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_enter_starts_the_clock_on_its_button_only(qtbot: QtBot) -> None:
    dialog, _ = dialog_for(qtbot)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog.clock.go, Qt.Key.Key_Return)
    assert dialog.clock.is_running
    dialog.fixes[0].setFocus()
    QTest.keyClick(dialog.fixes[0], Qt.Key.Key_Return)
    assert dialog.clock.is_running
    assert dialog.isVisible()


def test_what_saving_waits_for_stands_beside_it(qtbot: QtBot) -> None:
    dialog, _ = dialog_for(qtbot)
    assert "Score at least one thing to save." in shown_words(dialog)
    dialog.clock.go.click()
    dialog.scores.fields["depth"].setCurrentIndex(3)
    assert "Pause the clock to save." in shown_words(dialog)
    dialog.clock.go.click()
    assert save(dialog).isEnabled()
    assert not any(one.endswith("to save.") for one in shown_words(dialog))


def shown_words(dialog: MockDialog) -> set[str]:
    return {one.text() for one in dialog.findChildren(QLabel) if one.isVisible()}


def test_escape_leaves_a_mock_that_was_not_begun(qtbot: QtBot) -> None:
    dialog, _ = dialog_for(qtbot)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_tab_brings_each_field_into_sight_as_a_whole(qtbot: QtBot) -> None:
    dialog, _ = dialog_for(qtbot)
    dialog.resize(dialog.width(), 420)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    area = dialog.findChild(QScrollArea)
    assert area is not None
    view = area.viewport()
    dialog.notes.setFocus()
    for _step in range(12):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        field = dialog.focusWidget()
        assert field is not None
        top = field.mapTo(view, field.rect().topLeft()).y()
        assert not area.isAncestorOf(field) or 0 <= top <= view.height() - field.height()
