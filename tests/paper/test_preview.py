"""The preview shows what is printed, and an answered dialog leaves nothing behind."""

import gc
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtPrintSupport import (
    QPrintPreviewDialog,
    QPrintPreviewWidget,
)
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from planner.core.refusal import Refused
from planner.core.values import Level
from planner.paper import dialogs
from planner.paper.sizes import Paper
from planner.paper.week import week_document
from planner.paper.whole import plan_document
from tests.paper.candidates import EMPTY, START, candidate
from tests.paper.opened import the
from tests.paper.reading import texts

L6 = candidate(Level.L6)


def test_the_preview_shows_every_page(window: QWidget, told: list[str]) -> None:
    dialogs.preview_document(plan_document(L6, START), window, Paper.A4, told.append)
    preview = the(window, QPrintPreviewDialog).findChild(QPrintPreviewWidget)
    assert isinstance(preview, QPrintPreviewWidget)
    assert preview.pageCount() > 2
    upright = preview.pageCount()
    preview.setLandscapeOrientation()
    assert preview.pageCount() > upright
    assert told == []


def test_the_preview_prints_into_a_file_whole(
    window: QWidget, told: list[str], tmp_path: Path
) -> None:
    dialogs.preview_document(week_document(L6, 2, START), window, Paper.A4, told.append)
    dialog = the(window, QPrintPreviewDialog)
    preview = dialog.findChild(QPrintPreviewWidget)
    assert isinstance(preview, QPrintPreviewWidget)
    dialog.printer().setOutputFileName(str(tmp_path / "week.pdf"))
    preview.print_()
    assert "Week 2 of 10" in texts((tmp_path / "week.pdf").read_bytes())[0]
    assert told == [f"Saved as {tmp_path / 'week.pdf'}."]


OPENINGS: dict[str, Callable[..., None]] = {
    "print": dialogs.print_document,
    "preview": dialogs.preview_document,
    "save": dialogs.save_document,
}


@pytest.mark.usefixtures("printer")
@pytest.mark.parametrize("name", OPENINGS)
def test_an_answered_dialog_is_gone(name: str, window: QWidget, qapp: QApplication) -> None:
    def open_and_close() -> None:
        OPENINGS[name](week_document(L6, 1, START), window, None, print)
        the(window, QDialog).reject()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()

    open_and_close()
    before = len(qapp.allWidgets())
    for _ in range(5):
        open_and_close()
    assert len(qapp.allWidgets()) == before
    assert window.findChildren(QDialog) == []


def test_without_a_plan_there_is_nothing_to_print() -> None:
    with pytest.raises(Refused):
        week_document(EMPTY, 1, START)
    with pytest.raises(Refused):
        plan_document(EMPTY, START)
