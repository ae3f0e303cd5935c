"""The criteria a session counts towards, each with its bar."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from planner.core.screens.about import Bar
from planner.core.wording import hours_share
from planner.ui.kit.painted.bar import ShareBar
from planner.ui.kit.words.labels import Body
from planner.ui.look import Look


class CountsTowards(QWidget):
    """A column of labelled bars; bars that are not needed are hidden, not thrown away."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._bars: list[CriterionBar] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show these criteria."""
        while len(self._bars) < len(bars):
            self._bars.append(CriterionBar(self._look, self))
            self._column.addWidget(self._bars[-1])
        for place, widget in enumerate(self._bars):
            widget.setVisible(place < len(bars))
            if place < len(bars):
                widget.show_bar(bars[place])


class CriterionBar(QWidget):
    """A criterion, the hours studied of those kept for it, and the same as a bar."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = Body(parent=self)
        self._figure = Body(parent=self)
        self._figure.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._bar = ShareBar(look, "", self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self._label, 0, 0)
        grid.addWidget(self._figure, 0, 1)
        grid.addWidget(self._bar, 1, 0, 1, 2)

    def show_bar(self, bar: Bar) -> None:
        """Show another criterion."""
        figure = hours_share(bar.share)
        self._label.setText(bar.label)
        width = self._label.fontMetrics().horizontalAdvance
        self._label.setMinimumWidth(max(map(width, bar.label.split()), default=0))
        self._figure.setText(figure)
        self._bar.setAccessibleName(bar.label)
        self._bar.show_parts([("accent", bar.share.ratio)], figure)
