"""A model of plain values, and what the delegates that paint them have in common."""

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from planner.ui.kit.painted.mirror import mirror
from planner.ui.kit.words.labels import hint
from planner.ui.look import Look

AnyIndex = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")
NOWHERE = QModelIndex()
SIDE, ABOVE, GAP = 14, 10, 12


class Role(IntEnum):
    """What a delegate asks for beyond the roles of Qt: the row itself."""

    ROW = Qt.ItemDataRole.UserRole


class RowsModel(QAbstractListModel, Generic[Row]):
    """A list of rows that shows what it is given and never changes itself.

    `show` and `speak` turn a row into words, for the eye and for a screen reader. `key` says what
    makes it the same row when others are shown; without it, that is its place.
    """

    def __init__(
        self,
        show: Callable[[Row], str],
        speak: Callable[[Row], str],
        parent: QObject | None = None,
        *,
        key: Callable[[Row], object] | None = None,
    ) -> None:
        super().__init__(parent)
        self._show, self._speak, self._key = show, speak, key
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows that are shown."""
        return self._rows

    @property
    def keys(self) -> list[object]:
        """What each row is known by, from top to bottom."""
        return self._keys_of(self._rows)

    def _keys_of(self, rows: Sequence[Row]) -> list[object]:
        return list(range(len(rows))) if self._key is None else [self._key(row) for row in rows]

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; where they are the same, only those that differ are told."""
        if self._keys_of(rows) != self.keys:
            self.beginResetModel()
            self._rows = tuple(rows)
            self.endResetModel()
            return
        before, self._rows = self._rows, tuple(rows)
        for place, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(place), self.index(place))

    def rowCount(self, parent: AnyIndex = NOWHERE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row for the delegate, its words for everyone else."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Role.ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self._show(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._speak(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return hint(self._show(row))
        return None

    def roleNames(self) -> dict[int, Any]:
        """Name the role of the delegate beside those of Qt."""
        return {**super().roleNames(), int(Role.ROW): b"row"}


class RowDelegate(QStyledItemDelegate, Generic[Row]):
    """Paints rows that are as high as their words need at the width of the view."""

    marks_selected = False
    """Whether the selected row stays marked while the keyboard is elsewhere."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look

    def height(self, row: Row, width: int) -> int:
        """Return how high a row is, without the space above and below it."""
        raise NotImplementedError

    def paint_row(self, painter: QPainter, rect: QRect, row: Row) -> None:
        """Paint a row into its inner rectangle."""
        raise NotImplementedError

    def is_marked(self, row: Row) -> bool:
        """Say whether a row stands out from the others."""
        return False

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return the height of a row at the width of the view it stands in."""
        viewport = option.widget.viewport()  # type: ignore[attr-defined]
        inner = viewport.width() - 2 * SIDE
        return QSize(0, self.height(index.data(Role.ROW), inner) + 2 * ABOVE + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint a row with the line below it, and an edge where the keyboard is."""
        row = index.data(Role.ROW)
        painter.save()
        mirror(painter, option.rect, option.direction)
        selected = option.state & QStyle.StateFlag.State_Selected
        if self.is_marked(row) or (self.marks_selected and selected):
            painter.fillRect(option.rect, self.look.colour("accent_soft"))
        line = QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1)
        if index.row() + 1 < index.model().rowCount():
            painter.fillRect(line, self.look.colour("line"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            edge = QRect(option.rect.left(), option.rect.top(), 4, option.rect.height() - 1)
            painter.fillRect(edge, self.look.colour("accent"))
        self.paint_row(painter, option.rect.adjusted(SIDE, ABOVE, -SIDE, -ABOVE - 1), row)
        painter.restore()
