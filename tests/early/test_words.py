"""What is known of the words before anything is loaded agrees with what is understood later."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.cli.asked.options import plain
from planner.cli.failure import WrongUsage
from planner.early.words import opens_window

WORDS = st.sampled_from(
    ["--store", "--today", "--demo", "--version", "--self-test", "status", "2027-01-04", "--", ""]
)


@given(st.lists(WORDS, max_size=5))
def test_whatever_opens_a_window_without_a_parser_is_foreseen(words: list[str]) -> None:
    try:
        told = plain(words)
    except WrongUsage:
        return
    if told is not None:
        assert opens_window(words)


@pytest.mark.parametrize("words", [[], ["--demo"], ["--demo", "--today", "2027-01-04"]])
def test_a_window_is_foreseen(words: list[str], tmp_path: Path) -> None:
    assert opens_window(words)
    assert opens_window([*words, "--store", str(tmp_path)])


@pytest.mark.parametrize(
    "words", [["status"], ["--version"], ["--self-test"], ["--store", "x", "status"], ["--store"]]
)
def test_a_command_waits_for_no_window(words: list[str]) -> None:
    assert not opens_window(words)
