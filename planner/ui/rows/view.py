"""A list as high as all of its rows, for a page that scrolls as a whole."""

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy, QWidget

from planner.ui.kit.leading import Leading
from planner.ui.look import Look
from planner.ui.rows.model import AnyIndex, RowDelegate


class RowList(QListView):
    """Shows the rows of a model through a delegate, whose rows may be higher when narrow.

    `came_up` carries the place of the row that the keyboard moved to, for the page to scroll to;
    `entered` is sent when the keyboard comes to the list.
    """

    came_up = Signal(QRect)
    entered = Signal()

    def __init__(
        self,
        look: Look,
        model: QAbstractItemModel,
        delegate: RowDelegate[Any],
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._width = 0
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setAccessibleName(name)
        self.setUniformItemSizes(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        Leading(self)
        model.modelReset.connect(self._remeasure)
        model.dataChanged.connect(self._remeasure)
        look.changed.connect(self._remeasure)

    def sizeHint(self) -> QSize:
        """Return the height of all rows at the width of now."""
        rows = self.model().rowCount()
        return QSize(
            320,
            sum(self.sizeHintForIndex(self.model().index(row, 0)).height() for row in range(rows)),
        )

    def minimumSizeHint(self) -> QSize:
        """Return the same: no row is ever hidden."""
        return QSize(0, self.sizeHint().height())

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Tell the page which row to show."""
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            self.came_up.emit(self.visualRect(current))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin on the first row where none is current."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))
        self.entered.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the rows again when the width is another one."""
        super().resizeEvent(event)
        if self.width() != self._width:
            self._width = self.width()
            self._remeasure()

    def _remeasure(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()
