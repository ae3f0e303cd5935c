"""Plan, week, status, checklist and guide as text for a terminal, at most 80 columns wide."""

from planner.core.exchange.text.checklist import checklist_text
from planner.core.exchange.text.guide import guide_text
from planner.core.exchange.text.plan import plan_text, week_text
from planner.core.exchange.text.practice import practice_text
from planner.core.exchange.text.replan import replan_text
from planner.core.exchange.text.review import review_text
from planner.core.exchange.text.status import status_text
from planner.core.exchange.text.stories import stories_text
from planner.core.exchange.text.why import why_text

__all__ = [
    "checklist_text",
    "guide_text",
    "plan_text",
    "practice_text",
    "replan_text",
    "review_text",
    "status_text",
    "stories_text",
    "week_text",
    "why_text",
]
