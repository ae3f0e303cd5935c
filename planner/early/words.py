"""Says before any parser is loaded whether a window is going to open."""

import os
import sys
from collections.abc import Mapping, Sequence

_TOLD = ("--store", "--today")
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def opens_window(arguments: Sequence[str]) -> bool:
    """Say whether the words of a command line are those a window is told: few, and no command.

    What the options are worth is looked at later.
    """
    told = arguments[1:] if arguments[:1] == ["--demo"] else arguments
    return len(told) % 2 == 0 and all(word in _TOLD for word in told[::2])


def has_display(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Say whether a window can be tried; a named Qt platform is taken at its word."""
    return not platform.startswith("linux") or any(environment.get(name) for name in _SCREENS)
