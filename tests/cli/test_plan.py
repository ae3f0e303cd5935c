"""`loopready plan`: a plan from the options alone."""

import json
from pathlib import Path

import pytest

from tests.cli.program import CANDIDATE, Program
from tests.core.exchange.test_documents import PLAN_KEYS, SESSION_KEYS, WEEK_KEYS


def test_a_plan_is_printed_as_text(program: Program) -> None:
    result = program.run("plan", *CANDIDATE)
    assert (result.status, result.err) == (0, "")
    head = "L6, from Monday 30 November 2026 to the loop on Monday 8 February 2027\n10 weeks, "
    assert result.out.startswith(head)
    assert "\nWeek 10 · 1 Feb to 7 Feb · taper · " in result.out


def test_a_plan_as_json_has_the_documented_shape(program: Program) -> None:
    document = program.run("plan", *CANDIDATE, "--format", "json").document
    assert list(document) == PLAN_KEYS
    assert [list(week) for week in document["weeks"]] == [WEEK_KEYS] * 10
    sessions = [one for week in document["weeks"] for one in week["sessions"]]
    assert all(list(one) == SESSION_KEYS for one in sessions)
    assert {one["kind"] for one in sessions} <= {"study", "review", "mock", "weekly-review"}
    assert all(one["why"] and one["minutes"] <= 90 for one in sessions)
    for week in document["weeks"]:
        assert week["planned_minutes"] == sum(one["minutes"] for one in week["sessions"])
        assert week["planned_minutes"] <= week["capacity_minutes"] <= 600
    assert document["shortfall_minutes"] == sum(one["minutes"] for one in document["left_out"])
    assert document["fits"] is not bool(document["left_out"])


def test_a_plan_as_markdown_is_task_lists(program: Program) -> None:
    result = program.run("plan", *CANDIDATE, "--format", "markdown")
    assert result.status == 0
    assert "\n- [ ] W1-01 · " in result.out


def test_the_same_options_give_the_same_plan(program: Program) -> None:
    words = ("plan", *CANDIDATE, "--format", "json")
    assert program.run(*words).out == program.run(*words).out


def test_a_rating_counts_for_all_groups(program: Program) -> None:
    def needed(rating: str) -> int:
        words = ("plan", *CANDIDATE, "--rating", rating, "--format", "json")
        document = program.run(*words).document
        planned: int = sum(week["planned_minutes"] for week in document["weeks"])
        return planned + int(document["shortfall_minutes"])

    assert needed("new") > needed("working") > needed("strong")


def test_hours_are_spread_over_the_week(program: Program) -> None:
    words = ("plan", "--level", "L7", "--loop", "2027-03-01", "--hours", "7.5", "--format", "json")
    weeks = program.run(*words).document["weeks"]
    assert {week["capacity_minutes"] for week in weeks[1:-1]} == {450}


def test_without_a_loop_one_is_proposed_and_marked(program: Program) -> None:
    document = program.run("plan", "--level", "L6", "--format", "json").document
    assert document["loop_proposed"] is True
    assert document["start"] == "2026-12-05"
    assert len(document["weeks"]) in {6, 8, 12, 16, 24}


def test_a_plan_touches_neither_store_nor_home(program: Program, home: Path) -> None:
    assert program.run("plan", *CANDIDATE).status == 0
    assert not program.store.exists()
    assert list(home.iterdir()) == []


def test_a_plan_can_go_into_a_file(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "plan.txt"
    file.write_text("old", encoding="utf-8")
    result = program.run("plan", *CANDIDATE, "--format", "json", "--output", str(file))
    assert (result.status, result.out) == (0, "")
    assert json.loads(file.read_text(encoding="utf-8"))["level"] == "L6"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["plan.txt"]


@pytest.mark.parametrize(
    ("name", "start"), [("a.json", "{"), ("a.md", "# Study plan"), ("a.txt", "L6, from")]
)
def test_the_name_of_the_file_chooses_the_form(
    program: Program, tmp_path: Path, name: str, start: str
) -> None:
    assert program.run("plan", *CANDIDATE, "--output", str(tmp_path / name)).status == 0
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


def test_the_level_may_be_written_small(program: Program) -> None:
    assert program.run("plan", "--level", "l7", "--format", "json").document["level"] == "L7"
