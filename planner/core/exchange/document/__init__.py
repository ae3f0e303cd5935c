"""Plan, week, status and checklist as JSON documents for scripts."""

from planner.core.exchange.document.checklist import checklist_document
from planner.core.exchange.document.plan import plan_document, week_document
from planner.core.exchange.document.practice import practice_document
from planner.core.exchange.document.replan import replan_document
from planner.core.exchange.document.review import review_document
from planner.core.exchange.document.status import status_document
from planner.core.exchange.document.stories import stories_document
from planner.core.exchange.document.why import why_document

__all__ = [
    "checklist_document",
    "plan_document",
    "practice_document",
    "replan_document",
    "review_document",
    "status_document",
    "stories_document",
    "week_document",
    "why_document",
]
