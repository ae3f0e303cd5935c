"""What the painter leaves on a sheet, seen as a picture, and how it takes other papers."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QImage,
    QPageLayout,
    QPageRanges,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
)

from planner.core import commands as c
from planner.core.apply import apply
from planner.core.values import Level
from planner.paper.contents.document import Document
from planner.paper.contents.week import week_document
from planner.paper.contents.whole import plan_document
from planner.paper.painting import PaintError, page_layout, paint, paint_page, sheet_of
from planner.paper.pdf import render
from planner.paper.sizes import Paper
from planner.paper.typesetting.layout import Sheet, lay_out
from planner.paper.typesetting.marks import Box, Sign, draw
from tests.paper.candidates import START, candidate, session, with_sessions
from tests.paper.reading import codes, pages, texts

L6 = candidate(Level.L6)


def picture(document: Document, sheet: Sheet) -> QImage:
    """The first page, two dots a point."""
    image = QImage(round(2 * sheet.width), round(2 * sheet.height), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(2, 2)
    paint_page(lay_out(document, sheet)[0], painter)
    painter.end()
    return image


def greys(image: QImage) -> list[int]:
    dots = bytes(image.constBits())
    blue, green, red = dots[0::4], dots[1::4], dots[2::4]
    assert blue == green == red
    return list(red)


@contextmanager
def dark_theme() -> Iterator[None]:
    old = QGuiApplication.palette()
    dark = QPalette(QColor("#202429"), QColor("#16181B"))
    dark.setColor(QPalette.ColorRole.WindowText, QColor("#E9E7E2"))
    QGuiApplication.setPalette(dark)
    try:
        yield
    finally:
        QGuiApplication.setPalette(old)


def test_paper_is_black_on_white_without_fills() -> None:
    found = greys(picture(week_document(L6, 4, START), Sheet(505, 752)))
    white = sum(one > 240 for one in found)
    assert white > 0.9 * len(found)
    assert min(found) == 0


def test_the_theme_of_the_window_does_not_reach_the_paper() -> None:
    document = week_document(L6, 4, START)
    light = picture(document, Sheet(505, 752))
    with dark_theme():
        assert picture(document, Sheet(505, 752)) == light


@pytest.mark.parametrize("first", Sign)
@pytest.mark.parametrize("second", Sign)
def test_boxes_differ_by_what_stands_in_them(first: Sign, second: Sign) -> None:
    def box(sign: Sign) -> QImage:
        image = QImage(40, 40, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        draw(painter, [Box(4, 4, 32, sign)], 0)
        painter.end()
        return image

    assert (box(first) == box(second)) is (first is second)


def test_a_tick_is_seen_on_the_page() -> None:
    done = apply(L6, c.Tick(target="W4-01", on=START))
    sheet = Sheet(505, 752)
    assert picture(week_document(done, 4, START), sheet) != picture(
        week_document(L6, 4, START), sheet
    )


def test_layout_and_printer_agree_on_the_room() -> None:
    sheet = sheet_of(page_layout(Paper.A4))
    assert QRectF(0, 0, sheet.width, sheet.height) == QRectF(0, 0, 595 - 90, 842 - 90)


@pytest.mark.parametrize("size", [QPageSize.PageSizeId.A3, QPageSize.PageSizeId.A6])
@pytest.mark.parametrize("orientation", QPageLayout.Orientation)
def test_any_paper_holds_every_session(
    size: QPageSize.PageSizeId, orientation: QPageLayout.Orientation
) -> None:
    """The print dialog lets the user choose any paper, any margins and landscape."""
    layout = QPageLayout(
        QPageSize(size), orientation, QMarginsF(20, 30, 20, 30), QPageLayout.Unit.Point
    )
    assert L6.plan is not None
    data = render(plan_document(L6, START), layout)
    assert codes(data) == [one.code for one in L6.plan.sessions]
    for page in pages(data):
        assert all(word.left >= 19 and word.right <= page.width - 19 for word in page.words)
        assert all(word.top >= 29 and word.bottom <= page.height - 29 for word in page.words)


def test_the_smallest_sheet_still_comes_to_an_end() -> None:
    state = with_sessions(session("W1-01", "own.0", 1), titles=("Long title " * 18,))
    assert 5 < len(lay_out(week_document(state, 1, START), Sheet(40, 40))) < 500


@pytest.mark.parametrize("dots", [72, 300])
def test_every_device_breaks_the_same_lines(dots: int) -> None:
    """A printer of so many dots an inch shows what the PDF of 1200 dots shows."""
    document = plan_document(L6, START)
    expected = pages(render(document, page_layout(Paper.A4)))
    memory = QBuffer()
    memory.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(memory)
    writer.setResolution(dots)
    writer.setPageLayout(page_layout(Paper.A4))
    paint(document, writer)
    found = pages(bytes(memory.data().data()))
    assert len(found) == len(expected)
    for page, same in zip(found, expected, strict=True):
        assert [word.text for word in page.words] == [word.text for word in same.words]
        for word, there in zip(page.words, same.words, strict=True):
            assert word.left == pytest.approx(there.left, abs=0.5)
            assert word.top == pytest.approx(there.top, abs=0.5)


def test_a_choice_of_pages_is_kept_with_its_numbers() -> None:
    document = plan_document(L6, START)
    data = render(document, page_layout(Paper.A4), QPageRanges.fromString("2,4"))
    first, second = texts(data)
    assert "page 2 of" in first
    assert "page 4 of" in second


def test_a_choice_that_holds_no_page_prints_nothing() -> None:
    with pytest.raises(PaintError):
        render(week_document(L6, 1, START), page_layout(Paper.A4), QPageRanges.fromString("7-9"))


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_device_that_does_not_start_is_told() -> None:
    memory = QBuffer()
    memory.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(memory)
    painter = QPainter(writer)  # a device takes one painter at a time
    with pytest.raises(PaintError):
        paint(week_document(L6, 1, START), writer)
    painter.end()
