"""Effort, rating and prerequisites of a single item are asked for in dialogs."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QListWidgetItem,
    QPushButton,
    QRadioButton,
)
from pytestqt.qtbot import QtBot

from planner.core.apply import apply
from planner.core.commands import (
    AddItem,
    Change,
    ChangeItem,
    EstimateItem,
    RateItem,
    RenameItem,
)
from planner.core.screens.effort import effort_screen
from planner.core.state import State
from planner.core.values import Level, Priority, Rating, Subject
from planner.ui.dialogs.dialog import Dialog
from planner.ui.dialogs.effort import EffortDialog
from planner.ui.dialogs.item import ItemDialog
from planner.ui.kit.words.letters import plain
from tests.core.planning.test_efforts import LATER, slow
from tests.core.strategies import usual
from tests.ui.seen import button, words

STATE = usual(Level.L6, 24, 25)
AWS = "l6.cloud.aws"
PRINCIPLES = "read.leadership-principles"

pytestmark = pytest.mark.usefixtures("look")


def dialog_for(qtbot: QtBot, state: State = STATE, item: str = AWS) -> EffortDialog:
    screen = effort_screen(state, item)
    assert screen is not None
    dialog = EffortDialog(screen, None)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def own_dialog(qtbot: QtBot, state: State, item: str = "own.1") -> ItemDialog:
    dialog = ItemDialog(state, item, None)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def done(*commands: Change) -> State:
    state = STATE
    for command in commands:
        state = apply(state, command)
    return state


def rings(dialog: Dialog) -> list[str]:
    rings = [one for one in dialog.findChildren(QRadioButton) if one.isVisibleTo(dialog)]
    return [plain(one.text()) for one in rings]


def save_is_possible(dialog: Dialog) -> set[bool]:
    """Whether it can be saved, by either button."""
    buttons = dialog.findChildren(QPushButton)
    return {one.isEnabled() for one in buttons if one.text().startswith("Save")}


def own(number: int, *requires: str) -> AddItem:
    return AddItem(
        id=f"own.{number}",
        title=f"Mine {number}",
        subject=Subject.READING,
        minutes=90,
        requires=requires,
    )


# effort and rating of an item of the guide


def test_our_time_stands_beside_every_rating(qtbot: QtBot) -> None:
    dialog = dialog_for(qtbot)
    assert rings(dialog) == [
        "As its group, Cloud: working",
        "new: 12 h",
        "working: 7 h",
        "strong: 3 h",
        "Our estimate: 7 h",
        "My own estimate:",
    ]
    assert "AWS services" in words(dialog)
    assert dialog.changes() == ()


def test_books_are_read_not_mastered(qtbot: QtBot) -> None:
    assert rings(dialog_for(qtbot, item=PRINCIPLES))[:4] == [
        "As its group, Essential reading: skimmed",
        "unread: 9 h",
        "skimmed: 6 h",
        "read before: 3 h",
    ]


def test_a_rating_of_its_own_changes_our_estimate_at_once(qtbot: QtBot) -> None:
    dialog = dialog_for(qtbot)
    button(dialog, "strong: 3 h").click()
    assert "Our estimate: 3 h" in rings(dialog)
    assert dialog.changes() == (RateItem(item=AWS, rating=Rating.STRONG),)


def test_typing_a_time_makes_it_the_users(qtbot: QtBot) -> None:
    dialog = dialog_for(qtbot)
    dialog.hours.set_minutes(90)
    assert button(dialog, "My own estimate:").isChecked()
    assert dialog.changes() == (EstimateItem(item=AWS, minutes=90),)
    button(dialog, "Our estimate: 7 h").click()
    assert dialog.changes() == ()


def test_what_was_said_before_is_shown_and_can_be_taken_back(qtbot: QtBot) -> None:
    state = done(RateItem(item=AWS, rating=Rating.NEW), EstimateItem(item=AWS, minutes=300))
    dialog = dialog_for(qtbot, state)
    assert button(dialog, "new: 12 h").isChecked()
    assert dialog.hours.minutes == 300
    assert dialog.changes() == ()
    button(dialog, "Back to the group and our estimate").click()
    assert dialog.changes() == (
        RateItem(item=AWS, rating=None),
        EstimateItem(item=AWS, minutes=None),
    )


def test_without_anything_of_ones_own_there_is_nothing_to_take_back(qtbot: QtBot) -> None:
    dialog = dialog_for(qtbot)
    back = button(dialog, "Back to the group and our estimate")
    assert not back.isEnabled()
    button(dialog, "new: 12 h").click()
    assert back.isEnabled()


def test_a_time_that_leaves_a_part_without_any_is_told_beside_the_field(qtbot: QtBot) -> None:
    dialog = dialog_for(qtbot, item=PRINCIPLES)
    dialog.hours.set_minutes(79)
    assert "With all its parts it takes at least 80 minutes." in words(dialog)
    assert save_is_possible(dialog) == {False}
    dialog.hours.set_minutes(80)
    assert "at least 80 minutes" not in words(dialog)
    assert save_is_possible(dialog) == {True}


def test_the_time_of_a_mock_can_be_given_but_not_its_rating(qtbot: QtBot) -> None:
    dialog = dialog_for(qtbot, item="mock.coding")
    assert rings(dialog) == ["Our estimate: 2 h 30 m", "My own estimate:"]
    assert "Where do you stand?" not in words(dialog)


def test_own_pace_is_named_while_our_estimate_counts(qtbot: QtBot) -> None:
    state, _ = slow()
    dialog = dialog_for(qtbot, state, LATER)
    assert "Your pace is ×1.5: planned with 4 h 30 m." in words(dialog)
    dialog.hours.set_minutes(60)
    assert "Your pace" not in words(dialog)
    assert "Your pace" not in words(dialog_for(qtbot))


@pytest.mark.parametrize(("text", "replan"), [("Save", False), ("Save and replan…", True)])
def test_a_replanning_is_offered_with_the_change(qtbot: QtBot, text: str, replan: bool) -> None:
    dialog = dialog_for(qtbot)
    button(dialog, text).click()
    assert dialog.result() == Dialog.DialogCode.Accepted
    assert dialog.replan is replan


def test_the_keyboard_goes_from_what_is_chosen(qtbot: QtBot) -> None:
    dialog = dialog_for(qtbot, done(RateItem(item=AWS, rating=Rating.NEW)))
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.focusWidget() is button(dialog, "new: 12 h")
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Down)
    assert dialog.changes() == (RateItem(item=AWS, rating=Rating.WORKING),)


# items of one's own


def test_a_new_item_can_wait_for_what_is_open(qtbot: QtBot) -> None:
    dialog = own_dialog(qtbot, STATE)
    dialog.title.setText("Talk")
    row = dialog.needs.findItems("AWS services", Qt.MatchFlag.MatchExactly)[0]
    row.setCheckState(Qt.CheckState.Checked)
    assert dialog.command().requires == (AWS,)
    assert [one.text() for one in dialog.findChildren(QPushButton)] == ["Cancel", "Add item"]


def test_space_ticks_what_has_to_come_first(qtbot: QtBot) -> None:
    dialog = own_dialog(qtbot, STATE)
    dialog.title.setText("Talk")
    dialog.needs.setFocus()
    QTest.keyClick(dialog.needs, Qt.Key.Key_Down)
    QTest.keyClick(dialog.needs, Qt.Key.Key_Space)
    second = dialog.needs.item(1).data(Qt.ItemDataRole.UserRole)
    assert dialog.command().requires == (second,)


def test_an_own_item_is_shown_as_it_is_and_only_changes_are_told(qtbot: QtBot) -> None:
    state = done(own(2), own(1, "own.2", AWS))
    dialog = own_dialog(qtbot, state)
    assert (dialog.title.text(), dialog.hours.minutes) == ("Mine 1", 90)
    assert dialog.needs.chosen() == ("own.2", AWS)
    assert dialog.changes() == ()
    dialog.title.setText("  Other ")
    dialog.hours.set_minutes(120)
    button(dialog, "optional").click()
    dialog.needs.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.changes() == (
        RenameItem(item="own.1", title="Other"),
        ChangeItem(item="own.1", minutes=120, priority=Priority.OPTIONAL, requires=(AWS,)),
    )


def test_a_circle_is_told_beside_the_list(qtbot: QtBot) -> None:
    dialog = own_dialog(qtbot, done(own(1), own(2, "own.1")))
    row = dialog.needs.findItems("Mine 2", Qt.MatchFlag.MatchExactly)[0]
    row.setCheckState(Qt.CheckState.Checked)
    said = "Items cannot wait for each other in a circle: Mine 1 → Mine 2 → Mine 1."
    assert said in words(dialog)
    assert save_is_possible(dialog) == {False}
    row.setCheckState(Qt.CheckState.Unchecked)
    assert "circle" not in words(dialog)
    assert save_is_possible(dialog) == {True}


def test_an_item_does_not_wait_for_itself_or_for_what_is_done(qtbot: QtBot) -> None:
    state = slow()[0]
    state = apply(state, own(1))
    ids = {one.data(Qt.ItemDataRole.UserRole) for one in all_rows(own_dialog(qtbot, state))}
    assert "own.1" not in ids
    assert LATER in ids
    assert len(ids) == len(state.items()) - 1 - 5  # itself, and five that are finished


def all_rows(dialog: ItemDialog) -> list[QListWidgetItem]:
    return [dialog.needs.item(place) for place in range(dialog.needs.count())]


def test_titles_from_outside_stand_as_they_are(qtbot: QtBot) -> None:
    title = "<b>R&D</b>"
    state = done(AddItem(id="own.2", title=title, subject=Subject.READING, minutes=60))
    dialog = own_dialog(qtbot, state)
    assert dialog.needs.findItems(title, Qt.MatchFlag.MatchExactly)
