"""How the user likes the window, kept in a file as soon as it changes."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from planner.storage.preferences import Preferences
from planner.storage.trouble import NotSaved


class Settings(QObject):
    """The preferences that hold now. What cannot be kept still holds until the program ends."""

    changed = Signal()
    not_saved = Signal(str)

    def __init__(
        self,
        preferences: Preferences,
        save: Callable[[Preferences], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._now = preferences
        self._save = save

    @property
    def now(self) -> Preferences:
        """The preferences."""
        return self._now

    def change(self, **changes: Any) -> None:
        """Change some preferences and keep them."""
        new = self._now.evolve(**changes)
        if new == self._now:
            return
        self._now = new
        self.changed.emit()
        try:
            self._save(new)
        except NotSaved as error:
            self.not_saved.emit(str(error))
