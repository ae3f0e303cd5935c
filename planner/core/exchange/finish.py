"""The forecast of the finish as sentences for a terminal, and as a document."""

from datetime import date
from typing import Any

from planner.core.exchange.words import long_day, short_day
from planner.core.forecast import Forecast
from planner.core.wording.forecast import method_text


def finish_text(found: Forecast) -> str:
    """Return the likely day with its range and its slack, in a sentence."""
    if found.likely is None:
        return "At the pace so far the end of the plan is not in sight."
    if not found.left_minutes:
        return f"The plan was done on {long_day(found.likely)}."
    return f"Likely finish {long_day(found.likely)}, {_range(found)}; {_slack(found)}."


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


def _range(found: Forecast) -> str:
    earliest = short_day(found.earliest) if found.earliest else ""
    if found.latest is None:
        return f"{earliest} at the earliest, the latest is not in sight"
    return f"between {earliest} and {short_day(found.latest)}"


def _slack(found: Forecast) -> str:
    weeks = found.slack or 0.0
    said = f"{abs(weeks):.1f}".removesuffix(".0")
    words = f"{said} week" if said == "1" else f"{said} weeks"
    return f"{words} of slack" if weeks >= 0 else f"{words} after the loop day"


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
