"""A slider over a few values, with both ends and what is chosen in words below it."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QSlider,
    QStyle,
    QStyleOptionSlider,
    QVBoxLayout,
    QWidget,
)

from planner.ui.kit.painted.bar import HEIGHT, Part, paint_bar
from planner.ui.kit.painted.mirror import is_mirrored, mirror
from planner.ui.kit.words.labels import PlainLabel, SectionLabel, Small
from planner.ui.look import Look


class Choice(QWidget):
    """Lets the user slide over values, shown as texts; `chosen` carries the place of one."""

    chosen = Signal(int)

    def __init__(self, look: Look, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._title = look, title
        self._texts: tuple[str, ...] = ("",)
        self.slider = Slider(look, self)
        self._first, self._last = Ending(parent=self), Ending(parent=self)
        self._value = PlainLabel(parent=self)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self._first)
        below.addStretch(1)
        below.addWidget(self._value)
        below.addStretch(1)
        below.addWidget(self._last)
        label = SectionLabel(title, self)
        label.setBuddy(self.slider)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label)
        column.addWidget(self.slider)
        column.addLayout(below)
        self.slider.valueChanged.connect(self._on_value_changed)
        look.changed.connect(self._dress)
        self._dress()

    @property
    def place(self) -> int:
        """The place of the value that is chosen."""
        return self.slider.value()

    def offer(self, texts: Sequence[str], place: int, page: int) -> None:
        """Offer values by their texts with one chosen; a page is so many of them."""
        self._texts = tuple(texts)
        self.slider.blockSignals(True)
        self.slider.setRange(0, len(texts) - 1)
        self.slider.setPageStep(page)
        self.slider.setValue(place)
        self.slider.blockSignals(False)
        self._first.setText(texts[0])
        self._last.setText(texts[-1])
        ends = self.tr("from {first} to {last}").format(first=texts[0], last=texts[-1])
        self.slider.setAccessibleDescription(ends)
        self._say()

    def _on_value_changed(self) -> None:
        self._say()
        self.chosen.emit(self.place)

    def _dress(self) -> None:
        self._value.setFont(self._look.font("section"))

    def _say(self) -> None:
        text = self._texts[self.place]
        self._value.setText(text)
        self.slider.setAccessibleName(f"{self._title}: {text}")


class Ending(Small):
    """The first or the last value of a slider."""

    wraps = False


class Slider(QSlider):
    """A slider painted like the bars of the program; the wheel is left to the page."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return room for the knob."""
        return QSize(160, 24)

    def minimumSizeHint(self) -> QSize:
        """Return the same, narrower."""
        return QSize(96, 24)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page, so that scrolling changes no value."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a bar up to a round knob, with a ring while it has the focus."""
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        control = QStyle.ComplexControl.CC_Slider
        knob = self.style().subControlRect(control, option, QStyle.SubControl.SC_SliderHandle, self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        bar = QRectF(0, middle - HEIGHT / 2, self.width(), HEIGHT)
        share = knob.center().x() / max(self.width(), 1)
        painter.save()
        mirror(painter, self.rect(), self.layoutDirection())
        if is_mirrored(painter):
            share = 1 - share
        accent, track = self._look.colour("accent"), self._look.colour("review_soft")
        paint_bar(painter, bar, [Part(accent, share)], track)
        painter.restore()
        painter.setBrush(self._look.colour("surface"))
        painter.setPen(QPen(accent, 4 if self.hasFocus() else 2))
        painter.drawEllipse(QPointF(knob.center().x() + 0.5, middle), 7, 7)
