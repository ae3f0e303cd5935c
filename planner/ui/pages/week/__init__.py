"""This week: what to do now, by day, with the details of one session."""

from planner.ui.pages.week.page import WeekPage

__all__ = ["WeekPage"]
