"""Breaks text into lines that fit a width, and draws them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QTextLayout, QTextOption

from planner.core.exchange.words import line
from planner.paper.typesetting.faces import FINE, Face, font

_UNBROKEN = 100_000.0


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text as it was set; figures are points.

    `ascent` is the height of its letters above the baseline, `rise` the distance from the top of
    its strip to the baseline, `height` the whole strip.
    """

    layout: QTextLayout
    number: int
    face: Face
    ascent: float
    rise: float
    height: float
    width: float

    def draw(self, painter: QPainter, x: float, baseline: float) -> None:
        """Draw the line on a painter whose unit is the point."""
        painter.save()
        painter.translate(x, baseline - self.ascent)
        painter.scale(1 / FINE, 1 / FINE)
        self.layout.lineAt(self.number).draw(painter, QPointF(0, 0))
        painter.restore()


def set_lines(
    text: str, face: Face, width: float = _UNBROKEN, indent: float = 0.0
) -> tuple[Line, ...]:
    """Return a text as lines of at most a width; no text gives no lines.

    The first line has less room by an indent.

    The text is taken as it is, never as markup, and a word longer than a line is broken.
    """
    kept = _Kept.lines
    if kept is None:
        return _set(text, face, width, indent)
    wanted = (text, face, width, indent)
    if wanted not in kept:
        kept[wanted] = _set(*wanted)
    return kept[wanted]


@contextmanager
def lines_kept() -> Iterator[None]:
    """Set each line only once meanwhile; a document tried in several dresses repeats most of them.

    None is kept for longer, since the letters of lines go with the application.
    """
    _Kept.lines = {}
    try:
        yield
    finally:
        _Kept.lines = None


class _Kept:
    """The lines that were set since they are kept."""

    lines: dict[tuple[str, Face, float, float], tuple[Line, ...]] | None = None


def _set(text: str, face: Face, width: float, indent: float) -> tuple[Line, ...]:
    clean = line(text)
    if not clean:
        return ()
    layout = QTextLayout(clean, font(face))
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    while (row := layout.createLine()).isValid():
        row.setLineWidth(max(width - indent, face.points) * FINE)
        indent = 0.0
        row.setPosition(QPointF(0, 0))
    layout.endLayout()
    return tuple(_line(layout, number, face) for number in range(layout.lineCount()))


def shortened(text: str, face: Face, width: float) -> str:
    """Return a text that may be cut, so that it fits a line; for what stands whole elsewhere."""
    clean = line(text)
    first, *more = set_lines(clean, face, width) or (None,)
    if first is None or not more:
        return clean
    units = max(first.layout.lineAt(0).textLength() - 2, 1)  # Qt counts those of UTF-16
    kept = clean.encode("utf-16-le", "replace")[: 2 * units].decode("utf-16-le", "ignore")
    return f"{kept.rstrip()}…"


def set_line(text: str, face: Face) -> Line | None:
    """Return a text as one line however long it is, or None where there is no text."""
    return next(iter(set_lines(text, face)), None)


def width_of(text: str, face: Face) -> float:
    """Return how wide a text is on one line, in points."""
    return max((one.width for one in set_lines(text, face)), default=0.0)


def _line(layout: QTextLayout, number: int, face: Face) -> Line:
    row = layout.lineAt(number)
    ascent, natural = row.ascent() / FINE, row.height() / FINE
    height = max(natural, face.leading)
    return Line(
        layout=layout,
        number=number,
        face=face,
        ascent=ascent,
        rise=ascent + (height - natural) / 2,
        height=height,
        width=row.naturalTextWidth() / FINE,
    )
