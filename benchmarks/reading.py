"""The rules of the statement read a second time, in plain words on a finished layout.

What the solver answers must pass, else the statement is too loose; and where a plan passes, it must
not be worth more than the solver's bound, else the statement is too tight.
"""

from collections.abc import Iterator, Mapping

from benchmarks.case import BASELINE_WEEKS, LONG, Case, Slot, Task
from benchmarks.layout import Layout
from planner.core.values import Subject


def faults(case: Case, layout: Layout) -> list[tuple[str, str]]:
    """Return each rule that is broken, with where."""
    return [
        *_in_rooms(case, layout),
        *(("size", fault) for task in case.studies for fault in _size(task, layout)),
        *(fault for task in case.studies for fault in _places(case, task, layout)),
        *_requirements(case, layout),
        *_mocks(case, layout),
        *_baseline(case, layout),
    ]


def _in_rooms(case: Case, layout: Layout) -> Iterator[tuple[str, str]]:
    used = dict(layout.baseline)
    for parts in layout.parts.values():
        for time, minutes in parts.items():
            used[time] = used.get(time, 0) + minutes
    for time, minutes in used.items():
        if minutes > layout.slots[time].minutes:
            yield "room of a slot", str(layout.slots[time].date)
    for room in case.rooms:
        if _in_week(used, room.number, layout) > room.minutes:
            yield "room of a week", str(room.number)


def _in_week(parts: Mapping[int, int], week: int, layout: Layout) -> int:
    return sum(minutes for time, minutes in parts.items() if layout.slots[time].week == week)


def _size(task: Task, layout: Layout) -> Iterator[str]:
    kept = layout.kept[task.id]
    too_short = kept < task.least
    if task.subject is Subject.ORIENTATION and kept != task.minutes:
        yield f"{task.id} is not whole"
    elif kept and (too_short or kept > task.minutes):
        yield f"{task.id} has {kept} minutes"


def _places(case: Case, task: Task, layout: Layout) -> Iterator[tuple[str, str]]:
    parts, kept = layout.parts[task.id], layout.kept[task.id]
    if any(minutes < task.smallest_part for minutes in parts.values()):
        yield "parts of twenty minutes", task.id
    late = sum(_in_week(parts, one.number, layout) for one in case.rooms if not one.studying)
    if 2 * late > kept and not task.begun:
        yield "nothing new in the mock block", task.id
    if kept > LONG and len({layout.slots[time].week for time in parts}) == 1:
        yield "long items over two weeks", task.id


def _requirements(case: Case, layout: Layout) -> Iterator[tuple[str, str]]:
    for task in case.tasks:
        for other in task.requires if layout.parts[task.id] else ():
            if not layout.parts[other]:
                yield "what is required is kept", f"{task.id} requires {other}"
            elif max(layout.parts[other]) > min(layout.parts[task.id]):
                yield "what is required ends before", f"{task.id} requires {other}"


def _mocks(case: Case, layout: Layout) -> Iterator[tuple[str, str]]:
    for task in (*case.mocks, *case.rehearsals):
        if layout.kept[task.id] not in {0, task.minutes}:
            yield "mocks whole", task.id
        if any(layout.slots[time].week < len(case.rooms) / 2 for time in layout.parts[task.id]):
            yield "no mock before half time", task.id
    for task in case.mocks:
        for time, minutes in layout.parts[task.id].items():
            if minutes > layout.slots[time].for_mocks:
                yield "no mock in the last days", task.id
    begin = _rehearsal_begins(case, layout)
    yield from _too_many(case, layout)
    if begin is not None:
        yield from _around_rehearsal(case, layout, begin[0])


def _around_rehearsal(case: Case, layout: Layout, begin: int) -> Iterator[tuple[str, str]]:
    for task in case.rehearsals:
        for time, minutes in layout.parts[task.id].items():
            if minutes > layout.slots[time].for_rehearsal:
                yield "the rehearsal in its days", task.id
    for task in case.mocks:
        last = max(layout.parts[task.id], default=-1)
        if last > begin or (last == begin and _is_day(case, layout)):
            yield "no mock after the rehearsal begins", task.id


def _is_day(case: Case, layout: Layout) -> bool:
    return len(layout.slots) > len(case.rooms)


def _rehearsal_begins(case: Case, layout: Layout) -> tuple[int, Slot] | None:
    times = [min(layout.parts[one.id]) for one in case.rehearsals if layout.parts[one.id]]
    return (min(times), layout.slots[min(times)]) if times else None


def _too_many(case: Case, layout: Layout) -> Iterator[tuple[str, str]]:
    weeks = [week for task in case.mocks for week in _round_weeks(task, layout)]
    for room in case.rooms:
        if weeks.count(room.number) > case.most_mocks(room):
            yield "mocks a week", f"{weeks.count(room.number)} in week {room.number}"


def _round_weeks(task: Task, layout: Layout) -> Iterator[int]:
    """Yield the week in which each round of a mock ends."""
    for number in task.rounds if layout.parts[task.id] else ():
        end = sum(task.pieces[: number + 1])
        passed = 0
        for time in sorted(layout.parts[task.id]):
            passed += layout.parts[task.id][time]
            if passed >= end:
                yield layout.slots[time].week
                break


def _baseline(case: Case, layout: Layout) -> Iterator[tuple[str, str]]:
    early = [room for room in case.rooms[:BASELINE_WEEKS] if room.minutes >= case.baseline]
    weeks = [layout.slots[time].week for time in layout.baseline]
    if len(weeks) != (1 if early else 0) or any(week > BASELINE_WEEKS for week in weeks):
        yield "a first measure", f"weeks {weeks}"
