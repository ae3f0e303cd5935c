"""Small pills that say in a word what something is."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.core.values import Subject
from planner.ui.kit.painted.mirror import draw_text
from planner.ui.kit.words.labels import PlainLabel
from planner.ui.look import Look

_SIDE, _ABOVE = 8.0, 2.0


def tag_size(text: str, look: Look) -> QSize:
    """Return how much room a pill takes."""
    metrics = QFontMetricsF(look.font("tag"))
    return QSize(
        round(metrics.horizontalAdvance(text) + 2 * _SIDE), round(metrics.height() + 2 * _ABOVE)
    )


def paint_tag(
    painter: QPainter, right: float, centre_y: float, text: str, subject: Subject | str, look: Look
) -> int:
    """Paint a pill that ends at `right`, and return its left edge.

    `subject` may also be the name of a meaning that has a soft colour, such as "amber".
    """
    strong, soft = look.subject(subject) if isinstance(subject, Subject) else look.pair(subject)
    size = tag_size(text, look)
    box = QRectF(right - size.width(), centre_y - size.height() / 2, size.width(), size.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(soft)
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setPen(strong)
    painter.setFont(look.font("tag"))
    draw_text(painter, box, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
    return int(box.left())


class Tag(PlainLabel):
    """A pill as a widget."""

    role = "tag"

    def __init__(
        self, look: Look, text: str, subject: Subject | str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_text(text, subject)
        look.changed.connect(self._on_look_changed)

    def show_text(self, text: str, subject: Subject | str) -> None:
        """Show another word in another colour."""
        self._subject = subject
        self.setText(text)
        self._on_look_changed()

    def sizeHint(self) -> QSize:
        return tag_size(self.text(), self._look)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        centre = QPointF(self.rect().center())
        painter = QPainter(self)
        paint_tag(painter, self.width(), centre.y() + 0.5, self.text(), self._subject, self._look)

    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()
