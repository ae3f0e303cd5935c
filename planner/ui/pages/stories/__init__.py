"""The Stories page."""

from planner.ui.pages.stories.page import StoriesPage

__all__ = ["StoriesPage"]
