"""The note of the numbers that were given to lines: damaged in any way, it says nothing."""

from pathlib import Path

import pytest

from planner.storage.remembered.given import NONE, Given, Giving


def test_a_note_reads_back(tmp_path: Path) -> None:
    given = Given("ada", 7, 9, {8: "0123abcd", 9: "ffffffff"})
    Giving(tmp_path / "numbers").write(given)
    assert Giving(tmp_path / "numbers").read() == given


@pytest.mark.parametrize(
    "note",
    [
        b"",
        b"\0\0",
        b"\xff",
        b"null",
        b"[]",
        b"{}",
        b"[" * 100_000,
        b'{"device": "a", "sure": Infinity, "last": 1, "sums": {}}',
        b'{"device": "a", "sure": 1, "last": 1e999, "sums": {}}',
        b'{"device": "a", "sure": 1, "last": NaN, "sums": {}}',
        b'{"device": "a", "sure": 1, "last": 1, "sums": []}',
        b'{"device": "a", "sure": 1, "last": 1, "sums": {"x": "0"}}',
        b'{"device": "a", "sure": 1, "last": ' + b"9" * 5_000 + b', "sums": {}}',
    ],
)
def test_a_damaged_note_says_nothing(tmp_path: Path, note: bytes) -> None:
    (tmp_path / "numbers").write_bytes(note)
    assert Giving(tmp_path / "numbers").read() == NONE
