"""How much of the week is done, by subject, and what is kept free."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from planner.core.screens.week import WeekScreen
from planner.core.wording.week import buffer_text, progress_text
from planner.ui.kit.painted.bar import ShareBar
from planner.ui.kit.words.labels import Muted
from planner.ui.look import Look
from planner.ui.pages.week import words


class LoadBar(QWidget):
    """The free time of the week as a bar: done in full colour, planned in a weak one."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._progress, self._buffer = _Line(parent=self), _Line(parent=self)
        self._bar = ShareBar(look, self.tr("The week so far"), self)
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._words.setSpacing(2)
        self._words.addWidget(self._progress)
        self._words.addStretch(1)
        self._words.addWidget(self._buffer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._words)
        column.addWidget(self._bar)

    def show_week(self, week: WeekScreen) -> None:
        """Show a week."""
        whole = max(week.free, week.planned, 1)
        done = [(load.subject, load.done / whole) for load in week.loads]
        still = [(load.subject, (load.minutes - load.done) / whole) for load in week.loads]
        self._progress.setText(progress_text(week))
        self._buffer.setText(buffer_text(week))
        text = ", ".join((progress_text(week), buffer_text(week), *words.loads(week)))
        self._bar.show_parts(done, text, ahead=still)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buffer below the progress where both do not fit in a line."""
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Never hold the page wider than one of the two."""
        size = super().minimumSizeHint()
        lines = (self._progress, self._buffer)
        return QSize(max(one.sizeHint().width() for one in lines), size.height())

    def _arrange(self) -> None:
        wide = self._progress.sizeHint().width() + self._buffer.sizeHint().width() + 12
        direction = QBoxLayout.Direction
        beside = wide <= self.width()
        self._words.setDirection(direction.LeftToRight if beside else direction.TopToBottom)


class _Line(Muted):
    """A line that is not wrapped."""

    wraps = False
