"""A scrolling column with a card beside it, or with the card in it where the page is narrow."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.ui.kit.layout.page import GAP
from planner.ui.kit.layout.scroll import Scroll
from planner.ui.look import Look

STACKED_BELOW = 46
"""Width in lines of text."""


class Panes(QWidget):
    """Fill `left`; where the page is narrow the card stands second in it."""

    def __init__(self, look: Look, card: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._card = look, card
        self._scroll, self._side = Scroll(self), Scroll(self)
        self.left = self._scroll.box
        self._side.box.addWidget(card)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self._scroll, 16)
        row.addWidget(self._side, 9)
        look.changed.connect(self._arrange)

    def bring_up(self, view: QWidget, place: QRect) -> None:
        """Scroll as little as needed to show a place within a list."""
        around = self._side if self._side.isAncestorOf(view) else self._scroll
        around.bring_up(view, place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose between beside and below."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        line = QFontMetrics(self._look.font("body")).lineSpacing()
        stacked = self.width() < STACKED_BELOW * line
        if stacked == self._side.isHidden():
            return
        self._side.setHidden(stacked)
        if stacked:
            self.left.insertWidget(1, self._card)
        else:
            self._side.box.addWidget(self._card)
