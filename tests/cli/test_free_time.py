"""Days off, other hours, holidays, rounds and calendars on the command line."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.program import CANDIDATE, Program
from tests.storage.calendar.files import event, written

WEEKLY = ("DTSTART:20261208T183000Z", "DTEND:20261208T190000Z", "RRULE:FREQ=WEEKLY")
"""Tuesdays from 19:30 to 20:00 in Berlin, where study begins at 19:30."""


def weeks(program: Program) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = program.run("export", "--format", "json").document["weeks"]
    return found


def sessions(program: Program) -> list[tuple[str, str]]:
    return [(one["date"], one["start"]) for week in weeks(program) for one in week["sessions"]]


def days(program: Program) -> set[str]:
    return {day for day, _ in sessions(program)}


@pytest.fixture
def calendar(tmp_path: Path) -> Path:
    return written(tmp_path, event(*WEEKLY))


def test_days_off_stay_without_sessions(planned: Program) -> None:
    before = days(planned)
    assert planned.init("--day-off", "2026-12-12,2026-12-20..2027-01-03").status == 0
    assert not days(planned) & {"2026-12-12", "2026-12-26", "2027-01-02"}
    assert "2026-12-12" in before
    assert weeks(planned)[3]["capacity_minutes"] == 0
    assert weeks(planned)[1]["capacity_minutes"] == 600 - 240


def test_days_off_add_up_and_can_be_taken_back(planned: Program) -> None:
    planned.init("--day-off", "2026-12-12")
    planned.init("--day-off", "2026-12-13")
    assert weeks(planned)[1]["capacity_minutes"] == 600 - 240 - 180
    planned.init("--day-off", "none", "--day-off", "2026-12-13")
    assert weeks(planned)[1]["capacity_minutes"] == 600 - 180


def test_a_week_can_have_other_hours_and_the_usual_ones_again(planned: Program) -> None:
    planned.init("--week-hours", "2026-12-14=3", "--week-hours", "2026-12-21=0")
    assert [week["capacity_minutes"] for week in weeks(planned)[2:5]] == [180, 0, 600]
    planned.init("--week-hours", "2026-12-14=usual")
    assert [week["capacity_minutes"] for week in weeks(planned)[2:5]] == [600, 0, 600]


def test_holidays_are_kept_free_until_others_are_named(planned: Program) -> None:
    planned.init("--holidays", "DE", "--day-off", "2026-12-08")
    assert weeks(planned)[3]["capacity_minutes"] == 600 - 240  # 26 December is a Saturday
    planned.init("--holidays", "none")
    assert weeks(planned)[3]["capacity_minutes"] == 600
    assert weeks(planned)[1]["capacity_minutes"] == 600 - 90


def test_nothing_is_planned_over_the_hours_of_a_calendar(planned: Program, calendar: Path) -> None:
    result = planned.init("--busy", str(calendar), "--zone", "Europe/Berlin")
    assert (result.status, result.err) == (0, "")
    assert weeks(planned)[2]["capacity_minutes"] == 570
    tuesday = [start for day, start in sessions(planned) if day == "2026-12-15"]
    assert min(tuesday) == "20:00"
    assert b"keep-busy" in planned.lines()[-2]
    planned.init("--busy", "none")
    assert weeks(planned)[2]["capacity_minutes"] == 600


def test_what_is_known_is_kept_by_a_second_init(planned: Program, calendar: Path) -> None:
    words = ("--day-off", "2026-12-12", "--gate", "PS=2027-01-20", "--week-hours", "2026-12-21=2")
    planned.init(*words, "--busy", str(calendar), "--zone", "Europe/Berlin")
    before = [week["capacity_minutes"] for week in weeks(planned)]
    planned.init("--rating", "strong")
    assert [week["capacity_minutes"] for week in weeks(planned)] == before
    line = planned.lines()[-2].decode()
    assert '"gates": {"PS": "2027-01-20"}' in line
    assert '"zone": "Europe/Berlin"' in line


def test_the_rounds_of_a_level_do_not_follow_to_another(planned: Program) -> None:
    planned.init("--gate", "ps=2027-01-20")
    assert planned.init("--level", "L7").status == 0
    assert '"gates"' not in planned.lines()[-2].decode()


def test_a_plan_without_a_store_takes_the_same_words(program: Program, calendar: Path) -> None:
    words = ("--day-off", "2026-12-12", "--busy", str(calendar), "--zone", "Europe/Berlin")
    plan = program.run("plan", *CANDIDATE, *words, "--format", "json").document
    assert [week["capacity_minutes"] for week in plan["weeks"][:3]] == [600, 330, 570]
    assert not program.store.exists()


def test_what_could_not_be_read_of_a_calendar_is_told(planned: Program, tmp_path: Path) -> None:
    file = written(tmp_path, event("DTSTART:soon"), event(*WEEKLY, uid="2@example"))
    result = planned.init("--busy", str(file))
    assert result.status == 0
    assert result.complaint == "work.ics: 1 appointment could not be read."


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--day-off", "2027-02-30"), "--day-off: there is no day 2027-02-30"),
        (("--day-off", "soon"), "--day-off: “soon” is no day; write it like 2027-02-08"),
        (
            ("--day-off", "2027-01-09..2027-01-02"),
            "--day-off: 2027-01-09..2027-01-02 is no stretch of up to 366 days",
        ),
        (
            ("--day-off", "2026-12-05..2027-02-07"),
            "Days off and busy hours leave no time for study before 2027-02-08.",
        ),
        (
            ("--week-hours", "2026-12-15=3"),
            "--week-hours: 2026-12-15 is no Monday; its week begins on 2026-12-14",
        ),
        (
            ("--week-hours", "2026-12-14"),
            "--week-hours: “2026-12-14” names no hours; write it like 2027-01-04=6",
        ),
        (("--week-hours", "2026-12-14=85"), "--week-hours: a week has 0 to 84 hours, not 85"),
        (("--week-hours", "2026-12-14=-1"), "--week-hours: a week has 0 to 84 hours, not -1"),
        (("--holidays", "QQ"), "There is no country “QQ”; write its two letters, as in US."),
        (("--gate", "PS=2027-02-08"), "Phone Screen must come before the loop day."),
        (("--gate", "RC=2027-01-08"), "Recruiter Call belongs to the other level."),
        (
            ("--gate", "SD=2027-01-08"),
            "System Design is part of the loop day and has no date of its own.",
        ),
        (("--gate", "XX=2027-01-08"), "There is no round XX before the loop day."),
        (
            ("--gate", "PS"),
            "--gate: “PS” names no round and day; write it like PS=2027-01-20",
        ),
        (
            ("--level", "L7", "--gate", "RC=2027-01-09", "--gate", "HM=2027-01-08"),
            "The rounds come in the guide's order; HM Screen is too early.",
        ),
        (("--busy", "none-such.ics"), "There is no file none-such.ics."),
        (("--busy", ""), "--busy: a path is missing"),
        (
            ("--zone", "Mars/Base"),
            "There is no time zone “Mars/Base”; write it like Europe/Berlin.",
        ),
    ],
)
def test_bad_input_is_one_line_and_changes_nothing(
    planned: Program, words: tuple[str, ...], told: str
) -> None:
    before = planned.lines()
    result = planned.init(*words)
    assert (result.status, result.out, result.complaint) == (2, "", told)
    assert planned.lines() == before


def test_a_page_to_sign_in_is_no_calendar(planned: Program, tmp_path: Path) -> None:
    page = tmp_path / "page.ics"
    page.write_text("<html>", encoding="utf-8")
    result = planned.init("--busy", str(page))
    assert result.status == 2
    assert result.complaint.endswith("is a web page, perhaps one to sign in.")
