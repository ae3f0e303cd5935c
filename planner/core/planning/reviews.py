"""Closed-book reviews: when an item that was finished comes back, and for how long."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from planner.core.effort import GRAIN

GAPS = (1, 3, 7)
"""Weeks after finishing; a plan of more than sixteen weeks begins with two (rule 5)."""
FEW_WEEKS, MANY_WEEKS = 3, 16
SHORTEST, LONGEST = 10, 30
MOST_OF_WEEK = 0.25
"""Reviews take at most a quarter of a week's budget."""
RESERVE = 0.10
"""While new items are studied, reviews take about a tenth of the budget over the weeks."""


def review_minutes(estimate: int) -> int:
    """Return a tenth of an item's effort, between ten and thirty minutes."""
    return min(max(GRAIN * round(estimate / 10 / GRAIN), SHORTEST), LONGEST)


def gaps(weeks_left: int) -> tuple[int, ...]:
    """Return after how many weeks an item is reviewed, with so many weeks left when it ends."""
    if weeks_left < FEW_WEEKS:
        return (min(weeks_left, 1),)
    return (2, *GAPS[1:]) if weeks_left > MANY_WEEKS else GAPS


@dataclass(frozen=True, slots=True)
class Review:
    """A review that is due: of an item that was finished in a week."""

    item: str
    finished: int
    due: int
    minutes: int


@dataclass(slots=True)
class ReviewDesk:
    """The reviews to come. `worth` says which go first when a week cannot hold all."""

    weeks: int
    worth: Mapping[str, float]
    waiting: list[Review] = field(default_factory=list)
    saved: int = 0

    def finish(self, item: str, week: int, estimate: int, *, held: int = 0) -> None:
        """Note that an item was finished in a week; `held` of its reviews are done already."""
        minutes = review_minutes(estimate)
        for gap in gaps(self.weeks - week)[held:]:
            if week + gap <= self.weeks:
                self.waiting.append(Review(item, week, week + gap, minutes))

    def choose(self, week: int, budget: int, room: int, *, studying: bool) -> Sequence[Review]:
        """Return the reviews a week holds, and take them off the desk.

        While new items are studied only a tenth of the budgets so far is given to reviews. What
        finds no room waits one week, then it is dropped.
        """
        most = int(budget * MOST_OF_WEEK)
        if studying:
            self.saved += int(budget * RESERVE)
            most = min(most, self.saved)
        most = min(most, room)
        chosen: list[Review] = []
        late: list[Review] = []
        for review in sorted((one for one in self.waiting if one.due <= week), key=self._urgency):
            if any(one.item == review.item for one in chosen):
                late.append(review)
            elif review.minutes <= most:
                chosen.append(review)
                most -= review.minutes
            else:
                late.append(review)
        self.saved -= sum(one.minutes for one in chosen) if studying else 0
        soon = [one for one in late if one.due >= week]
        self.waiting = [one for one in self.waiting if one.due > week] + soon
        return chosen

    def _urgency(self, review: Review) -> tuple[int, float, str]:
        return (review.due, -self.worth.get(review.item, 0.0), review.item)
