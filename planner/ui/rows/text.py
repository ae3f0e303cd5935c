"""Words painted by hand: as many lines as a width needs, the last one cut where it must be."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from planner.ui.kit.painted.mirror import draw_text


def lines_of(text: str, font: QFont, width: int, most: int = 0) -> list[str]:
    """Return a text in lines that fit a width; `most` lines at most, the last one with an ellipsis.

    A word that is longer than a line goes on in the next one.
    """
    metrics = QFontMetrics(font)
    lines = [""]
    words = [piece for word in text.split() for piece in _pieces(word, metrics, width)]
    for place, word in enumerate(words):
        longer = f"{lines[-1]} {word}".lstrip()
        if metrics.horizontalAdvance(longer) <= width or not lines[-1]:
            lines[-1] = longer
        elif len(lines) == most:
            rest = f"{lines[-1]} {' '.join(words[place:])}"
            lines[-1] = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
            break
        else:
            lines.append(word)
    return lines


def line_height(font: QFont) -> int:
    """Return how high a line is."""
    return QFontMetrics(font).height()


def text_width(text: str, font: QFont) -> int:
    """Return how wide a line is, with room for what leans over."""
    return QFontMetrics(font).horizontalAdvance(text) + 2


def write(
    painter: QPainter,
    rect: QRect,
    text: str,
    font: QFont,
    colour: QColor,
    *,
    to_right: bool = False,
) -> None:
    """Write one line of plain text at the top of a rectangle, cut where it does not fit."""
    painter.setFont(font)
    painter.setPen(colour)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    side = Qt.AlignmentFlag.AlignRight if to_right else Qt.AlignmentFlag.AlignLeft
    flags = side | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextSingleLine
    draw_text(painter, rect, flags | Qt.TextFlag.TextDontClip, shown)


def write_lines(
    painter: QPainter, rect: QRect, lines: list[str], font: QFont, colour: QColor
) -> None:
    """Write lines one below the other from the top of a rectangle."""
    height = line_height(font)
    for place, line in enumerate(lines):
        top = rect.top() + place * height
        write(painter, QRect(rect.left(), top, rect.width(), height), line, font, colour)


def _pieces(word: str, metrics: QFontMetrics, width: int) -> list[str]:
    if metrics.horizontalAdvance(word) <= width:
        return [word]
    pieces = [""]
    for letter in word:
        if pieces[-1] and metrics.horizontalAdvance(pieces[-1] + letter) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces
