"""The hard rules of a plan, stated for an exact solver at the grain of weeks and five minutes.

What is stated: the room of each week; sizes (an item is left out, or kept with at least its
shortest size, a book to the end of a chapter); parts of at least twenty minutes; orientation
always; what is required is kept and ends no later than the week in which what requires it begins;
nothing new in the mock block (at most half of an item is studied there); six hours and more spread
over two weeks; mocks whole, from half time on, one a week while building and two in the block, not
in the last three days, before the rehearsal; the rehearsal in its window after the mocks it
requires; the first measure in one of the first three weeks.

What is not stated: days and times, lanes and one book at a time, soft orders, interleaving,
chapters that stay whole inside a kept book, and that reviews use what is set aside for them. So a
real plan may be held to more than this, and the solver's figure bounds every real plan from above.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ortools.sat.python import cp_model

from benchmarks.case import BASELINE_WEEKS, LONG, UNCOVERED, Case, Task
from planner.core.effort import GRAIN
from planner.core.values import Subject

Variable = Any
"""A variable or a sum of them; the solver may be missing when types are checked."""


@dataclass(slots=True)
class Statement:
    """The model of one case. `rules` are filled only for `checked`: what each rule hangs on."""

    case: Case
    checked: bool = False
    orientation_always: bool = True
    model: Any = field(default_factory=cp_model.CpModel)
    kept: dict[str, Variable] = field(default_factory=dict)
    size: dict[str, Variable] = field(default_factory=dict)
    part: dict[tuple[str, int], Variable] = field(default_factory=dict)
    stands: dict[tuple[str, int], Variable] = field(default_factory=dict)
    done: dict[tuple[str, int, int], Variable] = field(default_factory=dict)
    begun: dict[tuple[str, int], Variable] = field(default_factory=dict)
    ended: dict[tuple[str, int], Variable] = field(default_factory=dict)
    baseline: dict[int, Variable] = field(default_factory=dict)
    rules: dict[str, Variable] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """State everything."""
        for task in self.case.studies:
            self._state_study(task)
        for task in (*self.case.mocks, *self.case.rehearsals):
            self._state_mock(task)
        self._state_rehearsal_days()
        self._state_baseline()
        for task in self.case.tasks:
            self._state_requirements(task)
        self._state_mocks_a_week()
        self._state_room()
        self._state_aim()

    @property
    def weeks(self) -> range:
        """The numbers of the weeks."""
        return range(1, len(self.case.rooms) + 1)

    def hold(self, rule: str, constraint: Any, *only_if: Variable) -> None:
        """Add a constraint under the name of its rule."""
        added = self.model.add(constraint)
        conditions = list(only_if)
        if self.checked:
            if rule not in self.rules:
                self.rules[rule] = self.model.new_bool_var(rule)
            conditions.append(self.rules[rule])
        if conditions:
            added.only_enforce_if(conditions)

    def _state_study(self, task: Task) -> None:
        most = task.minutes // GRAIN
        kept = self._kept(task)
        size = self.model.new_int_var(0, most, f"size {task.id}")
        self.size[task.id] = size
        self.hold("nothing without being kept", size <= most * kept)
        if task.subject is Subject.ORIENTATION:
            if self.orientation_always:
                self.hold("orientation always", size == most)
        elif task.sizes is None:
            self.hold("sizes", size >= task.least // GRAIN * kept)
        else:
            domain = cp_model.Domain.from_values([0, *(one // GRAIN for one in task.sizes)])
            whole = self.model.new_int_var_from_domain(domain, f"chapters {task.id}")
            self.hold("whole chapters", size == whole)
        for room in self.case.rooms:
            limit = min(most, room.minutes // GRAIN)
            part = self.model.new_int_var(0, limit, f"part {task.id} {room.number}")
            stands = self.model.new_bool_var(f"stands {task.id} {room.number}")
            self.part[task.id, room.number] = part
            self.stands[task.id, room.number] = stands
            self.model.add(part <= limit * stands)
            self.model.add(part >= stands)
            self.hold("parts of twenty minutes", part >= task.smallest_part // GRAIN * stands)
        parts = [self.part[task.id, week] for week in self.weeks]
        self.model.add(sum(parts) == size)
        self._state_block(task)
        if task.minutes > LONG:
            self._state_long(task)

    def _kept(self, task: Task) -> Variable:
        kept = self.model.new_bool_var(f"kept {task.id}")
        self.kept[task.id] = kept
        return kept

    def _state_block(self, task: Task) -> None:
        late = [self.part[task.id, room.number] for room in self.case.rooms if not room.studying]
        if not task.begun:
            self.hold("nothing new in the mock block", 2 * sum(late) <= self.size[task.id])

    def _state_long(self, task: Task) -> None:
        is_long = self.model.new_bool_var(f"long {task.id}")
        size, limit = self.size[task.id], LONG // GRAIN
        self.model.add(size <= limit + task.minutes * is_long)
        for week in self.weeks:
            self.hold("long items over two weeks", self.part[task.id, week] + 1 <= size, is_long)

    def _state_mock(self, task: Task) -> None:
        """State that all rounds of a mock find a week, in their order, or none does."""
        kept = self._kept(task)
        self.size[task.id] = task.minutes // GRAIN * kept
        weeks = len(self.weeks)
        for number in range(len(task.pieces)):
            for week in self.weeks:
                done = self.model.new_bool_var(f"done {task.id} {number} {week}")
                self.done[task.id, number, week] = done
                if week > 1:
                    self.model.add(done >= self.done[task.id, number, week - 1])
                if number:
                    self.model.add(done <= self.done[task.id, number - 1, week])
                if week < weeks / 2:
                    self.hold("no mock before half time", done == 0)
            self.model.add(self.done[task.id, number, weeks] == kept)

    def _state_rehearsal_days(self) -> None:
        for task in self.case.rehearsals:
            for room in self.case.rooms:
                minutes = self._mock_minutes((task,), room.number)
                self.hold("the rehearsal in its window", minutes <= room.rehearsal // GRAIN)
            for other in self.case.mocks:
                for number in range(len(other.pieces)):
                    for week in self.weeks[1:]:
                        stands = self._new(other, number, week)
                        begun = self.done[task.id, 0, week - 1]
                        self.hold("no mock after the rehearsal", stands + begun <= 1)

    def _new(self, task: Task, number: int, week: int) -> Variable:
        """Return whether a round of a mock stands in a week."""
        before = self.done[task.id, number, week - 1] if week > 1 else 0
        return self.done[task.id, number, week] - before

    def _mock_minutes(self, tasks: Sequence[Task], week: int) -> Variable:
        return sum(
            minutes // GRAIN * self._new(task, number, week)
            for task in tasks
            for number, minutes in enumerate(task.pieces)
        )

    def _state_baseline(self) -> None:
        most = self.case.baseline
        early = [room for room in self.case.rooms[:BASELINE_WEEKS] if room.minutes >= most]
        for room in early:
            self.baseline[room.number] = self.model.new_bool_var(f"baseline {room.number}")
        if early:
            self.hold("a first measure", sum(self.baseline.values()) == 1)

    def _state_requirements(self, task: Task) -> None:
        for other in task.requires:
            self.hold("what is required is kept", self.kept[task.id] <= self.kept[other])
            for week in self.weeks:
                begun, ended = self._begun(task, week), self._ended(other, week)
                self.hold("what is required ends before", begun <= ended)

    def _begun(self, task: Task, week: int) -> Variable:
        """Return whether something was begun by the end of a week."""
        if (task.id, 0, week) in self.done:
            return self.done[task.id, 0, week]
        if (task.id, week) not in self.begun:
            begun = self.model.new_bool_var(f"begun {task.id} {week}")
            self.begun[task.id, week] = begun
            self.model.add(self.stands[task.id, week] <= begun)
            if week > 1:
                self.model.add(self._begun(task, week - 1) <= begun)
            so_far = sum(self.part[task.id, one] for one in range(1, week + 1))
            self.model.add(so_far <= task.minutes // GRAIN * begun)
        return self.begun[task.id, week]

    def _ended(self, item: str, week: int) -> Variable:
        """Return whether all that is kept of something is done by the end of a week."""
        task = next(one for one in self.case.tasks if one.id == item)
        last = len(task.pieces) - 1
        if (item, last, week) in self.done:
            return self.done[item, last, week]
        if (item, week) not in self.ended:
            ended = self.model.new_bool_var(f"ended {item} {week}")
            self.ended[item, week] = ended
            most = task.minutes // GRAIN
            so_far = sum(self.part[item, one] for one in range(1, week + 1))
            self.model.add(so_far >= self.size[item] - most * (1 - ended))
            self.model.add(so_far >= task.least // GRAIN * ended)
            if week > 1:
                self.model.add(self._ended(item, week - 1) <= ended)
        return self.ended[item, week]

    def _state_mocks_a_week(self) -> None:
        """State how many mocks a week holds: the usual number, or what the rest needs to fit."""
        rounds = [(task, number) for task in self.case.mocks for number in range(len(task.pieces))]
        for room in self.case.rooms:
            week = room.number
            stands = sum(self._new(task, number, week) for task, number in rounds)
            usual = 1 if room.build else 2
            more = self.model.new_bool_var(f"more mocks {week}")
            rule = "mocks a week"
            self.hold(rule, stands <= usual + len(rounds) * more)
            left = sum(
                self.kept[task.id] - (self.done[task.id, number, week - 1] if week > 1 else 0)
                for task, number in rounds
            )
            for until, conditions in self._ends_of_mocks():
                each = max(until - week, 1)
                self.hold(rule, left >= each * (stands - 1) + 1, more, *conditions)
            self.hold("mocks end early", self._all_mock_minutes(week) <= room.for_mocks // GRAIN)

    def _ends_of_mocks(self) -> Sequence[tuple[int, Sequence[Variable]]]:
        """Return until which week mocks have to find their place, and when that is so."""
        last = len(self.weeks)
        if not self.case.rehearsals:
            return [(last, ())]
        found: list[tuple[int, Sequence[Variable]]] = []
        task = self.case.rehearsals[0]
        found.append((last, (self.kept[task.id].negated(),)))
        for room in self.case.rooms:
            if room.rehearsal:
                before = self.done.get((task.id, 0, room.number - 1))
                now = self.done[task.id, 0, room.number]
                conditions = (now, before.negated()) if before is not None else (now,)
                found.append((room.number, conditions))
        return found

    def _all_mock_minutes(self, week: int) -> Variable:
        return self._mock_minutes((*self.case.mocks, *self.case.rehearsals), week)

    def _state_room(self) -> None:
        for room in self.case.rooms:
            week = room.number
            used = sum(self.part[task.id, week] for task in self.case.studies)
            used += self._all_mock_minutes(week)
            if week in self.baseline:
                used += self.case.baseline // GRAIN * self.baseline[week]
            self.hold("room of a week", used <= room.minutes // GRAIN)

    def _state_aim(self) -> None:
        worth = sum(task.weight * GRAIN * self.size[task.id] for task in self.case.tasks)
        missing = []
        for mark in sorted(self.case.coverable):
            covered = self.model.new_bool_var(f"covered {mark}")
            by = [self.kept[task.id] for task in self.case.tasks if mark in task.marks]
            self.model.add(covered <= sum(by))
            missing.append(1 - covered)
        self.model.maximize(worth - UNCOVERED * sum(missing))


def hint(statement: Statement, parts: Callable[[str], Mapping[int, int]]) -> None:
    """Give the solver a plan to begin with; `parts` are the minutes of an item in each week."""
    for task in statement.case.studies:
        found = parts(task.id)
        for week in statement.weeks:
            statement.model.add_hint(
                statement.part[task.id, week], found.get(week, 0) // GRAIN
            )
        statement.model.add_hint(statement.kept[task.id], bool(found))
    for task in (*statement.case.mocks, *statement.case.rehearsals):
        statement.model.add_hint(statement.kept[task.id], bool(parts(task.id)))
