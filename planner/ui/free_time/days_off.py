"""Days without study, entered as stretches."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from planner.core.profile import MOST_DAYS_OFF
from planner.ui.free_time.listing import Listing
from planner.ui.free_time.part import Part
from planner.ui.kit.buttons import Button
from planner.ui.kit.forms.day_field import DayField
from planner.ui.kit.words.dates import short_day
from planner.ui.kit.words.labels import PlainLabel

Stretch = tuple[date, date]
MOST_DAYS = 366
ONE_DAY = timedelta(days=1)


class DaysOffPart(Part):
    """The days off that the candidate takes, and two fields to add more."""

    def __init__(self, days: Iterable[date], today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.say(self.tr("Days off"), self.tr("Nothing is planned on these days."))
        self._days = set(days)
        self.listing = Listing(self.tr("Days off"), self)
        self.first, self.last = DayField(today, self), DayField(today, self)
        self.first.name_alone(self.tr("First day off"))
        self.last.name_alone(self.tr("Last day off"))
        self.add = Button(self.tr("Add"), self._on_add, self)
        self.add.setAccessibleName(self.tr("Add days off"))
        self.box.addWidget(self.listing)
        until = PlainLabel(self.tr("to"), self)
        self.box.addWidget(self.line(self.first, until, self.last, self.add))
        self.box.addWidget(self.problem.tells_of(self.first).tells_of(self.last))
        self.first.picked.connect(self._on_first_picked)
        self.last.picked.connect(self._check)
        self.listing.removed.connect(self._on_removed)
        self._show()

    @property
    def days(self) -> Iterable[date]:
        """The days off, in order."""
        return sorted(self._days)

    def _on_first_picked(self) -> None:
        if self.last.day < self.first.day:
            self.last.set_day(self.first.day)
        self._check()

    def _check(self) -> None:
        length = (self.last.day - self.first.day).days + 1
        too_long = length > MOST_DAYS or len(self._days) + length > MOST_DAYS_OFF
        problem = self.first.problem or self.last.problem
        if not problem and length < 1:
            problem = self.tr("The last day comes before the first.")
        elif not problem and too_long:
            problem = self.tr("That is too long; a year at most.")
        self.problem.say(problem)
        self.add.setEnabled(not problem)

    def _on_add(self) -> None:
        length = (self.last.day - self.first.day).days + 1
        self._days |= {self.first.day + ONE_DAY * count for count in range(length)}
        self._show()
        self.edited.emit()

    def _on_removed(self, place: int) -> None:
        first, last = list(stretches(self._days))[place]
        self._days = {day for day in self._days if not first <= day <= last}
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        self.listing.show_rows([_words(stretch) for stretch in stretches(self._days)])


def stretches(days: Iterable[date]) -> Iterator[Stretch]:
    """Yield first and last of days that follow each other."""
    first: date | None = None
    last = date.min
    for day in sorted(days):
        if first is None or day > last + ONE_DAY:
            if first is not None:
                yield first, last
            first = day
        last = day
    if first is not None:
        yield first, last


def _words(stretch: Stretch) -> str:
    first, last = stretch
    return short_day(first) if first == last else f"{short_day(first)} – {short_day(last)}"
