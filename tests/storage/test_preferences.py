"""Preferences are kept, and a broken file of them never stands in the way."""

import stat
from pathlib import Path

import pytest
from pydantic import ValidationError

from planner.core.checking import checked
from planner.storage.preferences import Preferences, load_preferences, save_preferences
from planner.storage.trouble import NotSaved

MINE = Preferences(theme="dark", text_scale=125, geometry="AdnQ==", paper="a4")


def test_they_come_back(tmp_path: Path) -> None:
    file = tmp_path / "config" / "preferences.json"
    save_preferences(file, MINE)
    assert load_preferences(file) == MINE
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_without_a_file_they_are_the_usual_ones(tmp_path: Path) -> None:
    assert load_preferences(tmp_path / "preferences.json") == Preferences()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0" * 4096,
        b"{",
        b"null",
        b"[]",
        b'"dark"',
        b'{"theme": "pink"}',
        b'{"text_scale": 5}',
        b'{"text_scale": NaN}',
        b'{"geometry": "<script>"}',
        b"[" * 100_000,
        b"\xff\xfe",
    ],
)
def test_a_broken_file_is_kept_aside(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "preferences.json"
    file.write_bytes(content)
    assert load_preferences(file) == Preferences()
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "preferences.json.broken": content
    }


def test_each_broken_file_is_kept(tmp_path: Path) -> None:
    for content in (b"one", b"two"):
        (tmp_path / "preferences.json").write_bytes(content)
        load_preferences(tmp_path / "preferences.json")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "preferences.json.broken": b"one",
        "preferences.json.broken2": b"two",
    }


def test_fields_of_a_newer_program_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "preferences.json").write_bytes(b'{"theme": "dark", "smell": "rose"}')
    assert load_preferences(tmp_path / "preferences.json") == Preferences(theme="dark")


def test_a_folder_in_the_place_of_the_file_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "preferences.json").mkdir()
    assert load_preferences(tmp_path / "preferences.json") == Preferences()
    with pytest.raises(NotSaved):
        save_preferences(tmp_path / "preferences.json", MINE)
    (tmp_path / "file").write_text("")
    with pytest.raises(NotSaved):
        save_preferences(tmp_path / "file" / "preferences.json", MINE)


def test_the_size_of_the_text_has_limits() -> None:
    with pytest.raises(ValidationError):
        checked(MINE.evolve(text_scale=201))
