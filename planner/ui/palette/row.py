"""Paints what the palette found: title, what is said of it, keys, and what it is."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from planner.core.screens.things import Kind, Thing
from planner.core.values import Subject
from planner.ui.kit.painted.line import paint_ground
from planner.ui.kit.painted.mirror import mirror
from planner.ui.kit.painted.tag import paint_tag, tag_size
from planner.ui.palette import words
from planner.ui.rows.model import GAP, AnyIndex, RowDelegate
from planner.ui.rows.text import line_height, text_width, write

BETWEEN = 2
NARROW = 36
"""The width, in lines of text, under which the note has a line of its own."""
_MEANINGS: dict[Kind, Subject | str] = {Kind.STORY: "leadership", Kind.WEEK: "accent"}


class ThingDelegate(RowDelegate[Thing]):
    """One line where there is room for it, else two. The row that Enter would take stands out."""

    def height(self, row: Thing, width: int) -> int:
        """Return the height of one line or two; it is the same for all rows of a width."""
        body = line_height(self.look.font("body"))
        return body + BETWEEN + line_height(self.look.font("small")) if self._two(width) else body

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint a row; the keyboard is in the field, and still it is here."""
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        mirror(painter, option.rect, option.direction)
        paint_ground(painter, option.rect, self.look, selected=current, focused=current)
        painter.restore()
        super().paint(painter, option, index)

    def paint_row(self, painter: QPainter, rect: QRect, row: Thing) -> None:
        """Paint a thing; what cannot be done now stands back."""
        body, small = self.look.font("body"), self.look.font("small")
        muted = self.look.colour("muted")
        middle = rect.top() + line_height(body) / 2
        meaning = row.subject or _MEANINGS.get(row.kind, "review")
        name = words.kind_name(row.kind)
        right = paint_tag(painter, rect.right(), middle, name, meaning, self.look) - GAP
        if row.keys:
            keys = QRect(rect.left(), rect.top(), right - rect.left(), rect.height())
            write(painter, keys, row.keys, small, muted, to_right=True)
            right -= text_width(row.keys, small) + GAP
        line = QRect(rect.left(), rect.top(), right - rect.left(), rect.height())
        title = " ".join(row.title.split())
        colour = muted if row.why_not else self.look.colour("text")
        write(painter, line, title, body, colour)
        if self._two(rect.width()):
            top = line_height(body) + BETWEEN
            write(painter, rect.adjusted(0, top, 0, 0), words.note(row), small, muted)
            return
        line.setLeft(line.left() + text_width(title, body) + GAP)
        if line.width() > tag_size(name, self.look).width():
            lower = (line_height(body) - line_height(small)) * 2 // 3
            write(painter, line.adjusted(0, lower, 0, 0), words.note(row), small, muted)

    def _two(self, width: int) -> bool:
        return width < NARROW * line_height(self.look.font("body"))
