"""Text to read and to copy."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPlainTextEdit, QWidget

MARGIN = 10
LEAST = 3
"""Lines that are seen also where there is little room."""


class ToldText(QPlainTextEdit):
    """Plain text that nobody changes, as high as so many lines; a small screen shows fewer."""

    def __init__(
        self, text: str, lines: int, parent: QWidget | None = None, letters: int = 0
    ) -> None:
        super().__init__(text, parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self._lines, self._letters = lines, letters

    def sizeHint(self) -> QSize:
        """Return the room that is wanted."""
        return QSize(self.fontMetrics().averageCharWidth() * self._letters, self._high(self._lines))

    def minimumSizeHint(self) -> QSize:
        """Return room for a few lines."""
        return QSize(0, self._high(min(self._lines, LEAST)))

    def _high(self, lines: int) -> int:
        return lines * self.fontMetrics().lineSpacing() + 2 * MARGIN
