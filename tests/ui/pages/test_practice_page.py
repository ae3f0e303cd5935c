"""The Practice page as a candidate uses it."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QListView
from pytestqt.qtbot import QtBot

from planner.core.commands import AcceptPlan, AddItem, DropMock, NoteMock
from planner.core.mock import Judge
from planner.core.screens.practice import practice_screen
from planner.core.state import State
from planner.core.values import Level
from planner.ui.look import Look
from planner.ui.pages.practice import PracticePage
from planner.ui.pages.practice.chart import History
from planner.ui.prompts import MockAnswer, MockSetting
from tests.core.screens.candidates import TODAY, curriculum, demo
from tests.ui.pages.desk import LARGE, SMALL, Desk, at_work, laid_out
from tests.ui.seen import labels


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> PracticePage:
    return laid_out(PracticePage(look), qtbot)


@pytest.fixture
def desk(page: PracticePage, qapp: QApplication, qtbot: QtBot) -> Desk:
    desk = at_work(qtbot, page, demo(), TODAY)
    page.activateWindow()
    qapp.processEvents()
    return desk


def choose(page: PracticePage, place: int) -> None:
    rounds = page.lists()[0]
    rounds.setFocus()
    rounds.setCurrentIndex(rounds.model().index(place, 0))  # type: ignore[attr-defined]


@pytest.mark.usefixtures("desk")
def test_the_round_that_is_shown_stays_marked_while_the_keyboard_is_elsewhere(
    page: PracticePage, look: Look
) -> None:
    rounds = page.lists()[0]
    assert isinstance(rounds, QListView)
    choose(page, 2)
    rounds.clearFocus()
    picture = rounds.viewport().grab().toImage()

    def ground(place: int) -> str:
        row = rounds.visualRect(rounds.model().index(place, 0))
        return picture.pixelColor(row.left() + 6, row.top() + 4).name()

    marked = [ground(place) == look.colour("accent_soft").name() for place in range(4)]
    assert marked == [False, False, True, False]


def answer(score: int = 3, *fixes: str, code: str | None = None) -> MockAnswer:
    return MockAnswer(TODAY, 55, {"depth": score}, Judge.PARTNER, "calm", code, fixes)


def note(number: int, score: int) -> NoteMock:
    return NoteMock(
        mock=f"run.{number}x",
        round="SD",
        level=Level.L6,
        on=TODAY - timedelta(days=9 - number),
        minutes=60,
        scores={"depth": score},
    )


def test_each_round_stands_with_its_minutes_and_the_loop_as_a_day(
    page: PracticePage, desk: Desk
) -> None:
    model = page.lists()[0].model()  # type: ignore[attr-defined]
    speak = Qt.ItemDataRole.AccessibleTextRole
    spoken = [model.index(row, 0).data(speak) for row in range(model.rowCount())]
    assert [one.split(", ")[0] for one in spoken] == [
        one.label for one in desk.state.curriculum.rounds_at(Level.L6)
    ]
    assert spoken[1].startswith("Coding Rounds, 2 × 45 m, 0 of ")
    shown = labels(page)
    assert "0 mocks · 0 of 5 rounds ready" in shown
    assert any(one.startswith("Stated 5–6 h; the rounds add up to 4 h 45 m") for one in shown)
    assert "14:25" in shown


def test_enter_runs_a_mock_of_the_round_and_its_fixes_are_planned_in_one_step(
    page: PracticePage, desk: Desk
) -> None:
    choose(page, 2)
    desk.answers.mocks = [answer(3, "Numbers first")]
    assert page.run("details")
    setting = desk.answers.asked[-1][1]
    assert isinstance(setting, MockSetting)
    assert (setting.round.id, setting.runs, setting.today) == ("SD", True, TODAY)
    added, accepted, noted = desk.done
    assert isinstance(added, AddItem)
    assert isinstance(accepted, AcceptPlan)
    assert isinstance(noted, NoteMock)
    assert (noted.round, noted.level, noted.minutes, noted.judge) == ("SD", Level.L6, 55, "partner")
    assert desk.state.plan is not None
    [session] = desk.state.plan.by_item[added.id]
    assert TODAY < session.date <= TODAY + timedelta(days=7)
    assert "1 mock · 0 of 5 rounds ready" in labels(page)
    assert desk.asked == []


def test_fixes_without_room_ask_for_a_replanning(page: PracticePage, desk: Desk) -> None:
    desk.answers.mocks = [answer(3, *(f"Fix {n}" for n in range(30)))]
    ids = iter(range(99))
    page.equip(desk.answers, lambda: f"x{next(ids)}")
    page.run("enter-mock")
    assert desk.asked == ["replan"]


def test_giving_up_changes_nothing(page: PracticePage, desk: Desk) -> None:
    desk.answers.mocks = [None]
    page.run("run-mock")
    assert desk.done == []


def test_three_at_the_bar_make_a_round_ready(page: PracticePage, desk: Desk) -> None:
    desk.show(note(1, 2), note(2, 3), note(3, 3), note(4, 4))
    choose(page, 2)
    assert "4 mocks · 1 of 5 rounds ready" in labels(page)
    chart = page.findChild(History)
    assert isinstance(chart, History)
    assert chart.isVisible()
    assert chart.accessibleDescription() == "Scores so far: 2, 3, 3, 4"
    choose(page, 1)
    assert not chart.isVisible()
    assert "None yet. The first one shows where you stand." in labels(page)


def test_very_many_mocks_and_long_notes_stay_readable(page: PracticePage, desk: Desk) -> None:
    long = note(0, 3).evolve(notes="word " * 3000)
    days = (note(0, 3).evolve(mock=f"run.y{n}") for n in range(30))
    desk.show(*days, long.evolve(mock="run.z"))
    choose(page, 2)
    chart = page.findChild(History)
    assert isinstance(chart, History)
    assert chart.toolTip() == f"The last 24 scores: {', '.join('3' * 24)}"
    mocks = page.lists()[1]
    spoken = mocks.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)  # type: ignore[attr-defined]
    assert spoken.count("word") == 120
    assert spoken.endswith("…")


def test_a_mock_is_dropped_from_the_list(page: PracticePage, desk: Desk) -> None:
    desk.show(note(1, 2), note(2, 3))
    choose(page, 2)
    assert "drop-mock" not in page.offers()
    mocks = page.lists()[1]
    mocks.setFocus()
    speak = Qt.ItemDataRole.AccessibleTextRole
    first = mocks.model().index(0, 0)  # type: ignore[attr-defined]
    assert first.data(speak).startswith("3 of 4 · ")
    assert "at the bar, Depth 3 · 1 h · scored by yourself" in first.data(speak)
    assert page.run("drop-mock")
    assert desk.done == [DropMock(mock="run.2x")]
    assert "1 mock · 0 of 5 rounds ready" in labels(page)


def test_without_a_level_there_is_one_way_on(page: PracticePage, qapp: QApplication) -> None:
    desk = Desk(page, State(curriculum()), TODAY)
    page.show()
    qapp.processEvents()
    assert "Your rounds will stand here" in labels(page)
    assert page.offers() == frozenset()
    assert desk.done == []


def test_a_narrow_page_shows_the_round_below_and_markup_as_text(
    page: PracticePage, desk: Desk, qapp: QApplication
) -> None:
    hostile = note(1, 2).evolve(notes="<b>x</b> \u202e" + "y" * 400)
    desk.show(hostile)
    choose(page, 2)
    for size in (SMALL, LARGE, SMALL):
        page.resize(size)
        qapp.processEvents()
        assert "System Design" in labels(page)
        assert all(
            one.width() <= size.width() for one in page.findChildren(QLabel) if one.isVisible()
        )
    tip = page.lists()[1].model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)  # type: ignore[attr-defined]
    assert "<b>" not in tip


def planned_code(state: State) -> str:
    screen = practice_screen(state)
    assert screen is not None
    [row] = [one for one in screen.rows if one.id == "SD"]
    return row.sessions[0][0]


def test_a_planned_mock_is_done_once_it_is_noted(page: PracticePage, desk: Desk) -> None:
    code = planned_code(desk.state)
    choose(page, 2)
    desk.answers.mocks = [answer(3, code=code)]
    page.run("enter-mock")
    assert desk.state.ticks[code] == TODAY
    assert isinstance(desk.done[-1], NoteMock), "it gives the step its name"


def test_what_another_computer_wrote_while_a_mock_ran_stays(
    page: PracticePage, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = planned_code(desk.state)
    plan = desk.state.plan
    assert plan is not None
    left = tuple(one for one in plan.sessions if one.code != code)

    def meanwhile(_: MockSetting) -> MockAnswer:
        desk.show(AcceptPlan(plan=plan.evolve(sessions=left)))
        return answer(3, "Numbers first", code=code)

    monkeypatch.setattr(desk.answers, "mock", meanwhile)
    choose(page, 2)
    page.run("enter-mock")
    assert desk.state.plan is not None
    assert code not in desk.state.plan.by_code
    [mock] = desk.state.mocks.values()
    assert (mock.notes, mock.code) == ("calm", "")
