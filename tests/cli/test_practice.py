"""Rounds and mocks on the command line."""

from typing import Any

import pytest

from tests.cli.program import Program

MONDAY = "2026-12-07"


def rounds(program: Program) -> dict[str, Any]:
    document = program.run("practice", "--format", "json").document
    return {one["id"]: one for one in document["rounds"]}


def test_a_mock_is_noted_with_its_fixes_and_taken_back_as_one_step(planned: Program) -> None:
    result = planned.run(
        *("mock", "SD", "--score", "depth=3", "--score", "scale=4", "--minutes", "60"),
        *("--judge", "partner", "--notes", "calm", "--fix", "Numbers first", "--fix", "Draw it"),
        today=MONDAY,
    )
    assert (result.status, result.err) == (0, "")
    first, *fixes, undo = result.out.splitlines()
    assert "3 of 4, at the bar · Depth 3, Scale 4 · 1 h · scored by a partner" in first
    assert [one.split(", ")[1] for one in fixes] == ["Numbers first", "Draw it"]
    assert undo == "To take this back: loopready undo"
    [mock] = rounds(planned)["SD"]["mocks"]
    assert (mock["on"], mock["overall"], mock["at_bar"], mock["code"]) == (MONDAY, 3, True, None)
    week = planned.run("export", "--format", "json").document
    items = [one["title"] for part in week["weeks"] for one in part["sessions"]]
    assert {"Numbers first", "Draw it"} <= set(items)
    planned.run("undo")
    assert rounds(planned)["SD"]["mocks"] == []
    week = planned.run("export", "--format", "json").document
    assert "Draw it" not in [one["title"] for part in week["weeks"] for one in part["sessions"]]


@pytest.mark.parametrize(("round_id", "minutes"), [("SD", 60), ("COD", 45), ("PS", 45)])
def test_a_mock_takes_the_minutes_of_its_round_where_nobody_says(
    planned: Program, round_id: str, minutes: int
) -> None:
    result = planned.run("mock", round_id, "--score", "depth=3", today=MONDAY)
    assert (result.status, result.err) == (0, "")
    [mock] = rounds(planned)[round_id]["mocks"]
    assert mock["minutes"] == minutes


def test_three_mocks_make_a_round_ready_and_one_can_be_dropped(planned: Program) -> None:
    days = ("2026-12-01", "2026-12-02", "2026-12-03")
    [*_, out] = [planned.run("mock", "COD", "--score", "depth=3", "--on", day).out for day in days]
    assert rounds(planned)["COD"]["ready"] is True
    assert planned.run("mock", out.split()[0], "--drop").status == 0
    assert rounds(planned)["COD"]["ready"] is False
    assert len(rounds(planned)["COD"]["mocks"]) == 2


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_practice_shows_rounds_mocks_and_the_loop_as_a_day(planned: Program, form: str) -> None:
    planned.run("mock", "BR", "--score", "earn-trust=2", "--notes", "slow\n# and <loud>")
    out = planned.run("practice", "--format", form).out
    for words in ("Bar Raiser", "45–60 m", "Earn Trust 2", "2 × 45 m", "Stated 5–6 h", "14:25"):
        assert words in out
    assert "slow" in out
    assert "\n# and" not in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["SD"], "Score at least one thing"),
        (["SD", "--score", "depth"], "no score"),
        (["SD", "--score", "depth=0"], "from 1 to 4"),
        (["SD", "--score", "depth=" + "9" * 5000], "from 1 to 4"),
        (["SD", "--score", "depth=3", "--score", "depth=4"], "scored twice"),
        (["SD", "--score", "luck=3"], "no dimension or principle luck"),
        (["ARC", "--score", "depth=3"], "no round ARC"),
        (["SD", "--score", "depth=3", "--minutes", "0"], "no number of minutes"),
        (["SD", "--score", "depth=3", "--judge", "dog"], "self or partner"),
        (["SD", "--score", "depth=3", "--code", "W1-01"], "is not a mock"),
        (["SD", "--score", "depth=3", "--code", "x"], "code"),
        (["SD", "--score", "depth=3", "--notes", "x" * 20_001], "notes"),
        (["run.none", "--drop"], "no mock run.none"),
        (["not an id", "--drop"], "no mock not an id"),
    ],
)
def test_bad_input_gets_one_sentence_and_changes_nothing(
    planned: Program, words: list[str], said: str
) -> None:
    assert said in planned.refuses("mock", *words)


def test_a_fix_without_room_waits_and_is_named(planned: Program) -> None:
    fixes = [word for number in range(20) for word in ("--fix", f"Fix {number}")]
    out = planned.run("mock", "SD", "--score", "depth=3", *fixes, today=MONDAY).out
    assert "Fix 19 waits for the next replanning" in out


def test_a_planned_mock_is_done_once_it_is_noted(planned: Program) -> None:
    code, day = (rounds(planned)["SD"]["planned"][0][name] for name in ("code", "date"))
    planned.run("mock", "SD", "--score", "depth=3", "--code", code, "--on", day, today=day)
    assert code not in [one["code"] for one in rounds(planned)["SD"]["planned"]]
    weeks = planned.run("export", "--format", "json").document["weeks"]
    [session] = [one for part in weeks for one in part["sessions"] if one["code"] == code]
    assert session["done"]
