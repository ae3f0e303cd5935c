"""Codes that mean the same session for ever, and the order in which sessions are told."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter

from planner.core.effort import USUAL_PACE
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
    reached = Counter([one.item for one in held if one.kind in WORK])
    parts = reached + Counter([one.item for one in placed if one.kind in WORK])
    sessions = list(held)
    for one in placed:
        item, week, is_part = one.item, one.day.week, one.kind in WORK
        if is_part:
            reached[item] += 1
        same = old.get((item, one.kind, one.units, one.minutes)) if old else None
        if same:
            code = same.pop(0).code
        else:
            number = issued[week] = issued.get(week, 0) + 1
            code = f"W{week}-{number:02d}"
        sessions.append(
            Session.holding(
                {
                    "code": code,
                    "item": item,
                    "kind": one.kind,
                    "part": reached[item] if is_part else 1,
                    "parts": parts[item] if is_part else 1,
                    "units": one.units,
                    "minutes": one.minutes,
                    "date": one.day.date,
                    "start": clock(one.minute),
                    "why": one.why,
                    "pinned": False,
                    "pace": USUAL_PACE,
                }
            )
        )
    if held:
        sessions.sort(key=attrgetter("date", "start", "code"))
    return tuple(sessions), issued


def _sameness(session: Session) -> _Sameness:
    return (session.item, session.kind, session.units, session.minutes)
