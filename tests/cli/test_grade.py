"""`loopready grade` and `loopready prompts`: reviews, answered without a window."""

from collections import Counter
from datetime import date

import pytest

from tests.cli.program import Program

CANDIDATE = ("--level", "L6", "--start", "2026-11-30", "--loop", "2027-03-22", "--hours", "15")
ITEM, CODE = "l6.sd.distributed", "W3-13"


@pytest.fixture
def planned(program: Program) -> Program:
    assert program.run("init", *CANDIDATE, today="2026-11-30").status == 0
    return program


def reviews(program: Program, item: str = ITEM) -> list[dict[str, object]]:
    return [one for one in all_reviews(program) if one["item"] == item]


def all_reviews(program: Program) -> list[dict[str, object]]:
    document = program.run("export", "--format", "json").document
    sessions = (session for week in document["weeks"] for session in week["sessions"])
    return [one for one in sessions if one["kind"] == "review"]


def first(program: Program) -> tuple[str, str]:
    found = reviews(program)[0]
    return str(found["code"]), str(found["date"])


def test_a_review_is_ticked_off_with_its_grade_as_one_step(planned: Program) -> None:
    code, day = first(planned)
    before = planned.run("export", "--format", "json").out
    result = planned.run("grade", code.lower(), "again", "--answer", "Two copies", today=day)
    assert (result.status, result.err) == (0, "")
    assert result.out.startswith(
        f"{code}  Review: Distributed systems · graded again · comes back on"
    )
    after = reviews(planned)
    assert after[0]["done"] is True
    assert after[0]["grade"] == "again"
    assert after[0]["answer"] == "Two copies"
    gap = date.fromisoformat(str(after[1]["date"])) - date.fromisoformat(day)
    assert 1 <= gap.days <= 13  # in the week after
    assert planned.run("undo").status == 0
    assert planned.run("export", "--format", "json").out == before
    assert planned.run("check").status == 0


def test_the_same_grade_again_changes_nothing(planned: Program) -> None:
    code, day = first(planned)
    planned.run("grade", code, "hard", today=day)
    lines = planned.lines()
    result = planned.run("grade", code, "hard", today=day)
    assert "it was so already" in result.out
    assert planned.lines() == lines


def test_a_grade_can_be_taken_back(planned: Program) -> None:
    code, day = first(planned)
    planned.run("grade", code, "again", today=day)
    result = planned.run("grade", code, "none", today=day)
    assert "grade taken back" in result.out
    assert reviews(planned)[0]["grade"] is None


def test_good_twice_running_is_told_as_no_further_review(planned: Program) -> None:
    counts = Counter(str(one["item"]) for one in all_reviews(planned))
    item = next(item for item, number in counts.items() if number == 3)
    found = reviews(planned, item)
    results = [
        planned.run("grade", str(one["code"]), "good", today=str(one["date"])) for one in found[:2]
    ]
    assert "graded good · comes back on" in results[0].out
    assert "graded good · no further review" in results[1].out
    assert len(reviews(planned, item)) == 2


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("W1-01", "good"), "W1-01 is not a review, so it has no grade."),
        (("W99-01", "good"), "There is no session, item or chapter W99-01."),
        (("W3-13", "easy"), "there is no grade “easy”; choose from again, hard, good"),
        (("third", "good"), "“third” is no code; write it like W3-04"),
        (("W3-13", "good", "--answer", "x" * 20_001), "The answer was not kept: "),
    ],
)
def test_bad_words_change_nothing(planned: Program, words: tuple[str, ...], complaint: str) -> None:
    lines = planned.lines()
    result = planned.run("grade", *words)
    assert result.status == 2
    assert complaint in result.complaint
    assert planned.lines() == lines


def test_an_answer_may_hold_anything(planned: Program) -> None:
    code, day = first(planned)
    text = "<b>“x”</b> \N{RIGHT-TO-LEFT MARK}אבג 🎉 https://example.org\n" + "y" * 5000
    assert planned.run("grade", code, "hard", "--answer", text, today=day).status == 0
    assert reviews(planned)[0]["answer"] == text.strip()
    assert planned.run("grade", code, "good", today=day).status == 0
    assert reviews(planned)[0]["answer"] == text.strip()
    assert planned.run("grade", code, "good", "--answer", "", today=day).status == 0
    assert reviews(planned)[0]["answer"] == ""


def test_prompts_of_an_item_need_no_store(program: Program) -> None:
    result = program.run("prompts", "l6.ops.cicd")
    assert (result.status, result.err) == (0, "")
    assert result.out.startswith("CI/CD\n\n1.   ")
    assert not program.store.exists()


def test_prompts_of_a_review_are_those_it_asks(planned: Program) -> None:
    code, _ = first(planned)
    whole = planned.run("prompts", "distributed", "systems").out
    assert planned.run("prompts", ITEM).out == whole
    asked = planned.run("prompts", code).out
    assert asked.startswith("Review: Distributed systems\n")
    assert asked.splitlines()[2] == whole.splitlines()[2]


def test_what_has_no_prompts_says_so(planned: Program) -> None:
    assert planned.run("add", "Mine", "--minutes", "60").status == 0
    own = planned.run("checklist", "--format", "json").out
    assert "Mine" in own
    result = planned.run("prompts", "Mine")
    assert result.status == 2
    assert "only items of the guide have prompts" in result.complaint
    assert planned.run("prompts", "zebra").status == 2
