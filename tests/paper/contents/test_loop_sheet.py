"""The loop sheet on paper."""

import pytest

from planner.core.apply import apply
from planner.core.commands import PlaceStory, WriteStory
from planner.core.screens.loop_sheet import loop_sheet
from planner.core.state import State
from planner.core.values import Level
from planner.paper.contents.loop_sheet import sheet_document
from planner.paper.painting import page_layout
from planner.paper.pdf import render
from planner.paper.sizes import Paper
from tests.core.screens.candidates import TODAY, demo
from tests.core.strategies import usual
from tests.paper.candidates import USUAL
from tests.paper.reading import facts, texts


def plain(state: State, paper: Paper) -> str:
    pages = texts(render(sheet_document(state, TODAY), page_layout(paper)))
    return " ".join(" ".join(pages).split())


@pytest.mark.parametrize("paper", USUAL)
def test_each_round_and_principle_is_on_the_page_with_its_stories(paper: Paper) -> None:
    page = plain(demo(), paper)
    for one in loop_sheet(demo()).rounds:
        assert one.label in page
        for row in one.rows:
            assert row.principle.split(";")[0] in page
            assert row.first in page
    assert "● Ownership" in page
    assert "(“Billing outage” was told before)" in page
    assert "Without a story 5" in page


def test_l7_has_its_own_rounds_and_a_title() -> None:
    data = render(sheet_document(usual(Level.L7), TODAY), page_layout(Paper.LETTER))
    page = " ".join(" ".join(texts(data)).split())
    assert "Leadership Case Studies 2" in page
    assert "no story yet" in page
    assert facts(data)["Title"] == "L7 study plan: loop sheet"


def test_hostile_titles_stay_text() -> None:
    title = "<b>" + "x" * 190
    state = apply(demo(), WriteStory(story="story.h", title=title))
    state = apply(state, PlaceStory(principle="think-big", place=1, story="story.h"))
    assert "<b>xxxx" in plain(state, Paper.A4)
