"""Readiness and the review of the week on paper, in the figures of the screen."""

import pytest

from planner.core.apply import apply
from planner.core.commands import WriteReview
from planner.core.refusal import Refused
from planner.core.screens.readiness import readiness_screen
from planner.core.screens.weekly_review import weekly_review
from planner.core.state import State
from planner.core.values import Level
from planner.paper.contents.document import Blank, Figures
from planner.paper.contents.readiness import readiness_paper
from planner.paper.contents.review import LINES
from planner.paper.painting import page_layout
from planner.paper.pdf import render
from planner.paper.sizes import Paper
from planner.paper.typesetting.layout import Sheet, lay_out
from planner.paper.typesetting.marks import Words
from planner.ui.pages.readiness import words
from tests.core.screens.candidates import TODAY, demo, fresh
from tests.paper.candidates import EMPTY, USUAL
from tests.paper.reading import facts, texts


def plain(state: State, paper: Paper = Paper.A4) -> str:
    pages = texts(render(readiness_paper(state, TODAY), page_layout(paper)))
    return " ".join(" ".join(pages).split())


@pytest.mark.parametrize("paper", USUAL)
def test_criteria_failure_points_and_rounds_are_there(paper: Paper) -> None:
    screen = readiness_screen(demo(), TODAY)
    assert screen is not None
    page = plain(demo(), paper)
    for family in screen.families:
        assert f"{family.label} studied evidenced tested" in page
        for row in family.rows:
            assert f"{row.label} {words.studied(row.studied)} {row.evidenced.done} of" in page
    for failure in screen.failures:
        assert f"{failure.label} {failure.share.done} of {failure.share.of}" in page
    for one in screen.rounds:
        assert f"{one.label} {words.studied(one.prepared)} " in page
    assert "runs into it: Config service" in page
    assert page.count("the weakest today") == 1


def test_what_has_nothing_to_count_has_a_dash() -> None:
    document = readiness_paper(demo(), TODAY)
    rows = [row for section in document.sections for row in section.rows]
    cells = [cell for row in rows if isinstance(row, Figures) for cell in row.cells]
    assert "–" in cells
    assert not any(cell.startswith("0 of 0") for cell in cells)


def test_the_review_of_this_week_follows_with_lines_to_write_on() -> None:
    review = weekly_review(demo(), 4, TODAY)
    assert review is not None
    page = plain(demo())
    assert "Review of week 4 of 10" in page
    assert f"Still open {len(review.open)} sessions" in page
    for risk in review.risks:
        assert risk in page
    document = readiness_paper(demo(), TODAY)
    blanks = [row for section in document.sections for row in section.rows if row == Blank()]
    assert len(blanks) == 2 * LINES


def test_what_was_decided_stands_where_the_lines_were() -> None:
    review = weekly_review(demo(), 4, TODAY)
    assert review is not None
    state = apply(demo(), WriteReview(monday=review.monday, decision="Two mocks a week"))
    document = readiness_paper(state, TODAY)
    blanks = [row for section in document.sections for row in section.rows if row == Blank()]
    assert len(blanks) == LINES
    assert "Two mocks a week" in plain(state)


def test_without_a_plan_there_is_no_review_and_without_a_level_nothing() -> None:
    page = plain(EMPTY.evolve(profile=fresh(Level.L7).profile))
    assert "Review of" not in page
    assert "Readiness" in page
    with pytest.raises(Refused):
        readiness_paper(EMPTY, TODAY)


def test_a_discreet_one_names_no_level() -> None:
    data = render(readiness_paper(demo(), TODAY, discreet=True), page_layout(Paper.A4))
    assert facts(data)["Title"] == "Study plan: readiness"
    assert "L6" not in texts(data)[0]


@pytest.mark.parametrize("width", [320.0, 400.0])
def test_names_of_columns_and_figures_keep_apart_on_narrow_paper(width: float) -> None:
    for page in lay_out(readiness_paper(demo(), TODAY), Sheet(width, 700.0)):
        for strip in page[1:-1]:
            those = [mark for mark in strip.marks if isinstance(mark, Words)]
            for index, one in enumerate(those):
                assert one.x >= -0.5
                assert one.x + one.line.width <= width + 0.5
                for other in those[index + 1 :]:
                    if abs(one.y - other.y) < 1:
                        apart = min(one.x + one.line.width, other.x + other.line.width)
                        assert apart <= max(one.x, other.x) + 0.5
