"""What can go wrong on the way to paper: one clear sentence, and nothing is lost."""

import errno
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPdfWriter
from PySide6.QtWidgets import QDialog

from planner.core.values import Level
from planner.paper.jobs import PrintJob, SaveJob
from planner.paper.painting import PaintError, page_layout, paint
from planner.paper.sizes import Paper
from planner.paper.wish import Kind, Wish, document_of
from tests.paper.candidates import START, candidate
from tests.support.faults import failing, full_disk

WEEK = document_of(candidate(Level.L6), START, Wish(kind=Kind.WEEK))
PLAN = document_of(candidate(Level.L6), START, Wish(kind=Kind.PLAN))
A4 = page_layout(Paper.A4)
NOT_TAKEN = "Nothing was printed: the printer did not take the pages."

Bring = Callable[[Path, Callable[[str], object]], None]


def save(file: Path, tell: Callable[[str], object]) -> None:
    SaveJob(WEEK, A4, tell).on_file_selected(str(file))


def print_into(file: Path, tell: Callable[[str], object]) -> None:
    job = PrintJob(WEEK, A4, tell)
    job.printer.setOutputFileName(str(file))
    job.on_finished(QDialog.DialogCode.Accepted)


@contextmanager
def nothing_wrong() -> Iterator[None]:
    yield


class Trouble:
    """What is done to a file, and what is told of it."""

    def __init__(
        self,
        reason: str,
        name: str = "old.pdf",
        hurt: Callable[[], AbstractContextManager[None]] = nothing_wrong,
    ) -> None:
        self.reason, self.name, self.hurt = reason, name, hurt


TROUBLES = {
    "full": Trouble("The disk is full", hurt=lambda: full_disk(1000)),
    "no room at all": Trouble("The disk is full", hurt=lambda: failing("write", errno.ENOSPC)),
    "quota": Trouble("The disk quota is used up", hurt=lambda: failing("write", errno.EDQUOT)),
    "read-only": Trouble("The disk is read-only", hurt=lambda: failing("open", errno.EROFS)),
    "forbidden": Trouble(
        "There is no permission to write", hurt=lambda: failing("open", errno.EACCES)
    ),
    "a folder": Trouble("There is a folder of that name", "folder"),
    "no such folder": Trouble("The folder is not there", "nowhere/new.pdf"),
    "below a file": Trouble("Part of the path is a file, not a folder", "old.pdf/new.pdf"),
    "a long name": Trouble("The name is too long", "x" * 300 + ".pdf"),
}


@pytest.mark.parametrize("bring", [save, print_into])
@pytest.mark.parametrize("name", TROUBLES)
def test_what_cannot_be_saved_is_told_and_changes_nothing(
    bring: Bring, name: str, tmp_path: Path, told: list[str]
) -> None:
    trouble = TROUBLES[name]
    (tmp_path / "folder").mkdir()
    (tmp_path / "old.pdf").write_bytes(b"old")
    file = tmp_path / trouble.name
    with trouble.hurt():
        bring(file, told.append)
    assert told == [f"The PDF was not saved. {trouble.reason}: {file}."]
    assert (tmp_path / "old.pdf").read_bytes() == b"old"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["folder", "old.pdf"]
    assert list((tmp_path / "folder").iterdir()) == []


class Jammed(QPdfWriter):
    """Takes one page."""

    def newPage(self) -> bool:
        return False


def test_a_device_that_jams_is_told() -> None:
    memory = QBuffer()
    memory.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = Jammed(memory)
    writer.setPageLayout(A4)
    with pytest.raises(PaintError, match="the device takes no further page"):
        paint(PLAN, writer)
    assert not writer.paintingActive()


def printed(monkeypatch: pytest.MonkeyPatch, told: list[str], error: PaintError | None) -> None:
    """Print on a printer that no spooler knows any more."""

    def take(*_: object) -> None:
        if error is not None:
            raise error

    monkeypatch.setattr("planner.paper.jobs.paint", take)
    job = PrintJob(PLAN, A4, told.append)
    monkeypatch.setattr(job.printer, "printerName", lambda: "Bro\nther")
    job.on_finished(QDialog.DialogCode.Accepted)


def test_a_printer_that_vanishes_is_told(monkeypatch: pytest.MonkeyPatch, told: list[str]) -> None:
    printed(monkeypatch, told, None)
    assert told == ["Nothing was printed: the printer Bro ther is gone."]


def test_a_printer_that_takes_no_page_is_told_once(
    monkeypatch: pytest.MonkeyPatch, told: list[str]
) -> None:
    printed(monkeypatch, told, PaintError("the device does not start"))
    assert told == [NOT_TAKEN]
