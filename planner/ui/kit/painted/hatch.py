"""Patterns that tell kinds of work apart where their colours do not."""

from PySide6.QtCore import QLineF, QRectF

from planner.core.values import Subject

STEP = 6.0


def hatching(kind: Subject, box: QRectF) -> list[QLineF]:
    """Return the lines over a piece of a bar; a kind's pattern is the same wherever it stands."""
    high = box.height()
    match kind:
        case Subject.TECHNICAL:
            return _upright(box, high)
        case Subject.REVIEW:
            return _upright(box, -high)
        case Subject.LEADERSHIP:
            return _upright(box, 0)
        case Subject.MOCK:
            middle = box.center().y()
            return [QLineF(box.left(), middle, box.right(), middle)]
        case Subject.ORIENTATION:
            return [*_upright(box, high), *_upright(box, -high)]
        case Subject.READING:
            return []


def _upright(box: QRectF, slant: float) -> list[QLineF]:
    """Return parallel lines from bottom to top that lean by so much."""
    count = int((box.width() + abs(slant)) / STEP) + 1
    starts = (box.left() - max(slant, 0) + STEP * place for place in range(count))
    return [QLineF(x, box.bottom(), x + slant, box.top()) for x in starts]
