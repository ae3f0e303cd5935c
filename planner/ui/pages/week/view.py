"""The list of the week."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from planner.core.screens.week import DayBlock
from planner.ui.kit.leading import Leading
from planner.ui.look import Look
from planner.ui.pages.week.delegate import WeekDelegate
from planner.ui.pages.week.model import WeekModel


class WeekView(QListView):
    """A list whose current session is the one with the details. `chosen` carries its code."""

    chosen = Signal(str)
    opened = Signal()

    def __init__(self, look: Look, model: WeekModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(WeekDelegate(look, self))
        self.setAccessibleName(self.tr("Sessions of the week"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        Leading(self)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.activated.connect(self._on_activated)
        look.changed.connect(self.scheduleDelayedItemsLayout)

    def show_days(self, days: Sequence[DayBlock]) -> None:
        """Show these days, scrolled as far as before."""
        place = self.verticalScrollBar().value()
        self._model.show_days(days)
        self.verticalScrollBar().setValue(place)

    def choose(self, code: str | None) -> None:
        """Make a session the current one."""
        index = self._model.index_of(code)
        if index != self.currentIndex():
            self.setCurrentIndex(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the current session in sight."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def _on_current_changed(self, current: QModelIndex) -> None:
        code = self._model.code_at(current)
        if code is not None:
            self.chosen.emit(code)

    def _on_activated(self) -> None:
        self.opened.emit()
