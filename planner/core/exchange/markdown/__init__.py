"""Plan, week, status and checklist as Markdown with task lists."""

from planner.core.exchange.markdown.checklist import checklist_markdown
from planner.core.exchange.markdown.plan import plan_markdown, week_markdown
from planner.core.exchange.markdown.practice import practice_markdown
from planner.core.exchange.markdown.replan import replan_markdown
from planner.core.exchange.markdown.review import review_markdown
from planner.core.exchange.markdown.status import status_markdown
from planner.core.exchange.markdown.stories import stories_markdown
from planner.core.exchange.markdown.why import why_markdown

__all__ = [
    "checklist_markdown",
    "plan_markdown",
    "practice_markdown",
    "replan_markdown",
    "review_markdown",
    "status_markdown",
    "stories_markdown",
    "week_markdown",
    "why_markdown",
]
