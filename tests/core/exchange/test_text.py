"""Text for terminals: readable, and never wider than 80 columns."""

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.apply import apply
from planner.core.commands import AddItem
from planner.core.exchange.text import (
    checklist_text,
    plan_text,
    status_text,
    week_text,
    why_text,
)
from planner.core.exchange.text.layout import WIDTH, row
from planner.core.exchange.words import count, line, long_day, weekday
from planner.core.forecast import forecast
from planner.core.plan import Rule, because
from planner.core.planning import make_plan
from planner.core.refusal import Refused
from planner.core.screens.finding import Found
from planner.core.state import State
from planner.core.values import Level, Subject
from planner.core.wording.finish import outlook_text
from planner.core.wording.forecast import basis_text
from tests.core.exchange.example import (
    BOOK,
    CHOSEN,
    EMPTY,
    FRESH,
    PLAN,
    PROFILE,
    START,
    STARTED,
    TODAY,
)

FIRST_WEEK = """\
Week 1 · 30 Nov to 6 Dec · orientation · 3.2 of 10 h
  Tue 1 Dec, 19:30
    [x] W1-01   60 m       Assess Your Level
                           took 50 m
    [ ] W1-02   85 m       The Manager's Path — 1 Management 101 to 2 Mentoring
                           slipped
  Sat 5 Dec, 09:00
    [ ] W1-03   45 m       Baseline mock
                           slipped
"""
SECOND_WEEK = """\
Week 2 of 2 · 7 Dec to 13 Dec · taper · loop on Monday 14 December 2026
0 m done of 1 h 15 m planned; 8 h 45 m buffer kept free

Tue 8 Dec, 19:30
    [ ] W2-01   40 m       The Manager's Path — 3 Tech Lead
                           part 2 of 2

Sat 12 Dec, 09:00
    [ ] W2-02   20 m       Review: Assess Your Level
                           closed book; finished in week 1
    [ ] W2-03   15 m       Weekly review
"""


def test_a_plan_is_written_week_by_week() -> None:
    assert FIRST_WEEK in plan_text(STARTED, TODAY, progress=True)


def test_a_plan_without_a_store_has_no_boxes() -> None:
    assert "[" not in plan_text(FRESH, START)
    assert "    W1-01   60 m       Assess Your Level\n" in plan_text(FRESH, START)


def test_a_plan_tells_what_is_left_out_and_what_it_would_take() -> None:
    text = plan_text(FRESH, START)
    assert "Left out: 3 h; about 1 more week would hold it\n  3 h        ML basics\n" in text


def test_a_proposed_loop_is_said_to_be_one() -> None:
    plan = make_plan(CHOSEN, PROFILE.evolve(loop=None), START)
    assert "a proposed loop on" in plan_text(CHOSEN.evolve(plan=plan), START)


def test_a_week_is_written_with_its_reasons() -> None:
    assert week_text(STARTED, 2, TODAY) == SECOND_WEEK


def test_status_gives_each_share_in_full() -> None:
    lines = status_text(STARTED, TODAY).splitlines()
    assert lines[0] == "L6 · week 2 of 2 · 6 days to the loop on Monday 14 December 2026"
    (coding,) = (one for one in lines if one.startswith("  Solved all coding problems"))
    assert coding.split() == [
        *["Solved", "all", "coding", "problems", "optimally"],
        *["0", "of", "38.5", "h", "0", "of", "3", "–"],
    ]
    assert any(one.startswith("  [ ]  Couldn't code efficiently under pressure") for one in lines)


def test_status_tells_when_the_plan_will_be_done_and_what_that_rests_on() -> None:
    found = forecast(STARTED, TODAY)
    assert found is not None
    text = " ".join(status_text(STARTED, TODAY).split())
    assert outlook_text(found) in text
    assert basis_text(found) in text


WHY = """\
W1-02 · The Manager's Path — 1 Management 101 to 2 Mentoring
reading, core · 0 of 6 h done

Where it stands
  [ ] W1-02    week 1, Tue 1 Dec, 20:30       85 m       session 1 of 2 — 1
                                                         Management 101, 2
                                                         Mentoring
               -  “Clear examples of team leadership” had the least so far, 30 m
                  of 10 h
               -  one book at a time
  [ ] W2-01    week 2, Tue 8 Dec, 19:30       40 m       session 2 of 2 — 3 Tech
                                                         Lead
"""
LEFT_OUT = """\
ML basics · l6.data.ml
technical, optional · left out

Left out: 3 h
  optional; needs 3 h and only 1 h was free for it
  2 weeks more would bring it back
"""


def test_why_gives_the_reasons_of_the_session_that_was_asked_for() -> None:
    assert why_text(STARTED, Found(BOOK, "W1-02")).startswith(WHY)


def test_why_gives_all_reasons_of_an_item() -> None:
    text = why_text(STARTED, Found("next.assess"))
    assert "Assess Your Level · next.assess\n" in text
    assert "finished on Tuesday 1 December 2026\n" in text
    assert "               ticked off on Tue 1 Dec\n" in text
    assert "               -  part of the orientation\n" in text
    assert "               -  closed book; finished in week 1\n" in text


def test_why_tells_what_is_left_out_and_what_brings_it_back() -> None:
    left = PLAN.left_out[0].evolve(back=because(Rule.BRINGS_BACK, week=2))
    state = STARTED.evolve(plan=PLAN.evolve(left_out=(left,)))
    assert why_text(state, Found("l6.data.ml")).startswith(LEFT_OUT)
    assert "             2 weeks more would bring it back\n" in plan_text(state, TODAY)


@pytest.mark.parametrize(
    ("state", "item", "fate"),
    [
        (
            STARTED.evolve(skipped={BOOK: "read it"}),
            BOOK,
            "reading, core · skipped by you: read it",
        ),
        (STARTED.evolve(skipped={BOOK: ""}), BOOK, "skipped by you: without a reason"),
        (STARTED, "l7.arch.enterprise", "not part of your level"),
        (STARTED, "l6.sd.distributed", "not in the plan yet; replanning takes it in"),
        (STARTED, "weekly-review", "review · 0 of 0.3 h done"),
    ],
)
def test_why_says_what_became_of_an_item(state: State, item: str, fate: str) -> None:
    assert fate in why_text(state, Found(item)).splitlines()[1]


def test_the_checklist_shows_ids_that_can_be_ticked() -> None:
    lines = checklist_text(STARTED).splitlines()
    (assess,) = (one for one in lines if "next.assess" in one)
    assert assess == "  [x]  Assess Your Level              1 of 1 h      next.assess"
    (chapter,) = (one for one in lines if "/management-101" in one)
    assert chapter.startswith("       [ ]  1 Management 101")
    assert "       evidence: Wrote down *my* level" in lines


@pytest.mark.parametrize("level", Level)
def test_nothing_is_wider_than_a_terminal(level: Level) -> None:
    profile = PROFILE.evolve(level=level, loop=PROFILE.start.replace(year=2027))
    state = EMPTY.evolve(profile=profile)
    state = state.evolve(plan=make_plan(state, profile, START))
    pages = [
        plan_text(state, START, progress=True),
        status_text(state, START),
        checklist_text(state),
        *(why_text(state, Found(item.id)) for item in state.items()),
        *(week_text(state, week.number, START) for week in state.plan.weeks),  # type: ignore[union-attr]
    ]
    assert max(len(one) for text in pages for one in text.splitlines()) <= WIDTH


def test_what_a_user_typed_moves_no_cursor_and_breaks_no_line() -> None:
    title = "red \x1b[31m\u202etxet\u2028next\nline"
    own = AddItem(id="own.a", title=title, subject=Subject.TECHNICAL, minutes=60)
    lines = checklist_text(apply(STARTED, own)).splitlines()
    (shown,) = (number for number, one in enumerate(lines) if one.endswith("own.a"))
    assert lines[shown] == "  [ ]  red [31mtxet next line         0 of 1 h      own.a"


@given(st.text())
def test_a_line_is_one_line_without_commands(text: str) -> None:
    assert len(line(text).splitlines()) <= 1
    assert not {"Cc", "Cs"} & {unicodedata.category(one) for one in line(text)}


def test_a_word_that_fits_nowhere_stands_alone_at_the_right() -> None:
    lines = row([("a", 30)], "x" * 60)
    assert lines == ["a", "x".rjust(21) + "x" * 59]


def test_days_and_counts_read_as_english() -> None:
    assert long_day(START) == "Monday 30 November 2026"
    assert weekday(START) == "Mon 30 Nov"
    assert (count(1, "week"), count(0, "week")) == ("1 week", "0 weeks")


@pytest.mark.parametrize(
    "write",
    [
        lambda: plan_text(CHOSEN, TODAY),
        lambda: week_text(CHOSEN, 1, TODAY),
        lambda: status_text(CHOSEN, TODAY),
        lambda: checklist_text(EMPTY),
    ],
)
def test_without_a_plan_there_is_nothing_to_write(write: Callable[[], str]) -> None:
    with pytest.raises(Refused):
        write()
