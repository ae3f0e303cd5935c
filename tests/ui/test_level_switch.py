"""Switching the level: shown first, taken as one gesture, and nothing is lost."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QTreeWidget
from pytestqt.qtbot import QtBot

from planner.core.apply import apply
from planner.core.commands import Tick
from planner.core.planning import make_plan
from planner.core.screens.level_switch import LevelSwitch, at_level, level_switch
from planner.core.state import State
from planner.core.values import Level
from planner.ui.dialogs import level_words as words
from planner.ui.dialogs.level_switch import LevelSwitchDialog
from planner.ui.look import Look
from planner.ui.wizard.wizard import Wizard
from tests.core.screens.candidates import START, fresh
from tests.ui.house import TODAY, House, demo_workspace


def switch_of(state: State) -> LevelSwitch:
    assert state.profile is not None
    other = next(level for level in Level if level is not state.profile.level)
    profile = at_level(state, state.profile, other)
    plan = make_plan(state.evolve(profile=profile), profile, TODAY)
    found = level_switch(state, profile, plan, TODAY)
    assert found is not None
    return found


@pytest.fixture
def dialog(qtbot: QtBot, look: Look) -> LevelSwitchDialog:
    state = demo_workspace().state
    dialog = LevelSwitchDialog(look, state, switch_of(state), None)
    qtbot.addWidget(dialog)
    return dialog


def texts(dialog: LevelSwitchDialog | Wizard) -> list[str]:
    return [one.text() for one in dialog.findChildren(QLabel)]


def headings(dialog: LevelSwitchDialog) -> dict[str, int]:
    table = dialog.findChild(QTreeWidget)
    assert table is not None
    tops = [table.topLevelItem(place) for place in range(table.topLevelItemCount())]
    return {top.text(0).rpartition(" · ")[0]: top.childCount() for top in tops if top}


def test_it_shows_figures_ticks_and_every_item(dialog: LevelSwitchDialog) -> None:
    state = demo_workspace().state
    switch = switch_of(state)
    shown = texts(dialog)
    assert dialog.windowTitle() == "Switch to L7"
    assert words.counts(switch) in shown
    for name, before, after in words.figures(switch):
        assert {name, before, after} <= set(shown)
    assert any(text.startswith("Every tick is kept.") for text in shown)
    assert any(" sessions move, " in text for text in shown)
    assert headings(dialog) == {
        "Added": len(switch.added),
        "Dropped": len(switch.dropped),
        "Re-scoped": len(switch.rescoped),
        "Ticked, and counts at L7": len(switch.counting),
        "Ticked, and counts again at L6": len(switch.resting),
    }


def test_its_buttons_name_both_levels(dialog: LevelSwitchDialog) -> None:
    buttons = [one.text() for one in dialog.findChildren(QAbstractButton) if one.text()]
    assert buttons == ["Stay at L6", "Switch to L7"]


def test_a_group_without_items_is_not_shown(qtbot: QtBot, look: Look) -> None:
    state = fresh()
    dialog = LevelSwitchDialog(look, state, switch_of(state), None)
    qtbot.addWidget(dialog)
    assert list(headings(dialog)) == ["Added", "Dropped", "Re-scoped"]
    assert not any(text.startswith("Every tick") for text in texts(dialog))
    assert any(text.startswith("Not rated yet") for text in texts(dialog))


def test_the_words_for_ticks_say_what_rests() -> None:
    state = fresh()
    assert words.ticks(switch_of(state)) == ""
    state = apply(state, Tick(target="key.change", on=START))
    assert words.ticks(switch_of(state)) == "Every tick is kept. All of it counts at L7 too."
    state = apply(state, Tick(target="l6.sd.distributed", on=START))
    assert words.ticks(switch_of(state)) == (
        "Every tick is kept. Distributed systems does not count at L7, and counts again at L6."
    )
    state = apply(state, Tick(target="l6.sd.apis", on=START))
    assert " and APIs do not count at L7, " in words.ticks(switch_of(state))


def test_a_finish_out_of_sight_is_said() -> None:
    assert words.finish(None) == "not in sight"
    assert words.slack(None) == words.scope(None) == "–"


def test_the_switch_is_one_gesture_and_keeps_every_tick(house: House) -> None:
    before = house.workspace.state
    house.answers.taken = [True]
    house.window.menus.actions["switch-level"].trigger()
    after = house.workspace.state
    assert house.answers.shown == ["switches L7"]
    assert after.profile is not None
    assert after.plan is not None
    assert (after.profile.level, after.plan.level) == (Level.L7, Level.L7)
    assert after.ticks == before.ticks
    house.window.menus.actions["undo"].trigger()
    assert house.workspace.state == before


def test_what_is_not_taken_changes_nothing(house: House) -> None:
    before = house.workspace.state
    house.window.menus.actions["switch-level"].trigger()
    assert house.answers.shown == ["switches L7"]
    assert house.workspace.state == before


def test_the_wizard_sums_a_switch_up(qtbot: QtBot) -> None:
    state = demo_workspace().state
    wizard = Wizard(state, TODAY, None, lambda *_: None, lambda *_: None)
    qtbot.addWidget(wizard)
    for _ in range(4):
        wizard.go_on()
    assert "Switch to L7" not in texts(wizard)
    for _ in range(4):
        wizard.go_back()
    ring = next(one for one in wizard.findChildren(QAbstractButton) if one.text()[:2] == "L7")
    ring.setChecked(True)
    for _ in range(4):
        wizard.go_on()
    shown = texts(wizard)
    assert "Switch to L7" in shown
    assert words.counts(switch_of(state)) in shown
    assert any(text.startswith("Still to do ") for text in shown)
    assert any(text.startswith("Every tick is kept.") for text in shown)
