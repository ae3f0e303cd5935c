"""Dialogs answer as they should, and leave nothing behind."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QTreeWidget,
)
from pytestqt.qtbot import QtBot

from planner.core.hours import changed
from planner.core.planning import make_plan
from planner.core.planning.replan import Kind
from planner.core.screens.effort import effort_screen
from planner.core.screens.replan import ways
from planner.core.values import Priority, Subject
from planner.ui.actions import ACTIONS
from planner.ui.dialogs.asking import ChoiceDialog, NumberDialog, TextDialog
from planner.ui.dialogs.dialog import Dialog
from planner.ui.dialogs.fault import FaultDialog
from planner.ui.dialogs.item import ItemDialog
from planner.ui.dialogs.preferences import PreferencesDialog
from planner.ui.dialogs.qt_prompts import QtPrompts
from planner.ui.dialogs.replan import ReplanDialog
from planner.ui.dialogs.shortcuts import ShortcutsDialog
from planner.ui.kit.words.letters import plain
from planner.ui.look import Look
from tests.ui.house import TODAY, House, demo_workspace


def press(dialog: Dialog, text: str) -> None:
    buttons = dialog.findChildren(QAbstractButton)
    next(one for one in buttons if plain(one.text()) == text).click()


def words(dialog: Dialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def test_enter_accepts_and_escape_gives_up(qtbot: QtBot, look: Look) -> None:
    for key, result in ((Qt.Key.Key_Return, 1), (Qt.Key.Key_Escape, 0)):
        dialog = TextDialog("Evidence", "What?", "old", None)
        qtbot.addWidget(dialog)
        dialog.show()
        QTest.keyClick(dialog.field, key)
        assert dialog.result() == result, look.theme.name


def test_enter_on_cancel_cancels(qtbot: QtBot, look: Look) -> None:
    dialog = TextDialog("Evidence", "What?", "old", None)
    qtbot.addWidget(dialog)
    dialog.show()
    cancel = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Cancel")
    cancel.setFocus()
    QTest.keyClick(cancel, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Rejected, look.theme.name


@pytest.mark.usefixtures("look")
def test_a_number_stays_within_its_bounds(qtbot: QtBot) -> None:
    dialog = NumberDialog("Log", "Minutes", 45, (1, 1440), "minutes", None)
    qtbot.addWidget(dialog)
    dialog.field.setValue(0)
    assert dialog.field.value() == 1
    assert dialog.field.text() == "1 minutes"


@pytest.mark.usefixtures("look")
@pytest.mark.parametrize("count", [3, 12])
def test_few_choices_are_rings_and_many_are_a_list(qtbot: QtBot, count: int) -> None:
    options = [f"day & {number}" for number in range(count)]
    dialog = ChoiceDialog("Move", "When?", options, 2, None)
    qtbot.addWidget(dialog)
    assert dialog.place == 2
    assert len(dialog.findChildren(QRadioButton)) == (3 if count == 3 else 0)


@pytest.mark.usefixtures("look")
def test_user_text_is_shown_as_it_is(qtbot: QtBot) -> None:
    dialog = TextDialog("Evidence for “<b>x</b>”", "<img src=file:///etc/passwd>", "", None)
    qtbot.addWidget(dialog)
    labels = dialog.findChildren(QLabel)
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
    assert "<img src=file:///etc/passwd>" in words(dialog)


@pytest.mark.usefixtures("look")
def test_an_item_needs_a_name_and_twenty_minutes(qtbot: QtBot) -> None:
    dialog = ItemDialog(demo_workspace().state, "own.1", None)
    qtbot.addWidget(dialog)
    add = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Add item")
    assert not add.isEnabled()
    dialog.title.setText("  ")
    assert "An item needs a name." in words(dialog)
    dialog.title.setText("  Read the wiki ")
    dialog.hours.set_minutes(15)
    assert not add.isEnabled()
    dialog.hours.set_minutes(90)
    assert add.isEnabled()
    press(dialog, "Leadership")
    press(dialog, "core")
    command = dialog.command()
    assert (command.id, command.title, command.minutes) == ("own.1", "Read the wiki", 90)
    assert (command.subject, command.priority) == (Subject.LEADERSHIP, Priority.CORE)


def test_preferences_act_at_once_and_are_kept(house: House) -> None:
    dialog = PreferencesDialog(house.look, house.settings, "", house.window)
    dialog.show()
    press(dialog, "Dark")
    assert (house.look.mode, house.saved[-1].theme) == ("dark", "dark")
    dialog.scale.setFocus()
    QTest.keyClick(dialog.scale, Qt.Key.Key_Right)
    assert (house.look.scale, house.saved[-1].text_scale) == (110, 110)
    assert "110 %" in words(dialog)


@pytest.mark.parametrize("name", ["notify", "discreet"])
def test_preferences_turn_things_on_and_off(house: House, name: str) -> None:
    dialog = PreferencesDialog(house.look, house.settings, "", house.window)
    box = getattr(dialog, name)
    for wanted in (True, False):
        box.click()
        assert getattr(house.saved[-1], name) is wanted
    house.settings.change(**{name: True})
    assert getattr(PreferencesDialog(house.look, house.settings, "", None), name).isChecked()
    house.settings.change(**{name: False})


@pytest.mark.parametrize(
    ("button", "wanted"), [("Switch level…", "switch-level"), ("Dates and hours…", "profile")]
)
def test_preferences_name_the_level_and_lead_to_it(house: House, button: str, wanted: str) -> None:
    dialog = PreferencesDialog(house.look, house.settings, "L6 · Senior", house.window)
    dialog.show()
    assert "L6 · Senior" in words(dialog)
    press(dialog, button)
    assert (dialog.wanted, dialog.result()) == (wanted, QDialog.DialogCode.Accepted)


def test_preferences_begin_on_the_theme_that_is_chosen(house: House) -> None:
    house.look.set_mode("dark")
    dialog = PreferencesDialog(house.look, house.settings, "", house.window)
    dialog.show()
    dialog.activateWindow()
    begun = dialog.focusWidget()
    assert isinstance(begun, QRadioButton)
    assert plain(begun.text()) == "Dark"


def test_a_replanning_says_what_moves_and_what_stays(qtbot: QtBot, look: Look) -> None:
    state = demo_workspace().state
    assert state.profile is not None
    profile = changed(state.profile, state.profile.week_minutes + 240, None)
    plan = make_plan(state.evolve(profile=profile), profile, TODAY)
    dialog = ReplanDialog(look, state, plan, "Replan", None)
    qtbot.addWidget(dialog)
    assert dialog.changes
    assert " move, " in words(dialog)
    assert " stay" in words(dialog)
    table = dialog.findChild(QTreeWidget)
    assert table is not None
    tops = [table.topLevelItem(place) for place in range(table.topLevelItemCount())]
    heads = [top.text(0) for top in tops if top]
    assert any(head.startswith("Move · ") for head in heads)


def test_a_plan_that_would_stay_has_nothing_to_take(qtbot: QtBot, look: Look) -> None:
    state = demo_workspace().state
    assert state.plan is not None
    kept = state.plan.evolve(left_out=())
    dialog = ReplanDialog(look, state.evolve(plan=kept), kept, "Replan", None)
    qtbot.addWidget(dialog)
    assert not dialog.changes
    assert "Every session stays where it is." in words(dialog)
    assert [one.text() for one in dialog.findChildren(QPushButton)] == ["Close"]


@pytest.mark.usefixtures("look")
def test_the_sheet_shows_every_key(qtbot: QtBot) -> None:
    dialog = ShortcutsDialog(None)
    qtbot.addWidget(dialog)
    said = words(dialog)
    for row in ACTIONS:
        assert not row.keys or row.text in said, row.id
    for pair in ("Undo Ctrl+Z", "Done Space", "Move… S", "Keys… ?", "Full screen F11"):
        assert pair in said


@pytest.mark.usefixtures("look")
def test_the_details_of_a_fault_can_be_copied(qtbot: QtBot) -> None:
    dialog = FaultDialog("ValueError: <b>x</b>", None)
    qtbot.addWidget(dialog)
    press(dialog, "Copy details")
    assert QGuiApplication.clipboard().text() == "ValueError: <b>x</b>"


def answers(prompts: QtPrompts) -> dict[str, Callable[[], object]]:
    state = demo_workspace().state
    assert state.plan is not None
    plan, screen = state.plan, effort_screen(state, "l6.ops.monitoring")
    assert screen is not None
    return {
        "text": lambda: prompts.text("t", "l", "v"),
        "number": lambda: prompts.number("t", "l", 5, (1, 9)),
        "day": lambda: prompts.day("t", "l", TODAY, (TODAY, TODAY)),
        "choice": lambda: prompts.choice("t", "l", ["a", "b"], 1),
        "new_item": lambda: prompts.new_item(state, "own.1"),
        "own_item": lambda: prompts.own_item(state, "own.1"),
        "effort": lambda: prompts.effort(screen),
        "profile": lambda: prompts.profile(state, TODAY),
        "accepts": lambda: prompts.accepts(state, plan, "Replan"),
        "way": lambda: prompts.way(ways(state, TODAY), Kind.SPREAD, "Catch up"),
        "preferences": lambda: prompts.preferences("L6 · Senior Engineering Manager"),
        "shortcuts": prompts.shortcuts,
        "about": prompts.about,
        "fault": lambda: prompts.fault("details"),
    }


NAMES = ["text", "number", "day", "choice", "new_item", "profile", "accepts", "way", "preferences"]
NAMES += ["shortcuts", "about", "fault", "own_item", "effort"]
TIMES = 30  # a widget that stays shows in the second already


@pytest.mark.parametrize("name", NAMES)
def test_a_dialog_leaves_no_widget_behind(
    qapp: QApplication, house: House, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def give_up(dialog: QDialog) -> int:
        dialog.show()
        dialog.reject()
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr(QDialog, "exec", give_up)
    ask = answers(QtPrompts(house.look, house.settings, house.window))[name]
    before = None
    for _ in range(TIMES):
        assert not ask()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        before = before or len(qapp.allWidgets())
    assert len(qapp.allWidgets()) == before


@pytest.mark.parametrize(
    ("name", "given"), [("text", "v"), ("number", 5), ("day", TODAY), ("choice", 1)]
)
def test_an_accepted_dialog_gives_its_answer(
    house: House, monkeypatch: pytest.MonkeyPatch, name: str, given: object
) -> None:
    monkeypatch.setattr(QDialog, "exec", lambda _: QDialog.DialogCode.Accepted)
    assert answers(QtPrompts(house.look, house.settings, house.window))[name]() == given


def test_the_field_is_ready_to_be_typed_over(house: House) -> None:
    dialog = TextDialog("Rename", "Title", "Old", house.window)
    dialog.show()
    field = dialog.findChild(QLineEdit)
    assert field is not None
    QTest.keyClicks(field, "New")
    assert field.text() == "New"


@pytest.mark.parametrize("letters", [10, 10_000])
def test_a_field_is_widened_as_far_as_the_screen_has_room(qtbot: QtBot, letters: int) -> None:
    dialog = Dialog("Title", None)
    qtbot.addWidget(dialog)
    field = QLineEdit(dialog)
    dialog.body.addWidget(field)
    dialog.widen(field, letters)
    dialog.show()
    wanted = dialog.fontMetrics().averageCharWidth() * letters
    assert (field.minimumWidth() == wanted) == (letters == 10)
    assert dialog.minimumSizeHint().width() <= dialog.screen().availableSize().width()
