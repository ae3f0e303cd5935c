"""Larger and smaller text, kept among the preferences."""

from planner.ui.look import Look
from planner.ui.settings import Settings

STEP, NORMAL = 10, 100


class Zoom:
    """Changes the size of the text in steps."""

    def __init__(self, look: Look, settings: Settings) -> None:
        """Remember the look and the preferences."""
        self._look = look
        self._settings = settings

    def larger(self) -> None:
        """Make the text one step larger."""
        self._set(self._look.scale + STEP)

    def smaller(self) -> None:
        """Make the text one step smaller."""
        self._set(self._look.scale - STEP)

    def normal(self) -> None:
        """Give the text the system's size."""
        self._set(NORMAL)

    def _set(self, percent: int) -> None:
        self._look.set_scale(percent)
        self._settings.change(text_scale=self._look.scale)
