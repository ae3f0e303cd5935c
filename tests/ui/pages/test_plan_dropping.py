"""Sessions let go on a week of the plan."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.core.commands import MoveSession
from planner.ui.dragging.load import packed
from planner.ui.dragging.words import consequence_in_week
from planner.ui.look import Look
from planner.ui.pages.plan import PlanPage
from planner.ui.pages.plan.week_list import WeekList
from tests.support import study
from tests.ui.pages.desk import Desk, at_work, laid_out

STATE = study.STATE
THIRD = study.CODES[2]
HELD = (Qt.DropAction.MoveAction, packed([THIRD]), Qt.MouseButton.LeftButton)
NOTHING = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(look: Look, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> PlanPage:
    page = laid_out(PlanPage(look), qtbot)
    for kind in (QDragEnterEvent, QDragMoveEvent, QDropEvent):
        monkeypatch.setattr(kind, "source", lambda _: page)
    return page


@pytest.fixture
def desk(page: PlanPage, qtbot: QtBot) -> Desk:
    return at_work(qtbot, page, STATE, study.TODAY)


def weeks(page: PlanPage) -> WeekList:
    weeks, _ = page.lists()
    assert isinstance(weeks, WeekList)
    return weeks


def over(page: PlanPage, row: int) -> bool:
    view = weeks(page)
    place = view.visualRect(view.model().index(row, 0)).center()
    enter = QDragEnterEvent(place, *HELD, NOTHING)
    view.dragEnterEvent(enter)
    assert enter.isAccepted()
    move = QDragMoveEvent(place, *HELD, NOTHING)
    view.dragMoveEvent(move)
    return move.isAccepted()


def let_go(view: QWidget) -> None:
    view.dropEvent(QDropEvent(QPointF(1, 1), *HELD, NOTHING))


def told(page: PlanPage) -> str:
    drop = weeks(page).landing.drop
    return consequence_in_week(drop) if drop else ""


def test_a_week_says_on_which_day_a_session_would_stand(page: PlanPage, desk: Desk) -> None:
    assert over(page, 1)
    assert told(page) == "to Mon 7 Dec: 30 m stay free"
    assert not over(page, 0)
    assert told(page) == "stands here already"
    assert desk.done == []


def test_a_drop_puts_it_there(page: PlanPage, desk: Desk) -> None:
    over(page, 1)
    let_go(weeks(page))
    assert desk.done == [MoveSession(code=THIRD, to=study.START.replace(day=7, month=12))]
    assert told(page) == ""


def test_a_drop_on_its_own_week_does_nothing(page: PlanPage, desk: Desk) -> None:
    over(page, 0)
    let_go(weeks(page))
    assert desk.done == []


@pytest.mark.usefixtures("desk")
def test_leaving_shows_the_week_again(page: PlanPage) -> None:
    over(page, 1)
    before = weeks(page).viewport().grab().toImage()
    weeks(page).dragLeaveEvent(QDragLeaveEvent())
    assert told(page) == ""
    assert weeks(page).viewport().grab().toImage() != before


@pytest.mark.parametrize("held", [False, True])
def test_what_was_let_go_in_vain_is_told(
    page: PlanPage, desk: Desk, monkeypatch: pytest.MonkeyPatch, *, held: bool
) -> None:
    said: list[str] = []
    page.told.connect(said.append)
    page.show_state(STATE.evolve(ticks={THIRD: study.TODAY}), study.TODAY)
    monkeypatch.setattr("planner.ui.dragging.landing.is_let_go", lambda: not held)
    assert not over(page, 1)
    weeks(page).dragLeaveEvent(QDragLeaveEvent())
    assert len(said) == (not held)
    assert all(one.startswith("Nothing was moved: “") and one.endswith("is done.") for one in said)
    assert desk.done == []
