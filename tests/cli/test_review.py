"""The review of a week on the command line."""

from pathlib import Path

import pytest

from tests.cli.program import Program
from tests.paper.reading import texts

MONDAY = "2026-12-07"


def test_a_decision_is_written_and_shown(planned: Program) -> None:
    out = planned.run("review", "--decision", "Less reading", "--notes", "a\nb").out
    assert out.startswith("Review of week 1 of 10 · ")
    assert "Less reading" in out
    document = planned.run("review", "--week", "1", "--format", "json", today=MONDAY).document
    assert (document["decision"], document["notes"]) == ("Less reading", "a\nb")
    assert document["planned_minutes"] > document["done_minutes"] == 0
    assert document["open"]
    planned.run("undo")
    assert planned.run("review", "--format", "json").document["decision"] == ""


@pytest.mark.usefixtures("qapp")
def test_what_was_done_and_moved_is_told_in_every_form(planned: Program, tmp_path: Path) -> None:
    planned.run("done", "W1-03=50")
    for form in ("text", "markdown"):
        out = planned.run("review", "--format", form).out
        assert "50 m logged" in out
    document = planned.run("review", "--format", "json").document
    assert document["logged_minutes"] == 50
    file = tmp_path / "review.pdf"
    assert planned.run("review", "--output", str(file)).status == 0
    page = " ".join(" ".join(texts(file.read_bytes())).split())
    assert "Review of week 1 of 10" in page
    assert "50 m logged" in page
    assert "At risk" in page


def test_evidence_stands_under_its_criteria_in_the_markdown_of_status(planned: Program) -> None:
    assert "What can be shown" not in planned.run("status", "--format", "markdown").out
    document = planned.run("status", "--format", "json").document
    assert all(one["supports"] for one in document["criteria"])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--week", "0"], "no number of a week"),
        (["--week", "11"], "weeks 1 to 10"),
        (["--decision", "x" * 501], "decision"),
        (["--notes", "x" * 20_001], "notes"),
    ],
)
def test_bad_input_gets_one_sentence_and_changes_nothing(
    planned: Program, words: list[str], said: str
) -> None:
    assert said in planned.refuses("review", *words)
