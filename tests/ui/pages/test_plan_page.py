"""The Plan page as a candidate uses it."""

import re
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QSlider,
)
from pytestqt.qtbot import QtBot

from planner.core.commands import AcceptPlan, AddItem, Tick
from planner.core.planning import make_plan
from planner.core.screens.whatif import WhatIf, choices, what_if
from planner.core.state import State
from planner.core.values import Level, Subject
from planner.ui.actions import BY_ID
from planner.ui.look import Look
from planner.ui.pages.plan import PlanPage
from planner.ui.rows.model import Role
from planner.ui.ways_back import PAUSE
from tests.core.planning.test_efforts import slow
from tests.core.screens.candidates import START, TODAY, curriculum, demo, fresh
from tests.ui.pages.desk import LARGE, SMALL, Desk, at_work, laid_out
from tests.ui.seen import button, labels

LONG = 20_000
"""Milliseconds; what takes several plans may wait for a busy machine."""


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> PlanPage:
    return laid_out(PlanPage(look), qtbot)


@pytest.fixture
def desk(page: PlanPage, qtbot: QtBot) -> Desk:
    return at_work(qtbot, page, demo(), TODAY)


def slider(page: PlanPage, name: str) -> QSlider:
    return next(one for one in page.findChildren(QSlider) if name in one.accessibleName())


def weeks(page: PlanPage) -> QAbstractItemView:
    view, _ = page.lists()
    assert isinstance(view, QAbstractItemView)
    return view


def answer(page: PlanPage, qapp: QApplication) -> str:
    qapp.processEvents()
    return next(text for text in labels(page) if text.startswith("Likely finish"))


@pytest.mark.usefixtures("desk")
def test_the_line_below_the_title_says_whether_it_fits(page: PlanPage) -> None:
    line = next(text for text in labels(page) if "weeks ·" in text)
    assert line.startswith("10 weeks · 30 Nov – 8 Feb · everything core fits, ")


@pytest.mark.usefixtures("desk")
def test_each_week_is_a_row(page: PlanPage) -> None:
    assert weeks(page).model().rowCount() == 10


def test_a_proposed_loop_day_is_said_in_words(page: PlanPage) -> None:
    Desk(page, fresh(loop=None), START)
    page.show()
    assert any("no loop booked" in text and "is proposed" in text for text in labels(page))
    assert any("Proposed loop day" in text for text in labels(page))


@pytest.mark.usefixtures("desk")
def test_the_list_begins_on_this_week(page: PlanPage) -> None:
    assert weeks(page).currentIndex().row() == 3


@pytest.mark.usefixtures("desk")
def test_enter_opens_the_week(page: PlanPage, qtbot: QtBot) -> None:
    view = weeks(page)
    view.setCurrentIndex(view.model().index(4, 0))
    assert page.offers() == {"details"}
    with qtbot.waitSignal(page.week_opened) as opened:
        assert page.run("details")
    assert opened.args == [5]
    assert not page.run("no-such-action")


@pytest.mark.usefixtures("desk")
def test_a_double_click_opens_the_week(page: PlanPage, qtbot: QtBot) -> None:
    view = weeks(page)
    place = view.visualRect(view.model().index(1, 0)).center()
    left = Qt.MouseButton.LeftButton
    with qtbot.waitSignal(page.week_opened) as opened:
        qtbot.mouseClick(view.viewport(), left, pos=place)  # type: ignore[no-untyped-call]
        qtbot.mouseDClick(view.viewport(), left, pos=place)  # type: ignore[no-untyped-call]
    assert opened.args == [2]


@pytest.mark.parametrize(
    ("text", "action"), [("Replan…", "replan"), ("Print schedule", "print-plan")]
)
def test_the_buttons_ask_for_actions_of_the_table(
    page: PlanPage, desk: Desk, text: str, action: str
) -> None:
    button(page, text).click()
    assert desk.asked == [action]
    assert action in BY_ID


def test_own_pace_is_a_quiet_line_once_it_is_known(page: PlanPage, desk: Desk) -> None:
    assert not any("Your pace" in text for text in labels(page))
    page.show_state(*slow())
    line = "Your pace: technical ×1.5 (5 items). It counts whenever a plan is made."
    assert line in labels(page)
    page.show_state(desk.state, desk.today)
    assert not any("Your pace" in text for text in labels(page))


def test_an_empty_page_offers_the_wizard(page: PlanPage) -> None:
    desk = Desk(page, State(curriculum()), TODAY)
    page.show()
    assert not button(page, "Replan…").isVisible()
    button(page, "Make a plan…").click()
    assert desk.asked == ["profile"]
    assert "profile" in BY_ID
    desk.state = demo()
    desk.show()
    assert button(page, "Replan…").isVisible()
    assert not button(page, "Make a plan…").isVisible()
    assert page.offers() == {"details"}


def test_a_plan_that_is_taken_back_leaves_nothing_behind(page: PlanPage, desk: Desk) -> None:
    desk.state = desk.state.evolve(plan=None)
    desk.show()
    assert weeks(page).model().rowCount() == 0
    assert page.offers() == frozenset()
    assert button(page, "Make a plan…").isVisible()


@pytest.mark.usefixtures("desk")
def test_sliding_answers_at_once(page: PlanPage, qapp: QApplication) -> None:
    before = answer(page, qapp)
    hours = slider(page, "Hours a week")
    assert not button(page, "Use these…").isVisible()
    hours.setValue(hours.maximum())
    assert answer(page, qapp) != before
    assert hours.accessibleName() == "Hours a week: 30 h"
    assert button(page, "Use these…").isVisible()
    button(page, "Back").click()
    assert answer(page, qapp) == before
    assert hours.accessibleName() == "Hours a week: 15 h"
    assert not button(page, "Use these…").isVisible()


@pytest.mark.usefixtures("desk")
def test_what_more_hours_would_add_is_said_after_a_pause(page: PlanPage, qtbot: QtBot) -> None:
    def told() -> None:
        assert any(text.startswith("Two more hours a week would ") for text in labels(page))

    qtbot.waitUntil(told)
    hours = slider(page, "Hours a week")
    hours.setValue(hours.value() + 1)
    qtbot.waitUntil(lambda: not any(text.startswith("Two more hours") for text in labels(page)))
    qtbot.waitUntil(told)


@pytest.mark.usefixtures("desk")
def test_the_answer_names_finish_slack_and_what_is_left_out(
    page: PlanPage, qapp: QApplication
) -> None:
    assert re.fullmatch(
        r"Likely finish [^.]+\. Loop day 8 Feb, [\d.]+ weeks? (of slack|late [a-z ]+)\. "
        r"Everything core fits, 7 optional items left out, 1 shortened; 12 h 35 m in all\. "
        r"Everything would need about 2 more weeks\.",
        answer(page, qapp),
    )


@pytest.mark.usefixtures("desk")
def test_a_drag_asks_for_a_plan_when_the_window_has_time_and_never_queues(
    page: PlanPage, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def counted(state: State, today: date, minutes: int, loop: date) -> WhatIf | None:
        asked.append(minutes)
        return what_if(state, today, minutes, loop)

    monkeypatch.setattr("planner.ui.pages.plan.what_if.what_if", counted)
    hours = slider(page, "Hours a week")
    hours.setSliderDown(True)
    for value in range(hours.minimum(), hours.maximum()):
        hours.setValue(value)
    assert asked == []
    qapp.processEvents()
    assert len(asked) == 1
    hours.setValue(hours.minimum())
    qapp.processEvents()
    assert len(asked) == 2


@pytest.mark.usefixtures("desk")
def test_the_answer_says_whether_it_is_about_the_plan_or_about_a_change(
    page: PlanPage, qapp: QApplication
) -> None:
    answer(page, qapp)
    assert "As it stands" in labels(page)
    slider(page, "Hours a week").setValue(slider(page, "Hours a week").value() + 1)
    answer(page, qapp)
    assert "If you change these" in labels(page)
    assert "As it stands" not in labels(page)
    button(page, "Back").click()
    answer(page, qapp)
    assert "As it stands" in labels(page)


def test_letting_go_changes_nothing(page: PlanPage, desk: Desk, qapp: QApplication) -> None:
    before = desk.state
    hours = slider(page, "Hours a week")
    hours.setSliderDown(True)
    hours.setValue(hours.value() + 4)
    hours.setSliderDown(False)
    qapp.processEvents()
    assert (desk.done, desk.asked) == ([], [])
    assert desk.state is before
    assert button(page, "Use these…").isVisible()


def test_what_the_sliders_stand_for_is_handed_on(page: PlanPage, desk: Desk) -> None:
    offered = choices(desk.state, TODAY)
    assert offered is not None
    hours, day = slider(page, "Hours a week"), slider(page, "Loop day")
    hours.setValue(hours.value() + 2)
    day.setValue(day.value() + 7)
    button(page, "Use these…").click()
    assert desk.asked == ["replan-with"]
    assert page.wanted_profile is not None
    assert page.wanted_profile.week_minutes == offered.usual_minutes + 60
    assert page.wanted_profile.loop == offered.usual_loop + timedelta(days=7)


def test_a_tick_leaves_the_sliders_where_they_are(page: PlanPage, desk: Desk) -> None:
    assert desk.state.plan is not None
    hours = slider(page, "Hours a week")
    hours.setValue(hours.value() + 2)
    wanted = hours.value()
    todo = next(one for one in desk.state.plan.sessions if one.code not in desk.state.ticks)
    desk.show(Tick(target=todo.code, on=TODAY))
    assert hours.value() == wanted
    assert button(page, "Use these…").isVisibleTo(page)


def test_another_plan_puts_the_sliders_back(page: PlanPage, desk: Desk) -> None:
    hours = slider(page, "Hours a week")
    hours.setValue(hours.value() + 2)
    profile = desk.state.profile
    assert profile is not None
    assert profile.loop is not None
    later = profile.evolve(loop=profile.loop + timedelta(days=14))
    desk.state = desk.state.evolve(profile=later)
    desk.show(AcceptPlan(plan=make_plan(desk.state, later, TODAY)))
    assert hours.accessibleName() == "Hours a week: 15 h"
    assert not button(page, "Use these…").isVisible()


@pytest.mark.usefixtures("desk")
def test_the_wheel_changes_no_value(page: PlanPage, qapp: QApplication) -> None:
    hours = slider(page, "Hours a week")
    before = hours.value()
    wheel = QWheelEvent(
        QPointF(5, 5),
        hours.mapToGlobal(QPointF(5, 5)),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    qapp.sendEvent(hours, wheel)
    assert hours.value() == before


@pytest.mark.usefixtures("desk")
def test_what_is_left_out_stands_below_the_weeks(page: PlanPage, qtbot: QtBot) -> None:
    heading = next(text for text in labels(page) if text.startswith("Left out: "))
    assert "items" in heading

    def named() -> None:
        assert any("more week" in text and "h a week." in text for text in labels(page))

    qtbot.waitUntil(named, timeout=LONG)


def left_out(page: PlanPage) -> QAbstractItemView:
    views = page.findChildren(QAbstractItemView)
    return next(one for one in views if one.accessibleName() == "Left out")


def ways(page: PlanPage) -> list[str]:
    model = left_out(page).model()
    rows = [model.index(row, 0).data(Role.ROW) for row in range(model.rowCount())]
    return [row.back for row in rows if row.back]


def test_what_would_bring_each_item_back_comes_a_moment_later(
    page: PlanPage, desk: Desk, qtbot: QtBot
) -> None:
    plan = desk.state.plan
    assert plan is not None
    before = left_out(page).sizeHint().height()
    assert ways(page) == []
    qtbot.waitUntil(lambda: bool(ways(page)), timeout=LONG)
    assert len(ways(page)) == len(plan.left_out)
    assert all("would" in way for way in ways(page))
    assert left_out(page).sizeHint().height() >= before
    index = left_out(page).model().index(0, 0)
    assert ways(page)[0] in index.data(Qt.ItemDataRole.AccessibleTextRole)
    todo = next(one for one in plan.sessions if one.code not in desk.state.ticks)
    desk.show(Tick(target=todo.code, on=TODAY))
    assert len(ways(page)) == len(plan.left_out)


def test_where_everything_fits_nothing_is_left_out(page: PlanPage) -> None:
    state = fresh(Level.L6, 40, START + timedelta(weeks=26))
    assert state.plan is not None
    assert state.plan.fits
    Desk(page, state, START)
    page.show()
    assert not any(text.startswith("Left out") for text in labels(page))
    assert any("everything fits" in text for text in labels(page))


def test_a_title_of_the_user_is_plain_text(page: PlanPage, qapp: QApplication) -> None:
    desk = Desk(page, demo(), TODAY)
    title = "<img src='file:///etc/passwd'> & <b>more</b>"
    item = AddItem(id="own.x", title=title, subject=Subject.TECHNICAL, minutes=600)
    desk.show(item)
    profile = desk.state.profile
    assert profile is not None
    desk.show(AcceptPlan(plan=make_plan(desk.state, profile, TODAY)))
    page.show()
    qapp.processEvents()
    labels = page.findChildren(QLabel)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)
    assert not page.grab().isNull()


@pytest.mark.parametrize("size", [LARGE, SMALL])
@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.usefixtures("desk")
def test_nothing_is_wider_than_the_page_and_every_row_is_whole(
    page: PlanPage, look: Look, qtbot: QtBot, size: QSize, scale: int
) -> None:
    look.set_scale(scale)
    page.resize(size)
    view = weeks(page)

    def is_whole() -> None:
        rows = [view.visualRect(view.model().index(row, 0)) for row in range(10)]
        assert view.height() >= sum(rect.height() for rect in rows)
        assert rows[-1].bottom() <= view.viewport().height()
        assert all(rect.height() >= 2 * view.fontMetrics().height() for rect in rows)
        for label in page.findChildren(QLabel):
            if label.isVisible():
                right = label.mapTo(page, QPoint(label.width(), 0)).x()
                assert right <= page.width(), label.text()
                assert label.minimumSizeHint().width() <= label.width(), label.text()
                needed = label.heightForWidth(label.width()) if label.wordWrap() else 0
                assert label.height() >= needed, label.text()

    qtbot.wait(PAUSE)
    qtbot.waitUntil(is_whole)


@pytest.mark.usefixtures("desk")
def test_the_page_scrolls_to_the_row_that_the_keyboard_comes_to(
    page: PlanPage, qtbot: QtBot, qapp: QApplication
) -> None:
    page.resize(SMALL)
    qapp.processEvents()
    view = weeks(page)
    view.setFocus()
    assert view.currentIndex().row() == 3
    for _ in range(6):
        qtbot.keyClick(view, Qt.Key.Key_Down)  # type: ignore[no-untyped-call]
    qapp.processEvents()
    assert view.currentIndex().row() == 9
    last = view.visualRect(view.currentIndex())
    top = view.viewport().mapTo(page, last.topLeft()).y()
    assert page.header.geometry().bottom() < top
    assert top + last.height() <= page.height()


@pytest.mark.usefixtures("desk")
def test_everything_that_can_be_used_has_a_name(page: PlanPage) -> None:
    widgets = [
        *page.findChildren(QAbstractButton),
        *page.findChildren(QSlider),
        *page.findChildren(QAbstractItemView),
    ]
    assert widgets
    for one in widgets:
        assert one.accessibleName() or getattr(one, "text", str)()


@pytest.mark.usefixtures("desk")
def test_it_follows_the_look(page: PlanPage, look: Look, qapp: QApplication) -> None:
    light = page.grab().toImage()
    look.set_mode("dark")
    qapp.processEvents()
    dark = page.grab().toImage()
    by_day, by_night = (brightness(one) for one in (light, dark))
    assert by_day > by_night


def brightness(picture: QImage) -> int:
    """The mean over the whole picture: any one pixel may be a letter."""
    smooth = Qt.TransformationMode.SmoothTransformation
    return picture.scaled(1, 1, mode=smooth).pixelColor(0, 0).lightness()
