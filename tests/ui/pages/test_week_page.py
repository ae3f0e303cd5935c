from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QLineEdit,
    QListView,
    QRadioButton,
    QScrollArea,
    QSpinBox,
)
from pytestqt.qtbot import QtBot

from planner.core.apply import apply
from planner.core.commands import (
    AcceptPlan,
    AddEvidence,
    AddItem,
    LogTime,
    MoveSession,
    ScoreMock,
    SkipItem,
    Tick,
)
from planner.core.mock import BAR
from planner.core.plan import LeftOut, Rule, because
from planner.core.state import State
from planner.core.values import Subject
from planner.ui.look import Look
from planner.ui.pages.week import WeekPage
from planner.ui.pages.week.detail import DetailCard
from planner.ui.pages.week.panes import Panes
from tests.core.screens import candidates
from tests.support import study
from tests.ui.pages.desk import Desk, at_work, laid_out
from tests.ui.seen import button, labels

STATE = study.STATE
FIRST, SECOND, THIRD, MOCK = study.CODES
TODAY, AFTER = study.TODAY, date(2026, 12, 8)
THERE = date(2026, 12, 9)
"""A day of week 2 on which nothing stands yet."""
HOSTILE = "<img src=file:///etc/passwd> " + "x" * 170


@pytest.fixture
def page(look: Look, qtbot: QtBot) -> WeekPage:
    return laid_out(WeekPage(look), qtbot)


@pytest.fixture
def desk(page: WeekPage, qtbot: QtBot) -> Desk:
    desk = at_work(qtbot, page, STATE, TODAY)
    page.setFocus()
    return desk


def view(page: WeekPage) -> QListView:
    (view,) = page.lists()
    assert isinstance(view, QListView)
    return view


def code(page: WeekPage) -> str | None:
    row = view(page).currentIndex().data(Qt.ItemDataRole.UserRole)
    return row.code if row else None


def index_of(page: WeekPage, wanted: str) -> QModelIndex:
    model = view(page).model()
    for place in range(model.rowCount()):
        if getattr(model.index(place, 0).data(Qt.ItemDataRole.UserRole), "code", "") == wanted:
            return model.index(place, 0)
    raise AssertionError(wanted)


def choose(page: WeekPage, wanted: str) -> None:
    view(page).setCurrentIndex(index_of(page, wanted))


def evidence(page: WeekPage) -> QLineEdit:
    return next(one for one in page.findChildren(QLineEdit) if one.accessibleName() == "Evidence")


def press(page: WeekPage, key: Qt.Key) -> None:
    QTest.keyClick(view(page), key)


def click(page: WeekPage, place: QPoint, mouse: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
    QTest.mouseClick(view(page).viewport(), mouse, Qt.KeyboardModifier.NoModifier, place)


# what is shown


def test_the_details_say_every_reason_and_what_is_left_out(page: WeekPage, desk: Desk) -> None:
    assert "Left out of it" not in labels(page)
    reasons = (
        because(Rule.CONTINUES, week=2),
        because(Rule.GATE, "loop", week=3),
        because(Rule.ROOM, minutes=60, of=90),
    )
    sessions = [
        one.evolve(why=reasons) if one.code == FIRST else one for one in study.PLAN.sessions
    ]
    why, back = because(Rule.SHORTENED, minutes=60, of=90), because(Rule.BRINGS_BACK, week=2)
    left = LeftOut(item=study.BOOK, minutes=30, why=why, back=back)
    desk.show(AcceptPlan(plan=study.PLAN.evolve(sessions=sessions, left_out=(left,))))
    shown = labels(page)
    assert (
        "Continues week 2; before the loop in week 3; 1 h of the week's 1 h 30 m were still free."
        in shown
    )
    assert "Left out of it" in shown
    assert "Shortened to 1 h of 1 h 30 m. 2 weeks more would leave it whole." in shown


def test_what_would_leave_an_item_whole_comes_a_moment_later(page: WeekPage, qtbot: QtBot) -> None:
    state = candidates.fresh()
    assert state.plan is not None
    left = next(one for one in state.plan.left_out if one.item in state.plan.by_item)
    desk = Desk(page, state, candidates.START)
    page.show()
    page.open_session(state.plan.by_item[left.item][0].code)
    assert "Left out of it" in labels(page)

    def named() -> bool:
        return any("would leave it whole" in text for text in labels(page))

    assert not named()
    qtbot.waitUntil(named, timeout=20_000)
    assert desk.done == []


@pytest.mark.usefixtures("desk")
def test_it_opens_on_the_week_of_today_with_the_next_open_session(page: WeekPage) -> None:
    assert labels(page)[:2] == ["Week 1 of 2", "30 November – 6 December · build phase"]
    assert code(page) == FIRST
    assert "session 1 of 2 — book.one/chapter-1, book.one/chapter-2" in labels(page)


def test_the_next_open_session_comes_after_what_is_done(page: WeekPage) -> None:
    Desk(page, STATE.evolve(ticks={FIRST: TODAY}), TODAY)
    assert code(page) == SECOND


def test_it_says_how_much_is_done_and_what_is_kept_free(page: WeekPage, desk: Desk) -> None:
    desk.show(Tick(target=FIRST, on=TODAY))
    # Three sessions of an hour in a week of 7 h 30 m.
    assert "1 h done of 3 h planned" in labels(page)
    assert "4 h 30 m buffer kept free" in labels(page)


def test_what_is_written_elsewhere_keeps_the_session_that_is_chosen(
    page: WeekPage, desk: Desk
) -> None:
    choose(page, THIRD)
    desk.show(Tick(target=FIRST, on=TODAY), MoveSession(code=SECOND, to=THERE))
    assert code(page) == THIRD


def test_a_session_that_went_to_another_week_leaves_the_next_open_one(
    page: WeekPage, desk: Desk
) -> None:
    desk.show(MoveSession(code=FIRST, to=THERE))
    assert code(page) == SECOND


def test_without_a_plan_it_says_what_will_stand_here_and_offers_the_wizard(page: WeekPage) -> None:
    desk = Desk(page, State(study.CURRICULUM), TODAY)
    page.show()
    assert not view(page).isVisible()
    assert page.offers() == frozenset()
    assert page.number is None
    QTest.mouseClick(button(page, "Make a plan…"), Qt.MouseButton.LeftButton)
    assert desk.asked == ["profile"]


def test_a_first_plan_replaces_the_offer(page: WeekPage) -> None:
    desk = Desk(page, State(study.CURRICULUM), TODAY)
    page.show()
    desk.state = STATE
    desk.show()
    assert view(page).isVisible()
    assert code(page) == FIRST


# keys and clicks


@pytest.mark.usefixtures("desk")
def test_up_and_down_pass_over_the_headings(page: WeekPage) -> None:
    press(page, Qt.Key.Key_Down)
    press(page, Qt.Key.Key_Down)
    assert code(page) == THIRD
    press(page, Qt.Key.Key_Up)
    assert code(page) == SECOND


def test_space_ticks_and_ticks_back(page: WeekPage, desk: Desk) -> None:
    press(page, Qt.Key.Key_Space)
    press(page, Qt.Key.Key_Space)
    assert desk.done == [
        Tick(target=FIRST, done=True, on=TODAY),
        Tick(target=FIRST, done=False, on=TODAY),
    ]
    assert code(page) == FIRST


def test_a_tick_that_is_not_done_does_not_show(page: WeekPage, desk: Desk) -> None:
    desk.deaf = True
    press(page, Qt.Key.Key_Space)
    assert desk.done
    check = index_of(page, FIRST).data(Qt.ItemDataRole.CheckStateRole)
    assert check is Qt.CheckState.Unchecked


def test_a_click_on_the_box_ticks_and_a_click_beside_it_chooses(page: WeekPage, desk: Desk) -> None:
    row = view(page).visualRect(index_of(page, SECOND))
    click(page, row.center())
    assert (code(page), desk.done) == (SECOND, [])
    click(page, row.topLeft() + QPoint(20, 18))
    assert desk.done == [Tick(target=SECOND, on=TODAY)]
    click(page, row.topLeft() + QPoint(20, 18), Qt.MouseButton.RightButton)
    assert len(desk.done) == 1


@pytest.mark.usefixtures("desk")
def test_enter_goes_to_the_details(page: WeekPage) -> None:
    press(page, Qt.Key.Key_Return)
    assert evidence(page).hasFocus()


@pytest.mark.usefixtures("desk")
def test_tab_follows_the_order_of_reading(page: WeekPage) -> None:
    page.setFocus()
    seen: list[str] = []
    for _ in range(5):
        widget = page.focusWidget()
        assert widget is not None
        seen.append(widget.accessibleName() or getattr(widget, "text", str)())
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    assert seen[0] == "Sessions of the week"
    assert seen.index("Evidence") < seen.index("Minutes to log") < seen.index("Log 60 m")


# weeks


@pytest.mark.usefixtures("desk")
def test_weeks_are_turned_and_come_back(page: WeekPage) -> None:
    assert not page.run("nonsense")
    assert page.run("week-after")
    assert (page.number, code(page)) == (2, MOCK)
    assert "week-after" not in page.offers()
    assert page.run("week-after")
    assert page.number == 2
    assert page.run("today")
    assert (page.number, code(page)) == (1, FIRST)


@pytest.mark.usefixtures("desk")
def test_the_buttons_turn_weeks(page: WeekPage) -> None:
    assert not button(page, "This week").isVisible()
    assert not button(page, "Week before").isEnabled()
    button(page, "Week after").click()
    assert page.number == 2
    button(page, "This week").click()
    assert page.number == 1


def test_a_week_can_be_opened_by_its_number(page: WeekPage, desk: Desk) -> None:
    page.open_week(2)
    assert page.number == 2
    desk.show(Tick(target=FIRST, on=TODAY))
    assert page.number == 2


def test_the_week_of_today_turns_with_the_day_but_a_chosen_week_stays(
    page: WeekPage, desk: Desk
) -> None:
    desk.today = AFTER
    desk.show()
    assert page.number == 2
    page.run("week-before")
    desk.today = TODAY
    desk.show()
    desk.today = AFTER
    desk.show()
    assert page.number == 1


def test_print_and_catch_up_are_asked_of_the_window(page: WeekPage, desk: Desk) -> None:
    button(page, "Catch up…").click()
    button(page, "Print week").click()
    assert desk.asked == ["catch-up", "print"]


def test_the_week_of_today_turns_with_the_day_also_when_one_came_back_to_it(
    page: WeekPage, desk: Desk
) -> None:
    page.run("week-after")
    page.run("week-before")
    desk.today = AFTER
    desk.show()
    assert page.number == 2


# what can be done with a session


def test_a_session_offers_what_it_can(page: WeekPage, desk: Desk) -> None:
    assert page.offers() >= {"toggle-done", "details", "log-time", "evidence", "move", "skip"}
    assert not page.offers() & {"score", "take-in"}
    desk.show(SkipItem(item=study.BOOK))
    choose(page, FIRST)
    assert "take-in" in page.offers()
    assert "skip" not in page.offers()


def test_a_move_goes_to_the_chosen_day(page: WeekPage, desk: Desk) -> None:
    desk.answers.choices = [1]
    page.run("move")
    title, _, options, current = desk.answers.asked[0]
    assert title == "Move “book.one”"
    assert isinstance(options, tuple)
    # Tuesday and Wednesday have 60 of their 90 minutes taken; Thursday is the first with an hour.
    assert options[0] == "Thursday 3 December · week 1 · 1 h 30 m free"
    # Thursday and Friday, and all but Tuesday of the week after; weekends are not for study.
    assert len(options) == 6
    assert current == 0
    assert desk.done == [MoveSession(code=FIRST, to=date(2026, 12, 4))]


@pytest.mark.parametrize("action", ["move", "skip", "evidence", "log-time"])
def test_giving_up_does_nothing(page: WeekPage, desk: Desk, action: str) -> None:
    desk.answers.choices, desk.answers.texts, desk.answers.numbers = [None], [None], [None]
    assert page.run(action)
    assert desk.answers.asked
    assert desk.done == []


def test_a_skip_keeps_its_reason_and_can_be_taken_back(page: WeekPage, desk: Desk) -> None:
    desk.answers.texts = ["  known <b>well</b> "]
    button(page, "Skip…").click()
    assert desk.done == [SkipItem(item=study.BOOK, reason="known <b>well</b>")]
    choose(page, FIRST)
    assert "known <b>well</b>" in labels(page)
    button(page, "Take in again").click()
    assert desk.done[1:] == [SkipItem(item=study.BOOK, skipped=False)]


def test_minutes_are_logged_as_they_stand(page: WeekPage, desk: Desk) -> None:
    (minutes,) = page.findChildren(QSpinBox)
    assert minutes.value() == 60
    minutes.setValue(45)
    button(page, "Log 45 m").click()
    assert desk.done == [LogTime(code=FIRST, minutes=45, on=TODAY)]
    assert "45 m logged of 1 h planned" in labels(page)
    assert minutes.value() == 15
    minutes.setValue(30)
    button(page, "Log 30 m").click()
    assert "1 h 15 m logged of 1 h planned" in labels(page)
    assert minutes.value() == 15


def test_minutes_of_the_users_own_stay_while_something_else_changes(
    page: WeekPage, desk: Desk
) -> None:
    (minutes,) = page.findChildren(QSpinBox)
    minutes.setValue(25)
    desk.show(Tick(target=THIRD, on=TODAY))
    assert minutes.value() == 25
    choose(page, SECOND)
    assert minutes.value() == 60


def test_a_mock_is_scored_in_words(page: WeekPage, desk: Desk) -> None:
    page.run("week-after")
    ring = next(one for one in page.findChildren(QRadioButton) if one.text() == "3 · at the bar")
    ring.click()
    assert desk.done == [ScoreMock(code=MOCK, score=BAR)]
    assert ring.isChecked()
    button(page, "Take back").click()
    assert desk.done[1:] == [ScoreMock(code=MOCK, score=None)]
    assert not any(one.isChecked() for one in page.findChildren(QRadioButton))


def test_a_score_that_is_not_kept_does_not_show(page: WeekPage, desk: Desk) -> None:
    page.run("week-after")
    desk.deaf = True
    page.findChildren(QRadioButton)[0].click()
    assert desk.done
    assert not any(one.isChecked() for one in page.findChildren(QRadioButton))


@pytest.mark.parametrize(("place", "score"), [(0, None), (2, 2)])
def test_a_score_can_be_given_by_key(
    page: WeekPage, desk: Desk, place: int, score: int | None
) -> None:
    page.run("week-after")
    desk.answers.choices = [place]
    page.run("score")
    assert desk.done == [ScoreMock(code=MOCK, score=score)]


# the line of evidence


def test_a_line_is_written_when_the_field_is_left(page: WeekPage, desk: Desk) -> None:
    evidence(page).setFocus()
    QTest.keyClicks(evidence(page), " told it in 3 min ")
    assert desk.done == []
    view(page).setFocus()
    assert desk.done == [AddEvidence(item=study.BOOK, text="told it in 3 min")]


def test_a_line_that_did_not_change_is_not_written(page: WeekPage, desk: Desk) -> None:
    desk.show(AddEvidence(item=study.BOOK, text="told"))
    QTest.keyClick(evidence(page), Qt.Key.Key_Return)
    QTest.keyClicks(evidence(page), "x")
    QTest.keyClick(evidence(page), Qt.Key.Key_Backspace)
    QTest.keyClick(evidence(page), Qt.Key.Key_Return)
    QTest.keyClicks(evidence(page), " ")
    QTest.keyClick(evidence(page), Qt.Key.Key_Return)
    assert desk.done == []


def test_an_emptied_line_is_withdrawn(page: WeekPage, desk: Desk) -> None:
    desk.show(AddEvidence(item=study.BOOK, text="told"))
    evidence(page).selectAll()
    QTest.keyClick(evidence(page), Qt.Key.Key_Delete)
    QTest.keyClick(evidence(page), Qt.Key.Key_Return)
    assert desk.done == [AddEvidence(item=study.BOOK, text="")]


def test_a_line_that_is_being_written_stays_while_something_else_changes(
    page: WeekPage, desk: Desk
) -> None:
    QTest.keyClicks(evidence(page), "half a")
    desk.show(Tick(target=THIRD, on=TODAY))
    assert evidence(page).text() == "half a"


def test_a_begun_line_is_not_lost_when_another_session_is_shown(page: WeekPage, desk: Desk) -> None:
    QTest.keyClicks(evidence(page), "half a")
    choose(page, THIRD)
    assert desk.done == [AddEvidence(item=study.BOOK, text="half a")]
    assert code(page) == THIRD
    assert evidence(page).text() == ""


def test_a_line_written_elsewhere_is_shown(page: WeekPage, desk: Desk) -> None:
    desk.show(AddEvidence(item=study.BOOK, text="from the checklist"))
    assert evidence(page).text() == "from the checklist"


def test_a_line_asked_for_by_key_starts_with_what_is_there(page: WeekPage, desk: Desk) -> None:
    desk.show(AddEvidence(item=study.BOOK, text="old"))
    desk.answers.texts = ["new" * 200]
    page.run("evidence")
    assert desk.answers.asked[0][2] == "old"
    (command,) = desk.done
    assert isinstance(command, AddEvidence)
    assert len(command.text) == 500


# text of any kind, at any size


def hostile() -> State:
    own = AddItem(id="own.1", title=HOSTILE, subject=Subject.TECHNICAL, minutes=60)
    plan = study.PLAN.evolve(sessions=(study.session(FIRST, "own.1", 0), *study.PLAN.sessions[1:]))
    return apply(STATE.evolve(plan=plan), own)


def test_titles_are_text_everywhere(page: WeekPage) -> None:
    Desk(page, hostile(), TODAY)
    page.show()
    labels = page.findChildren(QLabel)
    assert any("<img src=file" in label.text() for label in labels)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("width", [560, 692, 1072])
def test_nothing_is_wider_than_the_page(
    page: WeekPage, look: Look, qtbot: QtBot, scale: int, width: int
) -> None:
    look.set_scale(scale)
    Desk(page, hostile(), TODAY)
    page.resize(width, 520)
    with qtbot.waitExposed(page):
        page.show()
    assert page.width() == width
    for label in page.findChildren(QLabel):
        if label.isVisible():
            right = label.mapTo(page, QPoint(label.width(), 0)).x()
            assert right <= width, label.text()
            assert label.minimumSizeHint().width() <= label.width(), label.text()


@pytest.mark.usefixtures("desk")
def test_rows_grow_with_the_text(page: WeekPage, look: Look) -> None:
    before = view(page).visualRect(index_of(page, FIRST)).height()
    look.set_scale(200)
    view(page).doItemsLayout()
    assert view(page).visualRect(index_of(page, FIRST)).height() > 1.4 * before


@pytest.mark.usefixtures("desk")
def test_everything_that_can_be_used_has_a_name(page: WeekPage) -> None:
    page.run("week-after")
    widgets = [
        *page.findChildren(QAbstractButton),
        *page.findChildren(QLineEdit),
        *page.findChildren(QSpinBox),
        *page.lists(),
    ]
    unnamed = [
        one
        for one in widgets
        if one.isVisible()
        and not (one.accessibleName() or getattr(one, "text", str)())
        and not isinstance(one.parent(), QSpinBox)
    ]
    assert unnamed == []


def test_beside_each_other_nothing_scrolls_but_list_and_details(
    page: WeekPage, qtbot: QtBot
) -> None:
    Desk(page, candidates.demo(), candidates.TODAY)
    page.resize(692, 542)
    with qtbot.waitExposed(page):
        page.show()
    panes = page.findChild(Panes)
    assert panes is not None
    assert panes.verticalScrollBar().maximum() == 0
    assert page.minimumSizeHint().height() < 300


def test_below_each_other_the_details_are_whole(page: WeekPage, look: Look, qtbot: QtBot) -> None:
    look.set_scale(200)
    Desk(page, candidates.demo(), candidates.TODAY)
    page.resize(609, 514)
    with qtbot.waitExposed(page):
        page.show()
    panes = page.findChild(Panes)
    details = page.findChild(DetailCard)
    assert panes is not None
    assert details is not None
    (inside,) = details.findChildren(QScrollArea)
    assert inside.verticalScrollBar().maximum() == 0
    content = inside.widget()
    assert content is not None
    assert inside.viewport().height() >= content.height() > 500
    assert (
        view(page).height() > 2 * view(page).visualRect(index_of(page, code(page) or "")).height()
    )
    page.run("details")
    assert panes.verticalScrollBar().value() > 0
