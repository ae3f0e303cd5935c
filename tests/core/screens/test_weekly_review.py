"""The review of a week: planned against done, what moved, what is at risk."""

from datetime import date, timedelta

import pytest

from planner.core import readiness
from planner.core.apply import apply
from planner.core.assessment import Question, Standing
from planner.core.commands import (
    AssessLevel,
    LogTime,
    PlaceStory,
    SkipItem,
    Tick,
    WriteReview,
    WriteStory,
)
from planner.core.forecast import forecast
from planner.core.progress import is_done
from planner.core.screens.readiness import readiness_screen
from planner.core.screens.support import Kind
from planner.core.screens.weekly_review import weekly_review
from planner.core.state import State
from planner.core.story import Role
from planner.core.values import Level
from tests.core.screens.candidates import TODAY, curriculum, demo
from tests.core.strategies import usual

DEMO = demo()


def test_planned_and_done_are_those_of_the_week() -> None:
    assert DEMO.plan is not None
    week = DEMO.plan.weeks[1]
    sessions = DEMO.plan.sessions_of(week)
    review = weekly_review(DEMO, 2, TODAY)
    assert review is not None
    assert (review.number, review.monday, review.sunday) == (2, week.monday, week.sunday)
    assert review.planned == sum(one.minutes for one in sessions)
    assert review.done == sum(one.minutes for one in sessions if is_done(DEMO, one))
    assert review.logged == sum(DEMO.minutes.get(one.code, 0) for one in sessions)
    assert 0 < review.done <= review.planned


def test_what_is_open_is_neither_done_nor_skipped() -> None:
    state = usual(Level.L6)
    assert state.plan is not None
    first, second, *_ = state.plan.sessions_of(state.plan.weeks[1])
    start = state.plan.start
    before = weekly_review(state, 2, start)
    assert before is not None
    state = apply(state, Tick(target=first.code, on=start))
    state = apply(state, SkipItem(item=second.item))
    state = apply(state, LogTime(code=first.code, minutes=50, on=start))
    after = weekly_review(state, 2, start)
    assert after is not None
    assert not any(one.startswith((f"{first.code} ", f"{second.code} ")) for one in after.open)
    assert len(after.open) < len(before.open)
    assert after.logged == 50


def test_a_criterion_moves_by_what_was_ticked_in_the_week() -> None:
    state = usual(Level.L6)
    assert state.plan is not None
    monday = state.plan.weeks[2].monday
    studied = next(one for one in state.plan.sessions if one.item == "l6.cloud.aws")
    for day, expected in (
        (monday - timedelta(days=1), False),
        (monday, True),
        (monday + timedelta(days=6), True),
        (monday + timedelta(days=7), False),
    ):
        ticked = apply(state, Tick(target=studied.code, on=day))
        review = weekly_review(ticked, 3, day)
        assert review is not None
        assert bool(review.moved) is expected
        for moved in review.moved:
            [one] = [c for c in ticked.curriculum.criteria if c.id == moved.id]
            assert moved.after == readiness.prepared(ticked, one)
            assert moved.before == readiness.prepared(state, one)
            assert moved.after.done > moved.before.done


def test_risks_are_named_in_sentences() -> None:
    state = apply(DEMO, AssessLevel(on=TODAY, answers=dict.fromkeys(Question, Standing.L7)))
    review = weekly_review(state, 4, TODAY)
    assert review is not None
    told = " ".join(review.risks)
    assert review.risks[0].startswith("You aim at L6 with work that is not of L6")
    assert "1 critical principle without a second story." in told
    assert "1 story runs into a failure point." in told
    assert "Weakest: " in told
    assert all(one.endswith(".") for one in review.risks)


def test_a_first_week_is_not_told_that_it_is_late() -> None:
    first = usual()
    assert first.plan is not None
    found = forecast(first, first.plan.start)
    assert found is not None
    assert found.slack is not None
    assert found.slack < 0
    review = weekly_review(first, 1, first.plan.start)
    assert review is not None
    told = " ".join(review.risks)
    assert "In time as planned; " in told
    assert "At the pace so far" not in told


def test_what_is_written_is_kept_by_its_monday() -> None:
    assert DEMO.plan is not None
    monday = DEMO.plan.weeks[3].monday
    state = apply(DEMO, WriteReview(monday=monday, decision="Less reading", notes="tired"))
    state = apply(state, WriteReview(monday=monday, notes="rested"))
    review = weekly_review(state, 4, TODAY)
    assert review is not None
    assert (review.decision, review.notes) == ("Less reading", "rested")
    other = weekly_review(state, 3, TODAY)
    assert other is not None
    assert other.decision == ""
    empty = apply(state, WriteReview(monday=monday, decision="", notes=""))
    assert empty.reviews == {}
    with pytest.raises(ValueError, match="Monday"):
        WriteReview(monday=date(2026, 12, 1), decision="x")


def test_without_a_plan_there_is_none() -> None:
    assert weekly_review(State(curriculum()), 1, TODAY) is None


def test_a_criterion_names_what_supports_it() -> None:
    state = apply(
        DEMO,
        WriteStory(story="story.s", title="Growing", role=Role.MANAGER, criteria=("LE2",)),
    )
    state = apply(state, PlaceStory(principle="frugality", place=2, story="story.s"))
    screen = readiness_screen(state, TODAY)
    assert screen is not None
    rows = {row.id: row for family in screen.families for row in family.rows}
    for row in rows.values():
        items = [one for one in row.supports if one.kind is Kind.ITEM]
        assert len(items) == row.items
        assert sum(bool(one.line) for one in items) == row.evidenced.done
        assert sum(one.share.done for one in items) == row.studied.done
    stories = [one.title for one in rows["LE2"].supports if one.kind is Kind.STORY]
    assert stories == ["Growing a senior", "Growing"]
    shown = {one.line for one in rows["LE1"].supports}
    assert shown & set(state.evidence.values())
