"""The box that says open, half or done, and how it is ticked."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyleOptionViewItem

from planner.core.progress import Done
from planner.ui.kit.painted.mirror import is_mirrored, turned, upright
from planner.ui.look import Look

_CHECK = ((0.27, 0.52), (0.44, 0.69), (0.74, 0.34))


def tick_side(look: Look) -> int:
    """Return the side of a box that goes with body text."""
    return round(QFontMetricsF(look.font("body")).height() * 1.15)


def paint_tick(
    painter: QPainter, rect: QRectF, done: Done, look: Look, *, enabled: bool = True
) -> None:
    """Paint a box; `rect` is a square."""
    painter.save()
    rect = upright(painter, rect) if is_mirrored(painter) else QRectF(rect)
    box = rect.adjusted(0.75, 0.75, -0.75, -0.75)
    radius = rect.height() * 0.28
    strong = look.colour("accent" if enabled else "muted")
    shape = QPainterPath()
    shape.addRoundedRect(box, radius, radius)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(shape, strong if done is Done.DONE else look.colour("surface"))
    if done is Done.HALF:
        half = QPainterPath()
        half.addRect(QRectF(box.left(), box.top(), box.width() / 2, box.height()))
        painter.fillPath(shape.intersected(half), strong)
    line = look.colour("muted") if done is Done.OPEN else strong
    painter.setPen(QPen(line, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(shape)
    if done is Done.DONE:
        pen = QPen(look.colour("on_accent" if enabled else "surface"), rect.height() / 10)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(
            [
                QPointF(rect.left() + x * rect.width(), rect.top() + y * rect.height())
                for x, y in _CHECK
            ]
        )
    painter.restore()


def asks_for_tick(event: QEvent, option: QStyleOptionViewItem, around: QRectF) -> bool:
    """Say whether a row is to be ticked or not any more: by Space, or by a click `around` the box.

    Where the row stands from right to left, `around` is its place before it is turned.
    """
    if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
        return event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Select}
    if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonRelease:
        place = turned(event.position(), option.rect, option.direction)
        return event.button() is Qt.MouseButton.LeftButton and around.contains(place)
    return False


def is_checked(value: object) -> bool:
    """Say whether a model is to tick a row; Qt hands a state on as itself or as its number."""
    return value in {Qt.CheckState.Checked, Qt.CheckState.Checked.value}
