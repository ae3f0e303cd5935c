"""The burn-up chart: hours planned and done over the weeks, and the range of those ahead."""

from collections.abc import Sequence
from datetime import date
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from planner.core.forecast import Forecast
from planner.core.screens.fan import Corner, fan
from planner.core.screens.readiness import BurnPoint
from planner.ui.kit.painted.mirror import LEFT, RIGHT, draw_text, mirror
from planner.ui.kit.painted.picture import Picture
from planner.ui.kit.words.dates import day_and_month
from planner.ui.look import Look

STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)
MOST_LINES = 4
LINES_HIGH = 9
DOT = 4.0
GAP = 8


class BurnUp(Picture):
    """The plan dashed, what is done solid up to today's dot, and a soft fan for what may come."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Burn-up of hours"), parent)
        self._look = look
        self._points: tuple[BurnPoint, ...] = ()
        self._fan: tuple[Corner, ...] = ()
        look.changed.connect(self.updateGeometry)

    def show_points(self, points: Sequence[BurnPoint], found: Forecast | None, text: str) -> None:
        """Show the ends of the weeks and when the rest is done; `text` says the same in words."""
        self._points = tuple(points)
        self._fan = fan(points, found)
        self.tell(text)

    def sizeHint(self) -> QSize:
        """Return a height in lines of text."""
        return QSize(240, LINES_HIGH * self._look.height("small"))

    def minimumSizeHint(self) -> QSize:
        """Return the same height, and any width."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines of the grid with their hours, then plan and done."""
        if not self._points:
            return
        painter = QPainter(self)
        mirror(painter, self.rect(), self.layoutDirection())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._look.font("small"))
        hours = max(one.planned for one in self._points) / 60
        step = hours_between(hours)
        most = step * max(ceil(hours / step), 1)
        plot = self._plot(self.tr("{hours} h").format(hours=most))
        self._paint_grid(painter, plot, step, most)
        self._paint_days(painter, plot)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("accent_soft"))
        corners = [self._at(plot, day, minutes, most) for day, minutes in self._fan]
        painter.drawPolygon(QPolygonF(corners))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        planned = [self._at(plot, one.day, one.planned, most) for one in self._points]
        pen = QPen(self._look.colour("muted"), 1.5, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF(planned))
        done = [
            self._at(plot, one.day, one.done, most) for one in self._points if one.done is not None
        ]
        painter.setPen(QPen(self._look.colour("accent"), 2.5))
        painter.drawPolyline(QPolygonF(done))
        painter.setBrush(self._look.colour("accent"))
        painter.drawEllipse(done[-1], DOT, DOT)

    def _plot(self, widest: str) -> QRectF:
        metrics = QFontMetrics(self._look.font("small"))
        left = metrics.horizontalAdvance(widest) + GAP
        half = metrics.height() / 2
        return QRectF(self.rect()).adjusted(left, half, -DOT - 2, -metrics.height() - GAP)

    def _at(self, plot: QRectF, day: date, minutes: int, most: int) -> QPointF:
        first, last = self._points[0].day, self._points[-1].day
        along = (day - first).days / max((last - first).days, 1)
        up = minutes / 60 / most
        return QPointF(plot.left() + along * plot.width(), plot.bottom() - up * plot.height())

    def _paint_grid(self, painter: QPainter, plot: QRectF, step: int, most: int) -> None:
        high = self._look.height("small")
        for hours in range(0, most + 1, step):
            y = plot.bottom() - hours / most * plot.height()
            painter.setPen(QPen(self._look.colour("line"), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(self.width(), y))
            painter.setPen(self._look.colour("muted"))
            place = QRectF(0, y - high / 2, plot.left() - GAP, high)
            right = RIGHT | Qt.AlignmentFlag.AlignVCenter
            draw_text(painter, place, right, self.tr("{hours} h").format(hours=hours))

    def _paint_days(self, painter: QPainter, plot: QRectF) -> None:
        painter.setPen(self._look.colour("muted"))
        place = QRectF(plot.left(), plot.bottom() + GAP, self.width() - plot.left(), plot.bottom())
        first, loop = (day_and_month(self._points[end].day) for end in (0, -1))
        draw_text(painter, place, LEFT, first)
        draw_text(painter, place, RIGHT, self.tr("loop day {day}").format(day=loop))


def hours_between(hours: float) -> int:
    """Return how many hours lie between two lines, so that there are not too many of them."""
    return next((step for step in STEPS if hours <= step * MOST_LINES), ceil(hours / MOST_LINES))
