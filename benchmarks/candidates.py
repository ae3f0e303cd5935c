"""Made-up candidates of both levels, the same for the same seed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from random import Random

from planner.core.curriculum import Curriculum
from planner.core.entry import spread_hours
from planner.core.profile import Profile
from planner.core.state import State
from planner.core.values import Level, Rating
from planner.resources import resource
from planner.storage.curriculum import load_curriculum

SEED = 1
PROFILES = 200
MONDAY = date(2026, 11, 30)
WEEKS = (3, 26)
HOURS = (3, 20)
MOODS = (*(rating.value for rating in Rating), "mixed")
LATEST_WEEKDAY = 4
"""Loops are held from Monday to Friday."""


@cache
def curriculum() -> Curriculum:
    """Return the curriculum that comes with the program."""
    return load_curriculum(resource("curriculum"))


@dataclass(frozen=True)
class Candidate:
    """A profile with the figures it was drawn from; `weeks` is rounded down to whole ones."""

    number: int
    mood: str
    weeks: int
    hours: int
    profile: Profile

    @property
    def state(self) -> State:
        """The state of a candidate who has entered a profile and nothing else."""
        return State(curriculum=curriculum(), profile=self.profile)

    @property
    def loop(self) -> date:
        """The day of the loop, which these candidates all know."""
        if self.profile.loop is None:
            raise AssertionError("every candidate was drawn with a loop")
        return self.profile.loop

    def with_room(self, *, hours: int = 0, weeks: int = 0) -> Profile:
        """Return the same profile with more hours a week or a later loop."""
        return self.profile.evolve(
            week=spread_hours(60 * (self.hours + hours)), loop=self.loop + timedelta(weeks=weeks)
        )

    def __str__(self) -> str:
        """Say in a few words who it is."""
        days = f"{self.profile.start:%a} to {self.loop:%a}"
        who = f"{self.profile.level.value}, {self.mood}, {self.weeks} weeks of {self.hours} h"
        return f"{self.number:3}: {who}, {days}"


def candidates(count: int = PROFILES, seed: int = SEED) -> Iterator[Candidate]:
    """Yield so many candidates; a longer list begins with the shorter one."""
    for number in range(count):
        yield candidate(number, seed)


def candidate(number: int, seed: int = SEED) -> Candidate:
    """Return one candidate of a seed; even numbers prepare for L6, odd ones for L7."""
    dice = Random(f"{seed}/{number}")
    level = list(Level)[number % 2]
    mood = dice.choice(MOODS)
    weeks, hours = dice.randint(*WEEKS), dice.randint(*HOURS)
    start = MONDAY + timedelta(days=dice.choice((0, dice.randrange(7))))
    loop = MONDAY + timedelta(weeks=weeks, days=dice.randint(0, LATEST_WEEKDAY))
    profile = Profile(
        level=level,
        start=start,
        loop=loop,
        week=spread_hours(60 * hours),
        ratings=ratings(level, mood, dice),
    )
    return Candidate(number, mood, weeks, hours, profile)


def ratings(level: Level, mood: str, dice: Random) -> Mapping[str, Rating]:
    """Return every group of a level rated as the mood says; mixed is drawn group by group."""
    groups = [group.id for group in curriculum().groups_at(level)]
    if mood == "mixed":
        return {group: dice.choice(list(Rating)) for group in groups}
    return dict.fromkeys(groups, Rating(mood))
