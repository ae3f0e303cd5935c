"""`loopready week`, `status`, `checklist` and `export`, in every form there is."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.cli.program import Program
from tests.core.exchange.test_documents import PLAN_KEYS, SESSION_KEYS, WEEK_KEYS

INIT = "loopready init --level L6 --loop 2027-02-15 --hours 10"
COMMANDS = ("week", "status", "checklist", "export")


@pytest.mark.parametrize(
    ("command", "start"),
    [
        ("week", "Week 1 of 10 · 30 Nov to 6 Dec · orientation · loop on Monday 8 February 2027\n"),
        ("status", "L6 · week 1 of 10 · 65 days to the loop on Monday 8 February 2027\n"),
        ("checklist", "Checklist for L6\n\nEssential reading · "),
        ("export", "L6, from Monday 30 November 2026 to the loop on Monday 8 February 2027\n"),
    ],
)
def test_text_is_what_one_gets(planned: Program, command: str, start: str) -> None:
    result = planned.run(command)
    assert (result.status, result.err) == (0, "")
    assert result.out.startswith(start)
    assert planned.run(command, "--format", "text").out == result.out


@pytest.mark.parametrize("command", COMMANDS)
def test_markdown_begins_with_a_heading(planned: Program, command: str) -> None:
    result = planned.run(command, "--format", "markdown")
    assert (result.status, result.err) == (0, "")
    assert result.out.startswith("# ")


@pytest.mark.parametrize(
    ("command", "keys"),
    [
        ("week", WEEK_KEYS),
        ("export", PLAN_KEYS),
        ("checklist", ["level", "sections"]),
    ],
)
def test_json_has_its_keys(planned: Program, command: str, keys: list[str]) -> None:
    assert list(planned.run(command, "--format", "json").document) == keys


def test_status_as_json_lists_all_three(planned: Program) -> None:
    document = planned.run("status", "--format", "json").document
    assert [len(document[name]) for name in ("criteria", "failure_points", "rounds")] == [9, 6, 5]
    shares = [one["studied"] for one in document["criteria"]]
    assert all(0 <= share["done"] <= share["of"] for share in shares)


def test_the_week_is_the_one_of_today(planned: Program) -> None:
    def number(today: str) -> int:
        document = planned.run("week", "--format", "json", today=today).document
        found: int = document["number"]
        return found

    assert [number(day) for day in ("2026-01-01", "2026-12-06", "2026-12-07", "2028-01-01")] == [
        *(1, 1, 2, 10),
    ]


def test_sessions_from_a_store_tell_their_progress(planned: Program) -> None:
    assert planned.run("done", "W1-02=30").status == 0
    sessions = sessions_of(planned.run("week", "--format", "json").document)
    assert all(list(one) == [*SESSION_KEYS, "done", "actual_minutes"] for one in sessions.values())
    assert (sessions["W1-02"]["done"], sessions["W1-02"]["actual_minutes"]) == (True, 30)
    assert (sessions["W1-01"]["done"], sessions["W1-01"]["actual_minutes"]) == (False, None)


def test_week_and_export_agree(planned: Program) -> None:
    week = planned.run("week", "--format", "json").document
    assert planned.run("export", "--format", "json").document["weeks"][0] == week


@pytest.mark.parametrize("command", COMMANDS)
def test_showing_changes_nothing(planned: Program, command: str) -> None:
    before = planned.lines()
    assert planned.run(command).status == 0
    assert planned.lines() == before


@pytest.mark.parametrize("command", [*COMMANDS, "undo"])
def test_a_store_that_is_not_there_is_not_made(program: Program, command: str) -> None:
    result = program.run(command)
    assert (result.status, result.out) == (2, "")
    assert result.complaint.startswith(
        f"There is no store in {program.store} yet; loopready init --level L6 --loop 2027-02-15 "
    )
    assert not program.store.exists()


@pytest.mark.parametrize("command", COMMANDS)
def test_a_store_without_a_plan_says_so(program: Program, command: str) -> None:
    program.store.mkdir()
    result = program.run(command)
    assert (result.status, result.out) == (2, "")
    assert result.complaint.startswith(
        f"There is no plan in {program.store} yet; loopready init --level L6 --loop 2027-02-15 "
    )


@pytest.mark.parametrize(
    ("command", "form"),
    [("status", "csv"), ("status", "ics"), ("checklist", "ics"), ("checklist", "html")],
)
def test_a_form_that_a_document_does_not_have_is_one_line(
    planned: Program, command: str, form: str
) -> None:
    result = planned.run(command, "--format", form)
    assert (result.status, result.out) == (2, "")
    assert result.complaint.startswith("There is no ")
    assert all(name in result.complaint for name in ("text", "json", "markdown"))


def test_a_file_name_that_speaks_of_no_form_is_refused(planned: Program, tmp_path: Path) -> None:
    file = tmp_path / "plan.docx"
    result = planned.run("export", "--output", str(file))
    assert (result.status, result.out) == (2, "")
    assert result.complaint == "Nothing is written as .docx; name the form with --format."
    assert not file.exists()
    named = planned.run("export", "--format", "text", "--output", str(file))
    assert (named.status, named.out, named.err) == (0, "", ""), "all went well, so nothing is said"
    assert file.read_text(encoding="utf-8").startswith("L6, from ")


def sessions_of(week: Mapping[str, Any]) -> dict[str, Any]:
    return {one["code"]: one for one in week["sessions"]}


@pytest.mark.parametrize("command", ["status", "check"])
def test_a_change_of_the_curriculum_is_told_once(
    planned: Program, home: Path, command: str
) -> None:
    assert planned.run(command).err == ""
    (file,) = home.glob(".local/state/loopready/curriculum")
    ids = file.read_text(encoding="ascii").splitlines()
    file.write_text("".join(f"{one}\n" for one in ["read.gone", *ids[1:]]), encoding="ascii")
    result = planned.run(command)
    assert result.status == 0
    assert result.complaint == "The curriculum changed: 1 new, 0 renamed, 1 gone, 0 ticks lost."
    assert planned.run(command).err == ""
