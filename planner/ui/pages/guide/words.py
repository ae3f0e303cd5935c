"""What the Guide page says."""

from collections.abc import Iterable, Iterator
from functools import partial

from planner.core.language import translate
from planner.core.screens.guide.values import Cell, GuideScreen
from planner.core.values import Level
from planner.core.wording.guide import note_label, way_text
from planner.ui.pages.guide.rows import GuideRow

_tr = partial(translate, "GuidePage")


def subtitle(screen: GuideScreen, shown: GuideScreen, text: str) -> str:
    """Return what the page is about, or how many rows hold what is looked for."""
    if text.strip():
        if not shown.parts:
            return _tr("Nothing in the guide holds these words.")
        words = _tr("Found in {found} of {all} rows.")
        return words.format(found=shown.entries, all=screen.entries)
    return _tr("In its own words, with our notes. Enter opens what you can do about a row.")


def note(text: str) -> str:
    """Return a note of ours, marked as one."""
    return f"{note_label()}: {text}"


def yours() -> str:
    """Return the word on the candidate's own level."""
    return _tr("your level")


def level_name(level: Level, own: Level | None) -> str:
    """Return "L6", or "L6, your level"."""
    return f"{level.value}, {yours()}" if level is own else level.value


def shown(row: GuideRow) -> str:
    """Return a row in short."""
    if row.line is None:
        return row.part.title
    cells = (cell.label or cell.text for cell in row.line.cells)
    return " · ".join(filter(None, (row.line.label, *cells)))


def spoken(row: GuideRow) -> str:
    """Return a row as sentences for a screen reader."""
    if row.line is None:
        part = row.part
        head = (part.chapter, part.title, part.text, note(part.note) if part.note else "")
        return _sentences(head)
    line = row.line
    cells = (part for cell in line.cells for part in _spoken_cell(cell, row.own))
    said = (line.label, *cells, note(line.note) if line.note else "")
    return _sentences(said)


def _sentences(parts: Iterable[str]) -> str:
    """Join parts, some of which end with a full stop of their own."""
    return ". ".join(part.removesuffix(".") for part in parts if part)


def _spoken_cell(cell: Cell, own: Level | None) -> Iterator[str]:
    said = ": ".join(filter(None, (cell.label, cell.text)))
    if said:
        yield f"{level_name(cell.level, own)}: {said}" if cell.level else said
    if cell.note:
        yield note(cell.note)
    for way in cell.ways:
        yield way_text(way, cell)
