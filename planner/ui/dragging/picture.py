"""What hangs on the pointer while sessions are carried."""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPixmap

from planner.ui.look import Look

WIDEST, SIDE, ABOVE, RADIUS = 240, 12, 7, 8
BESIDE, LINES_BELOW = 12, 1.5


def hot_spot(look: Look) -> QPoint:
    """Return where the pointer is, seen from the card: it hangs below what the pointer is on.

    The place under the pointer says what a drop would mean, and is to be read meanwhile.
    """
    return QPoint(-BESIDE, -round(LINES_BELOW * look.height("body")))


def picture(look: Look, text: str, ratio: float) -> QPixmap:
    """Return a small card with some words, sharp on a screen with so many dots a pixel."""
    font = look.font("body")
    metrics = QFontMetrics(font)
    words = metrics.elidedText(text, Qt.TextElideMode.ElideRight, WIDEST)
    width, height = metrics.horizontalAdvance(words) + 2 * SIDE, metrics.height() + 2 * ABOVE
    card = QPixmap(round(width * ratio), round(height * ratio))
    card.setDevicePixelRatio(ratio)
    card.fill(Qt.GlobalColor.transparent)
    painter = QPainter(card)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour("accent"), 1))
    painter.setBrush(look.colour("surface"))
    whole = QRectF(0, 0, width, height)
    painter.drawRoundedRect(whole.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    painter.setPen(look.colour("text"))
    painter.setFont(font)
    painter.drawText(whole, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, words)
    painter.end()
    return card
