"""The list of the week."""

from collections.abc import Callable, Collection, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from planner.core.screens.week import DayBlock
from planner.ui.kit.keyboard.leading import Leading
from planner.ui.look import Look
from planner.ui.pages.week.delegate import WeekDelegate
from planner.ui.pages.week.model import WeekModel
from planner.ui.rows.choosing import choose

if TYPE_CHECKING:  # loaded with the first drag
    from planner.ui.dragging.landing import Landing


class WeekView(QListView):
    """A list whose current session is the one with the details. `chosen` carries its code.

    Several sessions can be selected; `selected` says that others are than before. They can be
    carried by the mouse: `pulled` says that they begin to be, `landing` takes them.
    """

    chosen = Signal(str)
    selected = Signal()
    opened = Signal()
    pulled = Signal()

    def __init__(self, look: Look, model: WeekModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self._delegate = WeekDelegate(look, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Sessions of the week"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        Leading(self)
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

    def selectAll(self) -> None:
        """Select all at once, also where one of two is selected: see `Leading`."""
        self.clearSelection()
        super().selectAll()

    def choose(self, code: str | None, also: Collection[str] = ()) -> None:
        """Make a session the current one; select those besides that were, where it was too."""
        index = self._model.index_of(code)
        lost = code in also and len(self.codes) < len(also)
        others = (self._model.index_of(other) for other in also if other != code)
        choose(self, index, [one for one in others if one.isValid()] if lost else ())

    def rename(self, title: str, keep: Callable[[str], object]) -> None:
        """Let the title of the current session be changed where it stands."""
        from planner.ui.rows.renaming import rename_at

        self.scrollTo(self.currentIndex())
        whole = self.visualRect(self.currentIndex())
        left = self._delegate.places(whole).title.left() - 12
        rename_at(self, whole.adjusted(left - whole.left(), 1, -100, -2), title, keep)

    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        """Let the page carry what is selected."""
        self.pulled.emit()

    @cached_property
    def landing(self) -> "Landing":
        """What takes sessions that are let go on a day of the list."""
        from planner.ui.dragging.landing import Landing

        self._delegate.landing = Landing(self, self._model.day_at)
        return self._delegate.landing

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take sessions of this window."""
        self.landing.enter(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Scroll at the edges, and show what a drop on the day under the pointer would mean."""
        super().dragMoveEvent(event)
        self.landing.move(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show nothing any more."""
        super().dragLeaveEvent(event)
        self.landing.leave()

    def dropEvent(self, event: QDropEvent) -> None:
        """Put what is dropped on its day."""
        super().dragLeaveEvent(QDragLeaveEvent())  # ends the scrolling
        self.landing.let_go(event)

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
