"""The level assessment on the command line."""

import pytest

from tests.cli.program import Program

SIX = (
    "scope=l6",
    "team-size=between",
    "business-impact=l6",
    "technical-depth=L6",
    "reach=l6",
)


def test_without_answers_the_questions_are_printed(planned: Program) -> None:
    out = planned.run("assess").out
    for words in ("(scope)", "(team-size)", "between", "26 to 99", "Answer all of them"):
        assert words in out


def test_answers_are_kept_and_a_mismatch_is_told(planned: Program) -> None:
    out = planned.run("assess", *SIX, "--fact", "team-size=40 engineers").out
    assert out.startswith("Your answers speak for L6.")
    assert "“40 engineers”" in " ".join(out.split())
    assert "Risk" not in out
    assert planned.run("status", "--format", "json").document["risk"] is None
    planned.run("init", "--level", "L7")
    assert "Risk: You aim at L7" in planned.run("assess").out
    assert "You aim at L7" in planned.run("status", "--format", "json").document["risk"]
    assert "Risk: You aim at L7" in planned.run("status").out
    assert "You aim at L7" in planned.run("status", "--format", "markdown").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (SIX[:4], "Answer these too: reach."),
        ((*SIX, "scope=l7"), "scope is answered twice."),
        (("--fact", "reach=directors"), "A fact goes with the answers"),
        (("mood=good",), "no question “mood”"),
        (("scope=between",), "choose scope= below, l6, l7"),
        (("scope",), "choose scope="),
        ((*SIX, "--fact", "scope"), "a fact is written like"),
        ((*SIX, "--fact", "scope=" + "x" * 501), "a fact is written like"),
    ],
)
def test_bad_input_gets_one_sentence_and_changes_nothing(
    planned: Program, words: tuple[str, ...], said: str
) -> None:
    assert said in planned.refuses("assess", *words)
