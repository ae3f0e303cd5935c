"""The list of a week and the details of a session, side by side or one below the other."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QWidget

from planner.ui.kit.layout.card import ViewCard
from planner.ui.kit.layout.page import GAP
from planner.ui.look import Look
from planner.ui.pages.week.detail import DetailCard
from planner.ui.pages.week.view import WeekView

STACKED_BELOW, DETAILS_WIDE = 38, 16
LIST_HIGH, LIST_LOW, PEEK = 14, 6, 3
"""In lines of text: the width under which the details stand below the list, their least width;
the height of the list above them, its least, and how much of the details stays in sight."""


class Panes(QScrollArea):
    """Scrolls as a whole only where the details stand below the list."""

    def __init__(self, look: Look, view: WeekView, details: DetailCard, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._details = look, details
        self._list = ViewCard(look, view, self)
        content = QWidget(self)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(GAP)
        self._box.addWidget(self._list, 15)
        self._box.addWidget(details, 7)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(content)
        look.changed.connect(self.arrange)

    def arrange(self) -> None:
        """Choose between beside and below by the width in lines of text."""
        line = self._line
        stacked = self.width() < STACKED_BELOW * line
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)
        self._details.setMinimumWidth(0 if stacked else DETAILS_WIDE * line)
        high = min(LIST_HIGH * line, self.height() - PEEK * line)
        self._list.setMinimumHeight(max(high, LIST_LOW * line) if stacked else 0)
        self._details.set_free(stacked)

    def sizeHint(self) -> QSize:
        """Ask for no more than a few rows: what does not fit is scrolled in here."""
        return QSize(0, LIST_LOW * self._line)

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew for another size."""
        super().resizeEvent(event)
        self.arrange()

    @property
    def _line(self) -> int:
        return QFontMetrics(self._look.font("body")).lineSpacing()

    def open_details(self) -> None:
        """Bring the details into view and put the focus there."""
        self._details.open()
        self.ensureWidgetVisible(self._details, 0, 0)
