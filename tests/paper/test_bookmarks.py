"""Bookmarks and language of a PDF, as other people's programs see them."""

import json
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from planner.core.values import Level
from planner.paper.bookmarks import with_bookmarks
from planner.paper.contents.checklist import checklist_paper
from planner.paper.contents.document import Document
from planner.paper.contents.whole import plan_document
from planner.paper.painting import page_layout
from planner.paper.pdf import render
from planner.paper.sizes import Paper
from tests.paper.candidates import START, candidate
from tests.paper.reading import facts, pages

STATE = candidate(Level.L6)


def qpdf(data: bytes, tmp_path: Path) -> dict[str, Any]:
    """What qpdf says of a file that it finds nothing wrong with."""
    file = tmp_path / "one.pdf"
    file.write_bytes(data)
    looked, said = (
        subprocess.run(words, check=True, capture_output=True)
        for words in (("qpdf", "--check", file), ("qpdf", "--json=2", file))
    )
    assert b"No syntax" in looked.stdout
    found: dict[str, Any] = json.loads(said.stdout)
    return found


@pytest.mark.parametrize("document", [plan_document(STATE, START), checklist_paper(STATE, START)])
@pytest.mark.parametrize("large", [False, True])
def test_every_heading_has_a_bookmark_to_where_it_stands(
    document: Document, tmp_path: Path, *, large: bool
) -> None:
    data = render(replace(document, large=large), page_layout(Paper.A4))
    marks = qpdf(data, tmp_path)["outlines"]
    assert [one["title"] for one in marks] == [one.heading.title for one in document.sections]
    shown = pages(data)
    for one in marks:
        page = shown[one["destpageposfrom1"] - 1]
        first = one["title"].split()[0]
        below = page.height - one["dest"][3]
        assert any(word.text == first and -1 < word.top - below < 8 for word in page.words), one[
            "title"
        ]


def test_a_pdf_tells_its_language_and_keeps_its_title(tmp_path: Path) -> None:
    data = render(plan_document(STATE, START), page_layout(Paper.A4))
    objects = qpdf(data, tmp_path)["qpdf"][1]
    root = objects["trailer"]["value"]["/Root"]
    assert objects[f"obj:{root}"]["value"]["/Lang"] == "u:en"
    assert facts(data)["Title"] == "L6 study plan: 10 weeks"
    assert "/Metadata" in objects[f"obj:{root}"]["value"]


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4\n%%EOF\n", b"trailer\n<<>>\nstartxref\n9\n%%EOF"])
def test_what_qt_would_not_write_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="a PDF without"):
        with_bookmarks(data, "en", ())
