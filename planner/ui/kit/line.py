"""A line of words and the ground of a row, painted by hand, for lists without widgets."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from planner.ui.look import Look

EDGE = 3


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
    flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
    painter.drawText(rect, flags | Qt.TextFlag.TextSingleLine, shown)


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, look: Look) -> None:
    """Paint what lies under a row: soft when it is selected, an edge when it has the focus."""
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(option.rect, look.colour("accent_soft"))
    if option.state & QStyle.StateFlag.State_HasFocus:
        edge = QRect(option.rect.left(), option.rect.top(), EDGE, option.rect.height() - 1)
        painter.fillRect(edge, look.colour("accent"))
