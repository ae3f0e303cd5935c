"""The guide: what does this level mean, and what can I do about it?"""

from planner.ui.pages.guide.page import GuidePage

__all__ = ["GuidePage"]
