"""The weeks of the plan as a list that sessions can be dropped on."""

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from planner.core.screens.plan import WeekRow
from planner.ui.dragging.landing import Landing
from planner.ui.look import Look
from planner.ui.pages.plan.week_delegate import WeekDelegate
from planner.ui.rows.model import Role, RowsModel
from planner.ui.rows.view import RowList


class WeekList(RowList):
    """Its `landing` tells weeks by their numbers."""

    def __init__(
        self, look: Look, model: RowsModel[WeekRow], delegate: WeekDelegate, parent: QWidget
    ) -> None:
        super().__init__(look, model, delegate, self.tr("Weeks of the plan"), parent)
        self.landing = Landing(self, _number_at)
        delegate.landing = self.landing
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take sessions of this window."""
        self.landing.enter(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show what a drop on the week under the pointer would mean."""
        self.landing.move(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show nothing any more."""
        self.landing.leave()

    def dropEvent(self, event: QDropEvent) -> None:
        """Put what is dropped into the week."""
        self.landing.let_go(event)


def _number_at(index: QModelIndex) -> int | None:
    row = index.data(Role.ROW)
    return row.number if isinstance(row, WeekRow) else None
