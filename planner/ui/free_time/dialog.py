"""The dialog of free time and dates: its parts, and the commands that come of it."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.core.commands import Change, ChangeProfile
from planner.core.free_time import free_time_problem, horizon, with_holidays
from planner.core.profile import Profile
from planner.core.state import State
from planner.core.wording import refusal_text
from planner.ui.dialogs.dialog import Dialog
from planner.ui.free_time.calendars import CalendarsPart, ChooseFile
from planner.ui.free_time.days_off import DaysOffPart
from planner.ui.free_time.holidays import HolidaysPart
from planner.ui.free_time.part import Part
from planner.ui.free_time.rounds import RoundsPart
from planner.ui.free_time.weeks import WeeksPart
from planner.ui.kit.layout.beside import Beside
from planner.ui.kit.words.labels import QuietProblem

LETTERS = 150
"""Room for both columns."""


class FreeTimeDialog(Dialog):
    """Shows the free time of a profile, and gives back what the user made of it."""

    least_width = LETTERS

    def __init__(
        self,
        state: State,
        profile: Profile,
        today: date,
        choose_file: ChooseFile,
        parent: QWidget | None,
    ) -> None:
        super().__init__(
            self.tr("Free time and dates"),
            parent,
            self.tr("Sessions keep clear of days off and of busy hours."),
        )
        self._state, self._profile, self._today = state, profile, today
        ahead = horizon(profile, today)
        named = {day: name for day, name in profile.days_off.items() if name}
        own = [day for day, name in profile.days_off.items() if not name]
        usual = profile.week_minutes
        self.rounds = RoundsPart(state.curriculum, profile, today, self)
        self.days_off = DaysOffPart(own, today, self)
        self.weeks = WeeksPart(profile.special_weeks, usual, today, self)
        self.holidays = HolidaysPart(named, ahead, self)
        self.calendars = CalendarsPart(state.busy, profile.zone, ahead, choose_file, self)
        self._problem = QuietProblem(self)
        columns = Beside(self)
        columns.add(_column(self, self.rounds, self.days_off, self.weeks))
        columns.add(_column(self, self.holidays, self.calendars))
        self.body.addWidget(columns)
        self.head.addWidget(self._problem)
        self._done = self.add_buttons(self.tr("Done"), self.tr("Cancel"))
        for part in self.findChildren(Part):
            part.edited.connect(self._on_edited)
        self._on_edited()

    @property
    def profile(self) -> Profile:
        """The profile with what was entered."""
        profile = self._profile.evolve(
            days_off=dict.fromkeys(self.days_off.days, ""),
            special_weeks=self.weeks.weeks,
            gates=self.rounds.gates,
            zone=self.calendars.zone,
        )
        return with_holidays(profile, self.holidays.days)

    def commands(self) -> tuple[Change, ...]:
        """Return what makes real what was entered; nothing where that is what was before."""
        busy = self.calendars.commands()
        profile = self.profile
        changes = busy or profile != self._profile
        return (ChangeProfile(profile=profile), *busy) if changes else ()

    def _on_edited(self) -> None:
        problem = free_time_problem(self.profile, self.calendars.busy, self._today)
        self._problem.say(refusal_text(problem) if problem else "")
        self._done.setEnabled(problem is None and self.rounds.is_possible())


def _column(parent: QWidget, *parts: Part) -> QWidget:
    holder = QWidget(parent)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    for part in parts:
        column.addWidget(part)
    column.addStretch()
    return holder
