"""When an item that was finished comes back: after some weeks, sooner or less often by grade."""

from collections.abc import Sequence

from planner.core.values import Fact, Grade

GAPS = (1, 3, 7)
"""Weeks after finishing; a plan of more than sixteen weeks begins with two (rule 5)."""
FEW_WEEKS, MANY_WEEKS = 3, 16
GOOD_RUNNING = 2
"""So many good ones running drop the next review."""


class Held(Fact, frozen=True):
    """A review that was held in a week, and how it went; None while it is not graded."""

    week: int
    grade: Grade | None = None


def gaps(weeks_left: int) -> tuple[int, ...]:
    """Return after how many weeks an item is reviewed, with so many weeks left when it ends."""
    if weeks_left < FEW_WEEKS:
        return (min(weeks_left, 1),)
    return (2, *GAPS[1:]) if weeks_left > MANY_WEEKS else GAPS


def due_weeks(finished: int, weeks: int, held: Sequence[Held] = ()) -> tuple[int, ...]:
    """Return the weeks, of so many, in which an item is still to be reviewed.

    It was finished in a week, and `held` are its reviews so far, in order. Again brings it back
    the week after and moves the rest along; hard leaves things as they are; good twice running
    drops the next one.
    """
    ahead = [finished + gap for gap in gaps(weeks - finished)]
    good = 0
    for review in held:
        due = ahead.pop(0) if ahead else review.week
        good = good + 1 if review.grade is Grade.GOOD else 0
        if review.grade is Grade.AGAIN:
            back = review.week + 1
            ahead = [back, *(week + max(back - due, 1) for week in ahead)]
        elif good == GOOD_RUNNING:
            ahead, good = ahead[1:], 0
    return tuple([week for week in ahead if week <= weeks])
