"""The free time from the start to the loop: days with room, weeks with budgets and phases."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import ceil

from planner.core.free_time import Busy, windows
from planner.core.plan import Plan, Session, Week
from planner.core.profile import Profile
from planner.core.spans import Span, length, without
from planner.core.values import GRAIN, Phase

BUFFER = 0.20
"""A fifth of the free time stays free: people plan what they need a fifth too short (rule 1)."""
TAPER = 0.50
TAPER_DAYS = 7
"""The last seven days before the loop hold at most half of what they could (rule 4)."""
SHORT_PLAN = 4
MOCK_SHARE = 0.25
STUDYING = frozenset({Phase.ORIENTATION, Phase.BUILD})
"""The phases in which new items are begun (rule 3)."""
_WEEK = timedelta(weeks=1)
_OFFSETS = [timedelta(days=number) for number in range(7)]
EVE = 1
"""Nothing is planned on so many days before the loop (rule 4)."""


@dataclass(slots=True)
class Day:
    """A day with the stretches of it that are still free, in order.

    `left` are their minutes in all, `longest` is what fits without a break. Sessions stand in the
    order in which they were laid: what one of them passes over is not gone back to.
    """

    date: date
    week: int
    windows: tuple[Span, ...]
    left: int = field(init=False)
    longest: int = field(init=False)

    def __post_init__(self) -> None:
        """Keep the figures at hand; they are asked for thousands of times."""
        self._measure()

    def take(self, minutes: int) -> int:
        """Use minutes of the day; return the minute of the day at which they begin.

        Raises:
            ValueError: when no stretch of the day has so many minutes left.
        """
        for place, (begin, end) in enumerate(self.windows):
            if end - begin >= minutes:
                later = self.windows[place + 1 :]
                begins_again = begin + minutes
                self.windows = ((begins_again, end), *later) if begins_again < end else later
                self._measure()
                return begin
        raise ValueError(f"{self.date} has no {minutes} minutes in a row left")

    def right_after(self, minute: int) -> int:
        """Return how many minutes are free from a minute of the day on, without a break."""
        return next((end - begin for begin, end in self.windows if begin == minute), 0)

    def _measure(self) -> None:
        if len(self.windows) == 1:
            begin, end = self.windows[0]
            self.left = self.longest = end - begin
            return
        lengths = [end - begin for begin, end in self.windows]
        self.left = sum(lengths)
        self.longest = max(lengths, default=0)


@dataclass(slots=True)
class Stretch:
    """A week while it is being filled; `left` is what may still be planned.

    `days` are those that have free time.
    """

    number: int
    monday: date
    phase: Phase
    capacity: int
    budget: int
    left: int
    days: list[Day] = field(default_factory=list)

    def copy(self) -> "Stretch":
        """Return the same week with days of its own, to be filled."""
        days = [Day(one.date, one.week, one.windows) for one in self.days]
        return Stretch(
            self.number, self.monday, self.phase, self.capacity, self.budget, self.left, days
        )

    def as_week(self) -> Week:
        """Return the finished week."""
        return Week.holding(
            {
                "number": self.number,
                "monday": self.monday,
                "phase": self.phase,
                "capacity_minutes": self.capacity,
                "budget_minutes": self.budget,
            }
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
    profile: Profile,
    loop: date,
    today: date,
    fixed: tuple[Session, ...],
    before: Plan | None,
    busy: Mapping[str, Busy],
) -> list[Stretch]:
    """Return the weeks with the room that is left from `today` on.

    `fixed` sessions (done or pinned) have their room taken already, also where they stand outside
    the free time of their day. Weeks of the plan before that are over keep the figures they had.
    """
    weeks = count_weeks(profile.start, loop)
    monday = _monday(profile.start)
    taken: dict[date, list[Span]] = {}
    used = Counter[date]()
    for session in fixed:
        begin = session.start.hour * 60 + session.start.minute
        taken.setdefault(session.date, []).append((begin, begin + session.minutes))
        used[_monday(session.date)] += session.minutes
    last = _last_day(loop)
    stretches = []
    for number in range(1, weeks + 1):
        first = monday + _WEEK * (number - 1)
        phase = phase_of(number, weeks)
        begins, ends = max(first, profile.start), min(first + _OFFSETS[-1], last)
        days = [begins + one for one in _OFFSETS[: max((ends - begins).days + 1, 0)]]
        free = [(day, spans) for day in days if (spans := windows(profile, busy, day))]
        capacity, budget = _budget(loop, phase, free)
        if before is not None and first + _WEEK <= today:
            old = before.week_at(first)
            if old.monday == first:
                capacity, budget = old.capacity_minutes, old.budget_minutes
        stretches.append(
            Stretch(
                number=number,
                monday=first,
                phase=phase,
                capacity=capacity,
                budget=budget,
                left=max(budget - used.get(first, 0), 0),
                days=[
                    Day(day, number, left)
                    for day, spans in free
                    if day >= today
                    and (left := _open(spans, taken[day]) if day in taken else spans)
                ],
            )
        )
    return stretches


def _open(free: tuple[Span, ...], taken: Sequence[Span]) -> tuple[Span, ...]:
    """Return what sessions leave of a day; those outside its free time shorten it from its end."""
    left = without(free, taken)
    excess = length(left) - max(length(free) - length(taken), 0)
    while excess > 0:
        begin, end = left[-1]
        cut = min(excess, end - begin)
        left = (*left[:-1], (begin, end - cut)) if begin < end - cut else left[:-1]
        excess -= cut
    return left


def _budget(
    loop: date, phase: Phase, free: Sequence[tuple[date, Sequence[Span]]]
) -> tuple[int, int]:
    """Return the free minutes of a week, and those of them that may be planned."""
    capacity = 0
    plannable = 0.0
    light = loop - timedelta(days=TAPER_DAYS)
    for day, spans in free:
        minutes = length(spans)
        capacity += minutes
        plannable += minutes * (1 - BUFFER) * (TAPER if day >= light else 1)
    if phase is Phase.TAPER:
        plannable = min(plannable, capacity * (1 - BUFFER) * TAPER)
    return capacity, int(plannable + 1e-6) // GRAIN * GRAIN


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _last_day(loop: date) -> date:
    return loop - timedelta(days=EVE + 1)
