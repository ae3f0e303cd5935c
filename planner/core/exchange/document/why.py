"""Why a session stands where it does, or an item is left out, as a JSON document."""

from typing import Any

from planner.core.exchange.document.plan import left_out_document
from planner.core.screens.about import AboutSession, about
from planner.core.screens.finding import Found
from planner.core.state import State

Document = dict[str, Any]


def why_document(state: State, found: Found) -> Document:
    """Return all about an item; `code` is that of the session that was asked for, or null."""
    one = about(state, found.item)
    return {
        "code": found.code,
        "item": one.item,
        "title": one.title,
        "subject": one.subject.value if one.subject else None,
        "priority": one.priority.value if one.priority else None,
        "state": one.state.value,
        "finished": one.finished.isoformat() if one.finished else None,
        "done_minutes": one.share.done,
        "minutes": one.share.of,
        "skipped": one.skip_reason is not None,
        "skip_reason": one.skip_reason,
        "done_when": one.done_when,
        "note": one.note,
        "sessions": [_session(session) for session in one.sessions],
        "left_out": left_out_document(one.left_out) if one.left_out else None,
        "counts_towards": [
            {"label": bar.label, "done": bar.share.done, "of": bar.share.of, "unit": "minutes"}
            for bar in one.counts
        ],
    }


def _session(one: AboutSession) -> Document:
    return {
        "code": one.code,
        "title": one.title,
        "kind": one.kind.value,
        "part": one.part,
        "week": one.week,
        "date": one.day.isoformat(),
        "start": one.start.isoformat("minutes"),
        "minutes": one.minutes,
        "done": one.done,
        "finished": one.finished.isoformat() if one.finished else None,
        "why": list(one.why),
    }
