"""The plan, and one week of it, as JSON documents whose keys stay."""

from typing import Any

from planner.core.exchange.pages import chosen_plan
from planner.core.plan import Plan, Session, Week
from planner.core.progress import is_done
from planner.core.screens.plan import LeftOutRow, left_out_row
from planner.core.state import State
from planner.core.values import SessionKind
from planner.core.wording import session_title
from planner.core.wording.reasons import why_texts

Document = dict[str, Any]


def plan_document(state: State, *, progress: bool = False) -> Document:
    """Return the plan as a JSON document; with progress each session says how far it is.

    Raises:
        Refused: while there is no plan.
    """
    plan = chosen_plan(state)
    document: Document = {
        "level": plan.level.value,
        "start": plan.start.isoformat(),
        "loop": plan.loop.isoformat(),
        "weeks": [_week(state, plan, week, progress=progress) for week in plan.weeks],
        "left_out": [left_out_document(left_out_row(state, left)) for left in plan.left_out],
        "fits": plan.fits,
        "shortfall_minutes": plan.shortfall_minutes,
        "extra_weeks_needed": plan.extra_weeks_needed,
    }
    if plan.loop_proposed:
        document["loop_proposed"] = True
    return document


def left_out_document(row: LeftOutRow) -> Document:
    """Return what is left out of an item; what would bring it back only where that is known."""
    document: Document = {
        "item": row.item,
        "title": row.title,
        "minutes": row.minutes,
        "why": row.why,
    }
    if row.back:
        document["brings_back"] = row.back
    return document


def week_document(state: State, number: int) -> Document:
    """Return a week of the plan as it stands in the plan's document, with its progress.

    Raises:
        Refused: while there is no plan.
    """
    plan = chosen_plan(state)
    week = plan.week_of_number(number)
    return _week(state, plan, week, progress=True)


def _week(state: State, plan: Plan, week: Week, *, progress: bool) -> Document:
    return {
        "number": week.number,
        "monday": week.monday.isoformat(),
        "phase": week.phase.value,
        "capacity_minutes": week.capacity_minutes,
        "planned_minutes": plan.planned_minutes(week),
        "sessions": [_session(state, one, progress=progress) for one in plan.sessions_of(week)],
    }


def _session(state: State, session: Session, *, progress: bool) -> Document:
    document: Document = {
        "code": session.code,
        "item": session.item,
        "title": session_title(state, session),
        "kind": session.kind.value,
        "part": session.part,
        "parts": session.parts,
        "minutes": session.minutes,
        "date": session.date.isoformat(),
        "start": session.start.isoformat("minutes"),
        "why": list(why_texts(state, session)),
    }
    if progress:
        document["done"] = is_done(state, session)
        document["actual_minutes"] = state.minutes.get(session.code)
    if progress and session.kind is SessionKind.REVIEW:
        grade = state.grades.get(session.code)
        document["grade"] = grade.value if grade else None
        document["answer"] = state.answers.get(session.code, "")
    return document
