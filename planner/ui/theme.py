"""A theme: colours by what they mean, read from a file of base colours and meanings."""

import json
import re
from collections.abc import Mapping
from typing import Annotated, Literal

from planner.core.checking import Limits
from planner.core.values import Value
from planner.resources import resource

MEANINGS = (
    *("window", "sidebar", "surface", "line", "rim", "text", "muted", "on_accent"),
    *("accent", "accent_soft", "technical", "technical_soft", "leadership", "leadership_soft"),
    *("mock", "mock_soft", "review", "review_soft", "amber", "amber_soft", "red", "red_soft"),
)

ThemeName = Literal["light", "dark"]
_COLOUR = "#[0-9A-F]{6}"
Colour = Annotated[str, Limits(pattern=f"^{_COLOUR}$")]


class Theme(Value, frozen=True):
    """A name and a colour, such as "#17695C", for every meaning."""

    name: ThemeName
    colours: Mapping[str, Colour]


class ThemeFile(Value, frozen=True):
    """What stands in a theme file: base colours, and meanings that refer to them."""

    base: Mapping[str, Colour]
    meanings: Mapping[str, str]

    def __post_init__(self) -> None:
        """See that every meaning has a colour and every colour a meaning."""
        if set(self.meanings) != set(MEANINGS):
            raise ValueError(f"meanings: {sorted(set(self.meanings) ^ set(MEANINGS))}")
        if set(self.meanings.values()) != set(self.base):
            raise ValueError(f"base: {sorted(set(self.meanings.values()) ^ set(self.base))}")


def load_theme(name: ThemeName) -> Theme:
    """Return the theme of a name, read from its file.

    Raises:
        ValueError: when a meaning or a colour is missing, or one too many.
    """
    return theme_of(name, resource("themes", f"{name}.json").read_text(encoding="utf-8"))


def strengthened(theme: Theme) -> Theme:
    """Return a theme for those who ask their system for more contrast.

    What stands back comes forward: quiet words become text, quiet lines clear ones.
    """
    one = theme.colours
    stronger = {"muted": one["text"], "review": one["text"], "rim": one["text"]}
    return Theme(name=theme.name, colours={**one, **stronger, "line": one["muted"]})


def theme_of(name: ThemeName, text: str) -> Theme:
    """Return the theme that the text of a theme file makes.

    It is checked by hand, because the first window waits for it and pydantic takes its time.

    Raises:
        ValueError: when it is none, or a meaning or a colour is missing, or one too many.
    """
    try:
        file = ThemeFile(**json.loads(text))
        colours = {key: file.base[one] for key, one in file.meanings.items()}
        wrong = [one for one in colours.values() if not re.fullmatch(_COLOUR, one)]
    except (TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f"no theme: {error}") from error
    if wrong:
        raise ValueError(f"no colours: {wrong}")
    return Theme(name=name, colours=colours)
