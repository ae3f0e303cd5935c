"""The guide as text for a terminal: L6 beside L7, or the rows that hold a word."""

from collections.abc import Iterator
from itertools import zip_longest

from planner.core.exchange.text.layout import WIDTH, page, paragraph, wrapped
from planner.core.exchange.words import count, line
from planner.core.screens.guide.finding import matching
from planner.core.screens.guide.values import Cell, Column, GuideScreen, Line, Part
from planner.core.values import Level
from planner.core.wording.guide import note_label, way_text

INDENT, GAP = 2, 3
NARROW = (WIDTH - INDENT - GAP) // 2


def guide_text(screen: GuideScreen, words: str = "") -> str:
    """Return the guide, or what of it holds every one of the words."""
    shown = matching(screen, words)
    head = [screen.title]
    if words.split():
        verb = "holds" if shown.entries == 1 else "hold"
        rows = count(screen.entries, "row")
        head.append(f"{shown.entries} of {rows} {verb} “{line(words)}”.")
    return page(
        [part for text in head for part in paragraph(text)],
        *([*_part(part, screen.level)] for part in shown.parts),
    )


def _part(part: Part, level: Level | None) -> Iterator[str]:
    title = f"{part.chapter} · {part.title}" if part.chapter else part.title
    yield from paragraph(title)
    yield "=" * min(len(title), WIDTH)
    yield from paragraph(part.text, indent=INDENT)
    yield from _note(part.note)
    if part.columns:
        yield from _beside(*([_column(one, level)] for one in part.columns))
        yield from _beside(*(["-" * min(len(_column(one, level)), NARROW)] for one in part.columns))
    for row in part.lines:
        yield from _line(row, level)


def _column(one: Column, level: Level | None) -> str:
    return f"{one.title} (yours)" if level and one.level is level else one.title


def _line(row: Line, level: Level | None) -> Iterator[str]:
    if len(row.cells) == 1:
        (cell,) = row.cells
        own = " (yours)" if level and cell.level is level and row.label else ""
        label = f"{row.label}{own}: " if row.label else ""
        first, *rest = _cell(cell)
        yield from paragraph(f"{label}{first}", indent=INDENT)
        for text in rest:
            yield from paragraph(text, indent=2 * INDENT)
    else:
        if row.label:
            yield from paragraph(row.label, indent=INDENT)
        yield from _beside(*(list(_cell(cell)) for cell in row.cells))
    yield from _note(row.note)


def _cell(cell: Cell) -> Iterator[str]:
    said = f"[{cell.label}]" if cell.is_head else _named(cell)
    if said:
        yield said
    if cell.note:
        yield f"  {note_label()}: {cell.note}"
    for way in cell.ways:
        yield f"  → {way_text(way, cell)}"


def _named(cell: Cell) -> str:
    """Return label and text as the guide joins them; minutes follow a round without a colon."""
    between = " " if cell.text.startswith("(") else ": "
    return between.join(filter(None, (cell.label, cell.text)))


def _note(text: str) -> Iterator[str]:
    if text:
        yield from paragraph(f"{note_label()}: {text}", indent=2 * INDENT)


def _beside(*columns: list[str]) -> Iterator[str]:
    wide = [[part for text in column for part in _inside(text)] for column in columns]
    for parts in zip_longest(*wide, fillvalue=""):
        joined = (" " * GAP).join(part.ljust(NARROW) for part in parts)
        yield f"{' ' * INDENT}{joined}".rstrip()


def _inside(text: str) -> list[str]:
    """Return a text in lines of a column; what is set in stays so."""
    indent = len(text) - len(text.lstrip())
    return [" " * indent + part for part in wrapped(text, NARROW - indent)]
