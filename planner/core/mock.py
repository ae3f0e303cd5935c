"""A mock interview of one round, as it went."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from planner.core.values import Fact, Level

BAR = 3
"""Scores go from 1 to 4; from here on one is at the bar."""
LOWEST, HIGHEST = 1, 4


class Judge(StrEnum):
    """Who scored a mock."""

    SELF = "self"
    PARTNER = "partner"


class Mock(Fact, frozen=True):
    """A round that was practised on a day, with its scores by dimension or principle.

    `code` is the planned session it was, empty for one outside the plan. A `dropped` one stays in
    the history of the journal alone.
    """

    id: str
    round: str
    level: Level
    on: date
    minutes: int
    scores: Mapping[str, int]
    judge: Judge
    notes: str = ""
    code: str = ""
    dropped: bool = False

    @property
    def overall(self) -> int:
        """The score of the whole mock: the mean, cut to a whole number.

        A 1 anywhere keeps it below the bar: no interviewer overlooks one.
        """
        mean = sum(self.scores.values()) // len(self.scores)
        return min(mean, BAR - 1) if LOWEST in self.scores.values() else mean

    @property
    def is_at_bar(self) -> bool:
        """Whether it would have been passed."""
        return self.overall >= BAR
