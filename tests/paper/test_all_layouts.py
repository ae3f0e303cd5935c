"""What holds for every layout on any plan, however it is chosen to be printed."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize

from planner.core.state import State
from planner.core.values import Level
from planner.paper.painting import page_layout, sheet_of
from planner.paper.pdf import render
from planner.paper.sizes import Paper
from planner.paper.typesetting.layout import lay_out
from planner.paper.wish import Kind, Wish, document_of
from tests.core.screens.candidates import TODAY, demo
from tests.paper.candidates import START, candidate
from tests.paper.proof import WAYS, ink_outside, parted, prove, states, wishes
from tests.paper.reading import codes
from tests.paper.wished import wished


@settings(max_examples=5, deadline=None)
@pytest.mark.parametrize(("kind", "weeks_a_page"), WAYS)
@given(st.data())
def test_any_plan_is_printed_whole_in_any_way(
    kind: Kind, weeks_a_page: int, data: st.DataObject
) -> None:
    state, wish = data.draw(states()), data.draw(wishes(kind, weeks_a_page))
    assert prove(state, START, wish) > 0


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize(("kind", "weeks_a_page"), WAYS)
def test_no_page_ends_with_a_heading(kind: Kind, weeks_a_page: int, paper: Paper) -> None:
    state = candidate(Level.L7, 26)
    for landscape, large in product((False, True), repeat=2):
        wish = wished(kind, weeks_a_page, large=large)
        document = document_of(state, START, wish)
        sheet = sheet_of(page_layout(paper, landscape=landscape))
        assert list(parted(document, lay_out(document, sheet))) == []


@pytest.mark.parametrize("weeks_a_page", [0, 2])
@pytest.mark.parametrize("level", Level)
def test_26_weeks_have_every_session_once(level: Level, weeks_a_page: int) -> None:
    wish = Wish(
        kind=Kind.PLAN, weeks_a_page=weeks_a_page, paper=Paper.LETTER, landscape=True, large=True
    )
    assert prove(candidate(level, 26), START, wish) >= 13  # two a page where they fit


@pytest.mark.parametrize(
    ("state", "landscape"),
    [
        (candidate(Level.L6), False),
        (candidate(Level.L6), True),
        (candidate(Level.L7), False),
        (candidate(Level.L7), True),
        (demo(), False),
    ],
)
def test_two_weeks_of_usual_plans_fit_a_page(state: State, *, landscape: bool) -> None:
    """Ten hours a week come to some twelve sessions, those of the demo to twenty-two."""
    wish = Wish(kind=Kind.PLAN, weeks_a_page=2)
    document = document_of(state, START, wish)
    found = lay_out(document, sheet_of(page_layout(Paper.A4, landscape=landscape)))
    weeks = [[strip.title for strip in page if strip.title.startswith("Week ")] for page in found]
    assert [len(page) for page in weeks if page] == [2] * 5


def test_a_week_with_many_sessions_still_takes_one_page() -> None:
    """Notes give way, and rows stand closer."""
    wish = Wish(kind=Kind.WEEK, week=4)
    plan = demo().plan
    assert plan is not None
    many = len(plan.sessions_of(plan.weeks[3]))
    assert many > 15
    for paper in (Paper.A4, Paper.LETTER):
        assert len(codes(render(document_of(demo(), TODAY, wish), page_layout(paper)))) == many
        assert prove(demo(), TODAY, Wish(kind=Kind.WEEK, week=4, paper=paper)) == 1


CUSTOM = {
    "a receipt": (226, 842, 14),
    "a card": (252, 360, 18),
    "a square": (595, 595, 45),
    "a banner": (1684, 420, 60),
}


@pytest.mark.parametrize(("kind", "weeks_a_page"), WAYS)
@pytest.mark.parametrize("name", CUSTOM)
def test_paper_that_the_print_dialog_makes_up(name: str, kind: Kind, weeks_a_page: int) -> None:
    width, height, margin = CUSTOM[name]
    layout = QPageLayout(
        QPageSize(QSizeF(width, height), QPageSize.Unit.Point),
        QPageLayout.Orientation.Portrait,
        QMarginsF(margin, margin, margin, margin),
        QPageLayout.Unit.Point,
    )
    wish = wished(kind, weeks_a_page, week=4)
    assert prove(demo(), TODAY, wish, layout) > 0


@pytest.mark.parametrize(("kind", "weeks_a_page"), WAYS)
def test_no_ink_is_in_the_margins(kind: Kind, weeks_a_page: int) -> None:
    """Boxes, rules and letters, as a picture shows them."""
    layout = page_layout(Paper.LETTER, landscape=True)
    wish = wished(kind, weeks_a_page, week=4)
    assert ink_outside(render(document_of(demo(), TODAY, wish), layout), layout) == 0
