"""Flat bars that show a share of something."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from planner.core.values import Fact, Subject
from planner.ui.kit.painted.hatch import hatching
from planner.ui.kit.painted.mirror import mirror
from planner.ui.look import Look

HEIGHT = 8
WHOLE = 1000
Share = tuple[Subject | str, float]
"""A subject, or a meaning that has a colour, and its share of the whole."""
AHEAD = 0.45
"""How strong the colour of what lies ahead is."""


class Part(Fact, frozen=True):
    """A piece of a bar: its colour, its share of the whole, and the kind whose pattern it wears."""

    colour: QColor
    share: float
    kind: Subject | None = None


def paint_bar(painter: QPainter, rect: QRectF, parts: Sequence[Part], track: QColor) -> None:
    """Paint a bar with its parts from left to right; patterns are in the colour of the track."""
    rect = QRectF(rect)
    whole = QPainterPath()
    radius = min(rect.height() / 2, 4)
    whole.addRoundedRect(rect, radius, radius)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(whole, track)
    left = rect.left()
    for part in parts:
        right = min(left + max(part.share, 0) * rect.width(), rect.right())
        box, piece = QRectF(left, rect.top(), right - left, rect.height()), QPainterPath()
        piece.addRect(box)
        piece = whole.intersected(piece)
        painter.fillPath(piece, part.colour)
        if part.kind is not None:
            painter.setClipPath(piece)
            painter.setPen(track)
            painter.drawLines(hatching(part.kind, box))
            painter.setClipping(False)
        left = right
    painter.restore()


class ShareBar(QProgressBar):
    """A bar of one or more parts; a screen reader hears its text.

    A progress bar, because Qt tells screen readers the value and the text of one.
    """

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._parts: tuple[Share, ...] = ()
        self._ahead: tuple[Share, ...] = ()
        self._text = ""
        self.setAccessibleName(name)
        self.setRange(0, WHOLE)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_parts(
        self,
        parts: Sequence[Share],
        text: str,
        ahead: Sequence[Share] = (),
    ) -> None:
        """Show shares of the whole by subject or meaning; `text` says it in words.

        What lies `ahead` follows in a weaker tone of the same colours.
        """
        self._parts, self._ahead, self._text = tuple(parts), tuple(ahead), text
        self.setAccessibleDescription(text)
        self.setToolTip(text)
        self._set_quietly(round(WHOLE * min(sum(share for _, share in (*parts, *ahead)), 1)))
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
        parts = [self._part(*one) for one in self._parts]
        for one in self._ahead:
            part = self._part(*one)
            part.colour.setAlphaF(AHEAD)
            parts.append(part)
        mirror(painter, self.rect(), self.layoutDirection())
        paint_bar(painter, QRectF(self.rect()), parts, self._look.colour("review_soft"))

    def _set_quietly(self, value: int) -> None:
        """Set the value without an event for screen readers, which say or beep what has moved.

        After a tick that would be "4 percent" of who knows what. Qt tells of a bar that is seen.
        """
        seen = Qt.WidgetAttribute.WA_WState_Visible
        is_seen = self.testAttribute(seen)
        self.setAttribute(seen, False)
        self.setValue(value)
        self.setAttribute(seen, is_seen)

    def _part(self, what: Subject | str, share: float) -> Part:
        if isinstance(what, Subject):
            return Part(self._look.subject(what)[0], share, what)
        return Part(self._look.colour(what), share)
