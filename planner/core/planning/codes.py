"""Codes that mean the same session for ever, and the order in which sessions are told."""

from collections.abc import Iterable, Mapping

from planner.core.plan import WORK, Plan, Session, clock
from planner.core.planning.board import Placed
from planner.core.values import SessionKind

_Sameness = tuple[str, SessionKind, tuple[str, ...], int]


def with_codes(
    placed: Iterable[Placed], fixed: Iterable[Session], before: Plan | None
) -> tuple[tuple[Session, ...], Mapping[int, int]]:
    """Return the sessions of a plan in order of time, and the highest number given in each week.

    A session that is the same as an open one of the plan before keeps its code, wherever it
    stands now; no number is ever given twice.
    """
    held = tuple(fixed)
    kept = {session.code for session in held}
    old: dict[_Sameness, list[Session]] = {}
    for session in before.sessions if before else ():
        if session.code not in kept:
            old.setdefault(_sameness(session), []).append(session)
    issued = dict(before.issued) if before else {}
    done_parts: dict[str, int] = {}
    for session in held:
        if session.kind in WORK:
            done_parts[session.item] = done_parts.get(session.item, 0) + 1
    ordered = sorted(placed, key=lambda one: (one.day.date, one.minute, one.item))
    parts = dict(done_parts)
    for one in ordered:
        if one.kind in WORK:
            parts[one.item] = parts.get(one.item, 0) + 1
    part = dict(done_parts)
    sessions = list(held)
    for one in ordered:
        same = old.get((one.item, one.kind, one.units, one.minutes))
        if same:
            code = same.pop(0).code
        else:
            number = issued.get(one.day.week, 0) + 1
            issued[one.day.week] = number
            code = f"W{one.day.week}-{number:02d}"
        counted = one.kind in WORK
        if counted:
            part[one.item] = part.get(one.item, 0) + 1
        sessions.append(
            Session(
                code=code,
                item=one.item,
                kind=one.kind,
                part=part[one.item] if counted else 1,
                parts=parts[one.item] if counted else 1,
                units=one.units,
                minutes=one.minutes,
                date=one.day.date,
                start=clock(one.minute),
                why=one.why,
            )
        )
    sessions.sort(key=lambda one: (one.date, one.start, one.code))
    return tuple(sessions), issued


def _sameness(session: Session) -> _Sameness:
    return (session.item, session.kind, session.units, session.minutes)
