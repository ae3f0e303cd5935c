"""The figures of the JSON documents, as scripts read them."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from planner.core.exchange import document
from planner.core.exchange.exports import text_of
from planner.core.exchange.forms import Form, What
from planner.core.screens.practice import practice_screen
from planner.core.screens.weekly_review import WeeklyReview, weekly_review
from planner.core.state import State
from tests.figures.values import Figures, Key, Minutes, OfMinutes, OfThings

Document = dict[str, Any]


def of_json(state: State, today: date) -> Figures:
    """Plan, status, checklist and practice, as scripts read them."""
    plan = json.loads(text_of(state, What.PLAN, Form.JSON, 1, today))
    checklist = json.loads(text_of(state, What.CHECKLIST, Form.JSON, 1, today))
    screen = practice_screen(state)
    assert screen is not None
    return dict(
        [
            *_plan_document(plan),
            *_status_document(document.status_document(state, today)),
            *_checklist_document(checklist),
            *_practice_document(document.practice_document(screen)),
            *_stories_document(document.stories_document(state)),
            *_review_document(document.review_document(reviewed(state, today))),
        ]
    )


def _plan_document(plan: Document) -> Iterator[tuple[Key, object]]:
    yield ("plan", "left out"), Minutes(plan["shortfall_minutes"])
    yield ("plan", "more weeks"), plan["extra_weeks_needed"]
    for number, left in enumerate(plan["left_out"]):
        yield ("left out", str(number)), Minutes(left["minutes"])
    for week in plan["weeks"]:
        yield ("week", "planned", str(week["number"])), Minutes(week["planned_minutes"])
        yield ("week", "free", str(week["number"])), Minutes(week["capacity_minutes"])
        for one in week["sessions"]:
            yield ("session", "minutes", one["code"]), one["minutes"]
            yield ("session", "actual", one["code"]), one["actual_minutes"]
            yield ("session", "done", one["code"]), one["done"]


def _status_document(status: Document) -> Iterator[tuple[Key, object]]:
    yield ("status", "done"), Minutes(status["done_minutes"])
    yield ("status", "planned"), Minutes(status["planned_minutes"])
    yield ("status", "due"), Minutes(status["due_minutes"])
    yield ("loop", "days"), status["days_to_loop"]
    yield ("slack", "weeks"), status["forecast"]["slack_weeks"]
    yield ("left to do",), Minutes(status["forecast"]["left_minutes"])
    for row in status["criteria"]:
        yield ("criterion", "studied", row["label"]), _minutes(row["studied"])
        yield ("criterion", "evidenced", row["label"]), _things(row["evidenced"])
        yield ("criterion", "tested", row["label"]), _things(row["tested"])
    for row in status["failure_points"]:
        yield ("guarded", row["label"]), _things(row["guarded"])
    for row in status["rounds"]:
        yield ("round", "prepared", row["label"]), _minutes(row["prepared"])
        yield ("round", "tested", row["label"]), _things(row["tested"])


def _checklist_document(checklist: Document) -> Iterator[tuple[Key, object]]:
    for section in checklist["sections"]:
        yield (
            ("section", section["title"]),
            OfMinutes(section["done_minutes"], section["minutes"]),
        )
        for row in section["items"]:
            yield ("item", row["item"]), OfMinutes(row["done_minutes"], row["minutes"])
            yield ("item", "state", row["item"]), row["state"]
            for unit in row["units"]:
                yield ("unit", unit["unit"]), Minutes(unit["minutes"])
                yield ("unit", "done", unit["unit"]), unit["done"]


def _practice_document(practice: Document) -> Iterator[tuple[Key, object]]:
    rounds = practice["rounds"]
    yield ("practice", "ready"), OfThings(practice["ready"], len(rounds))
    yield ("practice", "mocks"), sum(len(row["mocks"]) for row in rounds)
    for row in rounds:
        yield ("practice", "tested", row["label"]), _things(row["tested"])


def _stories_document(stories: Document) -> Iterator[tuple[Key, object]]:
    yield ("stories", "number"), len(stories["stories"])
    yield ("stories", "covered"), OfThings(stories["covered"], stories["of"])
    yield ("stories", "twice"), OfThings(stories["critical_twice"], stories["critical"])


def _review_document(review: Document) -> Iterator[tuple[Key, object]]:
    for name in ("planned", "done", "logged"):
        yield ("review", name), Minutes(review[f"{name}_minutes"])
    yield ("review", "open"), len(review["open"])


def reviewed(state: State, today: date) -> WeeklyReview:
    assert state.plan is not None
    found = weekly_review(state, state.plan.week_number(today), today)
    assert found is not None
    return found


def _minutes(share: Document) -> OfMinutes:
    assert share["unit"] == "minutes"
    return OfMinutes(share["done"], share["of"])


def _things(share: Document) -> OfThings:
    assert share["unit"] in {"items", "mocks"}
    return OfThings(share["done"], share["of"])
