"""Paints the rows of the checklist: headings, items with their boxes, and units."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPolygonF
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from planner.core.progress import Done
from planner.core.screens.checklist import ItemRow, UnitRow
from planner.core.wording.names import priority_name
from planner.ui.kit.painted.line import paint_ground, write
from planner.ui.kit.painted.mirror import mirror
from planner.ui.kit.painted.tag import paint_tag
from planner.ui.kit.painted.tick import asks_for_tick, paint_tick
from planner.ui.look import Look
from planner.ui.pages.checklist import words
from planner.ui.pages.checklist.model import AnyIndex, Role
from planner.ui.pages.checklist.nodes import Head
from planner.ui.pages.checklist.places import (
    ABOVE,
    GAP,
    SIDE,
    Ruler,
    figure_of,
    note_of,
    title_of,
)


class ChecklistDelegate(QStyledItemDelegate):
    """Paints rows as high as the text needs, and turns a click on a box into a tick."""

    def __init__(self, look: Look, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view
        self._ruler: Ruler | None = None
        look.changed.connect(self._on_look_changed)

    @property
    def ruler(self) -> Ruler:
        """Measures rows for the width of the view."""
        width = self._view.viewport().width()
        if self._ruler is None or self._ruler.across != width:
            self._ruler = Ruler(self._look, width)
        return self._ruler

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return the height a row needs."""
        return QSize(0, self.ruler.row_height(index.data(Role.ROW)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint a row with the line below it."""
        row = index.data(Role.ROW)
        painter.save()
        mirror(painter, option.rect, option.direction)
        if isinstance(row, Head):
            self._paint_head(painter, option.rect, row)
        elif isinstance(row, ItemRow | UnitRow):
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            paint_ground(painter, option.rect, self._look, selected=selected, focused=focused)
            opened = bool(option.state & QStyle.StateFlag.State_Open)
            opener = opened if index.data(Role.HAS_UNITS) else None
            self._paint_row(painter, option.rect, row, opened=opener)
        line = QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1)
        painter.fillRect(line, self._look.colour("line"))
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: AnyIndex,
    ) -> bool:
        """Ask for a tick when the box is clicked, or on Space."""
        row = index.data(Role.ROW)
        if not isinstance(row, ItemRow | UnitRow):
            return False
        tick = self.ruler.places(option.rect, row).tick
        if not asks_for_tick(event, option, tick.adjusted(-SIDE, -ABOVE, GAP / 2, ABOVE)):
            return False
        done = row.state is Done.DONE if isinstance(row, ItemRow) else row.done
        wanted = Qt.CheckState.Unchecked if done else Qt.CheckState.Checked
        return model.setData(index, wanted, Qt.ItemDataRole.CheckStateRole)

    def _on_look_changed(self) -> None:
        self._ruler = None

    def _paint_head(self, painter: QPainter, rect: QRect, row: Head) -> None:
        painter.fillRect(rect, self._look.colour("window"))
        inner = rect.adjusted(SIDE, 0, -SIDE, -1)
        font, muted = self._look.font("section"), self._look.colour("muted")
        share = words.section_share(row.share)
        write(painter, inner, share, font, muted, Qt.AlignmentFlag.AlignRight)
        inner.setRight(inner.right() - QFontMetrics(font).horizontalAdvance(share) - GAP)
        font = self._look.font("small")
        font.setWeight(QFont.Weight.DemiBold)
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        write(painter, inner, row.title, font, muted)

    def _paint_row(
        self, painter: QPainter, rect: QRect, row: ItemRow | UnitRow, *, opened: bool | None
    ) -> None:
        places = self.ruler.places(rect, row)
        muted, text = self._look.colour("muted"), self._look.colour("text")
        body, small, bold = (self._look.font(role) for role in ("body", "small", "section"))
        write(painter, places.figure, figure_of(row), body, muted, Qt.AlignmentFlag.AlignRight)
        note = QRect(places.note)
        if opened is not None:
            paint_opener(painter, places.opener, muted, opened=opened)
            note.setLeft(places.opener.right() + 2)
        write(painter, note, note_of(row), small, muted)
        if isinstance(row, ItemRow):
            paint_tick(painter, places.tick, row.state, self._look)
            tag = priority_name(row.priority)
            paint_tag(painter, places.tag_right, places.tag_centre, tag, row.subject, self._look)
            write(painter, places.title, title_of(row), bold, muted if row.skipped else text)
        else:
            paint_tick(painter, places.tick, Done.DONE if row.done else Done.OPEN, self._look)
            write(painter, places.title, title_of(row), body, text)


def paint_opener(painter: QPainter, rect: QRect, colour: QColor, *, opened: bool) -> None:
    """Paint a small triangle that points down where the units are shown, else to the right."""
    half = rect.height() / 5
    middle = QPointF(rect.left() + half + 1, rect.center().y() + 1)
    across, along = QPointF(half, 0), QPointF(0, half)
    corners = (
        [middle - across - along / 2, middle + across - along / 2, middle + along / 1.5]
        if opened
        else [middle - across / 2 - along, middle - across / 2 + along, middle + across / 1.5]
    )
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF(corners))
    painter.restore()
