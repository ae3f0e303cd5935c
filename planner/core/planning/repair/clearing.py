"""Clears a timetable of what cannot stay on it, and adds what it does not know of yet."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from planner.core.plan import WORK, Plan, Rule, Session, because, clock
from planner.core.planning.calendar import STUDYING, lay_out
from planner.core.planning.cutting import next_cut, take
from planner.core.planning.repair.change import Change
from planner.core.planning.repair.timetable import Timetable
from planner.core.planning.work import BLOCK, Work
from planner.core.profile import Profile
from planner.core.progress import is_done
from planner.core.spans import length
from planner.core.state import State
from planner.core.values import SessionKind, Subject


def with_weeks_anew(state: State, profile: Profile, plan: Plan, today: date) -> Plan:
    """Return the plan with the free time that its weeks have by now; their phases stay."""
    weeks = [
        stretch.as_week() for stretch in lay_out(profile, plan.loop, today, (), plan, state.busy)
    ]
    if len(weeks) != len(plan.weeks):
        return plan.evolve(weeks=tuple(weeks))
    pairs = zip(weeks, plan.weeks, strict=True)
    return plan.evolve(weeks=tuple(new.evolve(phase=old.phase) for new, old in pairs))


def drop_excess(table: Timetable, plan: Plan, found: Mapping[str, Change]) -> None:
    """Take off what is planned of an item beyond what is left to do of it, the last first."""
    over = {name: one.excess for name, one in found.items() if one.excess}
    for one in reversed(plan.sessions):
        rest = over.get(one.item, 0)
        if one.kind in WORK and rest >= one.minutes and not is_done(table.state, one):
            over[one.item] = rest - one.minutes
            table.remove(one.code)


def off_full_days(table: Timetable) -> Iterator[str]:
    """Take off what has no room on its day any more, and yield it in order of time."""
    for day in sorted({day for day in table.days.values() if day >= table.first}):
        movable = _movable(table, [day])
        lifted = [one for one in movable if not _may_stay(table, one, day)]
        movable = [one for one in movable if one not in lifted]
        table.lift(lifted)
        while movable and _is_full(table, day):
            lifted.append(movable.pop())
            table.lift(lifted[-1:])
        yield from reversed(lifted)


def off_full_weeks(table: Timetable, *, moved: bool) -> Iterator[str]:
    """Take off what is over the limit of a week in which something to come is done already.

    When a plan `moved` along, its sessions come upon those that were done ahead of their time, and
    weeks of mocks upon days that are off.
    """
    ahead = {day for code, day in table.days.items() if code in table.state.ticks}
    numbers = {table.plan.week_number(day) for day in ahead if day > table.first}
    if moved:
        numbers.update(
            week.number
            for week in table.plan.weeks
            if week.monday > table.first and week.phase not in STUDYING
        )
    for number in sorted(numbers):
        days = [day for day in table.days.values() if table.plan.week_number(day) == number]
        movable = _movable(table, [day for day in days if day >= table.first])
        lifted = []
        while movable and table.excess(number) > 0:
            lifted.append(movable.pop())
            table.lift(lifted[-1:])
        yield from reversed(lifted)


def _movable(table: Timetable, days: Sequence[date]) -> list[str]:
    found = [table.sessions[code] for day in set(days) for code in table.on(day)]
    found.sort(key=lambda one: (one.date, one.start, one.code))
    return [one.code for one in found if one.code not in table.firm]


def _may_stay(table: Timetable, code: str, day: date) -> bool:
    return day not in table.rounds.quiet or table.sessions[code].kind not in WORK


def _is_full(table: Timetable, day: date) -> bool:
    used = sum(table.sessions[code].minutes for code in table.on(day))
    return used > length(table.windows(day)) or table.overlaps(day)


def cut_anew(table: Timetable, work: Work, minutes: int, pace: int) -> Sequence[str]:
    """Return new sessions for minutes of an item that the plan does not know of yet."""
    found: list[str] = []
    rest = work.after(work.minutes - minutes) if minutes < work.minutes else work
    if minutes <= 0:
        return found
    kind = SessionKind.MOCK if work.lane is Subject.MOCK else SessionKind.STUDY
    at = work.item.at[table.profile.level]
    while rest.left > 0 and (cut := next_cut(rest, BLOCK, BLOCK) or min(rest.left, BLOCK)):
        units = take(rest, cut)
        code = table.new_code(table.first)
        one = Session(
            code=code,
            item=work.id,
            kind=kind,
            units=units,
            minutes=cut,
            date=table.first,
            start=clock(0),
            pace=pace,
            why=(because(Rule.PRIORITY, at.priority.value),),
        )
        table.add(one)
        found.append(code)
    return found
