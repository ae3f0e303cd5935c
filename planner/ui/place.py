"""Where the window stands on the screen, restored at the next start."""

from PySide6.QtCore import QByteArray, QRect, QSize
from PySide6.QtWidgets import QMainWindow

from planner.ui.settings import Settings

SMALLEST = QSize(900, 600)
USUAL = QSize(1280, 800)
FRAME = QSize(4, 40)
"""What a frame may add around the window."""


class Place:
    """Keeps and restores position and size, and switches to the full screen and back."""

    def __init__(self, window: QMainWindow, settings: Settings) -> None:
        """Remember the window and the preferences."""
        self._window = window
        self._settings = settings

    def restore(self) -> None:
        """Put the window where it was, or in the usual size; Qt keeps it on a screen."""
        self._window.setMinimumSize(SMALLEST.boundedTo(self._room().size()))
        kept = QByteArray.fromBase64(self._settings.now.geometry.encode("ascii"))
        if not self._window.restoreGeometry(kept):
            self._window.resize(USUAL.boundedTo(self._room().size() - FRAME))

    def keep(self) -> None:
        """Remember where the window is."""
        geometry = self._window.saveGeometry().toBase64().toStdString()
        self._settings.change(geometry=geometry)

    def toggle_full_screen(self) -> None:
        """Go to the full screen, or back."""
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()

    def _room(self) -> QRect:
        return self._window.screen().availableGeometry()
