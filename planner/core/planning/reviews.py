"""Closed-book reviews: when an item that was finished comes back, and for how long."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import NamedTuple

from planner.core.plan import WEEKLY_REVIEW, Rule, because
from planner.core.planning.board import Board
from planner.core.planning.calendar import Stretch
from planner.core.reviewing import Held, due_weeks
from planner.core.values import GRAIN, SessionKind

SHORTEST, LONGEST = 10, 30
MOST_OF_WEEK = 0.25
"""Reviews take at most a quarter of a week's budget."""
_REVIEW = SessionKind.REVIEW
_WEEKLY_REVIEW = (because(Rule.WEEKLY_REVIEW),)
_review_due = partial(because, Rule.REVIEW_DUE)


def review_minutes(estimate: int) -> int:
    """Return a tenth of an item's effort, between ten and thirty minutes."""
    return min(max(GRAIN * round(estimate / 10 / GRAIN), SHORTEST), LONGEST)


class Review(NamedTuple):
    """A review that is due, of an item that was finished in a week; the first goes first."""

    due: int
    rank: float
    item: str
    finished: int
    minutes: int


@dataclass(slots=True)
class ReviewDesk:
    """The reviews to come. `worth` says which go first when a week cannot hold all."""

    weeks: int
    worth: Mapping[str, float]
    due: dict[int, list[Review]] = field(default_factory=dict)

    def finish(self, item: str, week: int, estimate: int, held: Sequence[Held] = ()) -> None:
        """Note that an item was finished in a week; `held` are its reviews that stay, in order."""
        minutes, rank = review_minutes(estimate), -self.worth.get(item, 0.0)
        for due in due_weeks(week, self.weeks, held):
            self.due.setdefault(due, []).append(Review(due, rank, item, week, minutes))

    def choose(self, week: int, budget: int, room: int) -> Sequence[Review]:
        """Return the reviews a week holds, and take them off the desk.

        They take at most a quarter of the week. What finds no room waits one week, then it is
        dropped.
        """
        most = min(int(budget * MOST_OF_WEEK), room)
        chosen: list[Review] = []
        late: list[Review] = []
        taken: set[str] = set()
        waiting = [one for due in sorted(self.due) if due <= week for one in self.due.pop(due)]
        for review in sorted(waiting):
            if review.item in taken:
                late.append(review)
            elif review.minutes <= most:
                chosen.append(review)
                taken.add(review.item)
                most -= review.minutes
            else:
                late.append(review)
        soon = [one for one in late if one.due >= week]
        if soon:
            self.due[week] = soon
        return chosen


def lay_reviews(
    board: Board, stretch: Stretch, desk: ReviewDesk, weekly: int, closed: AbstractSet[date]
) -> None:
    """Lay the reviews of a week, each on the day with the least room, and its weekly review.

    The `closed` days before a round, which are for reviews alone, come first.
    """
    for review in desk.choose(stretch.number, stretch.budget, stretch.left - weekly):
        fitting = [
            (day.date not in closed, day.left, at)
            for at, day in enumerate(stretch.days)
            if day.longest >= review.minutes
        ]
        if fitting:
            day = stretch.days[min(fitting)[-1]]
            why = (_review_due(review.item, week=review.finished),)
            board.lay(stretch, day, review.item, review.minutes, kind=_REVIEW, why=why)
    last = next((one for one in reversed(stretch.days) if one.longest >= weekly > 0), None)
    if last is not None:
        kind = SessionKind.WEEKLY_REVIEW
        board.lay(stretch, last, WEEKLY_REVIEW, weekly, kind=kind, why=_WEEKLY_REVIEW)
