"""The list of the week."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from planner.core.screens.week import DayBlock
from planner.ui.look import Look
from planner.ui.pages.week.delegate import WeekDelegate
from planner.ui.pages.week.model import WeekModel


class WeekView(QListView):
    """A list whose current session is the one with the details. `chosen` carries its code.

    Several sessions can be selected; `selected` says that others are than before.
    """

    chosen = Signal(str)
    selected = Signal()
    opened = Signal()

    def __init__(self, look: Look, model: WeekModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(WeekDelegate(look, self))
        self.setAccessibleName(self.tr("Sessions of the week"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.activated.connect(self._on_activated)
        look.changed.connect(self.scheduleDelayedItemsLayout)

    def show_days(self, days: Sequence[DayBlock]) -> None:
        """Show these days, scrolled as far as before."""
        place = self.verticalScrollBar().value()
        self._model.show_days(days)
        self.verticalScrollBar().setValue(place)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the selected sessions, from top to bottom."""
        rows = sorted(self.selectedIndexes(), key=QModelIndex.row)
        return tuple(filter(None, map(self._model.code_at, rows)))

    def choose(self, code: str | None, also: Collection[str] = ()) -> None:
        """Make a session the current one; select those besides that were, where it was too."""
        index = self._model.index_of(code)
        if index != self.currentIndex():
            self.setCurrentIndex(index)
        if code in also:
            for other in also:
                flag = QItemSelectionModel.SelectionFlag.Select
                self.selectionModel().select(self._model.index_of(other), flag)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the current session in sight."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def _on_current_changed(self, current: QModelIndex) -> None:
        code = self._model.code_at(current)
        if code is not None:
            self.chosen.emit(code)

    def _on_selection_changed(self) -> None:
        self.selected.emit()

    def _on_activated(self) -> None:
        self.opened.emit()
