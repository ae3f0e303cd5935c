"""`loopready guide`: what the guide says, without a display."""

import pytest

from planner.core.values import Level
from tests.cli.program import Program
from tests.core.screens.candidates import curriculum


def squeezed(text: str) -> str:
    return " ".join(text.split())


def test_it_needs_no_store(program: Program) -> None:
    result = program.run("guide")
    assert (result.status, result.err) == (0, "")
    assert result.out.startswith("Fundamentals of Amazon L6/L7")
    assert "Choose level and dates…" in result.out
    assert not program.store.exists()


def test_with_a_plan_it_says_what_to_do(planned: Program) -> None:
    shown = squeezed(planned.run("guide", "monitoring").out)
    assert "→ Checklist: open" in shown
    assert "(yours)" in shown
    assert planned.run("done", "l6.ops.monitoring").status == 0
    assert "→ Checklist: done" in squeezed(planned.run("guide", "monitoring").out)


@pytest.mark.parametrize("level", Level)
def test_criteria_failure_points_and_rounds_are_found_by_their_words(
    planned: Program, level: Level
) -> None:
    known = curriculum()
    labels = [one.label for one in known.criteria_at(level)]
    labels += [one.label for one in known.failures_at(level)]
    labels += [one.label for one in known.rounds_at(level)]
    for label in labels:
        assert planned.run("guide", *label.split()).status == 0, label


def test_status_names_the_criteria_failure_points_and_rounds(planned: Program) -> None:
    document = planned.run("status", "--format", "json").document
    known, level = curriculum(), Level.L6
    for field, those in (
        ("criteria", known.criteria_at(level)),
        ("failure_points", known.failures_at(level)),
        ("rounds", known.rounds_at(level)),
    ):
        assert [one["label"] for one in document[field]] == [one.label for one in those]


def test_a_word_that_is_nowhere_is_a_problem_in_one_line(program: Program) -> None:
    result = program.run("guide", "\x1b[31mzebra", "<b>")
    assert result.status == 1
    assert result.out == ""
    assert result.complaint == "Nothing in the guide holds “[31mzebra <b>”."


def test_an_empty_word_shows_everything(program: Program) -> None:
    assert program.run("guide", " ").out == program.run("guide").out
