"""How far the candidate is, as a JSON document."""

from datetime import date
from typing import Any

from planner.core.exchange.document.forecast import forecast_document
from planner.core.exchange.standing import standing
from planner.core.readiness import Share
from planner.core.screens.readiness import CriterionRow, FailureRow, RoundRow
from planner.core.state import State

Document = dict[str, Any]


def status_document(state: State, today: date) -> Document:
    """Return criteria, failure points and rounds, each share with numerator and denominator.

    Raises:
        Refused: while there is no plan.
    """
    now = standing(state, today)
    return {
        "level": now.plan.level.value,
        "start": now.plan.start.isoformat(),
        "loop": now.plan.loop.isoformat(),
        "today": today.isoformat(),
        "days_to_loop": now.days,
        "week": now.week,
        "weeks": now.weeks,
        "done_minutes": now.done.done,
        "due_minutes": now.due,
        "planned_minutes": now.done.of,
        "pace": [
            {"kind": one.kind.value, "factor": one.percent / 100, "items": one.items}
            for one in now.paces
        ],
        "forecast": forecast_document(now.forecast),
        "risk": now.readiness.risk or None,
        "criteria": [
            _criterion(row, family.label)
            for family in now.readiness.families
            for row in family.rows
        ],
        "failure_points": [_failure(row) for row in now.readiness.failures],
        "rounds": [_round(row) for row in now.readiness.rounds],
    }


def _criterion(row: CriterionRow, family: str) -> Document:
    return {
        "id": row.id,
        "label": row.label,
        "family": family,
        "studied": _share(row.studied, "minutes"),
        "evidenced": _share(row.evidenced, "items"),
        "tested": _share(row.tested, "mocks"),
        "prepared": _share(row.prepared, "minutes"),
        "items": row.items,
        "dropped": row.dropped,
        "supports": [
            {
                "kind": one.kind.value,
                "id": one.id,
                "title": one.title,
                "state": one.state.value,
                "evidence": one.line or None,
            }
            for one in row.supports
        ],
    }


def _failure(row: FailureRow) -> Document:
    return {
        "id": row.id,
        "label": row.label,
        "family": row.family,
        "state": row.state.value,
        "guarded": _share(row.share, "items"),
        "stories": list(row.stories),
    }


def _round(row: RoundRow) -> Document:
    return {
        "id": row.id,
        "label": row.label,
        "prepared": _share(row.prepared, "minutes"),
        "tested": _share(row.tested, "mocks"),
    }


def _share(share: Share, unit: str) -> Document:
    return {"done": share.done, "of": share.of, "unit": unit}
