"""The words for how a review went, the same on screen and in a terminal."""

from planner.core.language import Table
from planner.core.values import Grade

_GRADES = Table(
    "Grades",
    {
        Grade.AGAIN: "could not do it without looking",
        Grade.HARD: "got there, with effort or gaps",
        Grade.GOOD: "could teach it",
    },
)


def grade_text(grade: Grade) -> str:
    """Return what a grade means: "could teach it"."""
    return _GRADES[grade]
