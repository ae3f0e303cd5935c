"""The ways to go on, as a JSON document."""

from typing import Any

from planner.core.exchange.document.plan import left_out_document
from planner.core.planning.replan import Kind
from planner.core.screens.replan import ChangeRow, Place, Way, Ways

Document = dict[str, Any]


def replan_document(found: Ways, accepted: Kind | None) -> Document:
    """Return what slipped and each way to go on; `accepted` names the one that was taken."""
    return {
        "slipped": [one.code for one in found.slipped],
        "advice": list(found.advice),
        "options": [_way(one) for one in found.ways],
        "accepted": accepted.value if accepted else None,
    }


def _way(one: Way) -> Document:
    price = one.option.price
    return {
        "kind": one.kind.value,
        "loop": one.option.plan.loop.isoformat(),
        "price": {
            "text": one.price,
            "more_minutes_a_week": price.more,
            "weeks_with_more": price.weeks,
            "buffer_minutes": price.buffer,
            "left_out_items": price.left_out,
            "left_out_minutes": price.left_out_minutes,
            "loop_weeks_later": price.later,
        },
        "stay": one.counts.stayed,
        "moved": [_row(row) for row in one.moved],
        "other_time": [_row(row) for row in one.shifted],
        "new": [_row(row) for row in one.added],
        "gone": [_row(row) for row in one.removed],
        "left_out": [left_out_document(row) for row in one.left_out],
        "unpinned": [session.code for session in one.option.unpinned],
    }


def _row(row: ChangeRow) -> Document:
    return {
        "code": row.code,
        "title": row.title,
        "before": _place(row.before),
        "after": _place(row.after),
    }


def _place(place: Place | None) -> Document | None:
    if place is None:
        return None
    return {
        "week": place.week,
        "date": place.day.isoformat(),
        "start": place.start.isoformat("minutes"),
    }
