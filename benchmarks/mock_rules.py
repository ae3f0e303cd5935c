"""The rules of mocks, stated for the solver.

Mocks are kept with all their rounds or not at all, from half time on, at most three rounds a week;
none in the last three days, and all before the rehearsal of the whole loop begins, which has days
of its own. That a rehearsal stands on days in a row is not stated, nor that a plan usually has one
a week while building and two in the block.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from benchmarks.case import Room, Task
from planner.core.values import GRAIN

if TYPE_CHECKING:
    from benchmarks.statement import Statement


def state(statement: "Statement") -> None:
    """State everything about mocks."""
    case = statement.case
    for task in (*case.mocks, *case.rehearsals):
        _state_rounds(statement, task)
    for rehearsal in case.rehearsals:
        _state_rehearsal(statement, rehearsal)
    for time, slot in enumerate(statement.slots):
        used = minutes(statement, case.mocks, time)
        statement.model.add(used <= slot.for_mocks // GRAIN)
    for room in case.rooms:
        _state_count(statement, room)


def minutes(statement: "Statement", tasks: Sequence[Task], time: int) -> Any:  # noqa: ANN401
    """Return the minutes of some mocks in a slot, in steps of the grain."""
    return sum(
        length // GRAIN * _stands(statement, task, number, time)
        for task in tasks
        for number, length in enumerate(task.pieces)
    )


def _stands(statement: "Statement", task: Task, number: int, time: int) -> Any:  # noqa: ANN401
    """Return whether a round of a mock stands in a slot."""
    done = statement.done
    return done[task.id, number, time] - (done[task.id, number, time - 1] if time else 0)


def _state_rounds(statement: "Statement", task: Task) -> None:
    model, done = statement.model, statement.done
    kept = statement.keep(task)
    statement.size[task.id] = task.minutes // GRAIN * kept
    for number in range(len(task.pieces)):
        for time, slot in enumerate(statement.slots):
            done[task.id, number, time] = model.new_bool_var(f"done {task.id} {number} {time}")
            if time:
                model.add(done[task.id, number, time] >= done[task.id, number, time - 1])
            if number:
                model.add(done[task.id, number, time] <= done[task.id, number - 1, time])
            if slot.week < len(statement.case.rooms) / 2:
                statement.model.add(done[task.id, number, time] == 0)
        last = done[task.id, number, statement.times[-1]]
        statement.model.add(last == kept)


def _state_rehearsal(statement: "Statement", rehearsal: Task) -> None:
    for time, slot in enumerate(statement.slots):
        used = minutes(statement, (rehearsal,), time)
        statement.model.add(used <= slot.for_rehearsal // GRAIN)
        if time == 0:
            continue
        now = time if statement.by_day else time - 1
        begun = statement.done[rehearsal.id, 0, now]
        for task in statement.case.mocks:
            for number in range(len(task.pieces)):
                stands = _stands(statement, task, number, time)
                statement.model.add(stands + begun <= 1)


def _state_count(statement: "Statement", room: Room) -> None:
    """State how many mocks a week may hold."""
    rounds = [(task, number) for task in statement.case.mocks for number in task.rounds]
    times = statement.times_of(room.number)
    if not times or not rounds:
        return
    stands = sum(_stands(statement, *one, time) for one in rounds for time in times)
    statement.model.add(stands <= statement.case.most_mocks(room))
