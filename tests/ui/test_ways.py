"""The dialog with the ways to go on: a card for each, and what the chosen one changes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from planner.core.plan import Rule, because
from planner.core.planning.replan import Kind
from planner.core.screens.replan import Ways, ways
from planner.core.state import State
from planner.ui.dialogs.ways import WayCard, WaysDialog
from planner.ui.kit.words.letters import plain
from planner.ui.look import Look
from tests.ui.house import TODAY, House, demo_workspace
from tests.ui.seen import words


def dialog_on(
    qtbot: QtBot, look: Look, state: State | None = None, chosen: Kind = Kind.SPREAD
) -> WaysDialog:
    found = ways(state or demo_workspace().state, TODAY)
    dialog = WaysDialog(look, found, chosen, "Catch up", None)
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.processEvents()
    return dialog


def kind(dialog: WaysDialog) -> Kind | None:
    return dialog.option.kind if dialog.option else None


def headings(dialog: WaysDialog) -> list[str]:
    tops = [dialog.table.topLevelItem(n) for n in range(dialog.table.topLevelItemCount())]
    return [top.text(0) for top in tops if top]


def test_each_way_is_a_card_with_its_price_and_its_counts(qtbot: QtBot, look: Look) -> None:
    dialog = dialog_on(qtbot, look)
    found = ways(demo_workspace().state, TODAY)
    cards = dialog.findChildren(WayCard)
    names = [plain(card.ring.text()) for card in cards]
    assert names == ["Spread it", "Trim", "Later loop", "Plan anew"]
    shown = words(dialog)
    for one in found.ways:
        assert one.price[1:] in shown
        assert f"{one.counts.moved} sessions move, {one.counts.stayed} stay" in shown
    assert " sessions slipped, " in shown


def test_the_chosen_way_shows_what_it_changes(qtbot: QtBot, look: Look) -> None:
    dialog = dialog_on(qtbot, look)
    spread = headings(dialog)
    assert spread[0].startswith("Move · ")
    assert kind(dialog) is Kind.SPREAD
    QTest.keyClick(dialog.findChildren(WayCard)[0].ring, Qt.Key.Key_Right)
    assert kind(dialog) == Kind.TRIM
    assert headings(dialog) != spread
    assert any(one.startswith("Left out · ") for one in headings(dialog))


def test_a_click_anywhere_on_a_card_chooses_it(qtbot: QtBot, look: Look) -> None:
    dialog = dialog_on(qtbot, look)
    QTest.mouseClick(dialog.findChildren(WayCard)[3], Qt.MouseButton.LeftButton)
    assert kind(dialog) is Kind.AFRESH


@pytest.mark.parametrize(("key", "result"), [(Qt.Key.Key_Return, 1), (Qt.Key.Key_Escape, 0)])
def test_enter_takes_the_plan_and_escape_keeps_it(
    qtbot: QtBot, look: Look, key: Qt.Key, result: int
) -> None:
    dialog = dialog_on(qtbot, look, chosen=Kind.AFRESH)
    QTest.keyClick(dialog.findChildren(WayCard)[3].ring, key)
    assert dialog.result() == result


def test_where_nothing_changed_there_is_nothing_to_take(qtbot: QtBot, look: Look) -> None:
    state = demo_workspace().state
    plan = state.plan
    assert plan is not None
    late = {one.code: TODAY for one in plan.sessions if one.date < TODAY}
    settled = state.evolve(ticks={**state.ticks, **late}, minutes={})
    settled = settled.evolve(plan=ways(settled, TODAY).ways[-1].option.plan)
    dialog = dialog_on(qtbot, look, settled)
    assert "Nothing to make up for: every session stays where it is." in words(dialog)
    assert [one.text() for one in dialog.findChildren(QPushButton)] == ["Close"]
    assert dialog.option is None


def test_what_slipped_twice_is_told_quietly(qtbot: QtBot, look: Look) -> None:
    state = demo_workspace().state
    plan = state.plan
    assert plan is not None
    before = ways(state, TODAY).slipped[0]
    again = before.evolve(why=(because(Rule.SLIPPED, week=1), *before.why))
    sessions = [again if one is before else one for one in plan.sessions]
    state = state.evolve(plan=plan.evolve(sessions=sessions))
    assert f"{again.code} slipped for a second time" in words(dialog_on(qtbot, look, state))


@pytest.mark.parametrize("scale", [100, 200])
def test_it_fits_a_small_window_at_any_text_size(qtbot: QtBot, look: Look, scale: int) -> None:
    look.set_scale(scale)
    dialog = dialog_on(qtbot, look)
    dialog.resize(900, 600)
    assert dialog.minimumSizeHint().width() <= 900
    assert dialog.minimumSizeHint().height() <= 600


def test_taking_a_later_loop_changes_profile_and_plan_as_one(house: House) -> None:
    state = house.workspace.state
    later = ways(state, TODAY).way(Kind.EXTEND)
    assert later is not None

    def way(_: Ways, __: Kind, ___: str) -> object:
        return later.option

    house.answers.way = way  # type: ignore[method-assign,assignment]
    house.window.run("catch-up")
    assert house.workspace.state.profile == later.option.profile
    assert house.workspace.state.plan == later.option.plan
    house.window.run("undo")
    assert house.workspace.state == state
