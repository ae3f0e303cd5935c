"""The base of every value, and the small vocabularies the whole program shares."""

from datetime import time
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BaseModel


class Value(BaseModel, frozen=True, extra="forbid"):
    """An immutable, validated value; two values with the same fields are equal."""

    def evolve(self, **changes: Any) -> Self:
        """Return a copy with some fields changed, validated like a new one.

        Raises:
            pydantic.ValidationError: when the changed value breaks a rule of its class.
        """
        held = {name: getattr(self, name) for name in type(self).model_fields}
        return type(self).model_validate({**held, **changes})


def _without_zone(moment: time) -> time:
    if moment.tzinfo is not None:
        raise ValueError("a time of day has no time zone")
    return moment


TimeOfDay = Annotated[time, AfterValidator(_without_zone)]
"""One with a time zone could not be compared with one without."""


class Level(StrEnum):
    """The level the candidate interviews for."""

    L6 = "L6"
    L7 = "L7"


class Rating(StrEnum):
    """How far a skill group (or a book) is today."""

    NEW = "new"
    WORKING = "working"
    STRONG = "strong"


class Priority(StrEnum):
    """How much an item matters at a level; trimming goes from the last to the first."""

    CORE = "core"
    IMPORTANT = "important"
    OPTIONAL = "optional"

    @property
    def rank(self) -> int:
        """0 for core, 1 for important, 2 for optional."""
        return _RANKS[self]


_RANKS = {Priority.CORE: 0, Priority.IMPORTANT: 1, Priority.OPTIONAL: 2}


class Subject(StrEnum):
    """What a piece of work is about: it decides the word and the colour on screen."""

    ORIENTATION = "orientation"
    READING = "reading"
    TECHNICAL = "technical"
    LEADERSHIP = "leadership"
    MOCK = "mock"
    REVIEW = "review"


class SessionKind(StrEnum):
    """What one does in a session."""

    STUDY = "study"
    REVIEW = "review"
    MOCK = "mock"
    WEEKLY_REVIEW = "weekly-review"


class Phase(StrEnum):
    """The part of the plan a week belongs to."""

    ORIENTATION = "orientation"
    BUILD = "build"
    MOCK = "mock"
    TAPER = "taper"
