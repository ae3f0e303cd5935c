"""What a plan is measured by, read from the program in this one place.

Free time and efforts come from the planner's own calendar and demand, so that the solver plans the
same work into the same weeks. The rules are not taken from it: they are stated here and in
`benchmarks.statement` on their own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from planner.core.curriculum import AtLevel
from planner.core.plan import Plan
from planner.core.planning.calendar import STUDYING, Stretch
from planner.core.planning.situation import situation
from planner.core.planning.work import Work
from planner.core.profile import Profile
from planner.core.state import State
from planner.core.values import GRAIN, Level, Phase, Priority, Subject

WEIGHTS = {Priority.CORE: 100, Priority.IMPORTANT: 30, Priority.OPTIONAL: 10}
"""What a kept minute is worth, by the priority of its item."""
UNCOVERED = 30_000
"""What it costs to leave a criterion, a failure point or a round with nothing."""
RESERVE = 0.10
"""The share of a week's budget that waits for reviews, from the second week on."""
WEEKLY_REVIEW, REVIEWED_WEEK = 15, 60
"""Minutes of a weekly review, and the smallest budget of a week that has one."""
BASELINE = 45
"""Minutes of the first measure."""
LEAST = 20
"""No part of an item is shorter, in minutes."""
REHEARSAL_DAYS = (14, 4)
"""The days before the loop on which it may be rehearsed, first and last."""
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

    It is kept with any minutes from `least` to all of them. `rounds` are the places of those
    pieces that count as a mock; a debrief does not.
    """

    id: str
    priority: Priority
    subject: Subject
    minutes: int
    least: int
    smallest_part: int
    pieces: tuple[int, ...]
    rounds: tuple[int, ...]
    requires: tuple[str, ...]
    marks: frozenset[Mark]
    begun: bool
    weight: int


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


MOST_MOCKS = 3
"""Mocks a week, from half time on."""


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

    def most_mocks(self, room: Room) -> int:
        """Return how many mocks a week may hold."""
        return 0 if room.number < len(self.rooms) / 2 else MOST_MOCKS

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


def case_of(state: State, profile: Profile, loop: date, *, mocks_as_core: bool = False) -> Case:
    """Return the case of a candidate who has not begun yet.

    With `mocks_as_core` a minute of any mock is worth as much as one of core work.
    """
    now = situation(state, profile, loop, profile.start)
    works = (*now.studies, *now.mocks)
    open_ids = {work.id for work in works}
    tasks = {work.id: _task(work, profile.level, open_ids, mocks_as_core) for work in works}
    rehearsals = {work.id for work in works if work.item.area == "loop"}
    return Case(
        level=profile.level,
        rooms=[_room(week, loop) for week in now.weeks],
        studies=[one for one in tasks.values() if one.subject is not Subject.MOCK],
        mocks=[
            one
            for one in tasks.values()
            if one.subject is Subject.MOCK and one.id not in rehearsals
        ],
        rehearsals=[tasks[one] for one in tasks if one in rehearsals],
        baseline=BASELINE,
    )


def _task(work: Work, level: Level, open_ids: set[str], mocks_as_core: bool) -> Task:
    pieces = tuple(left for _, left in work.pieces)
    priority, is_mock = work.item.at[level].priority, work.lane is Subject.MOCK
    smallest = min(LEAST, work.minutes)
    if work.lane is Subject.READING:
        smallest = min(LEAST, *pieces)
    return Task(
        id=work.id,
        priority=priority,
        subject=work.lane,
        minutes=work.minutes,
        least=work.least,
        smallest_part=smallest,
        pieces=pieces,
        rounds=_rounds(work),
        requires=tuple(one for one in work.item.requires if one in open_ids),
        marks=_marks(work.item.at[level]),
        begun=work.begun,
        weight=WEIGHTS[Priority.CORE if mocks_as_core and is_mock else priority],
    )


def _rounds(work: Work) -> tuple[int, ...]:
    debriefs = {unit.id for unit in work.item.units if not unit.scored}
    return tuple(at for at, (unit, _) in enumerate(work.pieces) if unit not in debriefs)


def _marks(at: AtLevel) -> frozenset[Mark]:
    """Return what an item counts towards: criteria, failure points and rounds."""
    kinds = {"criterion": at.criteria, "failure": at.failures, "round": at.rounds}
    return frozenset((kind, one) for kind, ids in kinds.items() for one in ids)


def _room(week: Stretch, loop: date) -> Room:
    weekly = WEEKLY_REVIEW if week.budget >= REVIEWED_WEEK else 0
    reviews = int(RESERVE * week.budget + 1e-6) // GRAIN * GRAIN if week.number > 1 else 0
    first, last = REHEARSAL_DAYS
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
