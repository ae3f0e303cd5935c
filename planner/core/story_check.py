"""What an interviewer would hold against a story: its scope, its parts, and how often it is used.

Source: the guide's table of scope by level and its failure points; the numbers are the table's.
"""

import re
from enum import StrEnum

from planner.core.state import State
from planner.core.stories import living, principles_of
from planner.core.story import Role, Story, Version
from planner.core.values import Fact, Level

MOST_PRINCIPLES = 3
ENGINEERS = {Level.L6: 10, Level.L7: 100}
MILLIONS = {Level.L6: 10, Level.L7: 100}
TEAMS = {Level.L6: 2, Level.L7: 5}
"""From so much on a story reaches a level; teams are ours, the guide says multiple teams and
organization."""
SLACK = 1.5
"""A telling may take so much longer than it is meant to."""


class Concern(StrEnum):
    """What speaks against a story."""

    CONTRIBUTOR = "contributor"
    REACH_SMALL = "reach-small"
    REACH_LARGE = "reach-large"
    REUSED = "reused"
    ROLE_UNSAID = "role-unsaid"
    REACH_UNSAID = "reach-unsaid"
    PARTS_MISSING = "parts-missing"
    NO_NUMBERS = "no-numbers"
    TOO_LONG = "too-long"


class Flag(Fact, frozen=True):
    """A concern; `failure` is the failure point it runs into, `of` what the concern counts."""

    concern: Concern
    failure: str = ""
    of: int = 0


CONTRIBUTOR_FAILS = {Level.L6: "LC1", Level.L7: "SL3"}
REACH_FAILS = {Level.L6: "LC3", Level.L7: "SL1"}


def reach(story: Story) -> Level | None:
    """Return the highest level a story's reach fits, or None: below both, or not known."""
    return next((level for level in (Level.L7, Level.L6) if _reaches(story, level)), None)


def is_scoped(story: Story) -> bool:
    """Say whether role and reach of a story are known."""
    return story.role is not Role.UNSAID and _has_reach(story)


def flags(state: State, story: Story) -> tuple[Flag, ...]:
    """Return what speaks against a story at the chosen level, the gravest first."""
    level = state.profile.level if state.profile else None
    found = [*_scope(story, level)] if level else []
    used = len(principles_of(state, story))
    if used > MOST_PRINCIPLES:
        found.append(Flag(Concern.REUSED, of=used))
    if story.missing:
        found.append(Flag(Concern.PARTS_MISSING, of=len(story.missing)))
    elif not re.search(r"\d", f"{story.result} {story.numbers}"):
        found.append(Flag(Concern.NO_NUMBERS))
    for version in Version:
        told = story.told(version)
        if told is not None and told.seconds > 60 * version.minutes * SLACK:
            found.append(Flag(Concern.TOO_LONG, of=version.minutes))
    return tuple(found)


def against(state: State, failure: str) -> tuple[Story, ...]:
    """Return the stories that run into a failure point."""
    return tuple(
        story
        for story in living(state)
        if any(flag.failure == failure for flag in flags(state, story))
    )


def _scope(story: Story, level: Level) -> list[Flag]:
    found = []
    if story.role is Role.CONTRIBUTOR:
        found.append(Flag(Concern.CONTRIBUTOR, CONTRIBUTOR_FAILS[level]))
    if _has_reach(story):
        fits = reach(story)
        if not _reaches(story, level):
            found.append(Flag(Concern.REACH_SMALL, REACH_FAILS[level]))
        elif fits is not level:
            found.append(Flag(Concern.REACH_LARGE))
    if story.role is Role.UNSAID:
        found.append(Flag(Concern.ROLE_UNSAID))
    if not _has_reach(story):
        found.append(Flag(Concern.REACH_UNSAID))
    return found


def _has_reach(story: Story) -> bool:
    return any((story.engineers, story.teams, story.millions))


def _reaches(story: Story, level: Level) -> bool:
    return (
        story.engineers >= ENGINEERS[level]
        or story.millions >= MILLIONS[level]
        or story.teams >= TEAMS[level]
    )
