"""The list of the guide."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from planner.core.screens.guide.values import Way
from planner.ui.kit.keyboard.leading import Leading
from planner.ui.kit.painted.mirror import turned
from planner.ui.look import Look
from planner.ui.pages.guide import words
from planner.ui.pages.guide.delegate import GuideDelegate
from planner.ui.pages.guide.rows import GuideRow
from planner.ui.rows.model import AnyIndex, RowsModel


class GuideView(QListView):
    """Rows as high as their words need. `followed` carries a way that was clicked.

    `moved` says that another row is current.
    """

    followed = Signal(object)
    moved = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._moved = False
        self._rows = RowsModel[GuideRow](words.shown, words.spoken, self)
        self._painter = GuideDelegate(look, self)
        self.setModel(self._rows)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(self.tr("The guide"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        Leading(self)
        self.setMouseTracking(True)
        look.changed.connect(self._remeasure)

    @property
    def rows(self) -> tuple[GuideRow, ...]:
        """The rows that are shown."""
        return self._rows.rows

    @property
    def row(self) -> GuideRow | None:
        """The row that is current."""
        index = self.currentIndex()
        return self.rows[index.row()] if index.isValid() else None

    def show_rows(self, rows: Sequence[GuideRow], text: str) -> None:
        """Show these rows and mark the words of a text; the current row stays where it is shown."""
        before, known_rows = self.row, {_key(row): row for row in self.rows}
        same = len(rows) == len(self.rows)
        old = (known_rows.get(_key(row), row) for row in rows)
        kept = [one if one == row else row for one, row in zip(old, rows, strict=True)]
        place = self.verticalScrollBar().value()
        self._painter.look_for(text)
        self._rows.show_rows(kept)
        self.viewport().update()
        if same:
            self.verticalScrollBar().setValue(place)
            return
        keys = [_key(row) for row in rows]
        known = _key(before) if before else None
        first = 1 if text.strip() and len(rows) > 1 else 0  # what was found, not its heading
        place = keys.index(known) if known is not None and known in keys else first
        self.setCurrentIndex(self._rows.index(place))

    def go_to(self, part_id: str, number: int | None = None) -> None:
        """Make the heading of a part current, or a row of it, at the top of what is in sight."""
        places = [place for place, row in enumerate(self.rows) if row.part.id == part_id]
        place = 0 if number is None else number + 1  # behind the heading
        if place < len(places):
            index = self._rows.index(places[place])
            self.setCurrentIndex(index)
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Tell which row is current now."""
        super().currentChanged(current, previous)
        self.moved.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over what can be clicked."""
        super().mouseMoveEvent(event)
        over = self._way_at(event.position().toPoint()) is not None
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow what is clicked."""
        super().mouseReleaseEvent(event)
        way = self._way_at(event.position().toPoint())
        if way is not None and event.button() is Qt.MouseButton.LeftButton:
            self.followed.emit(way)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the rows again where the width is another one."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._painter.forget()  # what was laid out for widths that are gone
            self._remeasure()

    def doItemsLayout(self) -> None:
        """Lay the rows out, and keep the current one in sight where their heights changed."""
        super().doItemsLayout()
        if self._moved:
            self._moved = False
            self.scrollTo(self.currentIndex())

    def _remeasure(self) -> None:
        self._moved = True
        self.scheduleDelayedItemsLayout()

    def _way_at(self, place: QPoint) -> Way | None:
        index = self.indexAt(place)
        if not index.isValid():
            return None
        rect = self.visualRect(index)
        place = turned(place, rect, self.layoutDirection()).toPoint()
        return self._painter.way_at(self.rows[index.row()], rect, place)


def _key(row: GuideRow) -> tuple[str, str]:
    return row.part.id, words.shown(row)
