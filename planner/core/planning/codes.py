"""Codes that mean the same session for ever, and the order in which sessions are told."""

from collections.abc import Iterable, Mapping, Sequence

from planner.core.plan import WORK, Plan, Session, clock
from planner.core.planning.board import Placed
from planner.core.values import SessionKind

_Sameness = tuple[str, SessionKind, tuple[str, ...], int]


def with_codes(
    placed: Sequence[Placed], fixed: Iterable[Session], before: Plan | None
) -> tuple[tuple[Session, ...], Mapping[int, int]]:
    """Return the sessions of a plan in order of time, and the highest number given in each week.

    What was `placed` is in order of time. A session that is the same as an open one of the plan
    before keeps its code, wherever it stands now; no number is ever given twice.
    """
    held = tuple(fixed)
    kept = {session.code for session in held}
    old: dict[_Sameness, list[Session]] = {}
    for session in before.sessions if before else ():
        if session.code not in kept:
            old.setdefault(_sameness(session), []).append(session)
    issued = dict(before.issued) if before else {}
    parts: dict[str, int] = {}
    for session in held:
        if session.kind in WORK:
            parts[session.item] = parts.get(session.item, 0) + 1
    numbers = [_next_part(one, parts) for one in placed]
    sessions = list(held)
    for one, part in zip(placed, numbers, strict=True):
        same = old.get((one.item, one.kind, one.units, one.minutes)) if old else None
        if same:
            code = same.pop(0).code
        else:
            number = issued.get(one.day.week, 0) + 1
            issued[one.day.week] = number
            code = f"W{one.day.week}-{number:02d}"
        sessions.append(
            Session.holding(
                {
                    "code": code,
                    "item": one.item,
                    "kind": one.kind,
                    "part": part or 1,
                    "parts": parts[one.item] if part else 1,
                    "units": one.units,
                    "minutes": one.minutes,
                    "date": one.day.date,
                    "start": clock(one.minute),
                    "why": one.why,
                }
            )
        )
    sessions.sort(key=lambda one: (one.date, one.start, one.code))
    return tuple(sessions), issued


def _next_part(one: Placed, parts: dict[str, int]) -> int:
    """Return which part of its item a session is, and count it; a review is none of them."""
    if one.kind not in WORK:
        return 0
    part = parts[one.item] = parts.get(one.item, 0) + 1
    return part


def _sameness(session: Session) -> _Sameness:
    return (session.item, session.kind, session.units, session.minutes)
