from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from planner.core.apply import apply
from planner.core.commands import AddItem, Change, MoveSession, SkipItem, Tick
from planner.core.screens.week import DayBlock, SessionRow, week_screen
from planner.core.values import Subject
from planner.ui.pages.week.model import DayRow, Role, WeekModel
from tests.support import study

STATE = study.STATE
FIRST, SECOND, THIRD, MOCK = study.CODES
AFTER = date(2026, 12, 8)
THERE = date(2026, 12, 9)
"""A day of week 2 on which nothing stands yet."""
Check = Qt.ItemDataRole.CheckStateRole


def days(*commands: Change, number: int = 1, today: date = study.TODAY) -> tuple[DayBlock, ...]:
    state = STATE
    for command in commands:
        state = apply(state, command)
    week = week_screen(state, number, today)
    assert week is not None
    return week.days


def tick(code: str) -> Tick:
    return Tick(target=code, on=study.TODAY)


pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def model() -> WeekModel:
    model = WeekModel()
    model.show_days(days())
    return model


def spoken(model: WeekModel, code: str) -> str:
    text = model.data(model.index_of(code), Qt.ItemDataRole.AccessibleTextRole)
    assert isinstance(text, str)
    return text


@pytest.mark.parametrize("by_python", [False, True])
def test_it_is_a_model_as_qt_wants_it(
    model: WeekModel, qtmodeltester: ModelTester, by_python: bool
) -> None:
    qtmodeltester.check(model, force_py=by_python)  # type: ignore[no-untyped-call]
    model.show_days(days(tick(SECOND)))
    model.show_days(days(number=2))
    model.show_days(())


def test_sessions_stand_under_their_days(model: WeekModel) -> None:
    rows = [model.row_at(model.index(place)) for place in range(model.rowCount())]
    assert [row.day.day if isinstance(row, DayRow) else row.code for row in rows if row] == [
        *(30, FIRST),
        *(1, SECOND),
        *(2, THIRD),
    ]


def test_a_list_has_nothing_below_its_rows(model: WeekModel) -> None:
    assert model.rowCount(model.index(1)) == 0


def test_a_tick_is_asked_for_and_changes_nothing(model: WeekModel, qtbot: QtBot) -> None:
    index = model.index_of(SECOND)
    with qtbot.assertNotEmitted(model.dataChanged), qtbot.waitSignal(model.ticked) as asked:
        assert model.setData(index, Qt.CheckState.Checked, Check)
    assert asked.args == [SECOND, True]
    assert model.data(index, Check) is Qt.CheckState.Unchecked


@pytest.mark.parametrize("value", [Qt.CheckState.Unchecked, Qt.CheckState.Unchecked.value])
def test_a_tick_can_be_taken_back(model: WeekModel, qtbot: QtBot, value: object) -> None:
    with qtbot.waitSignal(model.ticked) as asked:
        model.setData(model.index_of(SECOND), value, Check)
    assert asked.args == [SECOND, False]


def test_headings_and_other_roles_take_nothing(model: WeekModel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(model.ticked):
        assert not model.setData(model.index(0), Qt.CheckState.Checked, Check)
        assert not model.setData(model.index_of(FIRST), "other", Qt.ItemDataRole.EditRole)


def test_only_the_row_that_differs_is_told(model: WeekModel, qtbot: QtBot) -> None:
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda top, bottom: told.append((top.row(), bottom.row())))
    with qtbot.assertNotEmitted(model.modelReset):
        model.show_days(days(tick(SECOND)))
    # Monday, first, Tuesday, second
    assert told == [(3, 3)]
    assert model.data(model.index_of(SECOND), Check) is Qt.CheckState.Checked


def test_nothing_is_told_when_nothing_differs(model: WeekModel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(model.dataChanged), qtbot.assertNotEmitted(model.modelReset):
        model.show_days(days())


def test_a_session_that_went_elsewhere_is_gone(model: WeekModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.modelReset):
        model.show_days(days(MoveSession(code=SECOND, to=THERE)))
    assert model.index_of(SECOND) == QModelIndex()
    assert model.index_of(THIRD).isValid()


def test_headings_are_passed_over_by_the_keyboard(model: WeekModel) -> None:
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsEnabled
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsSelectable
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsUserCheckable


def test_a_screen_reader_hears_what_a_session_is_and_how_far(model: WeekModel) -> None:
    assert spoken(model, FIRST).startswith(
        "Monday, book.one — book.one/chapter-1 to book.one/chapter-2, Reading, 60 minutes"
    )
    model.show_days(days(tick(FIRST), SkipItem(item=study.SKILL), today=AFTER))
    assert "done" not in spoken(model, FIRST)  # the state of its box, and not said twice
    assert ", slipped, " in spoken(model, SECOND)
    assert ", skipped, " in spoken(model, THIRD)


def test_a_screen_reader_hears_the_day(model: WeekModel) -> None:
    day = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert isinstance(day, str)
    assert day.startswith("Monday 30")
    assert day.endswith(", 1 h")  # as it stands at the end of the heading


def test_the_delegate_gets_the_row_itself(model: WeekModel) -> None:
    row = model.data(model.index_of(FIRST), Role.ROW)
    assert isinstance(row, SessionRow)
    assert row.code == FIRST


def test_a_tooltip_takes_a_title_for_text(model: WeekModel) -> None:
    title = "<img src=x> & co"
    own = AddItem(id="own.1", title=title, subject=Subject.TECHNICAL, minutes=60)
    plan = study.PLAN.evolve(sessions=(study.session(THIRD, "own.1", 2),))
    week = week_screen(apply(STATE.evolve(plan=plan), own), 1, study.TODAY)
    assert week is not None
    model.show_days(week.days)
    tip = model.data(model.index_of(THIRD), Qt.ItemDataRole.ToolTipRole)
    assert isinstance(tip, str)
    assert "&lt;img src=x&gt; &amp; co" in tip
    assert "<img" not in tip
