"""Paints the rows of the guide, marks what is looked for, and knows where a way can be clicked."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from planner.core.screens.finding import folded
from planner.core.screens.guide.values import Way
from planner.ui.kit.painted.mirror import is_mirrored
from planner.ui.kit.painted.tag import paint_tag
from planner.ui.look import Look
from planner.ui.pages.guide.laying import Block, Laid, lay
from planner.ui.pages.guide.rows import GuideRow
from planner.ui.rows.model import ABOVE, SIDE, RowDelegate
from planner.ui.rows.text import line_height, write_lines


class GuideDelegate(RowDelegate[GuideRow]):
    """Lays each row out once for a width; anew after the look or the rows have changed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._laid: dict[tuple[int, int], tuple[GuideRow, Laid]] = {}
        self._words: tuple[str, ...] = ()
        look.changed.connect(self.forget)

    def forget(self) -> None:
        """Lay everything out anew."""
        self._laid.clear()

    def look_for(self, text: str) -> None:
        """Mark these words wherever they stand."""
        self._words = tuple(folded(text).split())

    def height(self, row: GuideRow, width: int) -> int:
        """Return how high a row is."""
        return self._lay(row, width).height

    def paint_row(self, painter: QPainter, rect: QRect, row: GuideRow) -> None:
        """Paint all that a row says."""
        for block in self._lay(row, rect.width()).blocks:
            place = block.rect.translated(rect.topLeft())
            if block.tag:
                middle = place.top() + place.height() / 2
                paint_tag(painter, place.right(), middle, block.lines[0], block.meaning, self.look)
                continue
            font = self.look.font(block.font)
            if self._words:
                self._mark(painter, place, block)
            write_lines(painter, place, list(block.lines), font, self.look.colour(block.meaning))

    def way_at(self, row: GuideRow, rect: QRect, place: QPoint) -> Way | None:
        """Return the way that is written at a place, for a row that fills a rectangle."""
        inner = rect.adjusted(SIDE, ABOVE, -SIDE, -ABOVE - 1)
        for block in self._lay(row, inner.width()).blocks:
            if block.way and block.rect.translated(inner.topLeft()).contains(place):
                return block.way
        return None

    def _lay(self, row: GuideRow, width: int) -> Laid:
        known = self._laid.get((id(row), width))
        if known is None or known[0] is not row:  # an id may come again; the row is held along
            known = self._laid[id(row), width] = (row, lay(row, width, self.look))
        return known[1]

    def _mark(self, painter: QPainter, rect: QRect, block: Block) -> None:
        font = self.look.font(block.font)
        metrics, high = QFontMetrics(font), line_height(font)
        for number, line in enumerate(block.lines):
            for begin, end in hits(line, self._words):
                before, up_to = (metrics.horizontalAdvance(line[:at]) for at in (begin, end))
                wide = up_to - before
                if is_mirrored(painter):  # the words of the guide still run to the right
                    before = metrics.horizontalAdvance(line) - up_to
                left = rect.left() + before
                top = rect.top() + number * high
                painter.fillRect(QRect(left, top, wide, high), self.look.colour("amber_soft"))


def hits(line: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Return where words stand in a line; nowhere in one that folding makes longer or shorter."""
    text = folded(line)
    if len(text) != len(line):
        return []
    found = []
    for word in words:
        begin = text.find(word)
        while begin >= 0:
            found.append((begin, begin + len(word)))
            begin = text.find(word, begin + len(word))
    return found
