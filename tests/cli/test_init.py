"""`loopready init`: profile and plan in the store, and a replan that keeps what is done."""

import re
from datetime import date

import pytest

from tests.cli.program import CANDIDATE, Program
from tests.core.exchange.test_documents import SESSION_KEYS


def test_a_plan_is_written_and_summed_up(program: Program) -> None:
    result = program.init()
    assert (result.status, result.err) == (0, "")
    first, second, third, last = result.out.splitlines()
    assert first == f"Wrote the plan for L6 into {program.store}"
    assert second == "Loop: Monday 8 February 2027"
    assert third.startswith("10 weeks, ")
    assert last == "Next: loopready week"
    assert len(program.lines()) == 2


def test_the_plan_is_there_afterwards(planned: Program) -> None:
    document = planned.run("export", "--format", "json").document
    assert (document["level"], document["loop"]) == ("L6", "2027-02-08")
    assert document["weeks"][0]["capacity_minutes"] == 600


def test_it_can_print_the_plan_as_export_does(program: Program) -> None:
    document = program.run("init", *CANDIDATE, "--format", "json").document
    sessions = document["weeks"][0]["sessions"]
    assert list(sessions[0]) == [*SESSION_KEYS, "done", "actual_minutes"]
    assert document == program.run("export", "--format", "json").document


def test_a_second_time_keeps_what_is_done(planned: Program) -> None:
    assert planned.run("done", "W1-01=50", "read.managers-path").status == 0
    result = planned.init("--hours", "14", "--loop", "2027-03-01")
    assert result.status == 0
    assert "To take this back: loopready undo" in result.out
    (line,) = (one for one in result.out.splitlines() if " done, " in one)
    done, stayed, moved, new, _ = map(int, re.findall(r"\d+", line))
    document = planned.run("export", "--format", "json").document
    assert (document["level"], document["loop"]) == ("L6", "2027-03-01")
    sessions = [one for week in document["weeks"] for one in week["sessions"]]
    assert done == sum(one["done"] for one in sessions)
    assert done + stayed + moved + new == len(sessions)
    kept = next(one for one in document["weeks"][0]["sessions"] if one["code"] == "W1-01")
    assert (kept["done"], kept["actual_minutes"], kept["item"]) == (True, 50, "next.assess")
    sections = planned.run("checklist", "--format", "json").document["sections"]
    rows = {row["item"]: row for section in sections for row in section["items"]}
    assert rows["read.managers-path"]["done"]


@pytest.mark.parametrize(
    ("hours", "more"), [("16", set()), ("60", {0, 2, 4})]
)  # four days hold 48 hours at most
def test_other_hours_keep_the_days_of_the_week_while_they_can(
    planned: Program, hours: str, more: set[int]
) -> None:
    planned.init("--hours", hours)
    weeks = planned.run("export", "--format", "json").document["weeks"]
    days = (date.fromisoformat(one["date"]) for week in weeks for one in week["sessions"])
    assert {day.weekday() for day in days} == {1, 3, 5, 6} | more


def test_another_level_is_summed_up_and_keeps_every_tick(planned: Program) -> None:
    assert planned.run("done", "W1-01", "l6.sd.distributed").status == 0
    result = planned.init("--level", "L7")
    said = " ".join(result.out.split())
    assert "Wrote the plan for L7" in said
    assert re.search(r"From L6 to L7: [\dhm ]+ to do instead of [\dhm ]+, ", said)
    assert "Likely finish " in said
    for word in ("Added", "Dropped", "Re-scoped"):
        assert re.search(rf"{word}, \d+ items: ", said)
    assert "Every tick is kept; 1 item with ticks counts at L7, 1 waits for L6: Distributed" in said
    assert "To take this back: loopready undo" in said
    assert planned.init("--level", "L6").status == 0
    shown = planned.run("why", "l6.sd.distributed", "--format", "json").document
    assert shown["state"] == "done"


def test_the_same_level_is_not_summed_up(planned: Program) -> None:
    assert "From L6" not in planned.init("--hours", "14").out


def test_options_left_out_stay_as_they_were(planned: Program) -> None:
    assert planned.init("--hours", "14").status == 0
    assert planned.init("--rating", "strong").status == 0
    document = planned.run("export", "--format", "json").document
    assert (document["start"], document["loop"]) == ("2026-11-30", "2027-02-08")
    assert document["weeks"][1]["capacity_minutes"] == 14 * 60


def test_the_same_again_changes_nothing(planned: Program) -> None:
    before = planned.lines()
    result = planned.init()
    assert (result.status, planned.lines()) == (0, before)
    assert result.out == f"Nothing changed; the plan in {planned.store} is like this already\n"


def test_the_replan_is_one_step_back(planned: Program) -> None:
    before = planned.run("export", "--format", "json").out
    assert planned.init("--hours", "14").status == 0
    assert planned.run("undo").status == 0
    assert planned.run("export", "--format", "json").out == before


def test_a_form_that_goes_with_nothing_else_writes_nothing(program: Program) -> None:
    assert program.run("init", *CANDIDATE, "--format", "csv", "--alarm", "15").status == 2
    assert not program.store.exists()
