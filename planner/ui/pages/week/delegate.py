"""Paints the rows of the week: headings of days, and sessions with their boxes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from planner.core.progress import Done
from planner.core.screens.week import SessionRow
from planner.core.values import Fact
from planner.core.wording import duration, session_minutes
from planner.core.wording.week import fate_text
from planner.ui.kit.painted.line import fill, paint_ground, write
from planner.ui.kit.painted.mirror import mirror
from planner.ui.kit.painted.tag import paint_tag
from planner.ui.kit.painted.tick import asks_for_tick, paint_tick, tick_side
from planner.ui.look import Look
from planner.ui.pages.week import words
from planner.ui.pages.week.model import AnyIndex, DayRow, Role

if TYPE_CHECKING:  # loaded with the first drag
    from planner.core.screens.dropping import Drop
    from planner.ui.dragging.landing import Landing

SIDE, GAP, ABOVE, BETWEEN = 14, 12, 10, 3
TAG_BELOW = 32
"""The width, in lines of text, under which the tag leaves the line of the title to the title."""


class Places(Fact, frozen=True):
    """Where the parts of a session's row lie."""

    tick: QRectF
    title: QRect
    note: QRect


class WeekDelegate(QStyledItemDelegate):
    """Paints rows as high as the text needs, and turns a click on a box into a tick."""

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._look, self._view = look, view
        self.landing: Landing | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return the height of one line for a heading, of two for a session."""
        row = index.data(Role.ROW)
        if isinstance(row, SessionRow):
            lines = self._look.height("body") + BETWEEN + self._look.height("small")
            return QSize(0, lines + 2 * ABOVE)
        return QSize(0, self._look.height("section") + 2 * (ABOVE - 2))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint a row with the line below it."""
        row = index.data(Role.ROW)
        painter.save()
        mirror(painter, option.rect, option.direction)
        if isinstance(row, DayRow):
            self._paint_day(painter, option.rect, row)
        elif isinstance(row, SessionRow):
            current = index == self._view.currentIndex()
            selected = current or self._view.selectionModel().isSelected(index)
            focused = current and self._view.hasFocus()
            paint_ground(painter, option.rect, self._look, selected=selected, focused=focused)
            self._paint_session(painter, option.rect, row)
        line = QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1)
        fill(painter, line, self._look.colour("line"))
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
        if not isinstance(row, SessionRow):
            return False
        around = self.places(option.rect).tick.adjusted(-SIDE, -ABOVE, GAP / 2, ABOVE)
        if not asks_for_tick(event, option, around):
            return False
        wanted = Qt.CheckState.Unchecked if row.done else Qt.CheckState.Checked
        return model.setData(index, wanted, Qt.ItemDataRole.CheckStateRole)

    def places(self, rect: QRect) -> Places:
        """Return where the parts of a session lie within its row."""
        side = tick_side(self._look)
        body, small = self._look.height("body"), self._look.height("small")
        top = rect.top() + ABOVE
        left = rect.left() + SIDE + side + GAP
        width = rect.right() - SIDE - left
        return Places(
            tick=QRectF(rect.left() + SIDE, top + (body - side) / 2, side, side),
            title=QRect(left, top, width, body),
            note=QRect(left, top + body + BETWEEN, width, small),
        )

    def _paint_day(self, painter: QPainter, rect: QRect, row: DayRow) -> None:
        inner = rect.adjusted(SIDE, 0, -SIDE, -1)
        font, colour = self._look.font("section"), self._look.colour("muted")
        drop = self.landing.drop if self.landing else None
        if drop is not None and drop.day == row.day:
            self._paint_drop(painter, rect, row, drop)
            return
        fill(painter, rect, self._look.colour("window"))
        end = duration(row.minutes)
        width = QFontMetrics(font).horizontalAdvance(end)
        write(painter, inner, end, font, colour, Qt.AlignmentFlag.AlignRight)
        text = words.day_heading(row.day, row.start)
        write(painter, inner.adjusted(0, 0, -width - GAP, 0), text, font, colour)

    def _paint_drop(self, painter: QPainter, rect: QRect, row: DayRow, drop: "Drop") -> None:
        """Paint the heading of the day under what is carried, with what a drop would mean."""
        from planner.ui.dragging.words import consequence

        refused = drop.refused is not None
        ground = "amber_soft" if refused else "accent_soft" if drop.moves else "window"
        fill(painter, rect, self._look.colour(ground))
        inner = rect.adjusted(SIDE, 0, -SIDE, -1)
        text, font = words.day_name(row.day), self._look.font("section")
        write(painter, inner, text, font, self._look.colour("text"))
        inner.setLeft(inner.left() + QFontMetrics(font).horizontalAdvance(text) + 2 * GAP)
        told = "amber" if refused or drop.breaks_order else "text"
        font, right = self._look.font("body"), Qt.AlignmentFlag.AlignRight
        write(painter, inner, consequence(drop), font, self._look.colour(told), right)

    def _paint_session(self, painter: QPainter, rect: QRect, row: SessionRow) -> None:
        places = self.places(rect)
        title, note = places.title, places.note
        muted = self._look.colour("muted")
        body = self._look.font("body")
        paint_tick(painter, places.tick, Done.DONE if row.done else Done.OPEN, self._look)
        end = session_minutes(row.minutes)
        write(painter, title, end, body, muted, Qt.AlignmentFlag.AlignRight)
        title.setRight(title.right() - QFontMetrics(body).horizontalAdvance(end) - 8)
        beside = note if rect.width() < TAG_BELOW * title.height() else title
        tag, centre = words.subject_name(row.subject), beside.center().y() + 1
        left = paint_tag(painter, beside.right(), centre, tag, row.subject, self._look)
        beside.setRight(left - GAP)
        body.setStrikeOut(row.done)
        faded = row.done or row.skipped
        write(painter, title, row.title, body, muted if faded else self._look.colour("text"))
        self._paint_note(painter, note, row)

    def _paint_note(self, painter: QPainter, rect: QRect, row: SessionRow) -> None:
        font, muted = self._look.font("small"), self._look.colour("muted")
        word = fate_text(row)
        note = row.note
        if word:
            colour = self._look.colour("amber") if row.slipped else muted
            strong = QFont(font)
            strong.setWeight(QFont.Weight.DemiBold)
            write(painter, rect, word, strong, colour)
            rect = rect.adjusted(QFontMetrics(strong).horizontalAdvance(f"{word} "), 0, 0, 0)
            note = f"· {note}" if note else ""
        write(painter, rect, note, font, muted)
