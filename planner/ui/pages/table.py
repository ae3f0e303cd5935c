"""The pages by name, in the order of the sidebar."""

from collections.abc import Mapping

from planner.ui.pages.checklist import ChecklistPage
from planner.ui.pages.plan import PlanPage
from planner.ui.pages.readiness import ReadinessPage
from planner.ui.pages.week import WeekPage
from planner.ui.stack import Maker

PAGES: Mapping[str, Maker] = {
    "week": WeekPage,
    "plan": PlanPage,
    "checklist": ChecklistPage,
    "readiness": ReadinessPage,
}
