"""A story of one's own work, as it is told in an interview."""

from datetime import date
from enum import StrEnum

from planner.core.values import Fact

PARTS = ("situation", "task", "action", "result")
"""The four parts of a story, in the order they are told (STAR)."""


class Role(StrEnum):
    """What the candidate was in a story."""

    UNSAID = "unsaid"
    CONTRIBUTOR = "contributor"
    TEAM_LEAD = "team-lead"
    MANAGER = "manager"
    SEVERAL_TEAMS = "several-teams"
    ORGANIZATION = "organization"


class Version(StrEnum):
    """How long a story is told: in about two minutes, or in about five."""

    SHORT = "short"
    LONG = "long"

    @property
    def minutes(self) -> int:
        """What it is meant to take."""
        return _MINUTES[self]


_MINUTES = {Version.SHORT: 2, Version.LONG: 5}


class Telling(Fact, frozen=True):
    """A story told aloud once, on a day, in so many seconds."""

    version: Version
    seconds: int
    on: date


class Story(Fact, frozen=True):
    """A story with its four parts, the numbers in it, and its scope.

    `engineers` and `teams` are those it reached, `millions` what was at stake in dollars; 0 says
    that it is not known yet. `setback` marks a story of something that went wrong. `criteria` are
    the success criteria it shows, `tags` words of the user's own. A `dropped` story keeps its text
    and is not shown.
    """

    id: str
    title: str
    situation: str = ""
    task: str = ""
    action: str = ""
    result: str = ""
    numbers: str = ""
    role: Role = Role.UNSAID
    engineers: int = 0
    teams: int = 0
    millions: int = 0
    setback: bool = False
    criteria: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    tellings: tuple[Telling, ...] = ()
    dropped: bool = False

    @property
    def missing(self) -> tuple[str, ...]:
        """The parts that are still empty, in the order they are told."""
        return tuple(part for part in PARTS if not getattr(self, part))

    def told(self, version: Version) -> Telling | None:
        """Return when it was told last in a version, or None."""
        return next((one for one in reversed(self.tellings) if one.version is version), None)


LONGEST_TAG, MOST_TAGS = 40, 20


def tags_in(text: str) -> tuple[str, ...]:
    """Return the tags in a text with commas between them, each once; a "#" before one goes."""
    words = (" ".join(part.strip().lstrip("#").split()) for part in text.split(","))
    tags = dict.fromkeys(word[:LONGEST_TAG].strip() for word in words)
    return tuple(tag for tag in tags if tag)[:MOST_TAGS]
