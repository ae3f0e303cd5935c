"""The box that says open, half or done."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen

from planner.core.progress import Done
from planner.ui.kit.painted.mirror import is_mirrored, upright
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
