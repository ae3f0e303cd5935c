"""A file of prompts that cannot be used is told in one line."""

import json
import shutil
from pathlib import Path

import pytest

from planner.core.closed_book import ClosedBook
from planner.resources import resource
from planner.storage.closed_book import load_closed_book
from planner.storage.curriculum import INDEX, CurriculumError, load_curriculum
from planner.storage.known import Known

CURRICULUM = load_curriculum(resource("curriculum"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(resource("curriculum"), tmp_path / "curriculum"))


def spoil(folder: Path, name: str, **changes: object) -> None:
    file = folder / name
    document = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps(document | changes), encoding="utf-8")


@pytest.mark.parametrize(
    ("prompts", "reason"),
    [
        ("x", "is wrong: "),
        ([{"about": "next.assess", "ask": []}], "is wrong: "),
        ([{"about": "next.assess", "ask": ["x" * 201]}], "is wrong: "),
        ([{"about": "../etc", "ask": ["x"]}], "is wrong: "),
        ([{"about": "next.assess", "ask": ["x"], "hint": "y"}], "is wrong: "),
        ([{"about": "no.such", "ask": ["x?"]}], "asks about the unknown no.such"),
        ([], "asks 0 times about next.assess, not 3 times"),
    ],
)
def test_what_is_wrong_is_told_in_a_line(folder: Path, prompts: object, reason: str) -> None:
    spoil(folder, "prompts.json", prompts=prompts)
    with pytest.raises(CurriculumError) as caught:
        load_closed_book(folder, CURRICULUM)
    told = str(caught.value)
    assert told.startswith(f"The curriculum file {folder}/prompts.json {reason}")
    assert "\n" not in told


def test_a_missing_file_is_told(folder: Path) -> None:
    (folder / "prompts.json").unlink()
    with pytest.raises(CurriculumError, match="is missing"):
        load_closed_book(folder, CURRICULUM)


def test_a_curriculum_need_not_have_prompts(folder: Path) -> None:
    spoil(folder, INDEX, prompts=None)
    assert load_closed_book(folder, CURRICULUM) == ClosedBook()


def test_the_curriculum_is_loaded_without_them(folder: Path) -> None:
    (folder / "prompts.json").write_bytes(b"\0")
    assert load_curriculum(folder) == CURRICULUM


def test_what_was_checked_once_is_known(tmp_path: Path) -> None:
    known = Known(tmp_path / "known")
    first = load_closed_book(resource("curriculum"), CURRICULUM, known)
    known.save()
    again = load_closed_book(resource("curriculum"), CURRICULUM, Known(tmp_path / "known"))
    assert again == first
