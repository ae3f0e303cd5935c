"""A quick bound from above: minutes poured into the room there is, the most important first."""

from benchmarks.case import Case
from planner.core.values import Priority, Subject


def fluid_bound(case: Case) -> int:
    """Return what no plan can be worth more than, without asking a solver.

    Study has the room before the mock block and at most as much again in the block, mocks have
    any; nothing counts but priorities, and no item is thought of as a whole.
    """
    before = sum(room.minutes for room in case.rooms if room.studying)
    whole = sum(room.minutes for room in case.rooms)
    study = min(2 * before, whole)
    orientation = [task for task in case.studies if task.subject is Subject.ORIENTATION]
    worth = 0
    for task in orientation:
        minutes = min(task.minutes, study, whole)
        worth += task.weight * minutes
        study, whole = study - minutes, whole - minutes
    for priority in Priority:
        for tasks in (case.studies, (*case.mocks, *case.rehearsals)):
            for task in tasks:
                if task.priority is not priority or task in orientation:
                    continue
                room = min(study, whole) if task.subject is not Subject.MOCK else whole
                minutes = min(task.minutes, room)
                worth += task.weight * minutes
                whole -= minutes
                study -= minutes if task.subject is not Subject.MOCK else 0
    return worth
