"""Printing asks without waiting, and leaves nothing behind."""

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from planner.core.values import Level
from planner.paper import dialogs
from planner.paper.contents.week import week_document
from planner.paper.contents.whole import plan_document
from planner.paper.painting import page_layout
from planner.paper.sizes import Paper
from tests.paper.candidates import START, candidate
from tests.paper.opened import the
from tests.paper.reading import facts, texts
from tests.support.faults import full_disk

L6 = candidate(Level.L6)
WEEK, PLAN = week_document(L6, 3, START), plan_document(L6, START)
A4, LETTER = page_layout(Paper.A4), page_layout(Paper.LETTER)
NO_PRINTER = "No printer is installed; the pages can be saved as a PDF instead."


def answer_print(window: QWidget, file: Path) -> None:
    """Press Print for the printer that Qt itself has, which writes a PDF."""
    dialog = the(window, QPrintDialog)
    dialog.printer().setOutputFileName(str(file))
    dialog.done(QDialog.DialogCode.Accepted)


def test_a_week_is_saved_where_the_user_says(
    window: QWidget, told: list[str], tmp_path: Path
) -> None:
    dialogs.save_document(WEEK, window, LETTER, told.append)
    dialog = the(window, QFileDialog)
    assert dialog.windowTitle() == "Save as PDF"
    assert Path(dialog.selectedFiles()[0]).name == "loopready-l6-week-3.pdf"
    dialog.fileSelected.emit(str(tmp_path / "week.pdf"))
    data = (tmp_path / "week.pdf").read_bytes()
    assert "Week 3 of 10" in texts(data)[0]
    assert "letter" in facts(data)["Page size"]
    assert told == [f"Saved as {tmp_path / 'week.pdf'}."]


def test_a_plan_is_saved_where_the_user_says(
    window: QWidget, told: list[str], tmp_path: Path
) -> None:
    dialogs.save_document(PLAN, window, A4, told.append)
    dialog = the(window, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "plan.pdf"))
    assert facts((tmp_path / "plan.pdf").read_bytes())["Title"] == "L6 study plan: 10 weeks"


def test_a_full_disk_is_told_and_keeps_the_old_file(
    window: QWidget, told: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "week.pdf"
    file.write_bytes(b"old")
    dialogs.save_document(WEEK, window, A4, told.append)
    dialog = the(window, QFileDialog)
    with full_disk(1000):
        dialog.fileSelected.emit(str(file))
    assert told == [f"The PDF was not saved. The disk is full: {file}."]
    assert file.read_bytes() == b"old"


def test_without_a_printer_a_pdf_is_offered(window: QWidget, told: list[str]) -> None:
    dialogs.print_document(WEEK, window, A4, told.append)
    assert told == [NO_PRINTER]
    assert the(window, QFileDialog).windowTitle() == "No printer is installed – Save as PDF"
    assert window.findChildren(QPrintDialog) == []


@pytest.mark.usefixtures("printer")
def test_printing_into_a_file_writes_it_whole(
    window: QWidget, told: list[str], tmp_path: Path
) -> None:
    dialogs.print_document(PLAN, window, LETTER, told.append)
    dialog = the(window, QPrintDialog)
    assert (dialog.minPage(), dialog.maxPage() > 2) == (1, True)
    assert dialog.printer().docName() == "L6 study plan: 10 weeks"
    answer_print(window, tmp_path / "plan.pdf")
    data = (tmp_path / "plan.pdf").read_bytes()
    assert facts(data)["Pages"] == str(dialog.maxPage())
    assert "letter" in facts(data)["Page size"]
    assert told == [f"Saved as {tmp_path / 'plan.pdf'}."]


@pytest.mark.usefixtures("printer")
def test_printing_into_a_file_on_a_full_disk_keeps_the_old_one(
    window: QWidget, told: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "week.pdf"
    file.write_bytes(b"old")
    dialogs.print_document(WEEK, window, A4, told.append)
    with full_disk(1000):
        answer_print(window, file)
    assert told == [f"The PDF was not saved. The disk is full: {file}."]
    assert file.read_bytes() == b"old"


@pytest.mark.usefixtures("printer")
def test_giving_up_prints_nothing(window: QWidget, told: list[str], tmp_path: Path) -> None:
    dialogs.print_document(WEEK, window, A4, told.append)
    dialog = the(window, QPrintDialog)
    dialog.printer().setOutputFileName(str(tmp_path / "week.pdf"))
    dialog.reject()
    assert told == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("printer")
def test_a_choice_without_pages_is_told(window: QWidget, told: list[str], tmp_path: Path) -> None:
    dialogs.print_document(WEEK, window, A4, told.append)
    dialog = the(window, QPrintDialog)
    ranges = dialog.printer().pageRanges()
    ranges.addRange(5, 6)
    dialog.printer().setPageRanges(ranges)
    answer_print(window, tmp_path / "week.pdf")
    assert told == ["Nothing was printed: the printer did not take the pages."]


@pytest.mark.usefixtures("printer")
def test_the_printer_has_our_paper_and_margins(window: QWidget) -> None:
    dialogs.print_document(WEEK, window, LETTER, print)
    dialog = the(window, QPrintDialog)
    room = dialog.printer().pageLayout().paintRectPoints()
    assert (room.width(), room.height()) == (612 - 90, 792 - 90)
