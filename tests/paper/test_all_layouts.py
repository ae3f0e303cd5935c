"""What holds for every layout on any plan, however it is chosen to be printed."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.core.state import State
from planner.core.values import Level
from planner.paper.checklist import checklist_paper
from planner.paper.document import Document
from planner.paper.layout import lay_out
from planner.paper.loop_sheet import sheet_document
from planner.paper.marks import Rule, Weight, Words
from planner.paper.painting import page_layout, sheet_of
from planner.paper.pdf import render
from planner.paper.readiness import readiness_paper
from planner.paper.review import review_paper
from planner.paper.sizes import Paper
from planner.paper.week import week_document
from planner.paper.whole import plan_document
from tests.paper.candidates import START, candidate, session, with_sessions
from tests.paper.reading import check_pages, codes, pages
from tests.paper.test_hostile import titles, weeks

Make = Callable[[State], Document]
LAYOUTS: dict[str, Make] = {
    "week": lambda state: week_document(state, 1, START),
    "plan": lambda state: plan_document(state, START),
    "checklist": lambda state: checklist_paper(state, START),
    "readiness": lambda state: readiness_paper(state, START),
    "review": lambda state: review_paper(state, 1, START),
    "loop sheet": lambda state: sheet_document(state, START),
}


@settings(max_examples=5, deadline=None)
@pytest.mark.parametrize("name", LAYOUTS)
@given(
    weeks(),
    st.lists(titles, min_size=1, max_size=4),
    st.sampled_from(Paper),
    st.booleans(),
    st.booleans(),
)
def test_nothing_stands_outside_the_margins_and_each_page_is_numbered(
    name: str,
    drawn: tuple[tuple[tuple[int, int, int], ...], ...],
    names: list[str],
    paper: Paper,
    landscape: bool,
    large: bool,
) -> None:
    sessions = [
        session(f"W{number}-{n:02d}", f"own.{item}", 7 * (number - 1) + day, minutes, 6 + n)
        for number, week in enumerate(drawn, 1)
        for n, (day, minutes, item) in enumerate(week, 1)
    ]
    state = with_sessions(*sessions, titles=tuple(names), weeks=len(drawn))
    document = replace(LAYOUTS[name](state), large=large)
    check_pages(pages(render(document, page_layout(paper, landscape=landscape))))


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("landscape", [False, True])
@pytest.mark.parametrize("level", Level)
def test_26_weeks_have_every_session_once(level: Level, *, landscape: bool, large: bool) -> None:
    state = candidate(level, 26)
    assert state.plan is not None
    document = replace(plan_document(state, START), large=large)
    data = render(document, page_layout(Paper.LETTER, landscape=landscape))
    assert codes(data) == [one.code for one in state.plan.sessions]
    check_pages(pages(data))


@pytest.mark.parametrize("name", LAYOUTS)
@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("large", [False, True])
def test_no_page_ends_with_a_heading(name: str, paper: Paper, *, large: bool) -> None:
    state = candidate(Level.L7, 26)
    for landscape in (False, True):
        sheet = sheet_of(page_layout(paper, landscape=landscape))
        document = replace(LAYOUTS[name](state), large=large)
        alone = {one.heading.title for one in document.sections if not one.rows}
        for page in lay_out(document, sheet)[:-1]:
            *_, last, _foot = page
            firm = [m for m in last.marks if isinstance(m, Rule) and m.weight is Weight.FIRM]
            said = {m.line.layout.text() for m in last.marks if isinstance(m, Words)}
            assert not firm or said & alone, said
