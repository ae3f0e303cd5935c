"""A list as high as all of its rows, for a page that scrolls as a whole."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy, QWidget

from planner.ui.kit.keyboard.leading import Leading
from planner.ui.look import Look
from planner.ui.rows.model import AnyIndex, RowDelegate, RowsModel


class RowList(QListView):
    """Shows the rows of a model through a delegate, whose rows may be higher when narrow.

    Where other rows are shown, the current one stays current, wherever it stands now. Where it is
    gone, the keyboard goes to the one in its place.

    `came_up` carries the place of the row that the keyboard moved to, for the page to scroll to;
    `entered` is sent when the keyboard comes to the list.
    """

    came_up = Signal(QRect)
    entered = Signal()

    def __init__(
        self,
        look: Look,
        model: RowsModel[Any],
        delegate: RowDelegate[Any],
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._width, self._height = 0, 0
        self._look = look
        self._rows = model
        self._before: tuple[object, int] | None = None
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
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._take_up)
        model.modelReset.connect(self._remeasure)
        model.dataChanged.connect(self._remeasure)
        look.changed.connect(self._remeasure)

    def sizeHint(self) -> QSize:
        """Return the height of all rows at the width of now, once all is dressed."""
        if not self._look.is_dressing:
            places = (self.model().index(row, 0) for row in range(self.model().rowCount()))
            self._height = sum(self.sizeHintForIndex(place).height() for place in places)
        return QSize(320, self._height)

    def minimumSizeHint(self) -> QSize:
        """Return the same: no row is ever hidden."""
        return QSize(0, self.sizeHint().height())

    def doItemsLayout(self) -> None:
        """Wait until all is dressed: it would be done again at each step of that."""
        if not self._look.is_dressing:
            super().doItemsLayout()

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Tell the page which row to show, once it shows whatever belongs to the row."""
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            QTimer.singleShot(0, self._come_up)

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

    def _come_up(self) -> None:
        if self.currentIndex().isValid() and self.hasFocus():
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            self.came_up.emit(self.visualRect(self.currentIndex()))

    def _remember(self) -> None:
        place = self.currentIndex().row()
        self._before = (self._rows.keys[place], place) if place >= 0 else None

    def _take_up(self) -> None:
        keys = self._rows.keys
        if self._before is None or not keys:
            return
        key, place = self._before
        if key in keys:
            self.setCurrentIndex(self._rows.index(keys.index(key)))
        elif self.window().focusWidget() is self:
            self.setCurrentIndex(self._rows.index(min(place, len(keys) - 1)))

    def _remeasure(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()
