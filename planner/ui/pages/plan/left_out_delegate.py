"""Paints what is left out: title, priority, minutes, and why."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from planner.core.screens.plan import LeftOutRow
from planner.core.values import Priority
from planner.core.wording.names import priority_name
from planner.ui.kit.painted.tag import paint_tag, tag_size
from planner.ui.pages.plan import words
from planner.ui.rows.model import GAP, RowDelegate
from planner.ui.rows.text import line_height, lines_of, text_width, write, write_lines

BETWEEN = 2
_MEANINGS = {Priority.CORE: "amber", Priority.IMPORTANT: "accent", Priority.OPTIONAL: "review"}


class LeftOutDelegate(RowDelegate[LeftOutRow]):
    """The title wraps beside the tag; the reason stands below in as many lines as it needs."""

    def height(self, row: LeftOutRow, width: int) -> int:
        """Return the lines of title and reason."""
        body, small = self.look.font("body"), self.look.font("small")
        titles = lines_of(row.title, body, width - self._end_width(row))
        reasons = lines_of(words.left_out_why(row), small, width)
        return len(titles) * line_height(body) + BETWEEN + len(reasons) * line_height(small)

    def paint_row(self, painter: QPainter, rect: QRect, row: LeftOutRow) -> None:
        """Paint an item."""
        body, small = self.look.font("body"), self.look.font("small")
        text, muted = self.look.colour("text"), self.look.colour("muted")
        size = words.left_out_size(row)
        write(painter, rect, size, body, muted, to_right=True)
        if row.priority:
            right = rect.right() - text_width(size, body) - GAP
            centre = rect.top() + line_height(body) / 2
            tag = priority_name(row.priority)
            paint_tag(painter, right, centre, tag, _MEANINGS[row.priority], self.look)
        titles = lines_of(row.title, body, rect.width() - self._end_width(row))
        write_lines(painter, rect, titles, body, text)
        below = rect.adjusted(0, len(titles) * line_height(body) + BETWEEN, 0, 0)
        write_lines(
            painter, below, lines_of(words.left_out_why(row), small, rect.width()), small, muted
        )

    def _end_width(self, row: LeftOutRow) -> int:
        end = text_width(words.left_out_size(row), self.look.font("body")) + GAP
        if row.priority:
            end += tag_size(priority_name(row.priority), self.look).width() + GAP
        return end
