"""Planning: from what is left to do and the free time of each day to a plan with its reasons."""

from planner.core.planning.build import make_plan
from planner.core.planning.catch_up import catch_up, slipped
from planner.core.planning.difference import Difference, compare

__all__ = ["Difference", "catch_up", "compare", "make_plan", "slipped"]
