"""Finds any word of the guide."""

from dataclasses import replace

from planner.core.screens.finding import folded
from planner.core.screens.guide.values import GuideScreen, Line, Part


def matching(screen: GuideScreen, text: str) -> GuideScreen:
    """Return the parts that hold every word of a text, each with the rows that do.

    A part whose heading or prose holds all words comes with all of its rows; words may also stand
    partly in the heading, partly in a row.
    """
    words = folded(text).split()
    if not words:
        return screen
    found = []
    for part in screen.parts:
        head = _head(part)
        if all(word in head for word in words):
            found.append(part)
            continue
        lines = tuple(one for one in part.lines if _holds(head, one, words))
        if lines:
            found.append(replace(part, lines=lines))
    return replace(screen, parts=tuple(found))


def _holds(head: str, line: Line, words: list[str]) -> bool:
    """Say whether a row has all words, some of them perhaps in its heading."""
    own = folded(" ".join(said(line)))
    return all(word in own or word in head for word in words)


def said(line: Line) -> tuple[str, ...]:
    """Return all that a row says, in the order it is read."""
    cells = (part for cell in line.cells for part in (cell.label, cell.text, cell.note))
    return tuple(filter(None, (line.label, *cells, line.note)))


def _head(part: Part) -> str:
    columns = (column.title for column in part.columns)
    return folded(" ".join((part.title, part.chapter, part.text, part.note, part.corner, *columns)))
