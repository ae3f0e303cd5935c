"""Makes PDF files: rendered into memory, then written whole, with or without a display."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageRanges, QPdfWriter

from planner.core.language import spoken
from planner.core.state import State
from planner.paper.bookmarks import Bookmark, with_bookmarks
from planner.paper.contents.document import Document
from planner.paper.contents.week import week_document
from planner.paper.contents.whole import plan_document
from planner.paper.default import wished_layout
from planner.paper.painting import PaintError, page_layout, paint
from planner.paper.sizes import Paper
from planner.paper.wish import Wish, document_of
from planner.storage.files import write_whole


def ensure_application() -> QGuiApplication:
    """Return the running application, or one without a display where there is none.

    Raises:
        PaintError: when an application without fonts runs already.
    """
    running = QCoreApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    if running is not None:
        raise PaintError("an application without fonts runs already")
    return QGuiApplication(["loopready", "-platform", "offscreen"])


def week_pdf(state: State, number: int, today: date, paper: Paper) -> bytes:
    """Return a week as a PDF.

    Raises:
        Refused: while there is no plan.
        PaintError: when it could not be painted.
    """
    return render(week_document(state, number, today), page_layout(paper))


def plan_pdf(state: State, today: date, paper: Paper) -> bytes:
    """Return the whole plan as a PDF.

    Raises:
        Refused: while there is no plan.
        PaintError: when it could not be painted.
    """
    return render(plan_document(state, today), page_layout(paper))


def wished_pdf(state: State, today: date, wish: Wish) -> bytes:
    """Return what is wished as a PDF, on the paper that is wished.

    Raises:
        Refused: while there is no plan, or no level, where that is needed.
        PaintError: when it could not be painted.
    """
    return render(document_of(state, today, wish), wished_layout(wish))


def render(document: Document, layout: QPageLayout, ranges: QPageRanges | None = None) -> bytes:
    """Return a document as a PDF with a page layout, or only a choice of its pages.

    It has a bookmark for each heading.

    Raises:
        PaintError: when it could not be painted.
    """
    ensure_application()
    memory = QBuffer()
    memory.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(memory)
    writer.setTitle(document.cover.title)
    writer.setCreator(document.cover.creator)
    writer.setPageLayout(layout)
    if ranges is not None:
        writer.setPageRanges(ranges)
    pages = paint(document, writer)
    full, inner = (rect(QPageLayout.Unit.Point) for rect in (layout.fullRect, layout.paintRect))
    bookmarks = (
        Bookmark(strip.title, page, full.height() - inner.top() - strip.top * document.scale)
        for page, strips in enumerate(pages)
        for strip in strips
        if strip.title
    )
    return with_bookmarks(bytes(memory.data().data()), spoken().code, tuple(bookmarks))


def save_pdf(path: Path, data: bytes) -> None:
    """Write a PDF as a whole, or leave what was there.

    Raises:
        NotSaved: when it could not be written.
    """
    write_whole(path, data)
