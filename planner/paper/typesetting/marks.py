"""The three things a page is drawn with: words, rules and boxes; black on white, no fills."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum, auto

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from planner.paper.typesetting.lines import Line

_BLACK = QColor(0, 0, 0)
_MUTED = QColor(64, 64, 64)
_FAINT = QColor(150, 150, 150)


class Sign(Enum):
    """What stands in a box."""

    NONE = auto()
    TICK = auto()
    CROSS = auto()


class Weight(Enum):
    """How a rule is drawn, by its width in points."""

    HEAVY = 1.5
    FIRM = 0.8
    FAINT = 0.5
    DOTTED = 0.9


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text from `x` on, standing on `y`."""

    line: Line
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal line from `x` to `end`."""

    x: float
    end: float
    y: float
    weight: Weight


@dataclass(frozen=True, slots=True)
class Box:
    """A square to tick by hand, by its upper left corner."""

    x: float
    y: float
    size: float
    sign: Sign


Mark = Words | Rule | Box


def mirrored(marks: Iterable[Mark], width: float) -> tuple[Mark, ...]:
    """Return marks at the other side of a sheet, for a language that begins at the right."""
    return tuple(_mirrored(mark, width) for mark in marks)


def moved(marks: Iterable[Mark], right: float) -> tuple[Mark, ...]:
    """Return marks so many points further to the right."""
    return tuple(_moved(mark, right) for mark in marks)


def _moved(mark: Mark, right: float) -> Mark:
    if isinstance(mark, Rule):
        return replace(mark, x=mark.x + right, end=mark.end + right)
    return replace(mark, x=mark.x + right)


def _mirrored(mark: Mark, width: float) -> Mark:
    match mark:
        case Words():
            return replace(mark, x=width - mark.x - mark.line.width)
        case Rule():
            return replace(mark, x=width - mark.end, end=width - mark.x)
        case Box():
            return replace(mark, x=width - mark.x - mark.size)


def draw(painter: QPainter, marks: Iterable[Mark], top: float) -> None:
    """Draw marks `top` points further down, on a painter whose unit is the point."""
    painter.save()
    painter.translate(0, top)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for mark in marks:
        match mark:
            case Words():
                painter.setPen(_MUTED if mark.line.face.muted else _BLACK)
                mark.line.draw(painter, mark.x, mark.y)
            case Rule():
                painter.setPen(_pen(mark.weight))
                painter.drawLine(QLineF(mark.x, mark.y, mark.end, mark.y))
            case Box():
                _draw_box(painter, mark)
    painter.restore()


def _pen(weight: Weight) -> QPen:
    pen = QPen(_FAINT if weight is Weight.FAINT else _BLACK, weight.value)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if weight is Weight.DOTTED:
        pen.setDashPattern([1, 1.6])
    return pen


def _draw_box(painter: QPainter, box: Box) -> None:
    pen = QPen(_BLACK, 0.9)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.drawRect(QRectF(box.x, box.y, box.size, box.size))
    if box.sign is Sign.NONE:
        return
    pen = QPen(_BLACK, 1.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    for stroke in _STROKES[box.sign]:
        painter.drawPolyline(
            [QPointF(box.x + right * box.size, box.y + down * box.size) for right, down in stroke]
        )


_STROKES = {
    Sign.TICK: (((0.2, 0.54), (0.42, 0.76), (0.82, 0.26)),),
    Sign.CROSS: (((0.24, 0.24), (0.76, 0.76)), ((0.76, 0.24), (0.24, 0.76))),
}
