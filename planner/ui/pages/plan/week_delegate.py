"""Paints a week as a row: its dates, its load by subject, its titles, and what is special."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QWidget

from planner.core.screens.dropping import Drop
from planner.core.screens.plan import WeekRow
from planner.ui.dragging.words import consequence_in_week
from planner.ui.kit.painted.bar import Part, paint_bar
from planner.ui.kit.words.dates import span
from planner.ui.look import Look
from planner.ui.pages.plan import words
from planner.ui.rows.model import ABOVE, GAP, SIDE, RowDelegate
from planner.ui.rows.text import line_height, lines_of, text_width, write, write_lines

if TYPE_CHECKING:  # the list of weeks makes it
    from planner.ui.dragging.landing import Landing

MOST_LINES = 2
LONGEST_BAR, SHORTEST_BAR, BAR_HEIGHT = 240, 96, 12
BETWEEN = 2
LEAST_TITLES = 18
"""Ems that the titles want beside the other columns."""


@dataclass(frozen=True, slots=True)
class Columns:
    """How wide the columns of all weeks are; none of them is narrower than its words."""

    name: int = 0
    load: int = 0
    note: int = 0


class WeekDelegate(RowDelegate[WeekRow]):
    """Puts everything side by side where there is room, else one below the other."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.landing: Landing | None = None
        self._columns = Columns()
        self._rows: tuple[WeekRow, ...] = ()
        look.changed.connect(self._measure)

    def fit(self, rows: Sequence[WeekRow]) -> None:
        """Make the columns wide enough for these rows."""
        self._rows = tuple(rows)
        self._measure()

    def is_marked(self, row: WeekRow) -> bool:
        """Say whether it is the week of today."""
        return row.is_current

    def height(self, row: WeekRow, width: int) -> int:
        """Return two lines, or as many as it needs where the columns do not fit."""
        body, small = self.look.font("body"), self.look.font("small")
        if self._is_wide(width):
            return max(
                line_height(self._name_font()) + BETWEEN + line_height(small),
                MOST_LINES * line_height(body),
            )
        titles = lines_of(words.titles(row), body, width)
        note = words.note(row)
        return (
            line_height(self._name_font())
            + (line_height(small) if note and not self._note_fits(row, width) else 0)
            + line_height(small)
            + 4 * BETWEEN
            + len(titles) * line_height(body)
        )

    def paint_row(self, painter: QPainter, rect: QRect, row: WeekRow) -> None:
        """Paint a week; where sessions are carried over it, what a drop would mean."""
        drop = self._drop(row)
        if drop is not None:
            self._paint_drop(painter, rect, row, drop)
        elif self._is_wide(rect.width()):
            self._paint_wide(painter, rect, row)
        else:
            self._paint_narrow(painter, rect, row)

    def _drop(self, row: WeekRow) -> Drop | None:
        here = self.landing is not None and self.landing.place == row.number
        return self.landing.drop if self.landing and here else None

    def _paint_drop(self, painter: QPainter, rect: QRect, row: WeekRow, drop: Drop) -> None:
        refused, look = drop.refused is not None, self.look
        ground = "amber_soft" if refused else "accent_soft" if drop.moves else "window"
        painter.fillRect(rect.adjusted(-SIDE + 4, -ABOVE, SIDE, ABOVE), look.colour(ground))
        name, body = self._name_font(), look.font("body")
        write(painter, rect, words.week_name(row), name, look.colour("text"))
        below = rect.adjusted(0, line_height(name) + BETWEEN, 0, 0)
        told = look.colour("amber" if refused or drop.breaks_order else "text")
        lines = lines_of(consequence_in_week(drop), body, rect.width(), 1)
        write_lines(painter, below, lines, body, told)

    def _paint_wide(self, painter: QPainter, rect: QRect, row: WeekRow) -> None:
        columns, body, small = self._columns, self.look.font("body"), self.look.font("small")
        name = self._name_font()
        text, muted = self.look.colour("text"), self.look.colour("muted")
        both = line_height(name) + BETWEEN + line_height(small)
        top = rect.top() + (rect.height() - both) // 2
        left = QRect(rect.left(), top, columns.name, both)
        write(painter, left, words.week_name(row), name, text)
        left.setTop(top + line_height(name) + BETWEEN)
        write(painter, left, span(row.monday, row.sunday), small, muted)
        bar = QRect(left.right() + GAP, rect.top(), self._bar_width(rect.width()), rect.height())
        self._paint_load(painter, bar, row)
        middle = rect.center().y() - line_height(small) // 2
        load = QRect(bar.right() + GAP, middle, columns.load, line_height(small))
        write(painter, load, words.load(row), small, muted)
        note = QRect(rect.right() - columns.note, middle, columns.note, line_height(small))
        write(painter, note, words.note(row), small, muted, to_right=True)
        titles = QRect(rect)
        titles.setLeft(load.right() + GAP)
        titles.setRight(note.left() - (GAP if columns.note else 0))
        lines = lines_of(words.titles(row), body, titles.width(), MOST_LINES)
        titles.setTop(rect.center().y() - len(lines) * line_height(body) // 2)
        write_lines(painter, titles, lines, body, text)

    def _paint_narrow(self, painter: QPainter, rect: QRect, row: WeekRow) -> None:
        name, body, small = self._name_font(), self.look.font("body"), self.look.font("small")
        text, muted = self.look.colour("text"), self.look.colour("muted")
        place = QRect(rect)
        write(painter, place, words.week_name(row), name, text)
        beside = text_width(words.week_name(row), name) + GAP
        lower = (line_height(name) - line_height(small)) // 2
        write(
            painter, place.adjusted(beside, lower, 0, 0), span(row.monday, row.sunday), small, muted
        )
        fits = self._note_fits(row, rect.width())
        if not fits:
            place.setTop(place.top() + line_height(name))
            lower = 0
        write(painter, place.adjusted(0, lower, 0, 0), words.note(row), small, muted, to_right=fits)
        place.setTop(place.top() + line_height(name if fits else small) + BETWEEN)
        bar = QRect(
            place.left(), place.top(), rect.width() - self._columns.load - GAP, line_height(small)
        )
        bar.setWidth(min(bar.width(), 2 * LONGEST_BAR))
        self._paint_load(painter, bar, row)
        write(painter, place.adjusted(bar.width() + GAP, 0, 0, 0), words.load(row), small, muted)
        place.setTop(place.top() + line_height(small) + 2 * BETWEEN)
        lines = lines_of(words.titles(row), body, place.width())
        write_lines(painter, place, lines, body, text)

    def _paint_load(self, painter: QPainter, rect: QRect, row: WeekRow) -> None:
        whole = max(row.free, row.planned, 1)
        parts = [
            Part(self.look.subject(one.subject)[0], one.minutes / whole, one.subject)
            for one in row.loads
        ]
        top = rect.center().y() - BAR_HEIGHT / 2 + 1
        bar = QRectF(rect.left(), top, rect.width(), BAR_HEIGHT)
        paint_bar(painter, bar, parts, self.look.colour("review_soft"))

    def _is_wide(self, width: int) -> bool:
        return self._titles_width(width, SHORTEST_BAR) >= self._least_titles()

    def _bar_width(self, width: int) -> int:
        spare = self._titles_width(width, LONGEST_BAR) - 2 * self._least_titles()
        return max(min(LONGEST_BAR + spare, LONGEST_BAR), SHORTEST_BAR)

    def _titles_width(self, width: int, bar: int) -> int:
        columns = self._columns
        return width - columns.name - columns.load - columns.note - bar - 4 * GAP

    def _least_titles(self) -> int:
        return LEAST_TITLES * text_width("n", self.look.font("body"))

    def _note_fits(self, row: WeekRow, width: int) -> bool:
        small = self.look.font("small")
        used = text_width(words.week_name(row), self._name_font())
        used += text_width(span(row.monday, row.sunday), small) + 2 * GAP
        return used + text_width(words.note(row), small) <= width

    def _name_font(self) -> QFont:
        font = self.look.font("body")
        font.setWeight(QFont.Weight.Medium)
        return font

    def _measure(self) -> None:
        name, small = self._name_font(), self.look.font("small")
        rows = self._rows
        names = [text_width(words.week_name(row), name) for row in rows]
        dates = [text_width(span(row.monday, row.sunday), small) for row in rows]
        self._columns = Columns(
            name=max(names + dates, default=0),
            load=max((text_width(words.load(row), small) for row in rows), default=0),
            note=max((text_width(words.note(row), small) for row in rows), default=0),
        )
