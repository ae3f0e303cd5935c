"""Weeks with other hours than usual."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from planner.core.profile import MOST_DAY_MINUTES
from planner.core.wording import duration
from planner.ui.free_time.listing import Listing
from planner.ui.free_time.part import Part
from planner.ui.kit.buttons import Button
from planner.ui.kit.forms.day_field import DayField
from planner.ui.kit.forms.fields import HoursField
from planner.ui.kit.words.dates import span
from planner.ui.kit.words.labels import PlainLabel

MOST_HOURS = 7 * MOST_DAY_MINUTES / 60


class WeeksPart(Part):
    """The weeks there are, and two fields to add one more."""

    def __init__(
        self, weeks: Mapping[date, int], usual: int, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.say(
            self.tr("Weeks with other hours"),
            self.tr("Travel, on call, a quiet week: the hours of that whole week."),
        )
        self._weeks = dict(weeks)
        self.listing = Listing(self.tr("Weeks with other hours"), self)
        self.day = DayField(today + timedelta(weeks=1), self)
        self.hours = HoursField(MOST_HOURS, 1, self)
        self.hours.set_minutes(usual // 2)
        self.day.name_alone(self.tr("A day of the week"))
        self.hours.setAccessibleName(self.tr("Hours of that week"))
        self.add = Button(self.tr("Add"), self._on_add, self)
        self.add.setAccessibleName(self.tr("Add a week"))
        self.box.addWidget(self.listing)
        of = PlainLabel(self.tr("Week of"), self)
        self.box.addWidget(self.line(of, self.day, self.hours, self.add))
        self.box.addWidget(self.problem.tells_of(self.day))
        self.day.picked.connect(self._on_picked)
        self.listing.removed.connect(self._on_removed)
        self._show()

    @property
    def weeks(self) -> Mapping[date, int]:
        """The minutes of each week by its Monday, in order."""
        return dict(sorted(self._weeks.items()))

    def _on_picked(self) -> None:
        self.problem.say(self.day.problem)
        self.add.setEnabled(not self.day.problem)

    def _on_add(self) -> None:
        monday = self.day.day - timedelta(days=self.day.day.weekday())
        self._weeks[monday] = self.hours.minutes
        self._show()
        self.edited.emit()

    def _on_removed(self, place: int) -> None:
        del self._weeks[list(self.weeks)[place]]
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        words = self.tr("{week} · {time}")
        self.listing.show_rows(
            [
                words.format(week=span(monday, monday + timedelta(days=6)), time=duration(minutes))
                for monday, minutes in self.weeks.items()
            ]
        )
