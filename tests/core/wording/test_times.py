"""Durations stay whole where a line ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.wording.times import duration, together


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Up to +2 h 10 m a week", "Up to +2\u00a0h\u00a010\u00a0m a week"),
        ("0.5 of 11.5 h.", "0.5 of 11.5\u00a0h."),
        ("(3 h 35 m); all", "(3\u00a0h\u00a035\u00a0m); all"),
        ("plan h and 3 stories", "plan h and 3 stories"),
        ("2 h 3 stories", "2\u00a0h 3 stories"),
        ("nothing of it", "nothing of it"),
        ("Mon 10 May is proposed", "Mon 10\u00a0May is proposed"),
        ("in 2026 All", "in 2026 All"),
    ],
)
def test_a_line_ends_beside_a_duration(text: str, kept: str) -> None:
    assert together(text) == kept


@given(st.integers(0, 100_000))
def test_every_duration_is_one_word(minutes: int) -> None:
    assert " " not in together(duration(minutes))


@given(st.text("ahm 1.;()", max_size=30))
def test_nothing_but_blanks_changes(text: str) -> None:
    assert together(text).replace("\u00a0", " ") == text
