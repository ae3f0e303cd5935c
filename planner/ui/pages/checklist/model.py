"""The checklist as a tree: sections, their items, and the units of these."""

from enum import IntEnum

from PySide6.QtCore import (
    QAbstractItemModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from planner.core.progress import Done
from planner.core.screens.checklist import ChecklistScreen, ItemRow, UnitRow
from planner.ui.kit.painted.tick import is_checked
from planner.ui.kit.words.labels import hint
from planner.ui.pages.checklist import words
from planner.ui.pages.checklist.nodes import (
    ROOT,
    Head,
    Node,
    Row,
    alone,
    changed_rows,
    head_of,
    nodes_of,
)

AnyIndex = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()

_CHECK = {
    Done.OPEN: Qt.CheckState.Unchecked,
    Done.HALF: Qt.CheckState.PartiallyChecked,
    Done.DONE: Qt.CheckState.Checked,
}
_READ_ONLY = Qt.ItemFlag.NoItemFlags
_FOR_USE = (
    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
)


class Role(IntEnum):
    """What the delegate asks for beyond the roles of Qt: the row itself, and if it opens."""

    ROW = Qt.ItemDataRole.UserRole
    HAS_UNITS = Qt.ItemDataRole.UserRole + 1


class ChecklistModel(QAbstractItemModel):
    """A tree that shows what it is given and never changes itself.

    A tick is only asked for, by `ticked` with the id of the item or unit.
    """

    ticked = Signal(str, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        """Start without rows."""
        super().__init__(parent)
        self._screen = ChecklistScreen(())
        self._nodes: list[Node] = []
        self._top: list[int] = []
        self._numbers: dict[str, int] = {}

    def show_screen(self, screen: ChecklistScreen) -> bool:
        """Show a checklist, and say whether it was laid out anew.

        It is not where every row stays in its place; then only what differs is told.
        """
        changed = changed_rows(self._screen, screen)
        self._screen = screen
        if changed is None:
            self.beginResetModel()
            self._lay_out(screen)
            self.endResetModel()
            return True
        for section, number in zip(screen.sections, self._top, strict=True):
            self._put(number, head_of(section))
        for row in changed:
            number = self._numbers[row.id]
            self._put(number, alone(row))
            for below, unit in zip(self._nodes[number].below, row.units, strict=True):
                self._put(below, unit)
        return False

    def _lay_out(self, screen: ChecklistScreen) -> None:
        self._nodes = nodes_of(screen)
        rows = [(number, one) for number, one in enumerate(self._nodes)]
        self._top = [number for number, one in rows if one.parent == ROOT]
        self._numbers = {one.row.id: number for number, one in rows if one.parent != ROOT}

    def _put(self, number: int, row: Row) -> None:
        node = self._nodes[number]
        if node.row != row:
            node.row = row
            index = self.createIndex(node.place, 0, number)
            self.dataChanged.emit(index, index)

    def row_at(self, index: AnyIndex) -> Row | None:
        """Return what stands at an index."""
        node = self._node(index)
        return node.row if node else None

    def id_at(self, index: AnyIndex) -> str | None:
        """Return the id of the item or unit at an index, or None for a heading."""
        row = self.row_at(index)
        return None if row is None or isinstance(row, Head) else row.id

    def index_of(self, row_id: str | None) -> QModelIndex:
        """Return where an item or unit stands; an invalid index when it is not shown."""
        number = self._numbers.get(row_id or "")
        if number is None:
            return QModelIndex()
        return self.createIndex(self._nodes[number].place, 0, number)

    def first(self) -> QModelIndex:
        """Return where the first item stands."""
        return self.index(0, 0, self.index(0, 0)) if self._top else QModelIndex()

    def index(self, row: int, column: int, parent: AnyIndex = NOWHERE) -> QModelIndex:
        """Return the index of a row below another."""
        below = self._below(parent)
        if column != 0 or not 0 <= row < len(below):
            return QModelIndex()
        return self.createIndex(row, 0, below[row])

    def parent(self, index: AnyIndex) -> QModelIndex:  # type: ignore[override]
        """Return where the row above an index stands."""
        node = self._node(index)
        if node is None or node.parent == ROOT:
            return QModelIndex()
        return self.createIndex(self._nodes[node.parent].place, 0, node.parent)

    def rowCount(self, parent: AnyIndex = NOWHERE) -> int:
        """Return how many rows stand below one."""
        return len(self._below(parent))

    def columnCount(self, parent: AnyIndex = NOWHERE) -> int:
        """Return one: the delegate lays the row out."""
        return 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row for the delegate, its words for everyone else."""
        node = self._node(index)
        if node is None:
            return None
        if role == Role.ROW:
            return node.row
        if role == Role.HAS_UNITS:
            return isinstance(node.row, ItemRow) and bool(node.below)
        return _said(node.row, role)

    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for a tick; whether it is granted shows when the next state comes."""
        row_id = self.id_at(index)
        if role != Qt.ItemDataRole.CheckStateRole or row_id is None:
            return False
        self.ticked.emit(row_id, is_checked(value))
        return True

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Return what can be done with a row: headings are only read."""
        return _READ_ONLY if self.id_at(index) is None else _FOR_USE

    def roleNames(self) -> dict[int, QByteArray]:
        """Name the roles of the delegate beside those of Qt."""
        ours = {int(Role.ROW): QByteArray(b"row"), int(Role.HAS_UNITS): QByteArray(b"hasUnits")}
        return {**super().roleNames(), **ours}

    def _node(self, index: AnyIndex) -> Node | None:
        number = index.internalId() if index.isValid() else len(self._nodes)
        return self._nodes[number] if number < len(self._nodes) else None

    def _below(self, parent: AnyIndex) -> list[int]:
        if not parent.isValid():
            return self._top
        node = self._node(parent)
        return node.below if node and parent.column() == 0 else []


def _said(row: Row, role: int) -> object:
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return row.label if isinstance(row, UnitRow) else row.title
        case Qt.ItemDataRole.CheckStateRole:
            return _check(row)
        case Qt.ItemDataRole.AccessibleTextRole:
            return words.spoken_head(row) if isinstance(row, Head) else words.spoken(row)
    return _more_of(row, role) if isinstance(row, ItemRow) else None


def _check(row: Row) -> Qt.CheckState | None:
    if isinstance(row, Head):
        return None
    if isinstance(row, ItemRow):
        return _CHECK[row.state]
    return _CHECK[Done.DONE if row.done else Done.OPEN]


def _more_of(row: ItemRow, role: int) -> str | None:
    if role == Qt.ItemDataRole.AccessibleDescriptionRole:
        return row.note
    if role == Qt.ItemDataRole.ToolTipRole:
        return hint(row.title, words.note(row), row.note, row.evidence)
    return None
