"""Flat bars that show a share of something."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from planner.ui.look import Look

HEIGHT = 8
WHOLE = 1000
AHEAD = 0.45
"""How strong the colour of what lies ahead is."""


def paint_bar(
    painter: QPainter, rect: QRectF, parts: Sequence[tuple[QColor, float]], track: QColor
) -> None:
    """Paint a bar; each part is a colour and its share of the whole width, from left to right."""
    rect = QRectF(rect)
    whole = QPainterPath()
    radius = min(rect.height() / 2, 4)
    whole.addRoundedRect(rect, radius, radius)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(whole, track)
    left = rect.left()
    for colour, share in parts:
        right = min(left + max(share, 0) * rect.width(), rect.right())
        piece = QPainterPath()
        piece.addRect(QRectF(left, rect.top(), right - left, rect.height()))
        painter.fillPath(whole.intersected(piece), colour)
        left = right
    painter.restore()


class ShareBar(QProgressBar):
    """A bar of one or more parts; a screen reader hears its text.

    A progress bar, because Qt tells screen readers the value and the text of one.
    """

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._parts: tuple[tuple[str, float], ...] = ()
        self._ahead: tuple[tuple[str, float], ...] = ()
        self._text = ""
        self.setAccessibleName(name)
        self.setRange(0, WHOLE)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_parts(
        self,
        parts: Sequence[tuple[str, float]],
        text: str,
        ahead: Sequence[tuple[str, float]] = (),
    ) -> None:
        """Show shares of the whole by the meaning of their colours; `text` says it in words.

        What lies `ahead` follows in a weaker tone of the same colours.
        """
        self._parts, self._ahead, self._text = tuple(parts), tuple(ahead), text
        self.setAccessibleDescription(text)
        self.setToolTip(text)
        self.setValue(round(WHOLE * min(sum(share for _, share in (*parts, *ahead)), 1)))
        self.update()

    def text(self) -> str:
        """Return the value in words, for screen readers."""
        return self._text

    def sizeHint(self) -> QSize:
        return QSize(120, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        parts = [(self._look.colour(meaning), share) for meaning, share in self._parts]
        for meaning, share in self._ahead:
            colour = QColor(self._look.colour(meaning))
            colour.setAlphaF(AHEAD)
            parts.append((colour, share))
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        paint_bar(painter, QRectF(self.rect()), parts, self._look.colour("review_soft"))
