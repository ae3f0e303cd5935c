"""Where the parts of a row of the checklist lie, measured in the fonts of the look."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QFontMetrics

from planner.core.screens.checklist import ItemRow, UnitRow
from planner.core.wording.names import priority_name
from planner.ui.kit.painted.tag import tag_size
from planner.ui.kit.painted.tick import tick_side
from planner.ui.look import Look, Role
from planner.ui.pages.checklist import words
from planner.ui.pages.checklist.nodes import Head, Row

SIDE, GAP, ABOVE, BETWEEN = 14, 12, 9, 3
NARROW = 32
"""The width, in lines of text, under which the note of an item has a line of its own."""


@dataclass(frozen=True, slots=True)
class Places:
    """The parts of an item or unit. `opener` is where the mark that shows its units stands."""

    tick: QRectF
    title: QRect
    opener: QRect
    note: QRect
    figure: QRect
    tag_right: int
    tag_centre: int


class Ruler:
    """Measures rows `across` a width, until the look changes; when narrow, items take two lines."""

    def __init__(self, look: Look, across: int) -> None:
        """Measure for a list of a width."""
        self._look = look
        self.across = across
        self.is_narrow = across < NARROW * self.height("body")

    def row_height(self, row: Row) -> int:
        """Return the height of a row with the line below it."""
        if isinstance(row, Head):
            return self.height("section") + 2 * ABOVE - 2
        two = isinstance(row, ItemRow) and self.is_narrow
        return self.height("body") + (BETWEEN + self.height("small") if two else 0) + 2 * ABOVE

    def places(self, rect: QRect, row: ItemRow | UnitRow) -> Places:
        """Return where the parts of an item or unit lie within its row."""
        side, body = tick_side(self._look), self.height("body")
        left = rect.left() + SIDE + (0 if isinstance(row, ItemRow) else side + GAP)
        tick = QRectF(left, rect.top() + ABOVE + (body - side) / 2, side, side)
        right = rect.right() - SIDE
        left += side + GAP
        line = QRect(left, rect.top() + ABOVE, right - left, body)
        figure = QRect(line)
        figure.setLeft(right - self.width("body", figure_of(row)) - 2)
        line.setRight(figure.left() - 8)
        under = QRect(left, line.bottom() + BETWEEN, right - left, self.height("small"))
        beside = under if isinstance(row, ItemRow) and self.is_narrow else line
        tag_right, tag_centre = beside.right(), beside.center().y() + 1
        if isinstance(row, ItemRow):
            tag = tag_size(priority_name(row.priority), self._look).width()
            beside.setRight(tag_right - tag - GAP)
        title, note = (line, under) if beside is under else self._side_by_side(line, row)
        opener = QRect(note.left(), note.top(), self.height("small"), note.height())
        return Places(tick, title, opener, note, figure, tag_right, tag_centre)

    def _side_by_side(self, line: QRect, row: ItemRow | UnitRow) -> tuple[QRect, QRect]:
        """Part a line into title and note; each may take what the other does not need."""
        needed = self.width("section" if isinstance(row, ItemRow) else "body", title_of(row)) + 2
        spare = line.width() - GAP - self.height("small") - self.width("small", note_of(row)) - 2
        title, note = QRect(line), QRect(line)
        title.setWidth(min(needed, max(spare, line.width() * 2 // 3)))
        note.setLeft(title.right() + GAP)
        return title, note

    def height(self, role: Role) -> int:
        """Return the height of a line of text."""
        return self._look.height(role)

    def width(self, role: Role, text: str) -> int:
        """Return the width of a text."""
        return QFontMetrics(self._look.font(role)).horizontalAdvance(text)


def title_of(row: ItemRow | UnitRow) -> str:
    """Return what stands first in a row, on one line."""
    return " ".join((row.title if isinstance(row, ItemRow) else row.label).split())


def note_of(row: ItemRow | UnitRow) -> str:
    """Return what stands beside the title."""
    return words.note(row) if isinstance(row, ItemRow) else words.unit_status(row)


def figure_of(row: ItemRow | UnitRow) -> str:
    """Return what stands at the end of a row."""
    return words.item_hours(row) if isinstance(row, ItemRow) else words.unit_time(row)
