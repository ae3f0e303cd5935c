"""Lines of evidence on the command line."""

import pytest

from tests.cli.program import Program

AWS = "l6.cloud.aws"


def lines(program: Program) -> dict[str, str | None]:
    document = program.run("status", "--format", "json").document
    return {one["id"]: one["evidence"] for part in document["criteria"] for one in part["supports"]}


def test_a_line_is_written_shown_and_taken_back(planned: Program) -> None:
    result = planned.run("evidence", AWS, "Drew the failover")
    assert result.out == ("AWS services · “Drew the failover”\nTo take this back: loopready undo\n")
    assert lines(planned)[AWS] == "Drew the failover"
    markdown = planned.run("status", "--format", "markdown").out
    assert "## What can be shown" in markdown
    assert "- AWS services: Drew the failover" in markdown
    planned.run("evidence", AWS, "")
    assert lines(planned)[AWS] is None
    planned.run("undo")
    assert lines(planned)[AWS] == "Drew the failover"


def test_a_skill_that_is_done_asks_for_its_line_once(planned: Program) -> None:
    out = planned.run("done", AWS).out
    assert f'What can you show for AWS services? loopready evidence {AWS} "…"' in out
    assert "What can you show" not in planned.run("done", AWS).out
    planned.run("evidence", "l6.data.sqlnosql", "x")
    assert "What can you show" not in planned.run("done", "l6.data.sqlnosql").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["no.such", "x"], "no item no.such"),
        ([AWS, "x" * 501], "The line was not written"),
        ([AWS], "TEXT"),
        (["a b", "x"], "no id"),
    ],
)
def test_bad_input_gets_one_sentence_and_changes_nothing(
    planned: Program, words: list[str], said: str
) -> None:
    assert said in planned.refuses("evidence", *words)
