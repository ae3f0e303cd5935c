"""Plan: does it fit, and what if?"""

from planner.ui.pages.plan.page import PlanPage

__all__ = ["PlanPage"]
