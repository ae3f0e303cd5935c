"""A report is written where it is wanted, and says what it holds."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.cli.program import Program


def test_a_report_is_written_and_told(planned: Program, tmp_path: Path) -> None:
    file = tmp_path / "report.zip"
    result = planned.run("diagnose", "--output", str(file))
    assert (result.status, result.err) == (0, "")
    assert result.out.startswith(f"Written into {file}; read it before you send it.\n")
    with ZipFile(file) as archive:
        names = set(archive.namelist())
        told = archive.read("versions.txt").decode()
    assert {"README.txt", "versions.txt", "store.json"} <= names
    assert "store format" in told


def test_without_a_name_it_lies_in_the_folder_one_is_in(
    planned: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert planned.run("diagnose").status == 0
    assert (tmp_path / "loopready-diagnosis.zip").is_file()


def test_a_report_does_not_need_a_store(program: Program, tmp_path: Path) -> None:
    assert program.run("diagnose", "--output", str(tmp_path / "r.zip")).status == 0
    assert not program.store.exists()
