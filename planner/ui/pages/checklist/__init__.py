"""The checklist: everything there is to do, with boxes to tick."""

from planner.ui.pages.checklist.page import ChecklistPage

__all__ = ["ChecklistPage"]
