from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from planner.core.commands import AcceptPlan, Tick
from planner.core.focus import Focus
from planner.core.plan import Session
from planner.core.wording import duration
from planner.storage.focus import FocusFile
from planner.ui.focus.bar import FocusBar
from planner.ui.focus.focusing import Focusing
from planner.ui.kit.buttons import PrimaryButton
from planner.ui.kit.words.labels import Body
from planner.ui.look import Look
from planner.ui.pages.week.page import WeekPage
from tests.ui.house import TODAY, House, demo_workspace, opened

Open = Callable[[], House]


def week(house: House) -> WeekPage:
    page = house.window.stack.page
    assert isinstance(page, WeekPage)
    return page


def sessions(house: House) -> list[Session]:
    """Open sessions of study in this week, in order."""
    state = house.workspace.state
    assert state.plan is not None
    return [
        one
        for one in state.plan.sessions
        if one.code not in state.ticks and one.date >= TODAY and one.kind.value == "study"
    ]


def start(house: House, place: int = 0) -> Session:
    session = sessions(house)[place]
    week(house).open_session(session.code)
    house.window.run("start-focus")
    return session


def timer(house: House) -> Focusing:
    found = house.window.findChild(Focusing)
    assert found is not None
    return found


def wait(house: House, minutes: float, *, asleep: float = 0.0) -> None:
    """Let minutes pass, looked at every half minute, and seconds of sleep before them."""
    if asleep:
        steady, wall = house.clocks
        house.clocks = steady, wall + asleep
        timer(house).look()
    for _ in range(round(minutes * 2)):
        steady, wall = house.clocks
        house.clocks = steady + 30, wall + 30
        timer(house).look()


def bar(house: House) -> FocusBar:
    return timer(house).bar


def words(house: House) -> Body:
    found = bar(house).findChild(Body)
    assert found is not None
    return found


def line(house: House) -> str:
    return words(house).text()


def button(house: House, text: str) -> QPushButton:
    return next(one for one in bar(house).findChildren(QPushButton) if one.text() == text)


def minutes(house: House, code: str) -> int:
    return house.workspace.state.minutes.get(code, 0)


def can(house: House) -> set[str]:
    names = ("pause-focus", "finish-focus", "log-focus", "stop-focus")
    return {name for name in names if house.window.menus.actions[name].isEnabled()}


def test_nothing_of_it_is_there_before_it_is_wanted(house: House) -> None:
    assert house.window.findChild(Focusing) is None
    assert can(house) == set()


def test_it_shows_the_minutes_that_are_left(house: House) -> None:
    session = start(house)
    assert bar(house).isVisible()
    assert line(house).startswith(f"{duration(session.minutes)} left · ")
    wait(house, 25)
    assert line(house).startswith(f"{duration(session.minutes - 25)} left · ")
    spoken = words(house).accessibleName()
    assert spoken.startswith("Focus on ")
    assert f"{session.minutes - 25} minutes left" in spoken


def test_the_key_of_the_list_starts_it(house: House) -> None:
    house.window.activateWindow()
    (view,) = week(house).lists()
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_F)
    assert bar(house).isVisible()
    assert can(house) == {"pause-focus", "finish-focus", "log-focus", "stop-focus"}


def test_the_button_starts_it_with_the_minutes_that_are_set(house: House) -> None:
    page = week(house)
    page.open_session(sessions(house)[0].code)
    page._details._timing._minutes.setValue(25)
    (begin,) = (one for one in page.findChildren(PrimaryButton) if one.text() == "Start focus")
    begin.click()
    assert line(house).startswith("25 m left · ")


def test_the_button_rests_the_timer_on_its_session_and_starts_one_on_others(house: House) -> None:
    session = start(house)
    begin = week(house)._heading._focus
    assert begin.text() == "Pause focus"
    begin.click()
    assert line(house).startswith("Paused · ")
    assert begin.text() == "Go on"
    begin.click()
    wait(house, 5)
    week(house).open_session(sessions(house)[1].code)
    assert begin.text() == "Start focus"
    begin.click()
    assert minutes(house, session.code) == 5
    assert begin.text() == "Pause focus"
    house.window.run("stop-focus")
    assert begin.text() == "Start focus"


def test_done_is_one_step_of_tick_and_minutes(house: House) -> None:
    session = start(house)
    before = house.workspace.state
    wait(house, 40)
    button(house, "Done").click()
    assert session.code in house.workspace.state.ticks
    assert minutes(house, session.code) == 40
    assert house.window.notice.text.startswith("Ticked “")
    assert house.window.notice.text.endswith("” with 40 m")
    assert not bar(house).isVisible()
    assert can(house) == set()
    house.window.run("undo")
    assert house.workspace.state == before


def test_log_only_leaves_the_session_open(house: House) -> None:
    session = start(house)
    wait(house, 20)
    button(house, "Log only").click()
    assert minutes(house, session.code) == 20
    assert session.code not in house.workspace.state.ticks


def test_less_than_half_a_minute_is_not_logged_and_told(house: House) -> None:
    session = start(house)
    house.window.run("log-focus")
    assert minutes(house, session.code) == 0
    assert house.window.notice.text.startswith("Nothing was logged")


def test_discard_changes_nothing(house: House) -> None:
    start(house)
    before = house.workspace.state
    wait(house, 20)
    button(house, "Discard").click()
    assert house.workspace.state is before
    assert not bar(house).isVisible()


def test_a_pause_does_not_count(house: House) -> None:
    session = start(house)
    wait(house, 10)
    button(house, "Pause").click()
    wait(house, 30)
    assert line(house).startswith("Paused · ")
    button(house, "Go on").click()
    wait(house, 5)
    house.window.run("finish-focus")
    assert minutes(house, session.code) == 15


def test_what_was_done_before_gets_more_minutes(house: House) -> None:
    session = sessions(house)[0]
    house.workspace.do(Tick(target=session.code, on=TODAY))
    week(house).open_session(session.code)
    house.window.run("start-focus")
    wait(house, 5)
    house.workspace.do(Tick(target=sessions(house)[1].code, on=TODAY))
    wait(house, 5)
    assert line(house).find("Paused") < 0, "it was done before the start"
    house.window.run("finish-focus")
    assert minutes(house, session.code) == 10
    assert house.window.notice.text.startswith("Logged 10 m for “")


def test_a_tick_lets_it_rest(house: House) -> None:
    session = start(house)
    wait(house, 10)
    house.window.stack.intent.emit(Tick(target=session.code, on=TODAY))
    assert line(house).startswith("Paused · ")
    house.window.run("finish-focus")
    assert minutes(house, session.code) == 10


def test_only_one_runs_and_what_the_first_counted_is_logged(house: House) -> None:
    first = start(house)
    wait(house, 12)
    second = start(house, 1)
    assert second.code != first.code
    assert minutes(house, first.code) == 12
    assert first.code not in house.workspace.state.ticks
    wait(house, 3)
    house.window.run("finish-focus")
    assert minutes(house, second.code) == 3


def test_a_second_start_of_the_same_session_goes_on(house: House) -> None:
    session = start(house)
    wait(house, 5)
    start(house)
    assert house.window.notice.text.startswith("The timer runs already: ")
    house.window.run("pause-focus")
    start(house)
    wait(house, 5)
    house.window.run("finish-focus")
    assert minutes(house, session.code) == 10


def test_it_counts_on_while_other_pages_are_shown(house: House) -> None:
    session = start(house)
    for name in ("plan", "checklist", "week", "guide"):
        house.window.turn_to(name)
        wait(house, 2)
        assert bar(house).isVisible()
        assert "finish-focus" in can(house)
    house.window.menus.actions["finish-focus"].trigger()
    assert minutes(house, session.code) == 8


def test_sleep_does_not_count_and_is_told(house: House) -> None:
    session = start(house)
    wait(house, 10)
    wait(house, 0, asleep=8 * 3600)
    assert line(house).startswith("Paused · ")
    assert house.window.notice.text == "The timer rests since the computer slept, with 10 m counted"
    house.window.run("finish-focus")
    assert minutes(house, session.code) == 10


def test_an_evening_past_midnight_is_that_evening(house: House) -> None:
    session = start(house)
    wait(house, 10)
    house.today = TODAY + timedelta(days=1)
    house.day.look()
    wait(house, 10)
    house.window.run("finish-focus")
    assert house.workspace.state.ticks[session.code] == TODAY
    assert minutes(house, session.code) == 20


def without(house: House, *gone: Session) -> AcceptPlan:
    plan = house.workspace.state.plan
    assert plan is not None
    left = tuple(one for one in plan.sessions if one not in gone)
    return AcceptPlan(plan=plan.evolve(sessions=left))


def test_a_plan_without_the_session_takes_no_minutes_away(house: House) -> None:
    session = start(house)
    wait(house, 10)
    plan = house.workspace.state.plan
    assert plan is not None
    house.workspace.do(without(house, *plan.by_item[session.item]))
    wait(house, 10)
    before = house.workspace.state
    house.window.run("finish-focus")
    assert house.workspace.state is before
    assert house.window.notice.text.endswith("any more, so its 20 m cannot be logged")
    house.workspace.undo()
    house.window.run("finish-focus")
    assert minutes(house, session.code) == 20


def test_the_end_is_told_once_and_offers_to_finish(house: House) -> None:
    session = start(house)
    wait(house, session.minutes - 0.5)
    assert house.window.notice.text == ""
    wait(house, 0.5)
    assert "” is over: " in house.window.notice.text
    assert line(house).startswith("0 m left · ")
    house.window.notice.dismiss()
    wait(house, 2)
    assert house.window.notice.text == ""
    assert line(house).startswith("2 m over · ")
    assert "2 minutes over" in words(house).accessibleName()


def test_the_notice_of_the_end_finishes(house: House) -> None:
    session = start(house)
    wait(house, session.minutes)
    house.window.notice.press()
    assert minutes(house, session.code) == session.minutes
    assert session.code in house.workspace.state.ticks


def test_the_focus_of_the_keyboard_goes_back_to_the_page(house: House) -> None:
    house.window.activateWindow()
    start(house)
    button(house, "Discard").setFocus()
    button(house, "Discard").click()
    assert week(house).isAncestorOf(house.window.focusWidget())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "focus.json"


@pytest.fixture
def kept(qapp: QApplication, look: Look, file: Path) -> Iterator[House]:
    with opened(qapp, demo_workspace(), look, focus_file=file) as house:
        yield house


def test_it_is_kept_each_minute_and_gone_when_it_ends(kept: House, file: Path) -> None:
    session = start(kept)
    wait(kept, 7)
    found = FocusFile(file).read()
    assert found is not None
    assert (found.code, found.seconds) == (session.code, 420)
    kept.window.run("finish-focus")
    assert not file.exists()


def test_what_ran_when_the_program_ended_is_offered_by_the_next(
    qapp: QApplication, look: Look, file: Path, kept: House
) -> None:
    session = start(kept)
    wait(kept, 7.5)
    timer(kept).keep()
    with opened(qapp, demo_workspace(), look, focus_file=file) as again:
        again.window.focus_timer.take_up()
        assert line(again).startswith("Paused · ")
        assert again.window.notice.text.endswith("had counted 8 m when the program ended")
        wait(again, 5)
        again.window.run("log-focus")
        assert minutes(again, session.code) == 8


def test_a_start_before_the_offer_logs_what_was_kept(
    qapp: QApplication, look: Look, file: Path, kept: House
) -> None:
    first = start(kept)
    wait(kept, 6)
    with opened(qapp, demo_workspace(), look, focus_file=file) as again:
        start(again, 1)
        assert minutes(again, first.code) == 6
        assert line(again).find("Paused") < 0


def test_nothing_is_taken_up_where_nothing_was_kept(kept: House) -> None:
    kept.window.focus_timer.take_up()
    assert kept.window.findChild(Focusing) is None


def test_a_disk_that_refuses_is_told_and_the_timer_runs(kept: House, file: Path) -> None:
    file.mkdir()
    session = start(kept)
    assert kept.window.notice.text.startswith("The timer would not outlive the program. ")
    wait(kept, 3)
    kept.window.run("finish-focus")
    assert minutes(kept, session.code) == 3


def test_the_end_of_the_program_keeps_the_last_seconds(kept: House, file: Path) -> None:
    start(kept)
    steady, wall = kept.clocks
    kept.clocks = steady + 20, wall + 20
    app = QApplication.instance()
    assert app is not None
    app.aboutToQuit.emit()
    found = FocusFile(file).read()
    assert isinstance(found, Focus)
    assert found.seconds == 20
