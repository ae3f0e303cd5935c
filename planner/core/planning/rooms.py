"""How much of each week is for study and mocks, when its reviews have had their share."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date

from planner.core.planning.calendar import STUDYING, Stretch
from planner.core.values import GRAIN

BASELINE_MINUTES = 45
BASELINE_BY = 3
"""A short first week may have no room for the first measure: one of the next two may."""
SCARCE = 4
"""In room for fewer first measures than so many, one of them does not come first."""
WEEKLY_REVIEW_MINUTES = 15
SMALLEST_REVIEWED_WEEK = 60
RESERVE = 0.10
"""A tenth of each week but the first waits for reviews (rule 5 allows a quarter)."""


@dataclass(frozen=True, slots=True)
class Space:
    """Minutes for study and mocks: `early` ones before the mock block, and `late` ones in it."""

    early: int
    late: int

    @property
    def whole(self) -> int:
        """All of them."""
        return self.early + self.late


@dataclass(frozen=True, slots=True)
class Rooms:
    """Minutes by the number of the week: for study and mocks, and for the weekly review.

    `before_block` are those of the weeks in which new items begin, `block` those of the others.
    """

    study: Mapping[int, int]
    weekly: Mapping[int, int]
    before_block: int
    block: int


def rooms_of(
    weeks: Sequence[Stretch], reviewed: AbstractSet[int], closed: AbstractSet[date]
) -> Rooms:
    """Return the room of some weeks; `reviewed` are those whose weekly review is done.

    On `closed` days nothing but reviews is planned.
    """
    study: dict[int, int] = {}
    weekly: dict[int, int] = {}
    for week in weeks:
        free = sum([day.left for day in week.days])
        open_days = sum([day.left for day in week.days if day.date not in closed])
        wanted = week.budget >= SMALLEST_REVIEWED_WEEK and week.number not in reviewed
        weekly[week.number] = min(WEEKLY_REVIEW_MINUTES, week.left, free) if wanted else 0
        reserve = int(week.budget * RESERVE) // GRAIN * GRAIN if week.number > 1 else 0
        room = min(min(week.left, free) - weekly[week.number] - reserve, open_days)
        study[week.number] = max(room // GRAIN * GRAIN, 0)
    before = sum(study[week.number] for week in weeks if week.phase in STUDYING)
    return Rooms(study, weekly, before, sum(study.values()) - before)
