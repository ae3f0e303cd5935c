"""What a window is told is understood without a parser, and as the parser would."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.cli.asked.options import plain
from planner.cli.asked.parser import parsed
from planner.cli.failure import WrongUsage

WORDS = st.sampled_from(
    (
        *("--store", "--today", "--store=x", "--today=2027-01-04", "--stor", "store", "today"),
        *(
            "x",
            "",
            " ",
            "~",
            "/there/a b",
            "-",
            "--",
            "-1",
            "2027-01-04",
            "2027-02-30",
            "1999-01-01",
        ),
        *("--demo", "--version", "--self-test", "--help", "week", "done", "W1-01", "@x", "command"),
    )
)


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["--store", "x"],
        ["--today", "2027-01-04"],
        ["--today", "2027-01-04", "--store", "~/x y"],
    ],
)
def test_what_a_window_is_told_needs_no_parser(words: list[str]) -> None:
    options = plain(words)
    assert options is not None
    assert vars(options) == vars(parsed(words))


@given(st.lists(WORDS, max_size=5))
def test_what_needs_no_parser_means_what_the_parser_says(words: list[str]) -> None:
    options = plain(words)
    if options is None:
        return
    try:
        told = parsed(words)
    except (WrongUsage, SystemExit) as error:
        pytest.fail(f"the parser refuses {words}: {error}")
    assert vars(options) == vars(told)


@pytest.mark.parametrize(
    "words",
    [["week"], ["--demo"], ["--store"], ["--store", ""], ["--today", "2027-02-30"], ["store", "x"]],
)
def test_everything_else_is_left_to_the_parser(words: list[str]) -> None:
    assert plain(words) is None
