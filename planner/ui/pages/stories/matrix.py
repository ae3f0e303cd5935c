"""The principles with their first and second story, as a table of cells."""

from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from planner.core.screens.stories import PrincipleRow, StoriesScreen
from planner.ui.kit.words.labels import hint
from planner.ui.pages.stories import words

AnyIndex = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class Column(IntEnum):
    """The columns of the table; those of stories have the number of their place."""

    PRINCIPLE = 0
    FIRST = 1
    SECOND = 2


class Role(IntEnum):
    """What the delegate asks for: the row, and the titles by id."""

    ROW = Qt.ItemDataRole.UserRole


class PrinciplesModel(QAbstractTableModel):
    """Shows what it is given and never changes itself."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[PrincipleRow, ...] = ()
        self._titles: dict[str, str] = {}
        self._heading = ""

    def show_screen(self, screen: StoriesScreen) -> None:
        """Show principles and the titles of their stories."""
        titles = {row.story.id: row.story.title for row in screen.stories}
        heading = words.principle_heading(screen.level)
        if (screen.principles, titles, heading) == (self._rows, self._titles, self._heading):
            return
        before = len(self._rows)
        if before != len(screen.principles):
            self.beginResetModel()
        self._rows = screen.principles
        self._titles, self._heading = titles, heading
        if before != len(self._rows):
            self.endResetModel()
        else:
            self.dataChanged.emit(self.index(0, 0), self.index(before - 1, Column.SECOND))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 0)

    def story_at(self, index: AnyIndex) -> str:
        """Return the id of the story in a cell; for a principle, its first one or the second."""
        if not index.isValid():
            return ""
        row = self._rows[index.row()]
        if index.column() == Column.PRINCIPLE:
            return row.first or row.second
        return row.first if index.column() == Column.FIRST else row.second

    def principle_at(self, index: AnyIndex) -> PrincipleRow | None:
        """Return the principle of a cell."""
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: AnyIndex = NOWHERE) -> int:
        """Return how many principles there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = NOWHERE) -> int:
        """Return three."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell, and the row for the delegate."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        title = self._titles.get(self.story_at(index), "")
        if role == Role.ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name if index.column() == Column.PRINCIPLE else title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return words.spoken_cell(row, index.column(), title)
        if role == Qt.ItemDataRole.ToolTipRole:
            is_name = index.column() == Column.PRINCIPLE
            return hint(row.gloss, row.note) if is_name else hint(title)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return what a column is called, and for a screen reader each row."""
        if orientation is Qt.Orientation.Vertical and role == Qt.ItemDataRole.DisplayRole:
            return words.spoken_principle(self._rows[section])
        shown = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}
        if orientation is not Qt.Orientation.Horizontal or role not in shown:
            return super().headerData(section, orientation, role)
        return (self._heading, self.tr("First story"), self.tr("Second"))[section]
