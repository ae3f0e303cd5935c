"""What others can read of the window in passing, which is neutral where the user wants it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from planner.core.wording.outward import NEUTRAL, program_name, slug
from planner.ui.settings import Settings


class Outward(QObject):
    """The name of window and program as the preferences want it. `changed` follows them."""

    changed = Signal()

    def __init__(self, settings: Settings, title: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings, self._title = settings, title
        self._was_discreet = self.is_discreet
        settings.changed.connect(self._on_settings_changed)

    @property
    def is_discreet(self) -> bool:
        """Whether names are neutral."""
        return self._settings.now.discreet

    @property
    def title(self) -> str:
        """The title of the window."""
        return NEUTRAL if self.is_discreet else self._title

    @property
    def brand(self) -> str:
        """The name over the entries of the sidebar."""
        return program_name(discreet=self.is_discreet)

    def toggle(self) -> None:
        """Change between neutral names and the usual ones."""
        self._settings.change(discreet=not self.is_discreet)

    def _on_settings_changed(self) -> None:
        if self.is_discreet != self._was_discreet:
            self._was_discreet = self.is_discreet
            name_program(discreet=self.is_discreet)
            self.changed.emit()


def name_program(*, discreet: bool) -> None:
    """Tell the desktop what the program is called; some read it only when a window opens."""
    QApplication.setApplicationName(slug(discreet=discreet))
    QApplication.setApplicationDisplayName(program_name(discreet=discreet))
    QApplication.setDesktopFileName(slug(discreet=discreet))


def window_title(title: str) -> str:
    """Return what a dialog is called towards the desktop: its title, or the neutral name alone."""
    return NEUTRAL if QApplication.applicationDisplayName() == NEUTRAL else title
