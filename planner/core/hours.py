"""A week with more or fewer hours, every day in proportion."""

from collections.abc import Mapping
from datetime import date

from planner.core.plan import clock
from planner.core.profile import MOST_DAY_MINUTES, Profile, StudyDay
from planner.core.values import GRAIN

TEN_HOURS = 600


def changed(profile: Profile, minutes: int, loop: date | None) -> Profile:
    """Return a profile with another sum of free minutes, and another loop day unless it is None.

    Weeks with hours of their own grow and shrink along.
    """
    usual = profile.week_minutes
    if minutes != usual:
        profile = profile.evolve(
            week=scaled(profile.week, minutes),
            special_weeks={
                monday: min(other * minutes // usual // GRAIN * GRAIN, 7 * MOST_DAY_MINUTES)
                for monday, other in profile.special_weeks.items()
            },
        )
    return profile if loop in {None, profile.loop} else profile.evolve(loop=loop)


def most_minutes(profile: Profile) -> int:
    """Return how many minutes a week can hold without studying on further days."""
    return sum(MOST_DAY_MINUTES for day in profile.week if day.minutes)


def most_tried(profile: Profile) -> int:
    """Return how many minutes a week are worth trying: twice the usual, or ten hours."""
    return min(max(2 * profile.week_minutes, TEN_HOURS), most_minutes(profile))


def scaled(week: tuple[StudyDay, ...], minutes: int) -> tuple[StudyDay, ...]:
    """Return a week with every day longer or shorter in proportion, in steps of five minutes.

    A day that reaches twelve hours stays there and the others take the rest; a day that would
    end after midnight begins earlier. Free days stay free.
    """
    left = min(minutes, sum(MOST_DAY_MINUTES for day in week if day.minutes)) // GRAIN * GRAIN
    sizes = [0] * len(week)
    growing = {place: day.minutes for place, day in enumerate(week) if day.minutes}
    while full := _full(growing, left):
        for place in full:
            sizes[place] = MOST_DAY_MINUTES
            left -= MOST_DAY_MINUTES
            del growing[place]
    whole = sum(growing.values())
    passed = reached = 0
    for place, size in growing.items():
        passed += size
        bound = (2 * left * passed + whole * GRAIN) // (2 * whole * GRAIN) * GRAIN
        sizes[place] = bound - reached
        reached = bound
    return tuple(_resized(day, size) for day, size in zip(week, sizes, strict=True))


def _full(growing: Mapping[int, int], left: int) -> list[int]:
    """Return the days that would grow past the most that a day holds."""
    whole = sum(growing.values())
    return [place for place, size in growing.items() if size * left > MOST_DAY_MINUTES * whole]


def _resized(day: StudyDay, minutes: int) -> StudyDay:
    latest = clock(24 * 60 - minutes)
    return day.evolve(minutes=minutes, start=min(day.start, latest))
