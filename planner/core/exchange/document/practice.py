"""Rounds, their mocks and the rehearsal, as a JSON document."""

from typing import Any

from planner.core.mock import Mock
from planner.core.screens.practice import PracticeRow, PracticeScreen

Document = dict[str, Any]


def practice_document(screen: PracticeScreen) -> Document:
    """Return each round with its mocks, then the loop as a day."""
    plan = screen.rehearsal
    return {
        "level": screen.level.value,
        "ready": screen.ready,
        "rounds": [_round(one) for one in screen.rows],
        "rehearsal": {
            "stated_hours": list(plan.stated_hours),
            "minutes": [plan.shortest, plan.longest],
            "slots": [
                {
                    "round": slot.round or None,
                    "start": slot.start.isoformat("minutes"),
                    "minutes": slot.minutes,
                }
                for slot in plan.slots
            ],
        },
    }


def _round(one: PracticeRow) -> Document:
    return {
        "id": one.id,
        "label": one.label,
        "count": one.count,
        "minutes": None if one.shortest is None else [one.shortest, one.longest],
        "in_loop": one.in_loop,
        "optional": one.optional,
        "judged_by": list(one.asked),
        "tested": {"done": one.tested.done, "of": one.tested.of, "unit": "mocks"},
        "ready": one.is_ready,
        "planned": [{"code": code, "date": day.isoformat()} for code, day in one.sessions],
        "mocks": [_mock(mock) for mock in one.mocks],
    }


def _mock(mock: Mock) -> Document:
    return {
        "id": mock.id,
        "on": mock.on.isoformat(),
        "minutes": mock.minutes,
        "scores": dict(mock.scores),
        "overall": mock.overall,
        "at_bar": mock.is_at_bar,
        "judge": mock.judge.value,
        "notes": mock.notes,
        "code": mock.code or None,
    }
