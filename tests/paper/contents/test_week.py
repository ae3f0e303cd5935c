from datetime import date, time

import pytest

from planner.core import commands as c
from planner.core.apply import apply
from planner.core.screens.week import week_screen
from planner.core.state import State
from planner.core.values import Level
from planner.core.wording import duration
from planner.paper.contents.document import Standing, Task
from planner.paper.contents.week import week_document
from planner.paper.pdf import week_pdf
from planner.paper.sizes import Paper
from tests.paper.candidates import LOOPS, START, candidate, session, with_sessions
from tests.paper.reading import texts

TUESDAY = date(2026, 12, 22)


def plain(state: State, number: int = 4, today: date = TUESDAY) -> str:
    """The words of a week's only page, with single spaces."""
    (page,) = texts(week_pdf(state, number, today, Paper.A4))
    return " ".join(page.split())


def tasks(state: State, number: int = 4) -> dict[str, Task]:
    document = week_document(state, number, TUESDAY)
    rows = (row for section in document.sections for row in section.rows)
    return {row.code: row for row in rows if isinstance(row, Task)}


def test_the_head_tells_week_phase_loop_and_time() -> None:
    state = candidate(Level.L6)
    screen = week_screen(state, 4, TUESDAY)
    assert screen is not None
    page = plain(state)
    assert "Week 4 of 10" in page
    assert "21 – 27 December · build phase" in page
    assert "L6 · loop day Mon 8 Feb (48 days)" in page
    assert f"{duration(screen.planned)} planned · {duration(screen.buffer)} buffer" in page


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2027, 2, 7), "(1 day)"),
        (LOOPS[10], "(today)"),
        (date(2027, 2, 9), "(1 day ago)"),
        (date(2027, 2, 18), "(10 days ago)"),
    ],
)
def test_the_distance_to_the_loop_reads_well(today: date, words: str) -> None:
    assert f"loop day Mon 8 Feb {words}" in plain(candidate(Level.L6), today=today)


def test_a_proposed_loop_day_is_called_so() -> None:
    state = candidate(Level.L6)
    assert state.plan is not None
    proposed = state.evolve(plan=state.plan.evolve(loop_proposed=True))
    assert "L6 · proposed loop day Mon 8 Feb" in plain(proposed)


def test_a_week_over_two_months_names_both() -> None:
    assert "28 December – 3 January" in plain(candidate(Level.L6), 5)


def test_a_day_has_its_time_and_its_sum() -> None:
    state = with_sessions(
        session("W1-01", "own.0", 1, 50, hour=19),
        session("W1-02", "own.1", 1, 15, hour=20),
        titles=("First", "Second"),
    )
    page = plain(state, 1, START)
    assert "Tuesday 1, 19:00 1 h 05 m · actual" in page
    assert "W1-01 First 50 m" in page


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        ("", "On Tuesday 22 at 19:30 I do:"),
        ("the kitchen table", "On Tuesday 22 at 19:30, at the kitchen table, I do:"),
        (" In the library ", "On Tuesday 22 at 19:30, In the library, I do:"),
        ("at home", "On Tuesday 22 at 19:30, at home, I do:"),
    ],
)
def test_each_day_says_when_where_and_what(place: str, sentence: str) -> None:
    state = with_sessions(session("W4-01", "own.0", 22), titles=("Item",), weeks=10)
    assert state.profile is not None
    assert state.plan is not None
    (first,) = state.plan.sessions
    moved = first.evolve(start=time(19, 30))
    at = state.evolve(
        profile=state.profile.evolve(place=place), plan=state.plan.evolve(sessions=(moved,))
    )
    assert sentence in plain(at)


def test_the_sentences_give_way_to_the_review_and_to_a_second_page() -> None:
    """With more and more sessions; where they gain nothing by going, the sentences stay."""
    found = []
    for count in range(1, 22):
        state = with_sessions(
            *(session(f"W1-{n + 1:02d}", "own.0", n % 7) for n in range(count)), titles=("A",)
        )
        shown = texts(week_pdf(state, 1, START, Paper.A4))
        sentences, review = "at the library, I do:" in shown[0], "Review of" in shown[-1]
        found.append((len(shown), sentences, review))
    first = dict.fromkeys(found)
    assert list(first)[:4] == [
        (1, True, True),
        (1, False, True),
        (1, True, False),
        (1, False, False),
    ]


def test_the_review_asks_its_questions() -> None:
    state = with_sessions(*(session(f"W1-0{n + 1}", "own.0", n) for n in range(5)), titles=("A",))
    assert "Review of the week What moved What slipped One decision" in plain(state)


def test_logged_minutes_stand_in_the_dotted_place() -> None:
    state = candidate(Level.L6)
    logged = apply(state, c.LogTime(code="W4-02", minutes=125, on=TUESDAY))
    assert tasks(logged)["W4-02"].actual == "125 m"
    assert tasks(logged)["W4-01"].actual == ""
    minutes = tasks(state)["W4-02"].minutes
    assert f"{minutes} 125 m" in plain(logged)


def test_boxes_show_what_is_done_and_what_is_skipped() -> None:
    state = candidate(Level.L6)
    assert state.plan is not None
    skipped = state.plan.by_code["W4-03"].item
    changed = apply(state, c.Tick(target="W4-01", on=TUESDAY))
    changed = apply(changed, c.SkipItem(item=skipped, reason="known"))
    found = tasks(changed)
    assert found["W4-01"].standing is Standing.DONE
    assert found["W4-03"].standing is Standing.SKIPPED
    assert found["W4-03"].note.startswith("skipped; ")
    assert found["W4-01"].note == tasks(state)["W4-01"].note
    assert tasks(state)["W4-03"].standing is Standing.OPEN


def test_a_note_says_why() -> None:
    assert "what moved, what slipped, one decision" in plain(candidate(Level.L6))


def test_an_empty_week_is_a_page_to_write_on() -> None:
    page = plain(with_sessions(), 1, START)
    assert "Nothing is planned in this week; 10 h are free." in page
    assert "0 m planned · 10 h buffer" in page
    assert "Review of the week" in page


@pytest.mark.parametrize(("asked", "shown"), [(-3, "Week 1 of 10"), (99, "Week 10 of 10")])
def test_a_week_outside_the_plan_is_the_nearest(asked: int, shown: str) -> None:
    assert shown in plain(candidate(Level.L6), asked)


def test_the_file_is_named_after_level_and_week() -> None:
    assert week_document(candidate(Level.L7), 4, TUESDAY).cover.name == "loopready-l7-week-4.pdf"
