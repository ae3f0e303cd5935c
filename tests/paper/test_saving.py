from pathlib import Path

import pytest

from planner.core.values import Level
from planner.paper.pdf import save_pdf, week_pdf
from planner.paper.sizes import Paper
from planner.storage.trouble import NotSaved
from tests.architecture.project import run_python
from tests.paper.candidates import START, candidate
from tests.paper.reading import facts
from tests.support.faults import full_disk

WITHOUT_AN_APPLICATION = """
from PySide6.QtCore import QCoreApplication
from planner.paper import pdf
{before}
application = pdf.ensure_application()
assert application is QCoreApplication.instance() is pdf.ensure_application()
print(application.platformName())
"""


def test_a_pdf_is_saved_whole(tmp_path: Path) -> None:
    data = week_pdf(candidate(Level.L6), 1, START, Paper.A4)
    save_pdf(tmp_path / "week.pdf", data)
    assert (tmp_path / "week.pdf").read_bytes() == data
    assert data.startswith(b"%PDF-")
    assert data.rstrip().endswith(b"%%EOF")


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    file = tmp_path / "week.pdf"
    file.write_bytes(b"the week before")
    data = week_pdf(candidate(Level.L6), 1, START, Paper.A4)
    with full_disk(len(data) // 2), pytest.raises(NotSaved, match="The disk is full"):
        save_pdf(file, data)
    assert file.read_bytes() == b"the week before"
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("display", ["", "export DISPLAY"])
def test_without_a_display_there_are_fonts_all_the_same(display: str) -> None:
    lines = "import os; os.environ['QT_QPA_PLATFORM'] = 'xcb'" if display else ""
    result = run_python("-c", WITHOUT_AN_APPLICATION.format(before=lines))
    assert (result.stdout, result.stderr) == ("offscreen\n", "")


def test_an_application_without_fonts_is_refused() -> None:
    lines = "application = QCoreApplication([])"
    result = run_python("-c", WITHOUT_AN_APPLICATION.format(before=lines))
    assert "PaintError: an application without fonts runs already" in result.stderr


def test_the_running_application_is_used() -> None:
    assert facts(week_pdf(candidate(Level.L6), 1, START, Paper.A4))["Pages"] == "1"
