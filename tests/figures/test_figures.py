"""Screen, paper and files tell the same figures, of the demo and of candidates of all kinds."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from planner.core.state import State
from tests.core.screens.candidates import TODAY, demo
from tests.core.strategies import states
from tests.figures.documents import of_json
from tests.figures.files import (
    of_calendar,
    of_checklist_csv,
    of_csv,
    of_html,
    of_markdown,
    of_review,
    of_status,
    of_status_markdown,
    of_text,
    of_week_text,
)
from tests.figures.paper import of_paper
from tests.figures.screen import of_screen
from tests.figures.values import Figures, otherwise

SURFACES: dict[str, Callable[[State, date], Figures]] = {
    "calendar": lambda state, _: of_calendar(state),
    "checklist.csv": of_checklist_csv,
    "html": of_html,
    "json": of_json,
    "markdown": of_markdown,
    "paper": of_paper,
    "plan.csv": of_csv,
    "review": of_review,
    "status": of_status,
    "status.md": of_status_markdown,
    "text": of_text,
}
KINDS = {
    "calendar": {"session"},
    "checklist.csv": {"item", "unit"},
    "html": {"session", "week"},
    "json": {
        *("plan", "week", "session", "left out", "status", "loop", "slack", "left to do"),
        *("criterion", "guarded", "round", "section", "item", "unit", "practice"),
        *("stories", "review"),
    },
    "markdown": {"session", "week", "plan"},
    "paper": {
        *("plan", "week", "day", "session", "criterion", "guarded", "round", "section", "item"),
        "unit",
    },
    "plan.csv": {"session"},
    "review": {"review"},
    "status": {"status", "loop", "finish", "slack", "criterion", "guarded", "round"},
    "status.md": {"status", "loop", "finish", "slack", "criterion", "guarded", "round"},
    "text": {"session", "week"},
}
"""What each of them tells, so that a reader that finds nothing is found out."""


@pytest.mark.parametrize("name", SURFACES)
def test_the_demo_is_told_the_same_everywhere(name: str) -> None:
    screen, elsewhere = of_screen(demo(), TODAY), SURFACES[name](demo(), TODAY)
    assert otherwise(screen, elsewhere) == {}
    assert {key[0] for key in elsewhere} == KINDS[name]


@pytest.mark.parametrize("name", ["html", "json", "markdown", "paper", "plan.csv", "text"])
def test_no_session_is_missing(name: str) -> None:
    plan = demo().plan
    assert plan is not None
    elsewhere = SURFACES[name](demo(), TODAY)
    codes = {key[2] for key in elsewhere if key[:2] == ("session", "minutes")}
    assert codes == set(plan.by_code)


@settings(max_examples=12, suppress_health_check=[HealthCheck.filter_too_much])
@given(state=states(steps=8), days=st.integers(-10, 90))
def test_any_candidate_is_told_the_same_everywhere(state: State, days: int) -> None:
    assume(state.plan is not None)
    assert state.plan is not None
    today = state.plan.start + timedelta(days=days)
    screen = of_screen(state, today)
    for name, read in SURFACES.items():
        assert (name, otherwise(screen, read(state, today))) == (name, {})
    number = state.plan.week_number(today)
    assert otherwise(screen, of_week_text(state, today, number)) == {}
