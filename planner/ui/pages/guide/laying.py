"""Where the words of a row stand: side by side where there is room, else one below the other."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QRect

from planner.core.language import spoken
from planner.core.screens.guide.values import Cell, Column, Line, Way
from planner.core.values import Level
from planner.core.wording.guide import way_text
from planner.ui.look import Look
from planner.ui.look import Role as Font
from planner.ui.pages.guide import words
from planner.ui.pages.guide.rows import GuideRow
from planner.ui.rows.text import line_height, lines_of, text_width

BESIDE_FROM, LABELS_FROM = 32, 46
"""Widths in lines of text: from which two cells stand side by side, and labels before them."""
LABEL_SHARE = 5
BETWEEN, GAP = 3, 24
ARROWS = {False: "→ ", True: "← "}
"""Before what can be followed, by whether the language runs from the right."""


@dataclass(frozen=True, slots=True)
class Block:
    """Some lines in one font and colour. A `way` can be followed; a `tag` is painted as a pill."""

    rect: QRect
    lines: tuple[str, ...]
    font: Font
    meaning: str
    way: Way | None = None
    tag: bool = False


@dataclass(slots=True)
class Laid:
    """The blocks of a row, from the corner of its inner rectangle, and how high it is."""

    blocks: list[Block] = field(default_factory=list)
    height: int = 0


def lay(row: GuideRow, width: int, look: Look) -> Laid:
    """Lay a row out to a width."""
    layer = _Layer(look, width)
    if row.line is None:
        layer.head(row)
    else:
        layer.line(row, row.line)
    return layer.laid


class _Layer:
    """Puts blocks below each other, in columns of their own where cells stand side by side."""

    def __init__(self, look: Look, width: int) -> None:
        self.laid = Laid()
        self._look, self._width = look, width
        self._line = line_height(look.font("body"))
        self._beside = width >= BESIDE_FROM * self._line
        self._labels_before = width >= LABELS_FROM * self._line

    def head(self, row: GuideRow) -> None:
        part = row.part
        top = self._line // 2
        top = self._put(part.chapter, top, "small", "muted")
        top = self._put(part.title, top, "heading", "text")
        top = self._put(part.text, top, "body", "text")
        top = self._put(words.note(part.note) if part.note else "", top, "small", "muted")
        if part.columns:
            top += BETWEEN
        if part.columns and self._beside:
            if row.has_labels and self._labels_before:
                self._put(part.corner, top, "section", "muted", wide=self._label_width())
            places = self._places(row, len(part.columns))
            ends = [
                self._column(column, row.own, top, *place)
                for column, place in zip(part.columns, places, strict=True)
            ]
            top = max(ends)
        self.laid.height = top

    def line(self, row: GuideRow, line: Line) -> None:
        top = 0
        beside = self._beside and len(line.cells) > 1
        before = beside and row.has_labels and self._labels_before
        is_ladder = bool(line.label) and len(line.cells) == 1
        if before or is_ladder:
            wide = self._label_width() if before else 3 * self._line
            end = self._put(line.label, 0, "section", "text", wide=wide)
        else:
            end = top = self._put(line.label, 0, "section", "text")
        if beside:
            for cell, (left, wide) in zip(
                line.cells, self._places(row, len(line.cells)), strict=True
            ):
                end = max(end, self._cell(cell, row.own, top, left, wide, stacked=False))
        else:
            left = 3 * self._line if is_ladder else 0
            for cell in line.cells:
                stacked = len(line.cells) > 1
                top = self._cell(cell, row.own, top, left, self._width - left, stacked=stacked)
                if is_ladder and row.own is not None and cell.level is row.own:
                    top = self._tag(top, left)
            end = max(end, top)
        self.laid.height = self._put(
            words.note(line.note) if line.note else "", end, "small", "muted"
        )

    def _cell(
        self, cell: Cell, own: Level | None, top: int, left: int, wide: int, *, stacked: bool
    ) -> int:
        other = own is not None and cell.level is not None and cell.level is not own
        meaning = "muted" if other else "text"
        if stacked and cell.level is not None and (cell.label or cell.text or cell.note):
            top = self._put(words.level_name(cell.level, own), top, "small", "muted", left=left)
        if cell.is_head:
            return self._put(cell.label, top, "section", "muted", left=left, wide=wide)
        top = self._put(cell.label, top, "section", meaning, left=left, wide=wide)
        top = self._put(cell.text, top, "body", meaning, left=left, wide=wide)
        noted = words.note(cell.note) if cell.note else ""
        top = self._put(noted, top, "small", "muted", left=left, wide=wide)
        for way in cell.ways:
            said = f"{ARROWS[spoken().right_to_left]}{way_text(way, cell)}"
            top = self._put(said, top, "small", "accent", left=left, wide=wide, way=way)
        return top

    def _column(self, column: Column, own: Level | None, top: int, left: int, wide: int) -> int:
        end = self._put(column.title, top, "section", "muted", left=left, wide=wide)
        return end if own is None or column.level is not own else self._tag(end, left)

    def _tag(self, top: int, left: int) -> int:
        """Put the mark of the candidate's level, and return where it ends."""
        tag = words.yours()
        height = line_height(self._look.font("tag")) + 4
        rect = QRect(left, top, text_width(tag, self._look.font("tag")) + 16, height)
        self.laid.blocks.append(Block(rect, (tag,), "tag", "accent", tag=True))
        return top + height + BETWEEN

    def _places(self, row: GuideRow, count: int) -> Iterator[tuple[int, int]]:
        """Yield where each of some cells begins, and how wide it is."""
        begin = self._label_width() + GAP if row.has_labels and self._labels_before else 0
        wide = (self._width - begin - GAP * (count - 1)) // count
        for place in range(count):
            yield begin + place * (wide + GAP), wide

    def _label_width(self) -> int:
        return self._width // LABEL_SHARE

    def _put(
        self,
        text: str,
        top: int,
        font: Font,
        meaning: str,
        *,
        left: int = 0,
        wide: int | None = None,
        way: Way | None = None,
    ) -> int:
        """Put a text below what is there, and return where it ends; nothing takes no room."""
        if not text:
            return top
        room = self._width - left if wide is None else wide
        face = self._look.font(font)
        lines = tuple(lines_of(text, face, room))
        height = len(lines) * line_height(face)
        self.laid.blocks.append(Block(QRect(left, top, room, height), lines, font, meaning, way))
        return top + height + BETWEEN
