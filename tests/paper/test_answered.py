"""An answered dialog leaves nothing behind."""

import gc
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from planner.core.refusal import Refused
from planner.core.values import Level
from planner.paper import dialogs
from planner.paper.painting import page_layout
from planner.paper.sizes import Paper
from planner.paper.wish import Kind, Wish, document_of
from tests.paper.candidates import EMPTY, START, candidate
from tests.paper.opened import the
from tests.paper.wished import wished

OPENINGS: dict[str, Callable[..., QDialog]] = {
    "print": dialogs.print_document,
    "save": dialogs.save_document,
}


@pytest.mark.usefixtures("printer")
@pytest.mark.parametrize("name", OPENINGS)
def test_an_answered_dialog_is_gone(name: str, window: QWidget, qapp: QApplication) -> None:
    document = document_of(candidate(Level.L6), START, Wish(kind=Kind.WEEK))

    def open_and_close() -> None:
        OPENINGS[name](document, window, page_layout(Paper.A4), print)
        the(window, QDialog).reject()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()

    open_and_close()
    before = len(qapp.allWidgets())
    for _ in range(5):
        open_and_close()
    assert len(qapp.allWidgets()) == before
    assert window.findChildren(QDialog) == []


@pytest.mark.parametrize("weeks_a_page", [0, 2])
@pytest.mark.parametrize("kind", Kind)
def test_without_a_plan_there_is_nothing_to_print(kind: Kind, weeks_a_page: int) -> None:
    with pytest.raises(Refused):
        document_of(EMPTY, START, wished(kind, weeks_a_page))
