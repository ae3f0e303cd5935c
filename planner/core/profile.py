"""Who is preparing: level, dates, free time of a week, and where each skill group stands."""

from collections.abc import Mapping
from datetime import date, time
from typing import Annotated

from planner.core.checking import Limits
from planner.core.curriculum import Id
from planner.core.values import Level, Rating, TimeOfDay, Value

EARLIEST, LATEST = date(1970, 1, 1), date(2200, 1, 1)
LONGEST_PLAN_DAYS = 10 * 366
MOST_DAY_MINUTES = 12 * 60
LEAST_WEEK_MINUTES = 30

Day = Annotated[date, Limits(ge=EARLIEST, le=LATEST)]


class StudyDay(Value, frozen=True):
    """The free time of one weekday: how many minutes, and from when."""

    minutes: Annotated[int, Limits(ge=0, le=MOST_DAY_MINUTES)] = 0
    start: TimeOfDay = time(19, 30)

    def __post_init__(self) -> None:
        """See that it ends before midnight."""
        if self.start.hour * 60 + self.start.minute + self.minutes > 24 * 60:
            raise ValueError("the free time of a day must end before midnight")


class Profile(Value, frozen=True):
    """The candidate's answers. `week` runs Monday to Sunday; no `loop` means not booked yet."""

    level: Level
    start: Day
    loop: Day | None = None
    week: Annotated[tuple[StudyDay, ...], Limits(min_length=7, max_length=7)]
    ratings: Mapping[Id, Rating] = {}
    place: Annotated[str, Limits(max_length=80)] = ""

    def __post_init__(self) -> None:
        """See that the dates and the week make sense."""
        if self.loop is not None and not 0 < (self.loop - self.start).days <= LONGEST_PLAN_DAYS:
            raise ValueError("the loop must come after the start, within ten years")
        if self.week_minutes < LEAST_WEEK_MINUTES:
            raise ValueError("a week needs at least half an hour of free time")

    @property
    def week_minutes(self) -> int:
        """The free minutes of an ordinary week."""
        return sum(day.minutes for day in self.week)

    def rating(self, group: str) -> Rating:
        """Return how a group is rated; what was never rated counts as working."""
        return self.ratings.get(group, Rating.WORKING)
