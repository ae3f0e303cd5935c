"""Painting by hand from right to left: places are turned about the middle, words stay upright."""

from typing import overload

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter

LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_RIGHT_TO_LEFT = Qt.LayoutDirection.RightToLeft


def mirror(painter: QPainter, rect: QRect, direction: Qt.LayoutDirection) -> None:
    """Turn what is painted from now on about the middle of a rectangle, where one reads that way.

    `draw_text` and `upright` keep words and signs as they are.
    """
    if direction is _RIGHT_TO_LEFT:
        painter.translate(rect.left() + rect.right() + 1, 0)
        painter.scale(-1, 1)


def is_mirrored(painter: QPainter) -> bool:
    """Say whether a painter is turned; where nothing is, its transform is not even made."""
    return QGuiApplication.isRightToLeft() and painter.worldTransform().m11() < 0


@overload
def upright(painter: QPainter, rect: QRect) -> QRect: ...
@overload
def upright(painter: QPainter, rect: QRectF) -> QRectF: ...
def upright(painter: QPainter, rect: QRect | QRectF) -> QRect | QRectF:
    """Turn a painter back, and return where a rectangle lies then; the caller saves and restores.

    A view and a widget give a painter that stands where they do, so that is where it goes back to.
    """
    place = painter.worldTransform().mapRect(rect)
    painter.resetTransform()
    return place


def draw_text(
    painter: QPainter, rect: QRect | QRectF, flags: Qt.AlignmentFlag | Qt.TextFlag, text: str
) -> None:
    """Draw a text at its side of a rectangle; its own letters say which way it reads."""
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    flags |= Qt.AlignmentFlag.AlignAbsolute
    if not is_mirrored(painter):
        painter.drawText(rect, flags, text)
        return
    painter.save()
    if flags & LEFT or flags & RIGHT:
        flags ^= LEFT | RIGHT
    painter.drawText(upright(painter, rect), flags, text)
    painter.restore()


def turned(point: QPoint | QPointF, rect: QRect, direction: Qt.LayoutDirection) -> QPointF:
    """Return where a point of the screen lies in what was painted into a rectangle."""
    if direction is _RIGHT_TO_LEFT:
        return QPointF(rect.left() + rect.right() + 1 - point.x(), point.y())
    return QPointF(point)
