"""The dialog of free time and dates: what is entered comes out as commands, or nothing does."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from planner.core.commands import MOST_CALENDARS, AcceptPlan, ChangeProfile, KeepBusy
from planner.core.free_time import free_minutes
from planner.core.profile import Profile
from planner.core.state import State
from planner.core.values import Level
from planner.ui.dialogs.qt_prompts import AssessmentPrompt, FreeTimePrompt
from planner.ui.free_time.days_off import stretches
from planner.ui.free_time.dialog import FreeTimeDialog
from planner.ui.free_time.holidays import country_name
from planner.ui.kit.words.labels import Problem
from planner.ui.look import Look
from planner.ui.wizard.dates_step import DatesStep
from planner.ui.wizard.wizard import Wizard
from tests.storage.calendar.files import event, written
from tests.ui.house import TODAY, House, demo_workspace

DAY = timedelta(days=1)
CHRISTMAS = date(2026, 12, 24)
WEEKLY = ("DTSTART:20261217T183000Z", "DTEND:20261217T190000Z", "RRULE:FREQ=WEEKLY;COUNT=3")


class Chooser:
    """Picks a file in the user's place."""

    file: Path | None = None

    def __call__(self) -> Path | None:
        return self.file


@pytest.fixture
def chooser() -> Chooser:
    return Chooser()


@pytest.fixture
def make(qtbot: QtBot, look: Look, chooser: Chooser) -> Callable[..., FreeTimeDialog]:
    assert look.scale == 100

    def made(profile: Profile | None = None, state: State | None = None) -> FreeTimeDialog:
        state = state or demo_workspace().state
        assert state.profile is not None
        dialog = FreeTimeDialog(state, profile or state.profile, TODAY, chooser, None)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return made


def demo_profile() -> Profile:
    profile = demo_workspace().state.profile
    assert profile is not None
    return profile


def problems(dialog: FreeTimeDialog) -> list[str]:
    return [one.text() for one in dialog.findChildren(Problem) if one.isVisible()]


def done_button(dialog: QDialog) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.isDefault())


def rows(dialog: FreeTimeDialog, part: str) -> list[str]:
    found = getattr(dialog, part).listing.rows
    return [found.item(place).text() for place in range(found.count())]


def test_nothing_entered_is_nothing_done(make: Callable[..., FreeTimeDialog]) -> None:
    dialog = make()
    assert dialog.commands() == ()
    assert dialog.profile == demo_profile()
    assert problems(dialog) == []


def test_days_off_are_added_as_a_stretch_and_removed_as_one(
    make: Callable[..., FreeTimeDialog],
) -> None:
    dialog = make()
    part = dialog.days_off
    part.first.set_day(CHRISTMAS)
    assert part.last.day == CHRISTMAS  # it never lies before the first
    part.last.set_day(CHRISTMAS + 2 * DAY)
    QTest.mouseClick(part.add, Qt.MouseButton.LeftButton)
    part.first.set_day(CHRISTMAS + 9 * DAY)
    QTest.mouseClick(part.add, Qt.MouseButton.LeftButton)
    assert rows(dialog, "days_off") == ["Thu 24 Dec – Sat 26 Dec", "Sat 2 Jan"]
    days = {CHRISTMAS + n * DAY: "" for n in (0, 1, 2, 9)}
    assert dialog.commands() == (ChangeProfile(profile=demo_profile().evolve(days_off=days)),)
    part.listing.rows.setCurrentRow(0)
    QTest.keyClick(part.listing.rows, Qt.Key.Key_Delete)
    assert rows(dialog, "days_off") == ["Sat 2 Jan"]
    QTest.mouseClick(part.listing.remove, Qt.MouseButton.LeftButton)
    assert not part.listing.isVisible()
    assert dialog.commands() == (ChangeProfile(profile=demo_profile().evolve(days_off={})),)


def test_a_stretch_that_ends_before_it_begins_cannot_be_added(
    make: Callable[..., FreeTimeDialog],
) -> None:
    dialog = make()
    dialog.days_off.first.set_day(CHRISTMAS)
    dialog.days_off.last.set_day(CHRISTMAS - DAY)
    assert problems(dialog) == ["The last day comes before the first."]
    assert not dialog.days_off.add.isEnabled()
    dialog.days_off.last.set_day(CHRISTMAS + 400 * DAY)
    assert problems(dialog) == ["That is too long; a year at most."]


def test_days_off_that_cover_everything_are_explained(make: Callable[..., FreeTimeDialog]) -> None:
    dialog = make()
    dialog.days_off.first.set_day(TODAY)
    dialog.days_off.last.set_day(TODAY + 200 * DAY)
    dialog.days_off.add.click()
    (problem,) = problems(dialog)
    assert problem.startswith("Days off and busy hours leave no time for study before 2027-")
    assert not done_button(dialog).isEnabled()


def test_a_week_with_other_hours_is_named_by_any_of_its_days(
    make: Callable[..., FreeTimeDialog],
) -> None:
    dialog = make()
    dialog.weeks.day.set_day(date(2027, 1, 20))  # a Wednesday
    dialog.weeks.hours.set_minutes(150)
    dialog.weeks.add.click()
    assert rows(dialog, "weeks") == ["18 – 24 Jan · 2 h 30 m"]
    assert dialog.profile.special_weeks == {date(2027, 1, 18): 150}
    dialog.weeks.listing.remove.click()
    assert dialog.profile.special_weeks == {}


def test_a_round_gets_a_day_when_it_is_booked(make: Callable[..., FreeTimeDialog]) -> None:
    dialog = make(demo_profile().evolve(level=Level.L7))
    booked, day = dialog.rounds._rows["HM"]
    assert not day.isEnabled()
    booked.click()
    day.set_day(date(2027, 1, 12))
    assert dialog.profile.gates == {"HM": date(2027, 1, 12)}
    other, before = dialog.rounds._rows["RC"]
    other.click()
    before.set_day(date(2027, 1, 13))
    assert problems(dialog) == ["The rounds come in the guide's order; HM Screen is too early."]
    assert not done_button(dialog).isEnabled()
    other.click()
    assert problems(dialog) == []
    assert done_button(dialog).isEnabled()


def test_holidays_of_a_country_and_its_part_are_days_off(
    make: Callable[..., FreeTimeDialog],
) -> None:
    dialog = make(demo_profile().evolve(days_off={CHRISTMAS: "", CHRISTMAS + DAY: "Old name"}))
    part = dialog.holidays
    assert part.country.currentText() == "As chosen before"
    assert dialog.commands() == ()
    part.country.setCurrentIndex(part.country.findData("DE"))
    assert part.place.isVisible()
    assert dialog.profile.days_off[CHRISTMAS + DAY] == "Christmas Day"
    assert date(2027, 1, 6) not in dialog.profile.days_off
    part.place.setCurrentIndex(part.place.findText("Bayern"))
    assert dialog.profile.days_off[date(2027, 1, 6)] == "Epiphany"
    assert dialog.profile.days_off[CHRISTMAS] == ""
    part.country.setCurrentIndex(part.country.findText("None"))
    assert dialog.profile.days_off == {CHRISTMAS: ""}
    assert not part.place.isVisible()


def test_a_country_is_called_by_its_name() -> None:
    assert country_name("DE") == "Germany"
    assert country_name("??") == "??"


def test_a_calendar_is_read_and_forgotten(
    make: Callable[..., FreeTimeDialog], chooser: Chooser, tmp_path: Path
) -> None:
    dialog = make()
    dialog.calendars.read.click()  # and no file is chosen
    assert dialog.commands() == ()
    chooser.file = written(tmp_path, event(*WEEKLY))
    part = dialog.calendars
    part.zones.setCurrentIndex(part.zones.findData("Europe/Berlin"))
    part.read.click()
    assert rows(dialog, "calendars") == ["work.ics · 3 busy days until Thu 31 Dec"]
    change, keep = dialog.commands()
    assert change == ChangeProfile(profile=demo_profile().evolve(zone="Europe/Berlin"))
    days = [date(2026, 12, 17) + n * 7 * DAY for n in range(3)]
    assert keep == KeepBusy(source="work.ics", times=dict.fromkeys(days, ((1170, 1200),)))
    part.listing.remove.click()
    assert len(dialog.commands()) == 1


def test_a_calendar_of_before_can_be_forgotten(make: Callable[..., FreeTimeDialog]) -> None:
    workspace = demo_workspace()
    workspace.do(KeepBusy(source="old.ics", times={TODAY: ((0, 60),)}))
    dialog = make(state=workspace.state)
    dialog.calendars.listing.remove.click()
    assert dialog.commands()[1:] == (KeepBusy(source="old.ics"),)


def test_what_is_wrong_with_a_calendar_stands_below_the_button(
    make: Callable[..., FreeTimeDialog], chooser: Chooser, tmp_path: Path
) -> None:
    dialog = make()
    chooser.file = tmp_path / "none.ics"
    dialog.calendars.read.click()
    assert problems(dialog) == [f"There is no file {chooser.file}."]
    chooser.file = written(tmp_path, event("DTSTART:soon"), event(*WEEKLY, uid="2@example"))
    dialog.calendars.read.click()
    assert problems(dialog) == []
    assert dialog.calendars._notes.text() == "1 appointment could not be read."
    chooser.file = written(tmp_path)
    dialog.calendars.read.click()
    assert dialog.calendars._notes.text().startswith("It holds no busy hours until ")
    assert dialog.commands() == ()


def test_there_are_only_so_many_calendars(
    make: Callable[..., FreeTimeDialog], chooser: Chooser, tmp_path: Path
) -> None:
    workspace = demo_workspace()
    for number in range(MOST_CALENDARS):
        workspace.do(KeepBusy(source=f"{number}.ics", times={TODAY: ((0, 60),)}))
    dialog = make(state=workspace.state)
    chooser.file = written(tmp_path, event(*WEEKLY))
    dialog.calendars.read.click()
    assert problems(dialog) == ["Busy hours can come from at most 8 calendars."]
    assert dialog.commands() == ()


def test_days_that_follow_each_other_are_one_stretch() -> None:
    days = [CHRISTMAS + n * DAY for n in (3, 0, 1, 9)]
    found = [(first, last) for first, last in stretches(days)]
    assert found == [
        (CHRISTMAS, CHRISTMAS + DAY),
        (CHRISTMAS + 3 * DAY, CHRISTMAS + 3 * DAY),
        (CHRISTMAS + 9 * DAY, CHRISTMAS + 9 * DAY),
    ]
    assert list(stretches([])) == []


def changed(house: House) -> ChangeProfile:
    profile = house.workspace.state.profile
    assert profile is not None
    days = {TODAY + n * DAY: "" for n in range(3, 9)}
    return ChangeProfile(profile=profile.evolve(days_off=days))


def test_a_plan_around_the_days_off_is_offered_and_taken_as_one_step(house: House) -> None:
    change = changed(house)
    before = house.workspace.state
    house.answers.free_times = [(change, KeepBusy(source="a", times={TODAY: ((0, 60),)}))]
    house.answers.taken = [True]
    house.window.run("free-time")
    assert house.answers.shown == ["free-time", "accepts Replan"]
    state = house.workspace.state
    assert state.profile == change.profile
    assert state.plan is not None
    assert before.plan is not None
    assert state.plan != before.plan
    off = [one for one in state.plan.sessions if one.date in change.profile.days_off]
    assert [one for one in off if one.code not in state.ticks] == []
    house.window.run("undo")
    assert house.workspace.state == before


def test_who_keeps_the_plan_keeps_the_dates_as_well(house: House) -> None:
    change = changed(house)
    plan = house.workspace.state.plan
    house.answers.free_times = [(change,)]
    house.answers.taken = [False]
    house.window.run("free-time")
    assert house.workspace.state.profile == change.profile
    assert house.workspace.state.plan is plan


@pytest.mark.parametrize("answer", [None, ()])
def test_giving_up_changes_nothing(house: House, answer: tuple[()] | None) -> None:
    before = house.workspace.state
    house.answers.free_times = [answer]
    house.window.run("free-time")
    assert house.answers.shown == ["free-time"]
    assert house.workspace.state is before


def test_the_plan_page_leads_there(house: House) -> None:
    house.window.turn_to("plan")
    page = house.window.stack.page
    assert page is not None
    button = next(one for one in page.findChildren(QPushButton) if one.text().startswith("Free"))
    button.click()
    assert house.answers.shown == ["free-time"]


def test_the_wizard_leads_there_and_plans_with_what_comes_back(qtbot: QtBot, look: Look) -> None:
    assert look.scale == 100
    state = demo_workspace().state
    assert state.profile is not None
    asked: list[Profile] = []
    busy = KeepBusy(source="work.ics", times={TODAY + DAY: ((0, 1440),)})

    def answer(_: State, profile: Profile, __: date, ___: object) -> tuple[ChangeProfile, KeepBusy]:
        asked.append(profile)
        return ChangeProfile(profile=profile.evolve(days_off={CHRISTMAS: ""})), busy

    wizard = Wizard(state, TODAY, None, answer, lambda *_: None)
    qtbot.addWidget(wizard)
    wizard.show()
    wizard.go_on()
    wizard.go_on()
    link = next(one for one in wizard.step.findChildren(QPushButton) if "holidays" in one.text())
    link.click()
    assert asked == [state.profile]
    wizard.go_on()
    wizard.go_on()
    commands = wizard.commands()
    assert commands is not None
    assert commands[0].profile.days_off == {CHRISTMAS: ""}
    assert wizard.calendars == (busy,)
    plan = commands[1].plan
    after = state.evolve(profile=commands[0].profile, busy={"work.ics": busy.times})
    week = plan.week_at(CHRISTMAS)
    days = (week.monday + n * DAY for n in range(7))
    free = sum(free_minutes(commands[0].profile, after.busy, day) for day in days)
    assert week.capacity_minutes == free


def test_a_loop_before_a_booked_round_is_explained_in_the_wizard(qtbot: QtBot, look: Look) -> None:
    assert look.scale == 100
    state = demo_workspace().state
    assert state.profile is not None
    booked = state.profile.evolve(gates={"PS": date(2027, 1, 20)})
    wizard = Wizard(state.evolve(profile=booked), TODAY, None, FreeTimePrompt(), AssessmentPrompt())
    qtbot.addWidget(wizard)
    wizard.show()
    wizard.go_on()
    step = wizard.step
    assert isinstance(step, DatesStep)
    step.loop.set_day(date(2027, 1, 15))
    found = [one.text() for one in step.findChildren(Problem) if one.isVisible()]
    assert found == ["Phone Screen must come before the loop day."]
    assert not step.is_possible()


def test_another_level_leaves_the_rounds_of_this_one_behind(qtbot: QtBot, look: Look) -> None:
    assert look.scale == 100
    state = demo_workspace().state
    assert state.profile is not None
    booked = state.profile.evolve(gates={"PS": date(2027, 1, 20)}, level=Level.L7)
    wizard = Wizard(state.evolve(profile=booked), TODAY, None, FreeTimePrompt(), AssessmentPrompt())
    qtbot.addWidget(wizard)
    for _ in range(4):
        wizard.go_on()
    commands = wizard.commands()
    assert commands is not None
    assert commands[0].profile.gates == {}
    assert isinstance(commands[1], AcceptPlan)
