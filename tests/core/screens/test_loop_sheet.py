"""The loop sheet deals the principles out among the rounds that ask for stories."""

import pytest

from planner.core.apply import apply
from planner.core.commands import PlaceStory, WriteStory
from planner.core.mocks import TECHNICAL
from planner.core.refusal import Refused
from planner.core.screens.loop_sheet import loop_sheet
from planner.core.state import State
from planner.core.values import Level
from tests.core.screens.candidates import curriculum, demo
from tests.core.strategies import usual


@pytest.mark.parametrize("level", Level)
def test_every_principle_stands_once_and_the_five_are_spread(level: Level) -> None:
    sheet = loop_sheet(usual(level))
    names = [row.principle for one in sheet.rounds for row in one.rows]
    assert sorted(names) == sorted(one.name for one in curriculum().principles)
    asking = [one for one in sheet.rounds if one.rows]
    five = [sum(row.is_critical for row in one.rows) for one in asking]
    assert sum(five) == 5
    assert max(five) - min(five) <= 1
    for one in sheet.rounds:
        assert bool(one.dimensions) is (one.round.id in TECHNICAL)
    labels = [one.label for one in sheet.rounds]
    assert len(labels) == len(set(labels))
    assert len(sheet.without) == 16


def test_stories_stand_beside_their_principles_and_told_before_is_said() -> None:
    sheet = loop_sheet(demo())
    rows = {row.principle: row for one in sheet.rounds for row in one.rows}
    assert (rows["Ownership"].first, rows["Ownership"].second) == (
        "Pager rotation",
        "Billing outage",
    )
    assert rows["Think Big"].first == ""
    assert "Think Big" in sheet.without
    assert "Ownership" not in sheet.without
    told: set[str] = set()
    for one in sheet.rounds:
        for row in one.rows:
            before = [title for title in (row.first, row.second) if title in told]
            assert row.told_before == (before[0] if before else "")
        told |= {row.first for row in one.rows if row.first}
    assert any(row.told_before for row in rows.values())


def test_a_second_story_alone_is_enough() -> None:
    state = usual(Level.L6)
    state = apply(state, WriteStory(story="story.a", title="A"))
    state = apply(state, PlaceStory(principle="frugality", place=2, story="story.a"))
    assert "Frugality" not in loop_sheet(state).without


def test_without_a_level_there_is_no_sheet() -> None:
    with pytest.raises(Refused):
        loop_sheet(State(curriculum()))


def test_two_stories_of_one_title_are_told_apart() -> None:
    state = usual(Level.L6)
    for story, principle in (("story.a", "deliver-results"), ("story.b", "ownership")):
        state = apply(state, WriteStory(story=story, title="The outage"))
        state = apply(state, PlaceStory(principle=principle, place=1, story=story))
    rows = [row for one in loop_sheet(state).rounds for row in one.rows]
    assert [row.told_before for row in rows if row.first] == ["", ""]
    again = apply(state, PlaceStory(principle="ownership", place=1, story="story.a"))
    rows = [row for one in loop_sheet(again).rounds for row in one.rows]
    assert [row.told_before for row in rows if row.first] == ["", "The outage"]
