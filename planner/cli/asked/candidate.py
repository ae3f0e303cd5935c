"""Makes the profile of a candidate from the options, and keeps what is not named."""

from argparse import Namespace
from datetime import date
from typing import Any

from planner.cli.asked.free_time import with_free_time
from planner.cli.failure import WrongUsage
from planner.core.checking import checked
from planner.core.curriculum import Curriculum
from planner.core.entry import hours_problem, loop_problem, spread_hours, start_problem
from planner.core.foundations import foundation_groups
from planner.core.hours import changed, most_minutes
from planner.core.profile import Profile

USUAL_MINUTES = 10 * 60


def profile_of(
    options: Namespace, curriculum: Curriculum, today: date, before: Profile | None = None
) -> Profile:
    """Return the profile that the options describe; what they leave open stays as it was before.

    Raises:
        WrongUsage: when the level is missing, or a country or a zone is not known.
        Refused: when dates or hours are impossible.
    """
    level = options.level or (before.level if before else None)
    if level is None:
        raise WrongUsage("The level is missing; add --level L6 or --level L7.")
    start = options.start or (before.start if before else today)
    loop = options.loop or (before.loop if before else None)
    problem = loop_problem(start, loop, today)
    if options.start is not None:
        problem = start_problem(start, today) or problem
    if problem is not None:
        raise problem
    ratings = dict(before.ratings) if before else {}
    if options.rating is not None:
        groups = (*curriculum.groups_at(level), *foundation_groups(curriculum, level))
        ratings |= {group.id: options.rating for group in groups}
    answers: dict[str, Any] = {
        "level": level,
        "start": start,
        "loop": loop,
        "week": before.week if before else spread_hours(USUAL_MINUTES),
        "ratings": ratings,
        "gates": {},
    }
    profile = before.evolve(**answers) if before else Profile(**answers)
    if options.hours is not None:
        profile = _with_hours(profile, options.hours, is_new=before is None)
    gates = before.gates if before else {}
    return checked(with_free_time(options, profile, gates, curriculum, today))


def _with_hours(profile: Profile, minutes: int, *, is_new: bool) -> Profile:
    """Return a profile with other hours: on the days it has, where they can hold so many."""
    if is_new or minutes > most_minutes(profile):
        return profile.evolve(week=spread_hours(minutes))
    problem = hours_problem(minutes)
    if problem is not None:
        raise problem
    return changed(profile, minutes, None)
