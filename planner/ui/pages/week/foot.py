"""The buttons at the foot of the details."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.core.screens.week import Detail
from planner.ui.kit.buttons import Button
from planner.ui.kit.layout.card import PADDING
from planner.ui.kit.layout.flow import Flow
from planner.ui.kit.painted.line import fill
from planner.ui.look import Look


class Foot(QWidget):
    """Log, move, skip; parted from what scrolls above by a line."""

    log_wanted = Signal()
    asked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.log = Button("", self._on_log, self)
        self._move = Button(self.tr("Move…"), self._on_move, self)
        self._skip = Button(self.tr("Skip…"), self._on_skip, self)
        self._take_in = Button(self.tr("Take in again"), self._on_take_in, self)
        line = QWidget(self)
        flow = Flow(line)
        for button in (self.log, self._move, self._skip, self._take_in):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, 12, PADDING, 16)
        column.addWidget(line)
        look.changed.connect(self.update)

    def show_detail(self, detail: Detail) -> None:
        """Offer what can be done with a session."""
        self._move.setEnabled(detail.can_move)
        self._skip.setVisible(not detail.skipped)
        self._skip.setEnabled(detail.can_skip)
        self._take_in.setVisible(detail.skipped)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line above the buttons."""
        painter = QPainter(self)
        fill(painter, QRect(0, 0, self.width(), 1), self._look.colour("line"))

    def _on_log(self) -> None:
        self.log_wanted.emit()

    def _on_move(self) -> None:
        self.asked.emit("move")

    def _on_skip(self) -> None:
        self.asked.emit("skip")

    def _on_take_in(self) -> None:
        self.asked.emit("take-in")
