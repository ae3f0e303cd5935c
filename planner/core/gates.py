"""The rounds before the loop day, and the days on which they are booked."""

from collections.abc import Mapping
from datetime import date, timedelta

from planner.core.curriculum import Curriculum, Round
from planner.core.refusal import Refusal, Refused
from planner.core.values import Level

EARLIEST_GATE = timedelta(days=366)


def rounds_before_loop(curriculum: Curriculum, level: Level) -> tuple[Round, ...]:
    """Return the rounds of a level that have days of their own, in the guide's order."""
    return tuple(one for one in curriculum.rounds if one.level is level and not one.in_loop)


def gates_at(curriculum: Curriculum, level: Level, gates: Mapping[str, date]) -> Mapping[str, date]:
    """Return the gates of a level; those of another level mean nothing at this one."""
    return {
        one.id: gates[one.id] for one in rounds_before_loop(curriculum, level) if one.id in gates
    }


def gate_problem(
    curriculum: Curriculum,
    level: Level,
    gates: Mapping[str, date],
    start: date,
    loop: date | None,
) -> Refused | None:
    """Return what is wrong with the days of the rounds before the loop.

    A day before the start is fine: that round is over when the study begins.
    """
    for gate in gates:
        problem = round_problem(curriculum, level, gate)
        if problem is not None:
            return problem
    before: date | None = None
    for one in rounds_before_loop(curriculum, level):
        day = gates.get(one.id)
        if day is None:
            continue
        if day < start - EARLIEST_GATE:
            return Refused(Refusal.GATE_TOO_EARLY, one.label)
        if loop is not None and day >= loop:
            return Refused(Refusal.GATE_AFTER_LOOP, one.label)
        if before is not None and day < before:
            return Refused(Refusal.GATES_OUT_OF_ORDER, one.label)
        before = day
    return None


def round_problem(curriculum: Curriculum, level: Level, gate: str) -> Refused | None:
    """Return why an id names no round before the loop day of a level."""
    named = [one for one in curriculum.rounds if one.id == gate]
    here = [one for one in named if one.level is level]
    if any(not one.in_loop for one in here):
        return None
    if here:
        return Refused(Refusal.GATE_IN_LOOP, here[0].label)
    if any(not one.in_loop for one in named):
        return Refused(Refusal.GATE_OF_OTHER_LEVEL, named[0].label)
    return Refused(Refusal.NO_SUCH_GATE, gate)
