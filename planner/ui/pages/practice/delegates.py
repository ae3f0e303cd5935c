"""Paints rounds and mocks: a title, a tag, what stands at the right, and a line below."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from planner.ui.kit.painted.tag import paint_tag, tag_size
from planner.ui.look import Look
from planner.ui.rows.model import GAP, RowDelegate
from planner.ui.rows.text import line_height, lines_of, text_width, write, write_lines

BETWEEN = 2

Words = Callable[[Any], str]
Tagged = Callable[[Any], tuple[str, str]]


class TwoLines(RowDelegate[Any]):
    """`title` wraps beside the tag and the `end`; `below` wraps under it."""

    marks_selected = True

    def __init__(
        self,
        look: Look,
        title: Words,
        below: Words,
        tag: Tagged,
        end: Words,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self._title, self._below, self._tag, self._end = title, below, tag, end

    def height(self, row: object, width: int) -> int:
        """Return the lines of both."""
        body, small = self.look.font("body"), self.look.font("small")
        titles = lines_of(self._title(row), body, width - self._right(row))
        below = lines_of(self._below(row), small, width)
        return len(titles) * line_height(body) + BETWEEN + len(below) * line_height(small)

    def paint_row(self, painter: QPainter, rect: QRect, row: object) -> None:
        """Paint a row."""
        body, small = self.look.font("body"), self.look.font("small")
        text, muted = self.look.colour("text"), self.look.colour("muted")
        end, (tag, meaning) = self._end(row), self._tag(row)
        write(painter, rect, end, body, muted, to_right=True)
        if tag:
            right = rect.right() - (text_width(end, body) + GAP if end else 0)
            middle = rect.top() + line_height(body) / 2
            paint_tag(painter, right, middle, tag, meaning, self.look)
        titles = lines_of(self._title(row), body, rect.width() - self._right(row))
        write_lines(painter, rect, titles, body, text)
        under = rect.adjusted(0, len(titles) * line_height(body) + BETWEEN, 0, 0)
        below = lines_of(self._below(row), small, rect.width())
        write_lines(painter, under, below, small, muted)

    def _right(self, row: object) -> int:
        end, (tag, _) = self._end(row), self._tag(row)
        width = text_width(end, self.look.font("body")) + GAP if end else 0
        return width + (tag_size(tag, self.look).width() + GAP if tag else 0)
