from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from planner.core.entry import spread_hours
from planner.core.profile import Profile
from planner.core.state import State
from planner.core.values import Level, Rating
from planner.ui.dialogs.qt_prompts import AssessmentPrompt, FreeTimePrompt
from planner.ui.kit.words.labels import Problem, Small
from planner.ui.look import Look
from planner.ui.wizard.dates_step import DatesStep
from planner.ui.wizard.hours_step import HoursStep
from planner.ui.wizard.level_step import LevelStep
from planner.ui.wizard.ratings_step import RatingsStep
from planner.ui.wizard.wizard import Wizard
from tests.ui.house import TODAY, curriculum, demo_workspace


@pytest.fixture
def wizard(qtbot: QtBot, look: Look) -> Wizard:
    assert look.scale == 100
    return shown(State(curriculum()), qtbot)


def shown(state: State, qtbot: QtBot) -> Wizard:
    wizard = Wizard(state, TODAY, None, FreeTimePrompt(), AssessmentPrompt())
    qtbot.addWidget(wizard)
    wizard.show()
    return wizard


def at(wizard: Wizard, place: int) -> Wizard:
    for _ in range(place):
        wizard.go_on()
    return wizard


def problems(wizard: Wizard) -> list[str]:
    return [one.text() for one in wizard.step.findChildren(Problem) if one.isVisible()]


def words(wizard: Wizard) -> str:
    labels = wizard.step.findChildren(QLabel)
    return " ".join(label.text() for label in labels if label.isVisible())


def next_button(wizard: Wizard) -> QPushButton:
    return next(one for one in wizard.findChildren(QPushButton) if one.isDefault())


def test_four_times_enter_makes_a_plan(wizard: Wizard) -> None:
    for _ in range(4):
        QTest.keyClick(wizard, Qt.Key.Key_Return)
    assert wizard.isVisible()
    QTest.keyClick(wizard, Qt.Key.Key_Return)
    assert wizard.result() == Wizard.DialogCode.Accepted
    commands = wizard.commands()
    assert commands is not None
    change, accept = commands
    assert change.profile == Profile(
        level=Level.L6,
        start=TODAY,
        week=spread_hours(600),
        ratings={group.id: Rating.WORKING for group in curriculum().groups_at(Level.L6)},
    )
    assert accept.plan.loop_proposed
    assert accept.plan.sessions


@pytest.mark.parametrize(
    ("hours", "told"),
    [
        (10, "The day holds everything core and important; what does not fit is optional."),
        (2, "It is the latest day that is proposed; a later one can be booked."),
    ],
)
def test_a_proposed_day_that_leaves_something_out_says_what_it_holds(
    wizard: Wizard, hours: float, told: str
) -> None:
    step = at(wizard, 2).step
    assert isinstance(step, HoursStep)
    step.total.setValue(hours)
    assert told in words(at(wizard, 2))


def test_escape_gives_up(wizard: Wizard) -> None:
    QTest.keyClick(wizard, Qt.Key.Key_Escape)
    assert wizard.result() == Wizard.DialogCode.Rejected
    assert wizard.commands() is None


def test_the_levels_say_what_they_mean(wizard: Wizard) -> None:
    said = words(wizard)
    assert "Team Size: 10-25 engineers" in said
    assert "Team Size: 100+ engineers" in said
    assert "Setting technical vision and organizational transformation" in said


def test_a_click_anywhere_on_a_card_chooses_its_level(wizard: Wizard) -> None:
    step = wizard.step
    assert isinstance(step, LevelStep)
    card = step._cards[Level.L7]
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=card.rect().center())
    at(wizard, 4)
    commands = wizard.commands()
    assert commands is not None
    assert commands[0].profile.level is Level.L7


@pytest.mark.parametrize(
    ("start", "loop", "said"),
    [
        (TODAY, TODAY, "The loop day must lie after today; 2026-12-16 does not."),
        (TODAY, date(2026, 1, 1), "The loop day must lie after today; 2026-01-01 does not."),
        (date(2027, 3, 1), date(2027, 2, 1), "after the start; 2027-02-01 does not."),
        (TODAY, date(2045, 1, 1), "2045-01-01 is more than ten years after the start."),
        (date(2025, 1, 1), date(2027, 2, 1), "The start 2025-01-01 is more than a year ago."),
    ],
)
def test_impossible_dates_are_explained_beside_the_field(
    wizard: Wizard, start: date, loop: date, said: str
) -> None:
    step = at(wizard, 1).step
    assert isinstance(step, DatesStep)
    step.booked.setChecked(True)
    step.start.set_day(start)
    step.loop.set_day(loop)
    (problem,) = problems(wizard)
    assert problem.endswith(said)
    assert not next_button(wizard).isEnabled()
    wizard.go_on()
    assert wizard.step is step
    step.start.set_day(TODAY)
    step.loop.set_day(TODAY + timedelta(weeks=9))
    assert problems(wizard) == []
    assert next_button(wizard).isEnabled()
    assert "9 weeks after the start" in words(wizard)


def test_a_loop_that_is_not_booked_makes_no_problem(wizard: Wizard) -> None:
    step = at(wizard, 1).step
    assert isinstance(step, DatesStep)
    step.booked.setChecked(True)
    step.loop.set_day(date(2020, 1, 1))
    step.open.setChecked(True)
    assert problems(wizard) == []
    assert not step.loop.isEnabled()


@pytest.mark.parametrize("hours", [0, 0.25, 85, 200])
def test_an_impossible_week_is_explained_beside_the_field(wizard: Wizard, hours: float) -> None:
    step = at(wizard, 2).step
    assert isinstance(step, HoursStep)
    step.total.setValue(hours)
    assert len(problems(wizard)) == 1
    assert not next_button(wizard).isEnabled()
    step.total.setValue(12)
    assert problems(wizard) == []


def test_the_sum_spreads_itself_and_the_days_make_the_sum(wizard: Wizard) -> None:
    step = at(wizard, 2).step
    assert isinstance(step, HoursStep)
    step.total.setValue(14)
    assert sum(row.hours.minutes for row in step.days) == 14 * 60
    step.days[4].hours.setValue(2)
    assert step.total.minutes == 16 * 60


def test_a_day_that_ends_after_midnight_is_explained_beside_it(wizard: Wizard) -> None:
    step = at(wizard, 2).step
    assert isinstance(step, HoursStep)
    step.days[1].hours.setValue(5)
    assert problems(wizard) == ["ends after midnight: begin earlier or take less"]
    assert not next_button(wizard).isEnabled()
    step.days[1].start.set_clock(time(18, 0))
    assert problems(wizard) == []


def test_groups_of_the_level_are_rated_and_books_have_words_of_their_own(wizard: Wizard) -> None:
    step = at(wizard, 3).step
    assert isinstance(step, RatingsStep)
    said = {ring.accessibleName() for rings in step._rings.values() for ring in rings.buttons()}
    assert {"System design: strong", "Essential reading: skimmed"} <= said
    assert not any(name.startswith("Architecture") for name in said)


def test_a_group_says_what_falls_under_it(wizard: Wizard) -> None:
    labels = {one.text() for one in at(wizard, 3).step.findChildren(Small)}
    assert "Distributed systems, Microservices and 1 more" in labels
    assert "AWS services, Cost optimization and 1 more" in labels


def test_ratings_follow_the_level_and_are_not_lost(wizard: Wizard) -> None:
    at(wizard, 3)
    step = wizard.step
    assert isinstance(step, RatingsStep)
    step._rings["technical_skills_L6.data"].buttons()[0].click()
    for _ in range(3):
        wizard.go_back()
    first = wizard.step
    assert isinstance(first, LevelStep)
    first._cards[Level.L7].ring.setChecked(True)
    at(wizard, 4)
    commands = wizard.commands()
    assert commands is not None
    ratings = commands[0].profile.ratings
    assert ratings["technical_skills_L6.data"] is Rating.NEW
    assert ratings["technical_skills_L7.vision"] is Rating.WORKING


def test_foundations_are_rated_at_l7_only(wizard: Wizard) -> None:
    first = at(wizard, 0).step
    assert isinstance(first, LevelStep)
    first._cards[Level.L7].ring.setChecked(True)
    step = at(wizard, 3).step
    assert isinstance(step, RatingsStep)
    wanted = [f"technical_skills_L6.{one}" for one in ("system_design", "cloud", "data")]
    assert set(wanted) <= step._rings.keys()
    assert "technical_skills_L6.programming" not in step._rings
    said = [label.text() for label in step.findChildren(QLabel)]
    assert "Foundations: planned only where you are new" in said
    step._rings[wanted[1]].buttons()[0].click()
    at(wizard, 1)
    commands = wizard.commands()
    assert commands is not None
    profile, plan = commands[0].profile, commands[1].plan
    assert profile.ratings[wanted[1]] is Rating.NEW
    foundations = {*plan.by_item, *(one.item for one in plan.left_out)} & {
        "l6.cloud.aws",
        "l6.sd.distributed",
    }
    assert foundations == {"l6.cloud.aws"}


def test_a_level_without_foundations_has_no_heading_for_them(wizard: Wizard) -> None:
    step = at(wizard, 3).step
    said = [label.text() for label in step.findChildren(QLabel)]
    assert not any(text.startswith("Foundations") for text in said)


def test_the_last_step_sums_the_plan_up(wizard: Wizard) -> None:
    step = at(wizard, 2).step
    assert isinstance(step, HoursStep)
    step.total.setValue(4)
    wizard.go_back()
    dates = wizard.step
    assert isinstance(dates, DatesStep)
    dates.booked.setChecked(True)
    dates.loop.set_day(TODAY + timedelta(weeks=6))
    at(wizard, 3)
    said = words(wizard)
    commands = wizard.commands()
    assert commands is not None
    plan = commands[1].plan
    assert f"{len(plan.weeks)} weeks" in said
    assert f"{plan.extra_weeks_needed} more weeks" in said
    assert "L6 loop day: Wednesday 27 January 2027" in said
    assert " – 27 Jan" in said


def test_later_it_is_filled_with_what_is_known(qtbot: QtBot, look: Look) -> None:
    assert look.scale == 100
    state = demo_workspace().state
    wizard = shown(state, qtbot)
    at(wizard, 4)
    commands = wizard.commands()
    assert commands is not None
    assert state.profile is not None
    profile = commands[0].profile
    assert profile.evolve(ratings=state.profile.ratings) == state.profile
    assert state.profile.ratings.items() <= profile.ratings.items()
    assert "stay" in words(wizard), "it says how the plan would change"


def test_the_way_back_stays_where_it_is(wizard: Wizard, qapp: QApplication) -> None:
    """So that a second click on it never takes the plan."""
    back = next(one for one in wizard.findChildren(QPushButton) if one.text() == "Back")
    places = []
    for _ in wizard.steps:
        qapp.processEvents()
        places.append(back.geometry())
        if wizard.step is not wizard.steps[-1]:
            wizard.go_on()
    assert len(places) == 5
    assert len(set(map(str, places))) == 1


def test_what_is_typed_first_takes_the_place_of_what_stands_there(wizard: Wizard) -> None:
    at(wizard, 2)
    assert isinstance(wizard.step, HoursStep)
    field = wizard.focusWidget()
    assert field is wizard.step.total
    QTest.keyClicks(field, "12")
    assert wizard.step.total.minutes == 12 * 60


def test_each_step_begins_at_its_top(wizard: Wizard, qapp: QApplication) -> None:
    at(wizard, 3).resize(wizard.width(), wizard.minimumSizeHint().height())
    qapp.processEvents()
    [area] = wizard.findChildren(QScrollArea)
    bar = area.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    wizard.go_on()
    qapp.processEvents()
    assert bar.value() == 0
