"""Figures as they are, and as they are told; told here a second time, without the program's own."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Minutes:
    """A length: "1 h 30 m"."""

    minutes: int

    def __str__(self) -> str:
        hours, rest = divmod(self.minutes, 60)
        if hours and rest:
            return f"{hours} h {rest:02d} m"
        return f"{hours} h" if hours else f"{rest} m"


@dataclass(frozen=True)
class OfMinutes:
    """So many minutes of so many, in hours: "6.5 of 13 h"."""

    done: int
    of: int

    def __str__(self) -> str:
        return f"{_hours(self.done)} of {_hours(self.of)} h" if self.of else "–"


@dataclass(frozen=True)
class OfThings:
    """So many of so many: "1 of 5"."""

    done: int
    of: int

    def __str__(self) -> str:
        return f"{self.done} of {self.of}" if self.of else "–"


Key = tuple[str, ...]
Figures = Mapping[Key, object]
"""Figures by what they are of: ("criterion", "studied", its id)."""


def otherwise(screen: Figures, elsewhere: Figures) -> dict[Key, tuple[object, object]]:
    """Return what is told otherwise elsewhere; where there are only words, the words count."""
    return {
        key: (screen.get(key), value)
        for key, value in elsewhere.items()
        if value != (str(screen.get(key)) if isinstance(value, str) else screen.get(key))
    }


def _hours(minutes: int) -> str:
    return f"{(minutes + 3) // 6 / 10:.1f}".removesuffix(".0")  # a half of a tenth goes up
