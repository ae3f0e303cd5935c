"""The hard rules of a plan, stated for an exact solver at a grain of five minutes.

What is stated: the room of each week; sizes (an item is left out, or kept with at least its
shortest size); parts of at least twenty minutes; orientation
always; what is required is kept and ends no later than what requires it begins; nothing new in the
mock block (at most half of an item is studied there); more than six hours spread over two weeks;
the first measure in one of the first three weeks; and the rules of `benchmarks.mock_rules`.

What is not stated: times of day, lanes and one book at a time, soft orders, interleaving, chapters
that stay whole inside a book, and that reviews use what is set aside for them. With weeks as slots
days are not stated either. So a real plan may be held to more than this, and the solver's figure
bounds every real plan from above.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from ortools.sat.python import cp_model

from benchmarks import mock_rules
from benchmarks.case import BASELINE_WEEKS, LONG, UNCOVERED, Case, Slot, Task
from benchmarks.layout import Layout, slots_of
from planner.core.values import GRAIN, Subject


@dataclass(slots=True)
class Statement:
    """The model of one case, over slots that are weeks or days."""

    case: Case
    by_day: bool = False
    orientation_always: bool = True
    model: Any = field(default_factory=cp_model.CpModel)
    slots: Sequence[Slot] = ()
    kept: dict[str, Any] = field(default_factory=dict)
    size: dict[str, Any] = field(default_factory=dict)
    part: dict[tuple[str, int], Any] = field(default_factory=dict)
    stands: dict[tuple[str, int], Any] = field(default_factory=dict)
    done: dict[tuple[str, int, int], Any] = field(default_factory=dict)
    begun: dict[tuple[str, int], Any] = field(default_factory=dict)
    ended: dict[tuple[str, int], Any] = field(default_factory=dict)
    baseline: dict[int, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """State everything."""
        self.slots = slots_of(self.case, by_day=self.by_day)
        for task in self.case.studies:
            self._state_study(task)
        mock_rules.state(self)
        self._state_baseline()
        for task in self.case.tasks:
            self._state_requirements(task)
        self._state_room()
        self._state_aim()

    @property
    def times(self) -> range:
        """The numbers of the slots."""
        return range(len(self.slots))

    def times_of(self, week: int) -> Sequence[int]:
        """Return the numbers of a week's slots."""
        return [time for time in self.times if self.slots[time].week == week]

    def keep(self, task: Task) -> Any:  # noqa: ANN401
        """Return a new variable that says whether something is kept."""
        kept = self.model.new_bool_var(f"kept {task.id}")
        self.kept[task.id] = kept
        return kept

    def _state_study(self, task: Task) -> None:
        most = task.minutes // GRAIN
        kept = self.keep(task)
        size = self.model.new_int_var(0, most, f"size {task.id}")
        self.size[task.id] = size
        self.model.add(size <= most * kept)
        self.model.add(size >= kept)
        if task.subject is Subject.ORIENTATION:
            if self.orientation_always:
                self.model.add(size == most)
        else:
            self.model.add(size >= task.least // GRAIN * kept)
        for time, slot in enumerate(self.slots):
            limit = min(most, slot.minutes // GRAIN)
            part = self.model.new_int_var(0, limit, f"part {task.id} {time}")
            stands = self.model.new_bool_var(f"stands {task.id} {time}")
            self.part[task.id, time] = part
            self.stands[task.id, time] = stands
            self.model.add(part <= limit * stands)
            self.model.add(part >= stands)
            self.model.add(part >= task.smallest_part // GRAIN * stands)
        self.model.add(self._so_far(task.id, self.times[-1]) == size)
        self._state_block(task)
        self._state_long(task)

    def _so_far(self, item: str, time: int) -> Any:  # noqa: ANN401
        """Return what is studied of an item up to the end of a slot."""
        return sum(self.part[item, one] for one in self.times[: time + 1])

    def _state_block(self, task: Task) -> None:
        late = [
            self.part[task.id, time]
            for room in self.case.rooms
            if not room.studying
            for time in self.times_of(room.number)
        ]
        if not task.begun:
            self.model.add(2 * sum(late) <= self.size[task.id])

    def _state_long(self, task: Task) -> None:
        if task.minutes <= LONG:
            return
        is_long = self.model.new_bool_var(f"long {task.id}")
        size = self.size[task.id]
        self.model.add(size <= LONG // GRAIN + task.minutes // GRAIN * is_long)
        for room in self.case.rooms:
            in_week = sum(self.part[task.id, time] for time in self.times_of(room.number))
            self.model.add(in_week + 1 <= size).only_enforce_if(is_long)

    def _state_baseline(self) -> None:
        most = self.case.baseline
        small = {room.number for room in self.case.rooms if room.minutes < most}
        for time, slot in enumerate(self.slots):
            if slot.week <= BASELINE_WEEKS and slot.minutes >= most and slot.week not in small:
                self.baseline[time] = self.model.new_bool_var(f"baseline {time}")
        if self.baseline:
            self.model.add(sum(self.baseline.values()) == 1)

    def _state_requirements(self, task: Task) -> None:
        for other in task.requires:
            self.model.add(self.kept[task.id] <= self.kept[other])
            for time in self.times:
                begun, ended = self._begun(task, time), self._ended(other, time)
                self.model.add(begun <= ended)

    def _begun(self, task: Task, time: int) -> Any:  # noqa: ANN401
        """Return whether something was begun by the end of a slot."""
        if (task.id, 0, time) in self.done:
            return self.done[task.id, 0, time]
        if (task.id, time) not in self.begun:
            begun = self.model.new_bool_var(f"begun {task.id} {time}")
            self.begun[task.id, time] = begun
            self.model.add(self.stands[task.id, time] <= begun)
            if time:
                self.model.add(self._begun(task, time - 1) <= begun)
            self.model.add(self._so_far(task.id, time) <= task.minutes // GRAIN * begun)
        return self.begun[task.id, time]

    def _ended(self, item: str, time: int) -> Any:  # noqa: ANN401
        """Return whether all that is kept of something is done by the end of a slot."""
        task = self.case.by_id[item]
        last = len(task.pieces) - 1
        if (item, last, time) in self.done:
            return self.done[item, last, time]
        if (item, time) not in self.ended:
            ended = self.model.new_bool_var(f"ended {item} {time}")
            self.ended[item, time] = ended
            so_far, most = self._so_far(item, time), task.minutes // GRAIN
            self.model.add(so_far >= self.size[item] - most * (1 - ended))
            self.model.add(so_far >= task.least // GRAIN * ended)
            if time:
                self.model.add(self._ended(item, time - 1) <= ended)
        return self.ended[item, time]

    def _state_room(self) -> None:
        used = {time: self._used(time) for time in self.times}
        for time, slot in enumerate(self.slots if self.by_day else ()):
            self.model.add(used[time] <= slot.minutes // GRAIN)
        for room in self.case.rooms:
            in_week = sum(used[time] for time in self.times_of(room.number))
            self.model.add(in_week <= room.minutes // GRAIN)

    def _used(self, time: int) -> Any:  # noqa: ANN401
        study = sum(self.part[task.id, time] for task in self.case.studies)
        mocks = mock_rules.minutes(self, (*self.case.mocks, *self.case.rehearsals), time)
        return study + mocks + self.case.baseline // GRAIN * self.baseline.get(time, 0)

    def _state_aim(self) -> None:
        worth = sum(task.weight * GRAIN * self.size[task.id] for task in self.case.tasks)
        missing = []
        for mark in sorted(self.case.coverable):
            covered = self.model.new_bool_var(f"covered {mark}")
            by = [self.kept[task.id] for task in self.case.tasks if mark in task.marks]
            self.model.add(covered <= sum(by))
            missing.append(1 - covered)
        self.model.maximize(worth - UNCOVERED * sum(missing))

    def hint(self, layout: Layout) -> None:
        """Give the solver a plan to begin with."""
        for task in self.case.studies:
            for time in self.times:
                minutes = layout.parts[task.id].get(time, 0)
                self.model.add_hint(self.part[task.id, time], minutes // GRAIN)
        for task in self.case.tasks:
            self.model.add_hint(self.kept[task.id], bool(layout.parts[task.id]))

    def layout(self, solver: Any) -> Layout:  # noqa: ANN401
        """Return what the solver lays into each slot."""
        parts: dict[str, dict[int, int]] = {task.id: {} for task in self.case.tasks}
        for (item, time), part in self.part.items():
            if solver.value(part):
                parts[item][time] = GRAIN * solver.value(part)
        for task in (*self.case.mocks, *self.case.rehearsals):
            for time in self.times:
                minutes = GRAIN * solver.value(mock_rules.minutes(self, (task,), time))
                if minutes:
                    parts[task.id][time] = minutes
        most = self.case.baseline
        baseline = {time: most for time, one in self.baseline.items() if solver.value(one)}
        return Layout(self.slots, parts, baseline)
