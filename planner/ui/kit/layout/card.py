"""White surfaces with a one-pixel line and round corners."""

from typing import Literal

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QVBoxLayout, QWidget

from planner.ui.look import Look

RADIUS = 10
PADDING = 18

Tone = Literal["plain", "amber", "red"]


class Card(QFrame):
    """A surface; give it a layout. A tone other than plain colours it as a notice."""

    def __init__(self, parent: QWidget | None = None, tone: Tone = "plain") -> None:
        super().__init__(parent)
        self.setProperty("tone", tone)

    def set_tone(self, tone: Tone) -> None:
        """Colour the card, and the words on it, anew."""
        if self.property("tone") == tone:
            return
        self.setProperty("tone", tone)
        for widget in (self, *self.findChildren(QWidget)):
            widget.style().unpolish(widget)
            widget.style().polish(widget)

    def column(self, spacing: int = 8) -> QVBoxLayout:
        """Give the card a column with its usual padding, and return it."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PADDING, 16, PADDING, 16)
        layout.setSpacing(spacing)
        return layout


class ViewCard(Card):
    """A card filled by one scrolling view to its round corners."""

    def __init__(
        self, look: Look, view: QAbstractScrollArea, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.view = view
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(view)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.installEventFilter(self)
        self.setFocusProxy(view)
        self._rim = _Rim(look, view, self)
        self._rim.raise_()

    def resizeEvent(self, event: QEvent) -> None:
        """Keep the rim around the whole card."""
        self._rim.setGeometry(self.rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the focus of the view on the rim."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self._rim.update()
        return super().eventFilter(watched, event)


class _Rim(QWidget):
    """Lies over a card: window colour outside the round corners, then the line."""

    def __init__(self, look: Look, view: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._view = look, view
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        around, inside = QPainterPath(), QPainterPath()
        around.addRect(QRectF(self.rect()))
        inside.addRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        painter.fillPath(around.subtracted(inside), self._look.colour("window"))
        focused = self._view.hasFocus()
        painter.setPen(QPen(self._look.colour("accent" if focused else "line"), 1))
        line = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(line, RADIUS - 0.5, RADIUS - 0.5)
