"""What text, Markdown and web page say only where there is something to say, and then all of it."""

from datetime import timedelta

import pytest

from planner.core.apply import apply
from planner.core.assessment import Question, Standing
from planner.core.commands import (
    AddItem,
    AssessLevel,
    EstimateItem,
    NoteMock,
    RateItem,
    SkipItem,
    Tick,
)
from planner.core.exchange import markdown, text
from planner.core.exchange.exports import How, text_of
from planner.core.exchange.forms import Form, What
from planner.core.exchange.text.practice import slot_name
from planner.core.screens.finding import Found
from planner.core.screens.practice import practice_screen
from planner.core.screens.weekly_review import weekly_review
from planner.core.state import State
from planner.core.values import Level, Rating, Subject
from tests.core.exchange.example import BOOK, EMPTY, FRESH, LOOP, PLAN, STARTED, TODAY
from tests.core.planning.test_efforts import slow
from tests.core.screens.candidates import TODAY as LATER
from tests.core.screens.candidates import demo

OWN = AddItem(id="own.one", title="My own", subject=Subject.READING, minutes=60)
PROPOSED = FRESH.evolve(plan=PLAN.evolve(loop_proposed=True))
"""The loop day is not booked."""


def web(state: State, *, discreet: bool = False) -> str:
    return text_of(state, What.PLAN, Form.WEB_PAGE, 1, TODAY, How(discreet=discreet))


def squeezed(said: str) -> str:
    return " ".join(said.split())


def test_a_proposed_loop_day_is_called_so_and_a_discreet_page_speaks_of_none() -> None:
    assert "(proposed, not booked yet)" in web(PROPOSED)
    assert "proposed" not in web(FRESH)
    assert "proposed" not in web(PROPOSED, discreet=True)
    assert "(proposed, not booked yet)" in markdown.plan_markdown(PROPOSED, TODAY)


def test_a_web_page_tells_the_time_that_was_taken_where_it_is_known() -> None:
    taken = '<td role="cell" class="number took">'
    assert f"{taken}50 m</td>" in web(STARTED)
    assert web(STARTED).count(f"{taken}</td>") == 2
    assert taken not in web(FRESH)


def test_what_would_hold_the_rest_is_said_where_it_is_known() -> None:
    certain = FRESH.evolve(plan=PLAN.evolve(extra_weeks_needed=0))
    for write in (markdown.plan_markdown, text.plan_text):
        assert "; about 1 more week would hold it" in write(FRESH, TODAY)
        assert "would hold it" not in write(certain, TODAY)
    full = FRESH.evolve(plan=PLAN.evolve(left_out=()))
    assert "Left out" not in markdown.plan_markdown(full, TODAY) + text.plan_text(full, TODAY)


def test_reasons_stand_only_where_there_are_some() -> None:
    (block,) = [one for one in text.week_text(STARTED, 2, TODAY).split("\n") if "W2-01" in one]
    assert squeezed(block).startswith("[ ] W2-01 40 m The Manager's Path")
    said = markdown.week_markdown(STARTED, 2, TODAY)
    assert "\n  \n" not in said
    assert said.count("\n  ") == 2, "the weekly review has none"


def test_a_checklist_tells_whose_a_book_is_and_what_was_made_of_an_item() -> None:
    state = apply(FRESH, OWN)
    state = apply(state, RateItem(item="l6.cloud.aws", rating=Rating.STRONG))
    state = apply(state, EstimateItem(item="l6.cloud.aws", minutes=90))
    state = apply(state, SkipItem(item="l6.sd.apis", reason="known"))
    said = markdown.checklist_markdown(state)
    assert "\n- [ ] My own · " in said
    assert "\n- [ ] The Manager's Path, Camille Fournier · 0 of 6 h\n" in said
    assert "\n- [ ] AWS services · 0 of 1.5 h · your estimate, rated strong\n" in said
    assert "\n- [ ] ML basics · left out\n" in said
    assert "\n- [ ] APIs · skipped\n" in said
    shown = squeezed(text.checklist_text(state))
    assert "AWS services 0 of 1.5 h l6.cloud.aws your estimate, rated strong [" in shown
    assert "APIs skipped l6.sd.apis" in shown
    assert "ML basics left out l6.data.ml" in shown


@pytest.mark.parametrize(("days", "said"), [(6, "6 days to"), (1, "1 day to"), (-1, "1 day after")])
def test_how_far_the_loop_is(days: int, said: str) -> None:
    today = LOOP - timedelta(days=days)
    assert said in text.status_text(FRESH, today)
    assert said in markdown.status_markdown(FRESH, today)
    assert "the loop is today" in text.status_text(FRESH, LOOP)


def test_own_pace_and_risks_are_told_where_there_are_some() -> None:
    said, shown = markdown.status_markdown(STARTED, TODAY), text.status_text(STARTED, TODAY)
    assert "Your pace" not in said + shown
    assert "Risk" not in said + shown
    state, today = slow()
    below = AssessLevel(on=today, answers=dict.fromkeys(Question, Standing.BELOW), facts={})
    state = apply(state, below)
    said, shown = markdown.status_markdown(state, today), text.status_text(state, today)
    assert "\nYour pace: technical ×1.5 (5 items).\n" in said
    assert "\n**Risk.** You aim at L6 with work that is not of L6: " in said
    assert "Your pace: technical ×1.5 (5 items)\n" in shown
    assert "Risk: You aim at L6 with" in shown


def test_a_round_is_called_ready_once_it_is_and_a_mock_by_its_score() -> None:
    note = NoteMock(
        mock="run.one", round="SD", level=Level.L6, on=TODAY, minutes=45, scores={"depth": 2}
    )
    state = apply(apply(FRESH, note), note.evolve(mock="run.two", scores={"depth": 4}))
    screen = practice_screen(state)
    assert screen is not None
    named = [(slot.round, slot_name(slot)) for slot in screen.rehearsal.slots]
    assert named[0] == ("COD", "Coding Rounds")
    assert {name for round_id, name in named if not round_id} == {"break"}
    some = screen.evolve(rows=(screen.rows[0].evolve(is_ready=True), *screen.rows[1:]))
    for write in (markdown.practice_markdown, text.practice_text):
        assert " · ready" not in write(state, screen)
        assert write(state, some).count(" · ready") == 1
        assert squeezed(write(state, screen)).count("2 of 4, below the bar · ") == 1
        assert squeezed(write(state, screen)).count("4 of 4, at the bar · ") == 1


def test_stories_say_for_which_level_they_count() -> None:
    assert "critical at" not in markdown.stories_markdown(EMPTY) + text.stories_text(EMPTY)
    said, shown = markdown.stories_markdown(demo()), text.stories_text(demo())
    assert "\nBold: critical at L6." in said
    assert "\n   * critical at L6\n" in shown
    assert "fits L6" in said
    assert "fits L6" in shown
    assert "Made for" not in said


def test_why_tells_what_became_of_an_item() -> None:
    def head(state: State, item: str) -> str:
        return text.why_text(state, Found(item)).splitlines()[1]

    other = next(one.id for one in FRESH.curriculum.items if one.id.startswith("l7."))
    skipped = apply(FRESH, SkipItem(item="l6.sd.apis", reason="known"))
    bare = apply(FRESH, SkipItem(item="l6.sd.apis", reason=""))
    done = apply(FRESH, Tick(target="l6.sd.apis", on=TODAY))
    assert head(FRESH, other).endswith("not part of your level")
    assert head(FRESH, "l6.sd.apis").endswith("not in the plan yet; replanning takes it in")
    assert head(skipped, "l6.sd.apis").endswith("skipped by you: known")
    assert head(bare, "l6.sd.apis").endswith("skipped by you: without a reason")
    assert head(done, "l6.sd.apis").endswith("finished on Tuesday 8 December 2026")
    assert head(FRESH, "l6.data.ml").endswith("left out")
    assert head(FRESH, BOOK).endswith("0 of 6 h done")
    assert "Where it stands" not in text.why_text(FRESH, Found("l6.data.ml"))
    assert "## Counts towards" not in markdown.why_markdown(EMPTY, Found("l6.data.ml"))
    assert "\n## Counts towards\n\n- " in markdown.why_markdown(FRESH, Found(BOOK))


def test_a_review_has_only_headings_with_something_below() -> None:
    one = weekly_review(demo(), 3, LATER)
    assert one is not None
    bare = one.evolve(open=(), moved=(), risks=(), decision="", notes="")
    full = bare.evolve(open=("W1",), decision="sleep", notes="a\nb")
    assert "##" not in markdown.review_markdown(bare)
    assert len(text.review_text(bare).strip().splitlines()) == 2
    assert markdown.review_markdown(full).count("\n## ") == 3
    assert "\n## Decision\n\n- sleep\n" in markdown.review_markdown(full)
    assert text.review_text(full).endswith("\n\nDecision\n  -  sleep\n\nNotes\n  -  a\n  -  b\n")
