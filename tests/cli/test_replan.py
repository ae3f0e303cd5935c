"""`loopready replan`: the ways to go on, and taking one as a step that can be taken back."""

import pytest

from tests.cli.program import Program

AFTER_A_WEEK = "2026-12-07"


@pytest.fixture
def behind(planned: Program) -> Program:
    """A candidate who has done all of week 1 but three sessions."""
    weeks = planned.run("export", "--format", "json").document["weeks"]
    codes = [one["code"] for one in weeks[0]["sessions"]]
    assert planned.run("done", *codes[:-3]).status == 0
    return planned


def run(program: Program, *words: str) -> dict[str, object]:
    result = program.run("replan", *words, "--format", "json", today=AFTER_A_WEEK)
    assert (result.status, result.err) == (0, "")
    return result.document


def test_the_ways_come_with_price_and_difference(behind: Program) -> None:
    result = behind.run("replan", today=AFTER_A_WEEK)
    assert result.status == 0
    shown = " ".join(result.out.split())
    assert shown.startswith("3 sessions slipped, ")
    for word in ("spread", "extend", "afresh", "of buffer left", " move, ", " later; "):
        assert word in shown
    assert max(map(len, result.out.splitlines())) <= 80


def test_json_tells_each_session_before_and_after(behind: Program) -> None:
    document = run(behind)
    assert document["accepted"] is None
    options = document["options"]
    assert isinstance(options, list)
    (spread,) = [one for one in options if one["kind"] == "spread"]
    assert spread["price"]["more_minutes_a_week"] > 0
    assert (
        spread["moved"][0]["before"]["date"] < AFTER_A_WEEK <= spread["moved"][0]["after"]["date"]
    )
    assert [one["kind"] for one in options][-1] == "afresh"


def test_a_named_way_shows_what_it_changes(behind: Program) -> None:
    result = behind.run("replan", "--spread", today=AFTER_A_WEEK)
    assert "\nMove\n" in result.out
    assert " → week 2, " in result.out
    assert "afresh" not in result.out
    markdown = behind.run("replan", "--spread", "--format", "markdown", today=AFTER_A_WEEK).out
    assert "## Move" in markdown
    assert "| Code | Session | Now | Then |" in markdown


def test_asking_changes_nothing(behind: Program) -> None:
    before = behind.lines()
    behind.run("replan", "--trim", today=AFTER_A_WEEK)
    assert behind.lines() == before


def test_a_way_that_is_taken_is_one_step(behind: Program) -> None:
    before = behind.run("export", "--format", "json").document
    result = behind.run("replan", "--extend", "--accept", today=AFTER_A_WEEK)
    assert result.status == 0
    assert " later; " in result.out
    loop = behind.run("export", "--format", "json").document["loop"]
    assert loop > before["loop"]
    again = behind.run("replan", today=AFTER_A_WEEK)
    assert again.out == "Nothing to replan: every session stays where it is.\n"
    taken_back = behind.run("undo").out
    assert f"loop on {loop}" in taken_back
    assert behind.run("export", "--format", "json").document == before


def test_json_says_what_was_taken(behind: Program) -> None:
    assert run(behind, "--spread", "--accept")["accepted"] == "spread"
    assert run(behind, "--spread", "--accept")["accepted"] is None, "nothing is left to replan"


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["--accept"], "--accept takes one of --spread, --trim, --extend, --afresh with it."),
        (["--spread", "--trim"], "--trim: not allowed with argument --spread"),
        (
            ["--format", "pdf"],
            "There is no PDF of this; there are text, json and markdown.",
        ),
    ],
)
def test_wrong_usage_is_one_line(behind: Program, words: list[str], complaint: str) -> None:
    result = behind.run("replan", *words, today=AFTER_A_WEEK)
    assert (result.status, result.out, result.complaint) == (2, "", complaint)


def test_a_way_that_would_not_do_is_one_line(planned: Program) -> None:
    """After the loop day there is no time ahead."""
    result = planned.run("replan", "--spread", today="2027-02-09")
    assert (result.status, result.out) == (1, "")
    assert result.complaint == "--spread would not do here; there is --afresh."


def test_without_a_plan_there_is_nothing_to_replan(program: Program) -> None:
    assert program.run("replan").status == 2
