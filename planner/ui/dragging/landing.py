"""A list as a place to drop sessions: which row is under them, and what a drop there would mean."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView

from planner.core.screens.dropping import Drop
from planner.ui.dragging.load import carried, is_let_go


class Landing(QObject):
    """`hovered` carries the sessions and the place they are over, to be answered by `show`.

    `dropped` carries them and the place they are let go on, where a drop would change something;
    `refused` carries what a drop would have meant where it cannot be.
    """

    hovered = Signal(tuple, object)
    dropped = Signal(tuple, object)
    refused = Signal(object)

    def __init__(
        self, view: QAbstractItemView, place_at: Callable[[QModelIndex], object | None]
    ) -> None:
        super().__init__(view)
        self._view, self._place_at = view, place_at
        self._place: object | None = None
        self._drop: Drop | None = None

    @property
    def drop(self) -> Drop | None:
        """What a drop on the place under the pointer would mean."""
        return self._drop

    @property
    def place(self) -> object | None:
        """The place under the pointer."""
        return self._place

    def show(self, drop: Drop | None) -> None:
        """Show what a drop would mean, or nothing any more."""
        self._drop = drop
        self._place = self._place if drop else None
        self._view.viewport().update()

    def enter(self, event: QDragEnterEvent) -> None:
        """Take sessions of this window."""
        event.setAccepted(bool(carried(event)))

    def move(self, event: QDragMoveEvent) -> None:
        """Ask what a drop on the place under the pointer would mean."""
        place = self._place_at(self._view.indexAt(event.position().toPoint()))
        if place is None:
            self.show(None)
        elif place != self._place:
            self._place = place
            self.hovered.emit(carried(event), place)
        event.setAccepted(bool(self._drop and self._drop.moves))

    def leave(self) -> None:
        """Show nothing any more; Qt says no more than this also of what cannot be dropped."""
        drop = self._drop
        self.show(None)
        if drop and drop.refused and is_let_go():
            self.refused.emit(drop)

    def let_go(self, event: QDropEvent) -> None:
        """Say what was dropped where."""
        place, possible = self._place, bool(self._drop and self._drop.moves)
        self.show(None)
        event.setAccepted(possible)
        if possible:
            self.dropped.emit(carried(event), place)
