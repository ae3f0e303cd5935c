"""Who stands when: the minutes of each item in slots of weeks or days, of a plan or a solution."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.case import Case, Slot
from planner.core.plan import BASELINE, Plan

Parts = Mapping[int, int]
"""Minutes by the number of a slot."""


@dataclass(frozen=True)
class Layout:
    """The minutes of each item, and of the first measure, in each slot that holds some."""

    slots: Sequence[Slot]
    parts: Mapping[str, Parts]
    baseline: Parts

    @property
    def kept(self) -> Mapping[str, int]:
        """The minutes of each item."""
        return {item: sum(parts.values()) for item, parts in self.parts.items()}


def slots_of(case: Case, *, by_day: bool) -> Sequence[Slot]:
    """Return the weeks as slots, or the days that are free."""
    return [day for day in case.days if day.minutes] if by_day else case.weeks


def layout_of(case: Case, plan: Plan, *, by_day: bool) -> Layout:
    """Return what a plan lays into each slot."""
    slots = slots_of(case, by_day=by_day)
    at = {slot.date: time for time, slot in enumerate(slots)}
    found: dict[str, dict[int, int]] = {task.id: {} for task in case.tasks}
    found[BASELINE] = {}
    for item, parts in found.items():
        for session in plan.by_item.get(item, ()):
            time = at[session.date] if by_day else plan.week_number(session.date) - 1
            parts[time] = parts.get(time, 0) + session.minutes
    baseline = found.pop(BASELINE)
    return Layout(slots, found, baseline)
