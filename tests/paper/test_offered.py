"""A file is offered a folder that there is."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from planner.paper.offered import offered_file


@pytest.mark.parametrize("there_are_documents", [True, False])
def test_a_file_goes_among_the_documents_or_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, there_are_documents: bool
) -> None:
    documents = tmp_path / "Documents"
    if there_are_documents:
        documents.mkdir()
    places = {QStandardPaths.StandardLocation.DocumentsLocation: documents}
    monkeypatch.setattr(
        QStandardPaths, "writableLocation", lambda place: str(places.get(place, tmp_path))
    )
    expected = documents if there_are_documents else tmp_path
    assert offered_file("plan.pdf") == str(expected / "plan.pdf")
