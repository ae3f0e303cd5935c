"""What cannot be is refused in one line with status 2, and nothing is lost."""

from pathlib import Path

import pytest

from planner.core.refusal import Refusal, Refused
from planner.core.wording import refusal_text
from tests.cli.program import CANDIDATE, Program

L6 = ("--level", "L6")


def said(refusal: Refusal, about: str = "") -> str:
    return refusal_text(Refused(refusal, about))


IMPOSSIBLE = [
    ((*L6, "--loop", "2026-12-04"), said(Refusal.LOOP_IN_PAST, "2026-12-04")),
    ((*L6, "--loop", "2026-12-05"), said(Refusal.LOOP_IN_PAST, "2026-12-05")),
    (
        (*L6, "--start", "2027-01-04", "--loop", "2027-01-04"),
        said(Refusal.LOOP_BEFORE_START, "2027-01-04"),
    ),
    (
        (*L6, "--start", "2027-02-01", "--loop", "2027-01-04"),
        said(Refusal.LOOP_BEFORE_START, "2027-01-04"),
    ),
    ((*L6, "--loop", "2039-01-01"), said(Refusal.LOOP_TOO_FAR, "2039-01-01")),
    ((*L6, "--start", "2024-01-01"), said(Refusal.START_TOO_EARLY, "2024-01-01")),
    ((*L6, "--loop", "2027-02-30"), "--loop: there is no day 2027-02-30"),
    ((*L6, "--start", "2027-13-01"), "--start: there is no day 2027-13-01"),
    ((*L6, "--loop", "08.02.2027"), "--loop: “08.02.2027” is no day; write it like 2027-02-08"),
    ((*L6, "--loop", "20270208"), "--loop: “20270208” is no day"),
    ((*L6, "--loop", "2027-W06-1"), "--loop: “2027-W06-1” is no day"),
    ((*L6, "--loop", "9999-12-31"), "--loop: 9999-12-31 lies outside the years"),
    ((*L6, "--loop", ""), "--loop: “” is no day"),
    ((*L6, "--hours", "0"), said(Refusal.TOO_FEW_HOURS)),
    ((*L6, "--hours", "-5"), said(Refusal.TOO_FEW_HOURS)),
    ((*L6, "--hours", "200"), said(Refusal.TOO_MANY_HOURS)),
    ((*L6, "--hours", "ten"), "--hours: “ten” is no number of hours; write it like 10 or 7.5"),
    ((*L6, "--hours", "nan"), "--hours: “nan” is no number of hours"),
    ((*L6, "--hours", "1e999"), "--hours: “1e999” is no number of hours"),
    ((*L6, "--hours", "9" * 5000), "--hours: “999"),
    (("--level", "L5"), "--level: there is no level “L5”; choose L6 or L7"),
    (("--level", ""), "--level: there is no level “”; choose L6 or L7"),
    ((*L6, "--rating", "great"), "--rating: there is no rating “great”; choose from new, working"),
    ((*L6, "--format", "docx"), "--format: "),
    ((*L6, "--paper", "b5"), "--paper: "),
    ((*L6, "--paper", "a4"), "--paper is for a PDF; add --format pdf."),
    ((*L6, "--discreet"), "--discreet is for what others may see: --format pdf, html or ics."),
    ((*L6, "--output", ""), "--output: a path is missing"),
    ((*L6, "surplus"), "unrecognized arguments: surplus"),
    ((*L6, "--frobnicate"), "unrecognized arguments: --frobnicate"),
    ((*L6, "line\none\x1b[31m"), "unrecognized arguments: line one[31m"),
]


@pytest.mark.parametrize(("words", "told"), IMPOSSIBLE)
@pytest.mark.parametrize("command", ["plan", "init"])
def test_an_impossible_entry_is_one_line(
    planned: Program, command: str, words: tuple[str, ...], told: str
) -> None:
    before = planned.lines()
    result = planned.run(command, *words)
    assert (result.status, result.out) == (2, "")
    assert result.complaint.startswith(told)
    assert planned.lines() == before


@pytest.mark.parametrize("command", ["plan", "init"])
def test_the_level_has_to_be_named(program: Program, command: str) -> None:
    result = program.run(command)
    assert (result.status, result.out) == (2, "")
    assert result.complaint == "The level is missing; add --level L6 or --level L7."
    assert not program.store.exists()


def test_a_loop_that_has_passed_is_not_kept_silently(planned: Program) -> None:
    result = planned.run("init", "--hours", "12", today="2027-02-09")
    assert (result.status, result.complaint) == (2, said(Refusal.LOOP_IN_PAST, "2027-02-08"))


@pytest.mark.parametrize("day", range(7))
def test_a_plan_may_start_on_any_weekday(program: Program, day: int) -> None:
    start = f"2026-12-{7 + day:02d}"
    words = ("plan", *L6, "--start", start, "--loop", "2027-02-08", "--format", "json")
    document = program.run(*words).document
    assert (document["start"], document["weeks"][0]["monday"]) == (start, "2026-12-07")
    days = [one["date"] for week in document["weeks"] for one in week["sessions"]]
    assert min(days) >= start


@pytest.mark.parametrize("words", [("nonsense",), ("--today", "2026-02-30"), ("--store", "")])
def test_words_that_are_none_are_refused(program: Program, words: tuple[str, ...]) -> None:
    result = program.bare(*words)
    assert (result.status, result.out) == (2, "")
    assert result.complaint


def test_options_that_stand_alone_are_told_so(program: Program) -> None:
    for words in (("--demo", "week"), ("--version", "--demo"), ("--demo", "--store", "x")):
        result = program.bare(*words)
        assert (result.status, result.out) == (2, "")
        assert result.complaint.endswith("takes no command; leave one of them out.")


def test_store_and_day_may_stand_before_the_command(program: Program) -> None:
    common = ("--store", str(program.store), "--today", "2026-12-05")
    assert program.bare(*common, "init", *CANDIDATE).status == 0
    assert program.bare(*common, "week").out == program.run("week").out
    mixed = program.bare(*common[:2], "week", *common[2:])
    assert mixed.out == program.run("week").out


def test_a_store_that_is_a_file_stays_one(program: Program) -> None:
    program.store.write_text("mine", encoding="utf-8")
    for words in (("init", *CANDIDATE), ("week",), ("done", "W1-01"), ("check",)):
        result = program.run(*words)
        assert (result.status, result.out) == (2, "")
        assert "must be a folder" in result.complaint
    assert program.store.read_text(encoding="utf-8") == "mine"


def test_a_store_below_a_file_is_refused(program: Program) -> None:
    program.store.write_text("mine", encoding="utf-8")
    result = program.bare("init", *CANDIDATE, "--store", str(program.store / "deep"))
    assert (result.status, result.out) == (2, "")
    assert result.complaint


def test_a_store_whose_name_is_too_long_is_refused(program: Program) -> None:
    for words in (("week",), ("check",), ("init", *CANDIDATE), ("done", "W1-01")):
        result = program.bare(*words, "--store", str(program.store / ("x" * 5000)))
        assert (result.status, result.out) == (2, "")
        assert result.complaint


def test_a_missing_store_is_made_by_init_with_its_folders(program: Program) -> None:
    deep = program.store / "a" / "b"
    words = ("--store", str(deep), "--today", "2026-12-05")
    assert program.bare("init", *CANDIDATE, *words).status == 0
    assert program.bare("week", *words).status == 0


@pytest.mark.parametrize("command", ["plan", "export"])
def test_a_folder_is_no_output(planned: Program, tmp_path: Path, command: str) -> None:
    words = L6 if command == "plan" else ()
    result = planned.run(command, *words, "--output", str(tmp_path))
    assert (result.status, result.out) == (2, "")
    assert result.complaint == f"--output wants a file, and {tmp_path} is a folder."


def test_an_output_in_no_folder_is_refused(planned: Program, tmp_path: Path) -> None:
    result = planned.run("export", "--output", str(tmp_path / "none" / "plan.txt"))
    assert result.status == 2
    assert result.complaint == f"The folder {tmp_path / 'none'} is not there."
