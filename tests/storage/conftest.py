"""A store that holds a profile and a plan."""

from tests.support.stored import computer, workspace

__all__ = ["computer", "workspace"]
