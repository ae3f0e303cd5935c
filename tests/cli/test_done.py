"""`loopready done` and `loopready undo`: ticks from paper, all or none, and back."""

import pytest

from tests.cli.program import Program
from tests.cli.test_show import sessions_of


def test_what_was_ticked_is_repeated(planned: Program) -> None:
    result = planned.run("done", "W1-01=50", "W1-02")
    assert (result.status, result.err) == (0, "")
    first, second, last = result.out.splitlines()
    assert first == "W1-01  Assess Your Level · done · 50 m logged"
    assert second == "W1-02  Understand Competencies · done"
    assert last == "To take this back: loopready undo"


def test_what_was_done_already_leaves_nothing_to_take_back(planned: Program) -> None:
    planned.run("done", "W1-01=50")
    lines = planned.run("done", "W1-01=50").out.splitlines()
    assert lines == ["W1-01  Assess Your Level · was done already · 50 m logged"]


@pytest.mark.parametrize(
    "words",
    [
        ["W1-01 50m, W1-02"],
        ["W1-01", "50m,", "W1-02"],
        ["W1-01=50;W1-02"],
        ["w1-1 0h50\nw1-2"],
        ["W1-01:50", "W1-02"],
    ],
)
def test_a_page_is_entered_as_it_was_noted(planned: Program, words: list[str]) -> None:
    lines = planned.run("done", *words).out.splitlines()
    assert lines[0].endswith(" · done · 50 m logged")
    assert lines[1] == "W1-02  Understand Competencies · done"


@pytest.mark.parametrize("word", ["w1-01", "W01-1", "W1-001", "w1-1=45m", "W1-01=0045"])
def test_codes_are_read_as_people_write_them(planned: Program, word: str) -> None:
    assert planned.run("done", word).out.startswith("W1-01  ")


def test_chapters_and_items_are_ticked_by_their_ids(planned: Program) -> None:
    chapter = "read.leadership-principles/ownership"
    assert planned.run("done", chapter, "next.assess").status == 0
    sections = planned.run("checklist", "--format", "json").document["sections"]
    rows = {row["item"]: row for section in sections for row in section["items"]}
    units = {one["unit"]: one["done"] for one in rows["read.leadership-principles"]["units"]}
    assert [unit for unit, done in units.items() if done] == [chapter]
    assert rows["next.assess"]["done"]
    sessions = sessions_of(planned.run("week", "--format", "json").document)
    assert sessions["W1-01"]["done"]


def test_one_gesture_is_one_step_back(planned: Program) -> None:
    before = planned.run("export", "--format", "json").out
    planned.run("done", "W1-01=50", "W1-02", "W1-03")
    result = planned.run("undo")
    assert (result.status, result.err) == (0, "")
    assert result.out.splitlines() == [
        "Taken back:",
        "  ticked off W1-01 Assess Your Level",
        "  logged 50 m for W1-01",
        "  ticked off W1-02 Understand Competencies",
        "  ticked off W1-03 Learn the Principles",
    ]
    assert planned.run("export", "--format", "json").out == before


def test_an_unknown_code_ticks_nothing(planned: Program) -> None:
    before = planned.lines()
    result = planned.run("done", "W1-01", "W9-99", "no.such-item", "W1-02")
    assert (result.status, result.out) == (2, "")
    assert result.complaint == "The plan has no W9-99, no.such-item. Nothing was ticked off."
    assert planned.lines() == before


def test_a_code_named_twice_ticks_nothing(planned: Program) -> None:
    before = planned.lines()
    result = planned.run("done", "W1-01=20", "w1-1=30")
    assert result.status == 2
    assert result.complaint == "W1-01 is named twice. Nothing was ticked off."
    assert planned.lines() == before


def test_what_was_done_already_is_said_and_not_logged_twice(planned: Program) -> None:
    planned.run("done", "W1-01=50")
    before = planned.lines()
    result = planned.run("done", "W1-01=50")
    assert result.status == 0
    assert result.out.startswith("W1-01  Assess Your Level · was done already · 50 m logged\n")
    assert planned.lines() == before


def test_minutes_can_be_told_later(planned: Program) -> None:
    planned.run("done", "W1-01")
    assert "was done already · 45 m logged" in planned.run("done", "W1-01=45").out


@pytest.mark.parametrize(
    "word",
    [
        *("W1-01=0", "W1-01=", "W1-01=-5", "W1-01=1441", "W1-01=ten", "W1-01=1e3", "W1-01=٣"),
        *("", "W1 01", "W1-01\x00W1-02", "../etc", "next.assess=5", "x" * 200),
    ],
)
def test_what_is_no_code_is_refused(planned: Program, word: str) -> None:
    before = planned.lines()
    result = planned.run("done", "W1-02", word)
    assert (result.status, result.out) == (2, "")
    assert result.complaint
    assert planned.lines() == before


def test_nothing_named_is_refused(planned: Program) -> None:
    assert planned.run("done").status == 2


def test_undo_goes_back_to_the_empty_store_and_says_when_it_ends(planned: Program) -> None:
    result = planned.run("undo")
    assert result.status == 0
    assert result.out.splitlines()[1] == "  profile: L6, loop on 2027-02-08, 10 h a week"
    again = planned.run("undo")
    assert (again.status, again.complaint) == (1, "There is nothing to take back.")
