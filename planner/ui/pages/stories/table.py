"""The table of principles on the screen: as high as all of its rows, walked cell by cell."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from planner.core.values import Subject
from planner.ui.kit.keyboard.leading import Leading
from planner.ui.kit.painted.mirror import mirror
from planner.ui.kit.painted.tag import paint_tag, tag_size
from planner.ui.look import Look
from planner.ui.pages.stories.matrix import AnyIndex, Column, PrinciplesModel, Role
from planner.ui.rows.text import line_height, lines_of, write, write_lines

SIDE, ABOVE, GAP = 14, 7, 6
NONE = "—"
RETURNS = {
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
}
"""The keyboard comes back to where it was: what is shown beside the table stays."""
SHARES = (13, 6, 6)
"""How the width is shared out among the columns."""


class PrinciplesTable(QTableView):
    """`chosen` is sent when another cell is current, `came_up` carries where it is."""

    chosen = Signal()
    came_up = Signal(QRect)

    def __init__(self, look: Look, model: PrinciplesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setModel(model)
        self.setItemDelegate(CellDelegate(look, self))
        self.setAccessibleName(self.tr("Principles and their stories"))
        self.setObjectName("principles")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        Leading(self)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setStretchLastSection(True)
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        head.setTextElideMode(Qt.TextElideMode.ElideRight)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        model.modelReset.connect(self._measure)
        model.dataChanged.connect(self._measure)
        look.changed.connect(self._measure)

    def sizeHint(self) -> QSize:
        """Return the height of the head and all rows."""
        rows = sum(self.rowHeight(row) for row in range(self.model().rowCount()))
        return QSize(320, self.horizontalHeader().sizeHint().height() + rows)

    def minimumSizeHint(self) -> QSize:
        """Return the same: no row is ever hidden."""
        return QSize(0, self.sizeHint().height())

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Tell the page which cell it is."""
        super().currentChanged(current, previous)
        self.chosen.emit()
        if current.isValid() and self.hasFocus():
            self.came_up.emit(self.visualRect(current))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin on the first place where no cell is current."""
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, Column.FIRST))
        super().focusInEvent(event)
        if event.reason() not in RETURNS:
            self.chosen.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out, and measure the rows again."""
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        self.horizontalHeader().setFont(self._look.font("section"))
        width, whole = self.viewport().width(), sum(SHARES)
        for column, share in enumerate(SHARES[:-1]):
            self.setColumnWidth(column, width * share // whole)
        self.resizeRowsToContents()
        self.updateGeometry()


class CellDelegate(QStyledItemDelegate):
    """Paints a principle with a dot where it is critical, and a story as a pill."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return the lines a name needs at the width of its column."""
        body = self._look.font("body")
        lines = 1
        if index.column() == Column.PRINCIPLE and isinstance(option.widget, QTableView):
            width = option.widget.columnWidth(Column.PRINCIPLE)
            lines = len(lines_of(str(index.data()), body, self._name_width(width)))
        high = max(lines * line_height(body), tag_size("X", self._look).height())
        return QSize(0, high + 2 * ABOVE + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint a cell with the line below it, and a rim where the keyboard is."""
        row, look = index.data(Role.ROW), self._look
        rect: QRect = option.rect
        painter.save()
        mirror(painter, rect, option.direction)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look.colour("accent_soft"))
        if index.row() + 1 < index.model().rowCount():
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.colour("line"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(look.colour("accent"))
            painter.drawRect(rect.adjusted(1, 1, -2, -3))
        inner = rect.adjusted(SIDE, ABOVE, -4, -ABOVE - 1)
        if index.column() == Column.PRINCIPLE:
            self._paint_name(painter, inner, row.name, is_critical=row.is_critical)
        else:
            self._paint_story(painter, inner, str(index.data()))
        painter.restore()

    def _paint_name(self, painter: QPainter, rect: QRect, name: str, *, is_critical: bool) -> None:
        body, text = self._look.font("body"), self._look.colour("text")
        if is_critical:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(text)
            top = rect.top() + (line_height(body) - self._dot) // 2
            painter.drawEllipse(rect.left(), top, self._dot, self._dot)
        beside = rect.adjusted(self._dot + GAP, 0, 4, 0)
        write_lines(painter, beside, lines_of(name, body, beside.width()), body, text)

    def _paint_story(self, painter: QPainter, rect: QRect, title: str) -> None:
        body = self._look.font("body")
        if not title:
            write(painter, rect, NONE, body, self._look.colour("muted"))
            return
        room = rect.width() - (tag_size("", self._look).width())
        shown = lines_of(title, self._look.font("tag"), room, most=1)[0]
        width = tag_size(shown, self._look).width()
        middle = rect.top() + line_height(body) / 2
        paint_tag(painter, rect.left() + width, middle, shown, Subject.LEADERSHIP, self._look)

    @property
    def _dot(self) -> int:
        return line_height(self._look.font("body")) // 2

    def _name_width(self, column: int) -> int:
        return column - SIDE - self._dot - GAP
