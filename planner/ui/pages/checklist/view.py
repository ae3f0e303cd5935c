"""The tree of the checklist."""

from collections.abc import Collection, Iterable
from functools import partial

from PySide6.QtCore import (
    QModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from planner.core.screens.checklist import ChecklistScreen, ItemRow, UnitRow
from planner.ui.kit.keyboard.leading import Leading
from planner.ui.look import Look
from planner.ui.pages.checklist.delegate import ChecklistDelegate
from planner.ui.pages.checklist.model import ChecklistModel
from planner.ui.rows.choosing import choose


class ChecklistView(QTreeView):
    """A tree that keeps what is open and chosen, and the place, while it is shown anew.

    `chosen` says that another row is current, or that others are selected; `renamed` carries the id
    of an own item and its new title.
    """

    chosen = Signal()
    renamed = Signal(str, str)

    def __init__(self, look: Look, model: ChecklistModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._is_stale = False
        self._model = model
        self._opened: set[str] = set()
        self._shown_open: set[str] = set()
        self._showing = False
        self._delegate = ChecklistDelegate(look, self)
        self._narrow = False
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Checklist"))
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.expanded.connect(self._on_expanded)
        self.collapsed.connect(self._on_collapsed)
        Leading(self)
        self.selectionModel().currentChanged.connect(self._on_chosen)
        self.selectionModel().selectionChanged.connect(self._on_chosen)
        look.changed.connect(self._on_look_changed)

    def doItemsLayout(self) -> None:
        """Wait until all is dressed: each step of that would measure thousands of rows."""
        if not self._look.is_dressing:
            super().doItemsLayout()

    def updateGeometries(self) -> None:
        """Wait for the same."""
        if not self._look.is_dressing:
            super().updateGeometries()

    def showEvent(self, event: QShowEvent) -> None:
        """Measure the rows where the look has changed meanwhile."""
        super().showEvent(event)
        if self._is_stale:
            self._on_look_changed()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell a screen reader of the row that the keyboard comes to.

        Qt tells of the tree alone, a moment later, and of a row only when it becomes another.
        """
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            QTimer.singleShot(0, self._tell_of_current)

    def _tell_of_current(self) -> None:
        current = self.currentIndex()
        if self.hasFocus() and current.isValid():
            self.currentChanged(current, current)

    def show_screen(self, screen: ChecklistScreen, also_open: Iterable[str] = ()) -> None:
        """Show a checklist. `also_open` are items whose units are shown for now."""
        current, selected = self.row_id, [row.id for row in self.rows]
        place = self.verticalScrollBar().value()
        wanted = self._opened | set(also_open)
        self._showing = True
        if self._model.show_screen(screen):
            self._shown_open = set()
            for at in range(self._model.rowCount()):
                self.expand(self._model.index(at, 0))
        for item in wanted ^ self._shown_open:
            self.setExpanded(self._model.index_of(item), item in wanted)
        self._shown_open = wanted
        self.choose(current, selected)
        self.verticalScrollBar().setValue(place)
        self._showing = False
        self.chosen.emit()

    @property
    def row_id(self) -> str | None:
        """The id of the current item or unit."""
        return self._model.id_at(self.currentIndex())

    @property
    def rows(self) -> list[ItemRow | UnitRow]:
        """The selected items and units, from top to bottom."""
        indexes = self.selectedIndexes()
        if len(indexes) > 1:
            indexes.sort(key=QModelIndex.internalId)
        rows = map(self._model.row_at, indexes)
        return [row for row in rows if isinstance(row, ItemRow | UnitRow)]

    def selectAll(self) -> None:
        """Select all at once, also where one of two is selected: see `Leading`."""
        self.clearSelection()
        super().selectAll()

    def choose(self, row_id: str | None, also: Collection[str] = ()) -> None:
        """Make a row the current one, or the first where it is not shown.

        Rows that were selected besides are so again, where a new layout lost them.
        """
        index = self._model.index_of(row_id)
        lost = row_id in also and len(self.selectedIndexes()) < len(also)
        others = (self._model.index_of(other) for other in also if other != row_id)
        still = [one for one in others if one.isValid()] if lost and index.isValid() else ()
        choose(self, index if index.isValid() else self._model.first(), still)

    def toggle_units(self) -> None:
        """Show or hide the units of the current item."""
        index = self.currentIndex()
        if self._model.rowCount(index):
            self.setExpanded(index, not self.isExpanded(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right open, close, and step between an item and its units."""
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Right and self._model.rowCount(index):
            first = self._model.index(0, 0, index)
            choose(self, first) if self.isExpanded(index) else self.expand(index)
        elif event.key() == Qt.Key.Key_Left:
            if isinstance(self._model.row_at(index), UnitRow):
                choose(self, index.parent())
            else:
                self.collapse(index)
        else:
            super().keyPressEvent(event)

    def rename(self) -> None:
        """Let the title of the current own item be changed where it stands."""
        row = self._model.row_at(self.currentIndex())
        if not isinstance(row, ItemRow) or not row.own:
            return
        from planner.ui.rows.renaming import rename_at

        self.scrollTo(self.currentIndex())
        whole = self.visualRect(self.currentIndex())
        places = self._delegate.ruler.places(whole, row)
        right = max(places.title.right(), places.note.right())
        place = whole.adjusted(places.title.left() - 12, 1, right - whole.right(), -2)
        rename_at(self, place, row.title, partial(self.renamed.emit, row.id))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Let an own title be changed that is clicked twice."""
        row = self._model.row_at(self.indexAt(event.position().toPoint()))
        if isinstance(row, ItemRow) and row.own and event.button() == Qt.MouseButton.LeftButton:
            self.rename()
        else:
            super().mouseDoubleClickEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Show or hide units where their mark or the note beside it is clicked."""
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and self._is_opener(place):
            index = self.indexAt(place)
            self.setExpanded(index, not self.isExpanded(index))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the rows again where another width asks for other lines."""
        super().resizeEvent(event)
        narrow = self._delegate.ruler.is_narrow
        if narrow != self._narrow:
            self._narrow = narrow
            self.scheduleDelayedItemsLayout()

    def _on_look_changed(self) -> None:
        self._is_stale = not self.isVisible()
        if not self._is_stale:
            self.scheduleDelayedItemsLayout()

    def _is_opener(self, place: QPoint) -> bool:
        index = self.indexAt(place)
        row = self._model.row_at(index)
        if not isinstance(row, ItemRow) or not self._model.rowCount(index):
            return False
        places = self._delegate.ruler.places(self.visualRect(index), row)
        return places.note.adjusted(-4, -4, 0, 4).contains(place)

    def _on_expanded(self, index: QModelIndex) -> None:
        row = self._model.row_at(index)
        if not self._showing and isinstance(row, ItemRow):
            self._opened.add(row.id)
            self._shown_open.add(row.id)

    def _on_collapsed(self, index: QModelIndex) -> None:
        row = self._model.row_at(index)
        if not self._showing and isinstance(row, ItemRow):
            self._opened.discard(row.id)
            self._shown_open.discard(row.id)

    def _on_chosen(self) -> None:
        if not self._showing:
            self.chosen.emit()
