"""The Practice page."""

from planner.ui.pages.practice.page import PracticePage

__all__ = ["PracticePage"]
