"""A card with a ring, of which one of a few is chosen."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from planner.ui.kit.forms.rings import Ring
from planner.ui.kit.layout.card import Card


class RingCard(Card):
    """A click anywhere chooses it; `description` is what a screen reader says besides its name."""

    def __init__(self, name: str, description: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("chosen", False)
        self.ring = Ring(name, self)
        self.ring.setProperty("role", "section")
        self.ring.setAccessibleDescription(description)
        self.ring.toggled.connect(self._on_toggled)
        self.words = self.column()
        self.words.addWidget(self.ring)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose it."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.ring.setFocus()
            self.ring.setChecked(True)

    def _on_toggled(self, checked: bool) -> None:
        self.setProperty("chosen", checked)
        self.style().unpolish(self)
        self.style().polish(self)
