"""How much time there is, in all and on each weekday."""

from dataclasses import replace
from datetime import date, time

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QGridLayout, QWidget

from planner.core.curriculum import Curriculum
from planner.core.entry import hours_problem, spread_hours
from planner.core.language import translate
from planner.core.profile import MOST_DAY_MINUTES, StudyDay
from planner.core.refusal import Refusal, Refused
from planner.core.wording import refusal_text
from planner.ui.kit.forms.fields import ClockField, HoursField, labelled, mark
from planner.ui.kit.words.dates import weekday_name
from planner.ui.kit.words.labels import PlainLabel, Problem, Small
from planner.ui.wizard.answers import Answers
from planner.ui.wizard.step import Step

MOST_WEEK_HOURS, MOST_DAY_HOURS = 200, 24
DAY_MINUTES = 24 * 60


class HoursStep(Step):
    """The sum of a week, which spreads itself over the days, and each day for itself."""

    def __init__(self, curriculum: Curriculum, today: date, parent: QWidget | None = None) -> None:
        super().__init__(curriculum, today, parent)
        self.total = HoursField(MOST_WEEK_HOURS, 1, self)
        self.days = [DayRow(weekday, self) for weekday in range(7)]
        self._problem = Problem(self)
        self._is_spreading = False
        self.column.addLayout(labelled(self.tr("Hours a week"), self.total, self._problem))
        self.column.addSpacing(8)
        self.column.addLayout(self._grid())
        self.add_free_time()
        self.column.addStretch()
        self.total.entered.connect(self._on_total_entered)
        for row in self.days:
            row.hours.entered.connect(self._on_day_entered)
            row.start.picked.connect(self._on_day_entered)

    def words(self) -> tuple[str, str]:
        """Return the title of the step and the line below it."""
        return (
            self.tr("How much time do you have?"),
            self.tr("A fifth of it stays free as a buffer; honest hours make an honest plan."),
        )

    def show_answers(self, answers: Answers) -> None:
        """Show the week."""
        self._show_week(answers.week)
        self._show_total()
        self._check()

    def take(self, answers: Answers) -> Answers:
        """Return the answers with the week, as far as it is possible."""
        if not all(row.fits() for row in self.days):
            return answers
        return replace(answers, week=tuple(row.study_day() for row in self.days))

    def is_possible(self) -> bool:
        """Say whether a week can hold this."""
        return self._refused() is None and all(row.fits() for row in self.days)

    def first_field(self) -> QWidget | None:
        """Return the field of the sum."""
        return self.total

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(3, 1)
        grid.addWidget(Small(self.tr("free"), self), 0, 1)
        grid.addWidget(Small(self.tr("from"), self), 0, 2)
        first = QLocale().firstDayOfWeek().value - 1
        for place in range(7):
            row = self.days[(first + place) % 7]
            for column, widget in enumerate((row.name, row.hours, row.start, row.problem)):
                grid.addWidget(widget, place + 1, column)
        return grid

    def _show_week(self, week: tuple[StudyDay, ...]) -> None:
        self._is_spreading = True
        for row, day in zip(self.days, week, strict=True):
            row.show_day(day)
        self._is_spreading = False

    def _show_total(self) -> None:
        self._is_spreading = True
        self.total.set_minutes(sum(row.hours.minutes for row in self.days))
        self._is_spreading = False

    def _refused(self) -> Refused | None:
        if any(row.hours.minutes > MOST_DAY_MINUTES for row in self.days):
            return Refused(Refusal.TOO_MANY_HOURS)
        return hours_problem(self.total.minutes)

    def _on_total_entered(self) -> None:
        if self._is_spreading:
            return
        if hours_problem(self.total.minutes) is None:
            self._show_week(spread_hours(self.total.minutes))
        self._check()

    def _on_day_entered(self) -> None:
        if self._is_spreading:
            return
        self._show_total()
        self._check()

    def _check(self) -> None:
        refused = self._refused()
        self._problem.say(refusal_text(refused) if refused else "")
        mark(self.total, wrong=refused is not None)
        for row in self.days:
            row.check()
        self.answered.emit()


class DayRow:
    """The fields of one weekday."""

    def __init__(self, weekday: int, parent: HoursStep) -> None:
        """Make the fields; the step lays them out."""
        name = weekday_name(weekday)
        self.name = PlainLabel(name, parent)
        self.hours = HoursField(MOST_DAY_HOURS, 0.5, parent)
        self.start = ClockField(time(19, 30), parent)
        self.problem = Problem(parent).tells_of(self.hours).tells_of(self.start)
        self.hours.setAccessibleName(
            translate("HoursStep", "Free hours on {name}").format(name=name)
        )
        self.start.setAccessibleName(
            translate("HoursStep", "Free from, on {name}").format(name=name)
        )
        self._late = translate("HoursStep", "ends after midnight: begin earlier or take less")

    def show_day(self, day: StudyDay) -> None:
        """Show a day."""
        self.hours.set_minutes(day.minutes)
        self.start.set_clock(day.start)
        self.check()

    def study_day(self) -> StudyDay:
        """Return what was entered.

        Raises:
            ValueError: when it does not end before midnight.
        """
        return StudyDay(minutes=self.hours.minutes, start=self.start.clock)

    def fits(self) -> bool:
        """Say whether the day ends before midnight and is not too long."""
        start = self.start.clock
        end = start.hour * 60 + start.minute + self.hours.minutes
        return end <= DAY_MINUTES and self.hours.minutes <= MOST_DAY_MINUTES

    def check(self) -> None:
        """Say what is wrong, beside the fields."""
        self.start.setEnabled(self.hours.minutes > 0)
        late = not self.fits()
        self.problem.say(self._late if late else "")
        mark(self.hours, wrong=late)
