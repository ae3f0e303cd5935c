"""What is known stands in a JSON document, and what is not is null, never left away."""

from datetime import date, time
from typing import Any

from planner.core.apply import apply
from planner.core.commands import GradeReview, NoteMock, PlaceStory, Tick, WriteStory
from planner.core.exchange.document import (
    checklist_document,
    plan_document,
    status_document,
    why_document,
)
from planner.core.exchange.document.practice import practice_document
from planner.core.exchange.document.replan import replan_document
from planner.core.exchange.document.stories import stories_document
from planner.core.mock import Judge
from planner.core.planning.difference import Difference
from planner.core.planning.repair.price import Price
from planner.core.planning.replan import Kind, Option
from planner.core.screens.finding import Found
from planner.core.screens.practice import PracticeScreen, practice_screen
from planner.core.screens.replan import ChangeRow, Counts, Place, Way, Ways
from planner.core.state import State
from planner.core.values import Grade, Level
from tests.core.exchange.example import BOOK, CHAPTERS, EMPTY, FRESH, PLAN, PROFILE, STARTED, TODAY

Document = dict[str, Any]


def row(state: State, item: str) -> Document:
    rows = [one for part in checklist_document(state)["sections"] for one in part["items"]]
    return next(one for one in rows if one["item"] == item)


def screen(state: State) -> PracticeScreen:
    found = practice_screen(state)
    assert found is not None
    return found


def session(state: State, code: str) -> Document:
    weeks = plan_document(state, progress=True)["weeks"]
    return next(one for week in weeks for one in week["sessions"] if one["code"] == code)


def test_a_checklist_tells_the_weeks_and_the_end_of_what_has_them() -> None:
    assert row(STARTED, "next.assess")["finished"] == "2026-12-01"
    book, left_out = row(STARTED, BOOK), row(STARTED, "l6.data.ml")
    assert (book["weeks"], book["finished"]) == ([1, 2], None)
    assert (left_out["weeks"], left_out["finished"]) == (None, None)
    first, *others = row(apply(FRESH, Tick(target=CHAPTERS[0], on=TODAY)), BOOK)["units"]
    assert first["finished"] == "2026-12-08"
    assert {one["finished"] for one in others} == {None}


def test_only_a_review_has_a_grade_and_an_answer() -> None:
    assert (session(STARTED, "W2-02")["grade"], session(STARTED, "W2-02")["answer"]) == (None, "")
    graded = GradeReview(code="W2-02", grade=Grade.HARD, answer="so", on=TODAY)
    state = STARTED.evolve(grades={"W2-02": graded.grade}, answers={"W2-02": "so"})
    assert (session(state, "W2-02")["grade"], session(state, "W2-02")["answer"]) == ("hard", "so")
    assert "grade" not in session(state, "W2-01")
    (bare,) = [
        one
        for week in plan_document(state)["weeks"]
        for one in week["sessions"]
        if one["code"] == "W2-02"
    ]
    assert "grade" not in bare


def test_a_break_of_the_rehearsal_has_no_round_and_a_mock_perhaps_a_code() -> None:
    slots = practice_document(screen(FRESH))["rehearsal"]["slots"]
    rounds = {one["round"] for one in slots}
    assert {None, "BR"} <= rounds
    mock = NoteMock(
        mock="run.one",
        round="SD",
        level=Level.L6,
        on=TODAY,
        minutes=45,
        scores={"depth": 3},
        judge=Judge.PARTNER,
    )
    state = apply(apply(FRESH, mock), mock.evolve(mock="run.two", code="W1-03"))
    told = [one for part in practice_document(screen(state))["rounds"] for one in part["mocks"]]
    assert {one["id"]: one["code"] for one in told} == {"run.one": None, "run.two": "W1-03"}


def test_a_change_has_a_place_before_or_after_or_both() -> None:
    place = Place(week=2, day=date(2026, 12, 9), start=time(19, 30))
    new = ChangeRow(code="W2-09", title="new", before=None, after=place)
    gone = ChangeRow(code="W1-01", title="gone", before=place, after=None)
    way = Way(
        kind=Kind.TRIM,
        option=Option(Kind.TRIM, PLAN, PROFILE, Price(), Difference((), (), (), (), ())),
        price="",
        warning="",
        counts=Counts(0, 1, 0, 1, 1),
        moved=(),
        shifted=(),
        added=(new,),
        removed=(gone,),
        left_out=(),
    )
    told = {"week": 2, "date": "2026-12-09", "start": "19:30"}
    document = replan_document(Ways(slipped=(), advice=(), ways=(way,)), Kind.TRIM)
    (option,) = document["options"]
    assert document["accepted"] == "trim"
    assert option["new"] == [{"code": "W2-09", "title": "new", "before": None, "after": told}]
    assert option["gone"] == [{"code": "W1-01", "title": "gone", "before": told, "after": None}]
    assert replan_document(Ways((), (), ()), None)["accepted"] is None


def test_a_support_without_a_line_of_evidence_says_null() -> None:
    state = FRESH.evolve(evidence={"l6.sd.apis": "drew it"})
    criteria = status_document(state, TODAY)["criteria"]
    told = {
        one["id"]: one["evidence"]
        for each in criteria
        for one in each["supports"]
        if one["kind"] == "item"
    }
    assert told.pop("l6.sd.apis") == "drew it"
    assert set(told.values()) == {None}


def test_stories_without_a_level_a_place_or_a_scope_say_null() -> None:
    assert stories_document(EMPTY)["level"] is None
    state = apply(FRESH, WriteStory(story="story.one", title="One"))
    state = apply(state, PlaceStory(principle="ownership", place=2, story="story.one"))
    document = stories_document(state)
    (principle,) = [one for one in document["principles"] if one["id"] == "ownership"]
    (story,) = document["stories"]
    assert (document["level"], principle["first"], principle["second"]) == ("L6", None, "story.one")
    assert (story["fits"], story["principles"]) == (None, ["Ownership"])
    assert None in {flag["failure"] for flag in story["flags"]}


def test_what_is_not_skipped_has_no_reason_and_says_so() -> None:
    found = why_document(FRESH, Found(item="l6.data.ml", code=None))
    assert (found["skipped"], found["skip_reason"], found["finished"]) == (False, None, None)
    state = FRESH.evolve(skipped={"l6.data.ml": ""})
    skipped = why_document(state, Found(item="l6.data.ml", code=None))
    assert (skipped["skipped"], skipped["skip_reason"]) == (True, "")
    assert (skipped["subject"], skipped["priority"]) == ("technical", "optional")
