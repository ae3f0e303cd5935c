"""Who is preparing: level, dates, free time of a week, and where each skill group stands."""

from collections.abc import Mapping
from datetime import date, time
from functools import cached_property
from typing import Annotated

from planner.core.bounds import Id
from planner.core.checking import Limits
from planner.core.curriculum import Item
from planner.core.spans import Span
from planner.core.values import Level, Rating, TimeOfDay, Value

EARLIEST, LATEST = date(1970, 1, 1), date(2200, 1, 1)
LONGEST_PLAN_DAYS = 10 * 366
MOST_DAY_MINUTES = 12 * 60
LEAST_WEEK_MINUTES = 30
MOST_DAYS_OFF, MOST_SPECIAL_WEEKS, MOST_GATES = 4000, 530, 10
_UNRATED = Rating.WORKING

Day = Annotated[date, Limits(ge=EARLIEST, le=LATEST)]
DayName = Annotated[str, Limits(max_length=120)]
WeekMinutes = Annotated[int, Limits(ge=0, le=7 * MOST_DAY_MINUTES)]


class StudyDay(Value, frozen=True):
    """The free time of one weekday: how many minutes, and from when."""

    minutes: Annotated[int, Limits(ge=0, le=MOST_DAY_MINUTES)] = 0
    start: TimeOfDay = time(19, 30)

    def __post_init__(self) -> None:
        """See that it ends before midnight."""
        if self.start.hour * 60 + self.start.minute + self.minutes > 24 * 60:
            raise ValueError("the free time of a day must end before midnight")

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """The stretch that is free, if there is any."""
        begin = self.start.hour * 60 + self.start.minute
        return ((begin, begin + self.minutes),) if self.minutes else ()


class Profile(Value, frozen=True):
    """The candidate's answers. `week` runs Monday to Sunday; no `loop` means not booked yet.

    `days_off` maps days without study to the names of the holidays they are, to nothing where the
    candidate took them. `special_weeks` are the minutes of weeks with other hours by their
    Mondays. `gates` are the days of the rounds before the loop day; what is not booked is not in
    it. `zone` is where the candidate lives, as "Europe/Berlin", or nothing for the system's zone;
    it only serves to read calendars, since a plan knows local days alone.
    `ratings` are by the id of a group, and by that of an item that is rated for itself.
    """

    level: Level
    start: Day
    loop: Day | None = None
    week: Annotated[tuple[StudyDay, ...], Limits(min_length=7, max_length=7)]
    ratings: Mapping[Id, Rating] = {}
    place: Annotated[str, Limits(max_length=80)] = ""
    days_off: Annotated[Mapping[Day, DayName], Limits(max_length=MOST_DAYS_OFF)] = {}
    special_weeks: Annotated[Mapping[Day, WeekMinutes], Limits(max_length=MOST_SPECIAL_WEEKS)] = {}
    gates: Annotated[Mapping[Id, Day], Limits(max_length=MOST_GATES)] = {}
    zone: Annotated[str, Limits(max_length=64)] = ""

    def __post_init__(self) -> None:
        """See that the dates and the week make sense."""
        if self.loop is not None and not 0 < (self.loop - self.start).days <= LONGEST_PLAN_DAYS:
            raise ValueError("the loop must come after the start, within ten years")
        if self.week_minutes < LEAST_WEEK_MINUTES:
            raise ValueError("a week needs at least half an hour of free time")
        if any(monday.weekday() for monday in self.special_weeks):
            raise ValueError("a week with other hours is named by its Monday")

    @property
    def week_minutes(self) -> int:
        """The free minutes of an ordinary week."""
        return sum(day.minutes for day in self.week)

    def rating_of(self, item: Item) -> Rating:
        """Return how an item is rated: for itself, else with its group, else as working."""
        of_group = self.ratings.get(item.group, _UNRATED)
        return self.ratings.get(item.id, of_group)
