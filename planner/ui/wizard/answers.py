"""What was answered so far; it becomes a profile once every answer is possible."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from planner.core.checking import checked
from planner.core.commands import KeepBusy
from planner.core.entry import spread_hours
from planner.core.profile import Profile, StudyDay
from planner.core.values import Level, Rating

USUAL_MINUTES = 600
USUAL_WEEKS = 10


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers so far; `likely_loop` is what the date field offers while none is booked.

    `known` is the profile that keeps what the wizard itself does not ask, and `calendars` are the
    commands for the calendars that were read on the way.
    """

    level: Level
    start: date
    loop: date | None
    likely_loop: date
    week: tuple[StudyDay, ...]
    ratings: Mapping[str, Rating] = field(default_factory=dict)
    known: Profile | None = None
    calendars: tuple[KeepBusy, ...] = ()

    def profile(self) -> Profile:
        """Return the profile they make.

        Raises:
            ValueError: when they are not possible.
        """
        answers: dict[str, Any] = {
            "level": self.level,
            "start": self.start,
            "loop": self.loop,
            "week": self.week,
            "ratings": self.ratings,
        }
        known = self.known
        return checked(known.evolve(**answers) if known else Profile(**answers))

    @property
    def gates(self) -> Mapping[str, date]:
        """The days of rounds that are known so far."""
        return self.known.gates if self.known else {}


def first_answers(today: date) -> Answers:
    """Return what somebody new is offered: ten hours a week from today, no loop booked."""
    return Answers(
        level=Level.L6,
        start=today,
        loop=None,
        likely_loop=_likely_loop(today),
        week=spread_hours(USUAL_MINUTES),
    )


def answers_of(profile: Profile, today: date) -> Answers:
    """Return the answers that made a profile."""
    return Answers(
        level=profile.level,
        start=profile.start,
        loop=profile.loop,
        likely_loop=profile.loop or _likely_loop(max(today, profile.start)),
        week=profile.week,
        ratings=profile.ratings,
        known=profile,
    )


def _likely_loop(start: date) -> date:
    return start + timedelta(weeks=USUAL_WEEKS)
