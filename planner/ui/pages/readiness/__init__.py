"""Readiness: what could I show for each success criterion today?"""

from planner.ui.pages.readiness.page import ReadinessPage

__all__ = ["ReadinessPage"]
