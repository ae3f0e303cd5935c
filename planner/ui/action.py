"""One thing that can be done, as a row of the table of actions."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtGui import QKeySequence

from planner.core.language import translate
from planner.core.state import State
from planner.core.values import Fact

Scope = Literal["window", "page", "list"]
MenuName = Literal["file", "edit", "session", "plan", "interview", "view", "help"]
Standard = QKeySequence.StandardKey


def always(_: State) -> bool:
    """Whatever is known, it can be done."""
    return True


def has_profile(state: State) -> bool:
    """A level and dates are chosen."""
    return state.profile is not None


def has_plan(state: State) -> bool:
    """There is a plan to follow."""
    return state.plan is not None


def has_versions(state: State) -> bool:
    """A text was written on two computers that did not know of each other."""
    return bool(state.versions)


class Action(Fact, frozen=True):
    """One thing that can be done.

    `dialog` says that it asks something before it does it, `ticks` that it is on or off.
    """

    id: str
    title: str
    key: str | Standard
    menu: MenuName
    scope: Scope = "window"
    enabled: Callable[[State], bool] = always
    dialog: bool = False
    ticks: bool = False
    starts_group: bool = False

    @property
    def text(self) -> str:
        """The title in the user's language."""
        return translate("Actions", self.title)

    @property
    def keys(self) -> list[QKeySequence]:
        """The keys that run it; the first one is shown."""
        if not self.key:
            return []
        if isinstance(self.key, str):
            return [QKeySequence(self.key)]
        return QKeySequence.keyBindings(self.key)
