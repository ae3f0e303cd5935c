"""Writes a mended timetable down as a plan: days, times, parts, and what is left out."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from math import ceil

from planner.core.effort import USUAL_PACE
from planner.core.moving import in_order
from planner.core.plan import WORK, LeftOut, Plan, Reason, Rule, Session, because, clock
from planner.core.planning.calendar import BUFFER, STUDYING
from planner.core.planning.repair.change import ticked_alone
from planner.core.planning.repair.timetable import Timetable
from planner.core.planning.work import Work
from planner.core.progress import is_done
from planner.core.values import Priority

LOST_TO_REVIEWS = 1.1


def finished(
    table: Timetable, before: Plan, works: Mapping[str, Work], beyond: Mapping[str, int]
) -> Plan:
    """Return the plan that a timetable stands for; what did not change is as it was before."""
    sessions = _numbered(table, before, _timed(table, before))
    left_out = _left_out(table, before, works, beyond)
    usable = table.profile.week_minutes * (1 - BUFFER) / LOST_TO_REVIEWS
    return table.plan.evolve(
        sessions=in_order(sessions),
        left_out=left_out,
        extra_weeks_needed=ceil(sum(one.minutes for one in left_out) / usable),
        issued=table.issued,
        efforts=_efforts(table, sessions, left_out, works),
        estimates=table.state.estimates,
    )


def _timed(table: Timetable, before: Plan) -> list[Session]:
    """Return the sessions with their days; only on days that changed do they begin anew."""
    was = defaultdict[date, set[str]](set)
    for one in before.sessions:
        was[one.date].add(one.code)
    begins: dict[str, int] = {}
    for day in sorted({*was, *table.days.values()}):
        if day >= table.first and (was[day] != set(table.on(day)) or table.overlaps(day)):
            begins.update(table.arranged(day) or {})
    found = []
    for code, day in table.days.items():
        one = table.sessions[code]
        start = clock(begins[code]) if code in begins else one.start
        same = (one.date, one.start) == (day, start)
        found.append(one if same else _told(table, one.evolve(date=day, start=start)))
    return found


def _told(table: Timetable, one: Session) -> Session:
    """Return a session that moved with the booked round that it stands before now, if any."""
    asked = table.rounds.rounds.get(one.item)
    why = [reason for reason in one.why if reason.rule is not Rule.GATE]
    if asked is not None and one.date < asked[1]:
        gate, day = asked
        week = table.plan.week_number(day)
        why.insert(0, because(Rule.GATE, gate, minutes=(day - one.date).days, week=week))
    return one if tuple(why) == one.why else one.evolve(why=why)


def _numbered(table: Timetable, before: Plan, sessions: list[Session]) -> list[Session]:
    """Count the open parts of each item that changed anew; what is done keeps its number."""
    old = {one.code: one for one in before.sessions}
    here = {one.code for one in sessions}
    touched = {one.item for one in sessions if old.get(one.code) != one}
    touched.update(one.item for one in before.sessions if one.code not in here)
    parts: dict[str, list[Session]] = {}
    for one in in_order(sessions):
        if one.kind in WORK and one.item in touched:
            parts.setdefault(one.item, []).append(one)
    changed = {}
    for those in parts.values():
        for number, one in enumerate(those, start=1):
            if not is_done(table.state, one):
                changed[one.code] = one.evolve(part=number, parts=len(those))
    return [changed.get(one.code, one) for one in sessions]


def _left_out(
    table: Timetable, before: Plan, works: Mapping[str, Work], beyond: Mapping[str, int]
) -> tuple[LeftOut, ...]:
    held, off = Counter[str](), Counter[str]()
    for code, one in table.sessions.items():
        if one.kind in WORK and not is_done(table.state, one):
            (held if code in table.days else off)[one.item] += one.minutes
    known = {one.item: one for one in before.left_out}
    found = []
    for name, work in works.items():
        minutes = beyond.get(name, 0) + off[name]
        old = known.get(name)
        if old is not None and old.minutes == minutes and bool(held[name]) == _is_part(old):
            found.append(old)
        elif minutes:
            found.append(LeftOut(item=name, minutes=minutes, why=_why(table, work, held[name])))
    return tuple(found)


def _efforts(
    table: Timetable,
    sessions: Iterable[Session],
    left_out: Iterable[LeftOut],
    works: Mapping[str, Work],
) -> Mapping[str, int]:
    """Return the minutes of whole items that are planned at another pace than the usual one."""
    held, paced, units = Counter[str](), set(table.plan.efforts), set[str]()
    for one in sessions:
        if one.kind in WORK:
            held[one.item] += one.minutes
            units.update(one.units)
            if one.pace != USUAL_PACE:
                paced.add(one.item)
    for left in left_out:
        held[left.item] += left.minutes
    found = {name: m for name, m in table.plan.efforts.items() if name not in works}
    for name in sorted(paced & works.keys()):
        whole = held[name] + ticked_alone(table.state, works[name], units)
        if whole != works[name].estimate:
            found[name] = whole
    return found


def _is_part(left: LeftOut) -> bool:
    return left.why.rule is Rule.SHORTENED


def _why(table: Timetable, work: Work, held: int) -> Reason:
    if held:
        return because(Rule.SHORTENED, minutes=held, of=work.minutes)
    free = sum(
        table.room_of_week(week.number) for week in table.plan.weeks if week.phase in STUDYING
    )
    return because(
        Rule.NO_ROOM, list(Priority)[work.rank].value, minutes=work.minutes, of=max(free, 0)
    )
