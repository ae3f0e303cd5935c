"""The words for what the core decides: durations, titles, reasons, refusals."""

from planner.core.wording.reasons import back_text, left_out_text, reason_text
from planner.core.wording.refusals import refusal_text
from planner.core.wording.times import (
    duration,
    hours_share,
    number_share,
    of_hours,
    session_minutes,
)
from planner.core.wording.titles import item_title, session_title, unit_labels

__all__ = [
    "back_text",
    "duration",
    "hours_share",
    "item_title",
    "left_out_text",
    "number_share",
    "of_hours",
    "reason_text",
    "refusal_text",
    "session_minutes",
    "session_title",
    "unit_labels",
]
