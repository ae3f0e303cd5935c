"""The sessions of a week under their days, as rows of a list."""

from collections.abc import Sequence
from datetime import date, time
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from planner.core.screens.week import DayBlock, SessionRow
from planner.core.values import Fact
from planner.ui.kit.painted.tick import is_checked
from planner.ui.kit.words.labels import hint
from planner.ui.pages.week import words

AnyIndex = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
_OF_A_SESSION = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsUserCheckable
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)


class DayRow(Fact, frozen=True):
    """The heading of a day."""

    day: date
    start: time
    minutes: int


Row = DayRow | SessionRow


class Role(IntEnum):
    """What the delegate asks for beyond the roles of Qt: the row itself."""

    ROW = Qt.ItemDataRole.UserRole


class WeekModel(QAbstractListModel):
    """A list of days and sessions that shows what it is given and never changes itself.

    A tick is only asked for, by `ticked` with the session's code; the row changes when the next
    state is shown.
    """

    ticked = Signal(str, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        """Start without rows."""
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def show_days(self, days: Sequence[DayBlock]) -> None:
        """Show these days; what stays in its place is told only where it differs."""
        rows = tuple(_rows(days))
        if [_key(row) for row in rows] != [_key(row) for row in self._rows]:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        before, self._rows = self._rows, rows
        for place, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(place), self.index(place))

    def row_at(self, index: AnyIndex) -> Row | None:
        """Return what stands at an index."""
        inside = index.isValid() and 0 <= index.row() < len(self._rows)
        return self._rows[index.row()] if inside else None

    def code_at(self, index: AnyIndex) -> str | None:
        """Return the code of the session at an index, or None for a heading."""
        row = self.row_at(index)
        return row.code if isinstance(row, SessionRow) else None

    def index_of(self, code: str | None) -> QModelIndex:
        """Return where a session stands; an invalid index when it is not in this week."""
        for place, row in enumerate(self._rows):
            if isinstance(row, SessionRow) and row.code == code:
                return self.index(place)
        return QModelIndex()

    def day_at(self, index: AnyIndex) -> date | None:
        """Return the day a row belongs to, None where there is no row."""
        above = self._rows[index.row() :: -1] if index.isValid() else ()
        return next((row.day for row in above if isinstance(row, DayRow)), None)

    def rowCount(self, parent: AnyIndex = NOWHERE) -> int:
        """Return how many headings and sessions there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row for the delegate, its words for everyone else."""
        row = self.row_at(index)
        if row is None:
            return None
        if role == Role.ROW:
            return row
        if isinstance(row, DayRow):
            return _day_data(row, role)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return words.spoken_session(row, self._day_of(index.row()))
        return _session_data(row, role)

    def _day_of(self, place: int) -> date:
        """Return the day whose heading stands above a session."""
        above = self._rows[:place][::-1]
        return next(row.day for row in above if isinstance(row, DayRow))

    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for a tick; whether it is granted shows when the next state comes."""
        code = self.code_at(index)
        if role != Qt.ItemDataRole.CheckStateRole or code is None:
            return False
        self.ticked.emit(code, is_checked(value))
        return True

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Return what can be done with a row: headings are only read."""
        if self.code_at(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return _OF_A_SESSION

    def roleNames(self) -> dict[int, QByteArray]:
        """Name the role of the delegate beside those of Qt."""
        return {**super().roleNames(), int(Role.ROW): QByteArray(b"row")}


def _rows(days: Sequence[DayBlock]) -> list[Row]:
    rows: list[Row] = []
    for day in days:
        rows.append(DayRow(day.day, day.start, day.minutes))
        rows.extend(day.rows)
    return rows


def _key(row: Row) -> str | date:
    return row.code if isinstance(row, SessionRow) else row.day


def _day_data(row: DayRow, role: int) -> object:
    if role == Qt.ItemDataRole.DisplayRole:
        return words.day_heading(row.day, row.start)
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return words.spoken_day(row.day, row.start, row.minutes)
    return None


def _session_data(row: SessionRow, role: int) -> object:
    if role == Qt.ItemDataRole.CheckStateRole:
        return Qt.CheckState.Checked if row.done else Qt.CheckState.Unchecked
    if role == Qt.ItemDataRole.DisplayRole:
        return row.title
    if role == Qt.ItemDataRole.ToolTipRole:
        return hint(row.title, row.note)
    return None
