"""A line of words and the ground of a row, painted by hand, for lists without widgets."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from planner.ui.kit.painted.mirror import draw_text
from planner.ui.look import Look

EDGE = 3
_ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


def write(
    painter: QPainter,
    rect: QRect,
    text: str,
    font: QFont,
    colour: QColor,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Write one line of plain text, cut with an ellipsis where it does not fit."""
    painter.setFont(font)
    painter.setPen(colour)
    line = " ".join(text.split())
    shown = QFontMetrics(font).elidedText(line, Qt.TextElideMode.ElideRight, rect.width())
    draw_text(painter, rect, side | _ONE_LINE, shown)


def fill(painter: QPainter, rect: QRect, colour: QColor) -> None:
    """Fill a rectangle; `fillRect` would first load all gradients of Qt."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(rect)


def paint_ground(
    painter: QPainter, rect: QRect, look: Look, *, selected: bool, focused: bool
) -> None:
    """Paint what lies under a row: soft with an edge when it is selected, thick with the focus."""
    if selected:
        fill(painter, rect, look.colour("accent_soft"))
    if selected or focused:
        edge = QRect(rect.left(), rect.top(), EDGE if focused else 1, rect.height() - 1)
        fill(painter, edge, look.colour("accent" if focused else "muted"))
