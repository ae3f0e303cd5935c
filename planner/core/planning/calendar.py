"""The free time from the start to the loop: days with room, weeks with budgets and phases."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from math import ceil

from planner.core.effort import GRAIN
from planner.core.plan import Plan, Session, Week
from planner.core.profile import Profile
from planner.core.values import Phase

BUFFER = 0.20
"""A fifth of the free time stays free: people plan what they need a fifth too short (rule 1)."""
TAPER = 0.50
TAPER_DAYS = 7
"""The last seven days before the loop hold at most half of what they could (rule 4)."""
SHORT_PLAN = 4
MOCK_SHARE = 0.25
STUDYING = frozenset({Phase.ORIENTATION, Phase.BUILD})
"""The phases in which new items are begun (rule 3)."""
EVE = 1
"""Nothing is planned on so many days before the loop (rule 4)."""


@dataclass(slots=True)
class Day:
    """A day with the minutes that are still free, and the minute at which they begin."""

    date: date
    week: int
    left: int
    next_minute: int

    @property
    def longest(self) -> int:
        """The minutes of the longest session that fits at once."""
        return self.left

    def take(self, minutes: int) -> int:
        """Use minutes of the day; return the minute of the day at which they begin."""
        begin = self.next_minute
        self.left -= minutes
        self.next_minute += minutes
        return begin


@dataclass(slots=True)
class Stretch:
    """A week while it is being filled; `left` is what may still be planned."""

    number: int
    monday: date
    phase: Phase
    capacity: int
    budget: int
    left: int
    days: list[Day] = field(default_factory=list)

    def copy(self) -> "Stretch":
        """Return the same week with days of its own, to be filled."""
        days = [Day(one.date, one.week, one.left, one.next_minute) for one in self.days]
        return Stretch(
            self.number, self.monday, self.phase, self.capacity, self.budget, self.left, days
        )

    def as_week(self) -> Week:
        """Return the finished week."""
        return Week(
            number=self.number,
            monday=self.monday,
            phase=self.phase,
            capacity_minutes=self.capacity,
            budget_minutes=self.budget,
        )


def count_weeks(start: date, loop: date) -> int:
    """Return how many weeks hold a day for study: start to loop, without its eve."""
    return max((_last_day(loop) - _monday(start)).days // 7 + 1, 1)


def phase_of(number: int, weeks: int) -> Phase:
    """Return the phase of a week by its number (rule 3).

    The last quarter, at least two weeks (one when there are four or fewer), is for mocks, and the
    last week of all is the taper.
    """
    mock_weeks = 1 if weeks <= SHORT_PLAN else max(2, ceil(MOCK_SHARE * weeks))
    if number == 1:
        return Phase.ORIENTATION
    if number == weeks:
        return Phase.TAPER
    return Phase.MOCK if number > weeks - mock_weeks else Phase.BUILD


def lay_out(
    profile: Profile, loop: date, today: date, fixed: tuple[Session, ...], before: Plan | None
) -> list[Stretch]:
    """Return the weeks with the room that is left from `today` on.

    `fixed` sessions (done or pinned) have their room taken already. Weeks of the plan before that
    are over keep the figures they had.
    """
    weeks = count_weeks(profile.start, loop)
    monday = _monday(profile.start)
    taken: dict[date, int] = {}
    for session in fixed:
        taken[session.date] = taken.get(session.date, 0) + session.minutes
    ends: dict[date, int] = {}
    for session in fixed:
        end = session.start.hour * 60 + session.start.minute + session.minutes
        ends[session.date] = max(ends.get(session.date, 0), end)
    stretches = []
    for number in range(1, weeks + 1):
        first = monday + timedelta(days=7 * (number - 1))
        stretch = _stretch(profile, loop, first, number, weeks)
        if before is not None and first + timedelta(days=6) < today:
            old = before.week_at(first)
            if old.monday == first:
                stretch.capacity, stretch.budget = old.capacity_minutes, old.budget_minutes
        used = sum(taken.get(first + timedelta(days=i), 0) for i in range(7))
        stretch.left = max(stretch.budget - used, 0)
        for day in stretch.days:
            day.left = max(day.left - taken.get(day.date, 0), 0) if day.date >= today else 0
            day.next_minute = max(day.next_minute, ends.get(day.date, 0))
            day.left = min(day.left, 24 * 60 - day.next_minute)
        stretches.append(stretch)
    return stretches


def _stretch(profile: Profile, loop: date, monday: date, number: int, weeks: int) -> Stretch:
    capacity = 0
    plannable = 0.0
    days = []
    for offset in range(7):
        day = monday + timedelta(days=offset)
        if not profile.start <= day <= _last_day(loop):
            continue
        free = profile.week[day.weekday()]
        capacity += free.minutes
        light = (loop - day).days <= TAPER_DAYS
        plannable += free.minutes * (1 - BUFFER) * (TAPER if light else 1)
        minute = free.start.hour * 60 + free.start.minute
        days.append(Day(day, number, free.minutes, minute))
    phase = phase_of(number, weeks)
    if phase is Phase.TAPER:
        plannable = min(plannable, capacity * (1 - BUFFER) * TAPER)
    budget = int(plannable + 1e-6) // GRAIN * GRAIN
    return Stretch(number, monday, phase, capacity, budget, budget, days)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _last_day(loop: date) -> date:
    return loop - timedelta(days=EVE + 1)
