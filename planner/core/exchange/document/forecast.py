"""The forecast of the finish as a JSON document."""

from datetime import date
from typing import Any

from planner.core.forecast import Forecast
from planner.core.wording.forecast import method_text


def forecast_document(found: Forecast) -> dict[str, Any]:
    """Return a forecast for scripts; a day that is not in sight is null."""
    return {
        "left_minutes": found.left_minutes,
        "earliest": _iso(found.earliest),
        "likely": _iso(found.likely),
        "latest": _iso(found.latest),
        "slack_weeks": found.slack,
        "in_time": {"done": found.in_time, "of": 10, "unit": "courses of weeks"},
        "own_weeks": found.own,
        "usual_weeks": found.usual,
        "method": method_text(found),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
