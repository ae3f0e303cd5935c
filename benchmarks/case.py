"""What a plan is measured by, read from the program in this one place.

Rooms, efforts and what requires what come from the planner's own calendar and demand, so that the
solver plans the same work into the same free time. The rules of placing are not taken from it:
`benchmarks.statement` states them on its own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import accumulate

from planner.core.effort import GRAIN
from planner.core.plan import Plan
from planner.core.planning import calendar
from planner.core.planning.calendar import STUDYING, Stretch
from planner.core.planning.rehearsal import STILL_GOOD, is_rehearsal
from planner.core.planning.reviews import RESERVE
from planner.core.planning.situation import BASELINE_MINUTES, WEEKLY_REVIEW_MINUTES
from planner.core.planning.trim import marks
from planner.core.planning.work import LEAST, Work, demand
from planner.core.profile import Profile
from planner.core.state import State
from planner.core.values import Level, Phase, Priority, Subject

WEIGHTS = {Priority.CORE: 100, Priority.IMPORTANT: 30, Priority.OPTIONAL: 10}
"""What a kept minute is worth."""
UNCOVERED = 30_000
"""What it costs to leave a criterion, a failure point or a round with nothing."""
REVIEWED_WEEK = 60
"""A smaller week has no weekly review, in minutes of budget."""
LAST_MOCK = 3
"""No mock in so many days before the loop."""
BASELINE_WEEKS = 3
"""The first measure stands in one of so many weeks."""
LONG = 6 * 60
"""What takes longer is spread over two weeks at least."""

Mark = tuple[str, str]


@dataclass(frozen=True)
class Task:
    """An open item with its minutes, and those of its units, its `pieces`.

    `sizes` are the minutes it may be kept with, None for any from `least` to all of them.
    """

    id: str
    priority: Priority
    subject: Subject
    minutes: int
    least: int
    sizes: tuple[int, ...] | None
    smallest_part: int
    pieces: tuple[int, ...]
    requires: tuple[str, ...]
    marks: frozenset[Mark]
    begun: bool

    @property
    def weight(self) -> int:
        """What a kept minute of it is worth."""
        return WEIGHTS[self.priority]


@dataclass(frozen=True)
class Slot:
    """A day, or a week as a whole: minutes that may hold study, other mocks, and the rehearsal."""

    date: date
    week: int
    minutes: int
    for_mocks: int
    for_rehearsal: int


@dataclass(frozen=True)
class Room:
    """A week, with the minutes that study and mocks share; reviews have theirs taken off."""

    number: int
    monday: date
    studying: bool
    build: bool
    minutes: int
    days: tuple[Slot, ...]

    @property
    def as_slot(self) -> Slot:
        """The week without its days."""
        return Slot(
            date=self.monday,
            week=self.number,
            minutes=self.minutes,
            for_mocks=sum(day.for_mocks for day in self.days),
            for_rehearsal=sum(day.for_rehearsal for day in self.days),
        )


@dataclass(frozen=True)
class Case:
    """A candidate's work and room on the first day."""

    level: Level
    rooms: Sequence[Room]
    studies: Sequence[Task]
    mocks: Sequence[Task]
    rehearsals: Sequence[Task]
    baseline: int

    @property
    def tasks(self) -> Sequence[Task]:
        """Everything that may be kept."""
        return (*self.studies, *self.mocks, *self.rehearsals)

    @cached_property
    def by_id(self) -> Mapping[str, Task]:
        """Everything that may be kept, by its id."""
        return {task.id: task for task in self.tasks}

    @property
    def days(self) -> Sequence[Slot]:
        """All days on which something may stand."""
        return [day for room in self.rooms for day in room.days]

    @property
    def weeks(self) -> Sequence[Slot]:
        """All weeks without their days."""
        return [room.as_slot for room in self.rooms]

    @property
    def coverable(self) -> frozenset[Mark]:
        """The criteria, failure points and rounds that something counts towards."""
        return frozenset(mark for task in self.tasks for mark in task.marks)

    def kept(self, plan: Plan) -> Mapping[str, int]:
        """Return the minutes of study and mocks that a plan gives to each item."""
        return {
            task.id: min(sum(one.minutes for one in plan.by_item.get(task.id, ())), task.minutes)
            for task in self.tasks
        }

    def worth(self, kept: Mapping[str, int]) -> int:
        """Return kept minutes, weighted by their priority."""
        return sum(task.weight * kept.get(task.id, 0) for task in self.tasks)

    def value(self, kept: Mapping[str, int]) -> int:
        """Return what kept minutes are worth, less what is left with nothing."""
        return self.worth(kept) - UNCOVERED * len(self.uncovered(kept))

    def uncovered(self, kept: Mapping[str, int]) -> frozenset[Mark]:
        """Return the criteria, failure points and rounds that could be covered and are not."""
        found = {mark for task in self.tasks if kept.get(task.id) for mark in task.marks}
        return self.coverable - found


def case_of(state: State, profile: Profile, loop: date) -> Case:
    """Return the case of a candidate who has not begun yet."""
    works = demand(state, profile)
    open_ids = {work.id for work in works}
    weeks = calendar.lay_out(profile, loop, profile.start, (), None)
    tasks = {work.id: _task(work, profile.level, open_ids) for work in works}
    rehearsals = {work.id for work in works if is_rehearsal(work)}
    return Case(
        level=profile.level,
        rooms=[_room(week, loop) for week in weeks],
        studies=[one for one in tasks.values() if one.subject is not Subject.MOCK],
        mocks=[
            one
            for one in tasks.values()
            if one.subject is Subject.MOCK and one.id not in rehearsals
        ],
        rehearsals=[tasks[one] for one in tasks if one in rehearsals],
        baseline=BASELINE_MINUTES,
    )


def _task(work: Work, level: Level, open_ids: set[str]) -> Task:
    pieces = tuple(piece.left for piece in work.pieces)
    least, sizes, smallest = work.least, None, min(LEAST, work.minutes)
    if work.lane is Subject.READING:
        ends = list(accumulate(pieces))
        half = max(work.least, work.minutes / 2)
        sizes = tuple(end for end in ends if end >= half)
        least = sizes[0]
        smallest = min(LEAST, *pieces)
    return Task(
        id=work.id,
        priority=work.item.at[level].priority,
        subject=work.lane,
        minutes=work.minutes,
        least=least,
        sizes=sizes,
        smallest_part=smallest,
        pieces=pieces,
        requires=tuple(one for one in work.item.requires if one in open_ids),
        marks=frozenset(marks(work.item, level)),
        begun=work.begun,
    )


def _room(week: Stretch, loop: date) -> Room:
    weekly = WEEKLY_REVIEW_MINUTES if week.budget >= REVIEWED_WEEK else 0
    reviews = int(RESERVE * week.budget + 1e-6) // GRAIN * GRAIN if week.number > 1 else 0
    first, last = STILL_GOOD
    days = []
    for day in week.days:
        before = (loop - day.date).days
        mocks = day.left if before > LAST_MOCK else 0
        rehearsal = day.left if last <= before <= first else 0
        days.append(Slot(day.date, week.number, day.left, mocks, rehearsal))
    return Room(
        number=week.number,
        monday=week.monday,
        studying=week.phase in STUDYING,
        build=week.phase is Phase.BUILD,
        minutes=max(week.budget - weekly - reviews, 0),
        days=tuple(days),
    )
