"""The scores of a round over its mocks, with the bar as a dashed line."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from planner.core.language import number
from planner.core.mock import BAR, HIGHEST, LOWEST, Mock
from planner.ui.kit.painted.mirror import LEFT, draw_text, mirror
from planner.ui.kit.painted.picture import Picture
from planner.ui.look import Look
from planner.ui.pages.practice.words import CHARTED

LINES_HIGH = 5
DOT = 4.0


class History(Picture):
    """Dots for mocks, full at the bar and hollow below it; hidden while there is none."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Scores of the mocks"), parent)
        self._look = look
        self._mocks: tuple[Mock, ...] = ()
        look.changed.connect(self.updateGeometry)

    def show_mocks(self, mocks: Sequence[Mock], text: str) -> None:
        """Show mocks in order of their days; `text` says the same in words."""
        self._mocks = tuple(mocks[-CHARTED:])
        self.tell(text)
        self.setToolTip(text)
        self.setVisible(bool(mocks))

    def sizeHint(self) -> QSize:
        """Return a height in lines of text."""
        return QSize(200, LINES_HIGH * self._look.height("small"))

    def minimumSizeHint(self) -> QSize:
        """Return the same height, and any width."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scale, the bar, and the scores."""
        painter = QPainter(self)
        mirror(painter, self.rect(), self.layoutDirection())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._look.font("small"))
        metrics = QFontMetrics(self._look.font("small"))
        left = metrics.horizontalAdvance(str(HIGHEST)) + 8
        for score in range(LOWEST, HIGHEST + 1):
            high = self._height(score)
            style = Qt.PenStyle.DashLine if score == BAR else Qt.PenStyle.SolidLine
            colour = self._look.colour("accent" if score == BAR else "line")
            painter.setPen(QPen(colour, 1, style))
            painter.drawLine(QPointF(left, high), QPointF(self.width(), high))
            painter.setPen(self._look.colour("muted"))
            place = QRectF(0, high - metrics.height() / 2, left - 8, metrics.height())
            draw_text(painter, place, LEFT | Qt.AlignmentFlag.AlignVCenter, number(score, 0))
        self._paint_scores(painter, left)

    def _paint_scores(self, painter: QPainter, left: float) -> None:
        accent = self._look.colour("mock")
        step = (self.width() - left) / max(len(self._mocks), 1)
        points = [
            QPointF(left + step * (place + 0.5), self._height(mock.overall))
            for place, mock in enumerate(self._mocks)
        ]
        painter.setPen(QPen(accent, 1.5))
        painter.drawPolyline(QPolygonF(points))
        for point, mock in zip(points, self._mocks, strict=True):
            painter.setBrush(accent if mock.is_at_bar else self._look.colour("surface"))
            painter.drawEllipse(point, DOT, DOT)

    def _height(self, score: int) -> float:
        room = self.height() - 2 * (DOT + 4)
        return DOT + 4 + room * (HIGHEST - score) / (HIGHEST - LOWEST)
