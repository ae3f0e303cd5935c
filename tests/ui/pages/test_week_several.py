"""Several sessions of the week, worked on at once."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from planner.core.commands import MoveSession, SkipItem, Tick
from planner.ui.look import Look
from planner.ui.pages.week import WeekPage
from planner.ui.pages.week.several import Several
from planner.ui.pages.week.view import WeekView
from tests.support import study
from tests.ui.pages.desk import Desk, laid_out

STATE = study.STATE
FIRST, SECOND, THIRD, _ = study.CODES
TODAY = study.TODAY


@pytest.fixture
def page(look: Look, qtbot: QtBot) -> WeekPage:
    return laid_out(WeekPage(look), qtbot)


@pytest.fixture
def desk(page: WeekPage) -> Desk:
    return Desk(page, STATE, TODAY)


def view(page: WeekPage) -> WeekView:
    (view,) = page.lists()
    assert isinstance(view, WeekView)
    return view


def press(
    page: WeekPage,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    QTest.keyClick(view(page), key, modifier)


def select_all(page: WeekPage) -> None:
    press(page, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)


def subtitle(page: WeekPage) -> str:
    return [label.text() for label in page.header.findChildren(QLabel)][1]


@pytest.mark.usefixtures("desk")
def test_shift_and_arrows_select_sessions_across_days(page: WeekPage) -> None:
    press(page, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert subtitle(page).endswith(" · 2 selected")
    # No day of the small plan has room for two hours.
    assert page.offers() == {"toggle-done", "skip", "week-after"}
    press(page, Qt.Key.Key_Down)
    assert "selected" not in subtitle(page)
    assert "details" in page.offers()


def test_all_of_the_week_is_ticked_and_unticked_in_one_gesture(page: WeekPage, desk: Desk) -> None:
    desk.show(Tick(target=SECOND, on=TODAY))
    select_all(page)
    assert page.run("toggle-done")
    assert desk.done == [Tick(target=code, on=TODAY) for code in (FIRST, THIRD)]
    desk.done.clear()
    assert page.run("toggle-done")
    assert {(one.target, one.done) for one in desk.done if isinstance(one, Tick)} == {
        (FIRST, False),
        (SECOND, False),
        (THIRD, False),
    }


def test_what_is_selected_stays_so_when_something_else_moves(page: WeekPage, desk: Desk) -> None:
    press(page, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    desk.show(MoveSession(code=THIRD, to=study.START.replace(day=9, month=12)))
    assert subtitle(page).endswith(" · 2 selected")


def test_a_tick_at_the_box_is_of_that_session_alone(page: WeekPage, desk: Desk) -> None:
    select_all(page)
    model = view(page).model()
    model.setData(model.index(1, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert desk.done == [Tick(target=FIRST, on=TODAY)]


def test_several_are_skipped_for_one_reason_and_taken_in_again(page: WeekPage, desk: Desk) -> None:
    select_all(page)
    desk.answers.texts = [None, " no time "]
    assert page.run("skip")
    assert desk.done == []
    assert page.run("skip")
    assert desk.answers.asked[-1][0] == "Skip 3 sessions"
    assert desk.done == [
        SkipItem(item=study.BOOK, reason="no time"),
        SkipItem(item=study.SKILL, reason="no time"),
    ]
    assert "skip" not in page.offers()
    desk.done.clear()
    assert page.run("take-in")
    assert desk.done == [
        SkipItem(item=study.BOOK, skipped=False),
        SkipItem(item=study.SKILL, skipped=False),
    ]


def test_several_move_to_a_day_that_has_room_for_all(page: WeekPage, desk: Desk) -> None:
    long = study.PROFILE.evolve(
        week=tuple(day.evolve(minutes=2 * day.minutes) for day in study.PROFILE.week)
    )
    desk.state = STATE.evolve(profile=long)
    desk.show()
    press(page, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    desk.answers.choices = [None, 1]
    assert page.run("move")
    assert page.run("move")
    title, _, options, _ = desk.answers.asked[-1]
    assert title == "Move 2 sessions"
    assert isinstance(options, tuple)
    # Both take two hours: the Tuesday that one of them has needs one more, the others two.
    assert [one.split(" · ")[0] for one in options][:3] == [
        "Tuesday 1 December",
        "Wednesday 2 December",
        "Thursday 3 December",
    ]
    to = study.START.replace(day=2, month=12)
    assert desk.done == [MoveSession(code=FIRST, to=to), MoveSession(code=SECOND, to=to)]


def test_what_is_done_does_not_move_with_others(page: WeekPage, desk: Desk) -> None:
    desk.show(Tick(target=SECOND, on=TODAY))
    select_all(page)
    assert "move" not in page.offers()


def test_the_buttons_of_the_details_work_on_their_session(page: WeekPage, desk: Desk) -> None:
    select_all(page)
    flag = QItemSelectionModel.SelectionFlag.NoUpdate
    view(page).selectionModel().setCurrentIndex(view(page).model().index(5, 0), flag)
    desk.answers.texts = ["later"]
    (skip,) = (one for one in page.findChildren(QAbstractButton) if one.text() == "Skip…")
    skip.click()
    assert desk.done == [SkipItem(item=study.SKILL, reason="later")]


def test_two_sessions_can_be_all_of_them(page: WeekPage, desk: Desk, qtbot: QtBot) -> None:
    plan = study.PLAN.evolve(sessions=study.PLAN.sessions[1:])
    desk.state = STATE.evolve(plan=plan)
    desk.show()
    select_all(page)
    qtbot.wait(20)
    assert view(page).codes == (SECOND, THIRD)


def test_a_screen_reader_selects_the_row_that_it_names(page: WeekPage, qtbot: QtBot) -> None:
    Desk(page, STATE, TODAY)
    row = view(page).model().index(3, 0)
    view(page).selectionModel().select(row, QItemSelectionModel.SelectionFlag.Select)
    qtbot.waitUntil(lambda: view(page).codes == (SECOND,))
    assert "details" in page.offers()


def test_sessions_of_another_plan_offer_nothing() -> None:
    assert Several(STATE, ("W9-98", "W9-99"), TODAY).offers() == frozenset()
