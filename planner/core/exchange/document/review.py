"""The review of a week as a JSON document."""

from typing import Any

from planner.core.readiness import Share
from planner.core.screens.weekly_review import WeeklyReview

Document = dict[str, Any]


def review_document(one: WeeklyReview) -> Document:
    """Return planned against done, what moved, what is at risk, and what was written."""
    return {
        "week": one.number,
        "weeks": one.weeks,
        "monday": one.monday.isoformat(),
        "planned_minutes": one.planned,
        "done_minutes": one.done,
        "logged_minutes": one.logged,
        "open": list(one.open),
        "moved": [
            {
                "id": each.id,
                "label": each.label,
                "before": _share(each.before),
                "after": _share(each.after),
            }
            for each in one.moved
        ],
        "risks": list(one.risks),
        "decision": one.decision,
        "notes": one.notes,
    }


def _share(share: Share) -> Document:
    return {"done": share.done, "of": share.of, "unit": "minutes"}
