"""Size of the text and theme by keys and menus, kept among the preferences."""

from collections.abc import Callable, Mapping
from functools import partial

from planner.core.language import translate
from planner.ui.look import Look
from planner.ui.settings import Settings

STEP, NORMAL = 10, 100
_tr = partial(translate, "Appearance")


class Appearance:
    """Changes how the window looks; `tell` takes what is not seen of it."""

    def __init__(self, look: Look, settings: Settings, tell: Callable[[str], object]) -> None:
        """Remember the look and the preferences."""
        self._look, self._settings, self._tell = look, settings, tell

    @property
    def actions(self) -> Mapping[str, Callable[[], None]]:
        """What it does, by the ids of the table of actions."""
        return {
            "larger": self.larger,
            "smaller": self.smaller,
            "normal-size": self.normal,
            "switch-theme": self.switch_theme,
        }

    def larger(self) -> None:
        """Make the text one step larger."""
        self._set(self._look.scale + STEP)

    def smaller(self) -> None:
        """Make the text one step smaller."""
        self._set(self._look.scale - STEP)

    def normal(self) -> None:
        """Give the text the system's size."""
        self._set(NORMAL)

    def switch_theme(self) -> None:
        """Show the other theme, whatever the system asks for."""
        is_dark = self._look.theme.name == "dark"
        self._look.set_mode("light" if is_dark else "dark")
        self._settings.change(theme=self._look.mode)
        told = _tr("The theme is light now.") if is_dark else _tr("The theme is dark now.")
        self._tell(_tr("{told} Preferences let it follow the system again.", told=told))

    def _set(self, percent: int) -> None:
        self._look.set_scale(percent)
        self._settings.change(text_scale=self._look.scale)
