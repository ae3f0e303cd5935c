"""Paints a document on anything that has pages, and a page on any painter."""

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageRanges, QPageSize, QPainter

from planner.core.language import translate
from planner.paper.contents.document import Document
from planner.paper.sizes import Paper
from planner.paper.typesetting.layout import FinishedPage, Sheet, lay_out
from planner.paper.typesetting.marks import draw

MARGIN = 45.0
"""Points around everything, more than any printer cannot reach."""

_SMALL_MARGIN = 30.0
_MARGIN_SHARE = 0.0765
"""Of the shorter side of small paper, which has no room to spare; on A4 it comes to the whole."""
_SIZES = {
    Paper.A4: QPageSize.PageSizeId.A4,
    Paper.LETTER: QPageSize.PageSizeId.Letter,
    Paper.A5: QPageSize.PageSizeId.A5,
    Paper.A3: QPageSize.PageSizeId.A3,
    Paper.LEGAL: QPageSize.PageSizeId.Legal,
}
_POINTS_AN_INCH = 72.0


class PaintError(Exception):
    """A device did not take the pages."""


def page_layout(paper: Paper, *, landscape: bool = False) -> QPageLayout:
    """Return a paper with our margins, upright or on its side."""
    way, size = QPageLayout.Orientation, QPageSize(_SIZES[paper])
    margin = min(MARGIN, max(_SMALL_MARGIN, _MARGIN_SHARE * size.sizePoints().width()))
    return QPageLayout(
        size,
        way.Landscape if landscape else way.Portrait,
        QMarginsF(margin, margin, margin, margin),
        QPageLayout.Unit.Point,
    )


def sheet_of(layout: QPageLayout) -> Sheet:
    """Return the room that a page layout leaves within its margins."""
    room = layout.paintRect(QPageLayout.Unit.Point)
    return Sheet(room.width(), room.height())


def paint(document: Document, device: QPagedPaintDevice) -> tuple[FinishedPage, ...]:
    """Paint a document on a device with its own paper, margins and choice of pages; return these.

    Raises:
        PaintError: when the device does not start or refuses a page, or none was chosen.
    """
    pages = lay_out(document, sheet_of(device.pageLayout()))
    chosen = _chosen(pages, device.pageRanges())
    if not chosen:
        raise PaintError(translate("Paper", "no page was chosen"))
    painter = QPainter()
    if not painter.begin(device):
        raise PaintError(translate("Paper", "the device does not start"))
    try:
        point = document.scale / _POINTS_AN_INCH
        painter.scale(device.logicalDpiX() * point, device.logicalDpiY() * point)
        for index, page in enumerate(chosen):
            if index and not device.newPage():
                raise PaintError(translate("Paper", "the device takes no further page"))
            paint_page(page, painter)
    finally:
        painter.end()
    return chosen


def paint_page(page: FinishedPage, painter: QPainter) -> None:
    """Paint one page on a painter whose unit is the point."""
    for strip in page:
        draw(painter, strip.marks, strip.top)


def _chosen(pages: tuple[FinishedPage, ...], ranges: QPageRanges) -> tuple[FinishedPage, ...]:
    if ranges.isEmpty():
        return pages
    return tuple(page for number, page in enumerate(pages, 1) if ranges.contains(number))
