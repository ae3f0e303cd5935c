"""What the pieces of bars stand for: a sample of each kind with its name."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from planner.core.values import Subject
from planner.ui.kit.layout.flow import Flow
from planner.ui.kit.painted.bar import Part, paint_bar
from planner.ui.kit.words.labels import Small
from planner.ui.look import Look

WIDE, HIGH, GAP = 26, 10, 6


class Legend(QWidget):
    """Samples side by side, in further lines where there is no room."""

    def __init__(self, look: Look, names: Iterable[tuple[Subject, str]], parent: QWidget) -> None:
        super().__init__(parent)
        flow = Flow(self, spacing=16)
        self._samples = {kind: _Sample(look, kind, name, self) for kind, name in names}
        for sample in self._samples.values():
            flow.addWidget(sample)

    def show_kinds(self, kinds: Iterable[Subject]) -> None:
        """Show the samples of these kinds only."""
        wanted = set(kinds)
        for kind, sample in self._samples.items():
            sample.setVisible(kind in wanted)


class _Sample(Small):
    wraps = False

    def __init__(self, look: Look, kind: Subject, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self._look, self._kind = look, kind
        is_left = self.layoutDirection() is Qt.LayoutDirection.LeftToRight
        beside = WIDE + GAP
        self.setContentsMargins(beside if is_left else 0, 0, 0 if is_left else beside, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        is_left = self.layoutDirection() is Qt.LayoutDirection.LeftToRight
        left = 0 if is_left else self.width() - WIDE
        box = QRectF(left, (self.height() - HIGH) / 2, WIDE, HIGH)
        part = Part(self._look.subject(self._kind)[0], 1, self._kind)
        paint_bar(QPainter(self), box, [part], self._look.colour("review_soft"))
