"""The palette knows everything one could want to go to."""

from collections import Counter

from planner.core.apply import apply
from planner.core.commands import DropStory
from planner.core.screens.guide.parts import guide_screen
from planner.core.screens.things import Kind, guide_things, things
from planner.core.state import State
from tests.ui.house import TODAY, curriculum, demo_workspace


def test_every_item_session_story_and_week_is_there_once() -> None:
    state = demo_workspace().state
    plan = state.plan
    assert plan is not None
    found = list(things(state, TODAY))
    assert len({one.key for one in found}) == len(found)
    by_kind = {kind: {one.target for one in found if one.kind is kind} for kind in Kind}
    assert by_kind[Kind.ITEM] == {one.id for one in state.items()}
    assert by_kind[Kind.SESSION] == set(plan.by_code)
    assert by_kind[Kind.STORY] == {one.id for one in state.stories.values()}
    assert by_kind[Kind.WEEK] == {str(one.number) for one in plan.weeks}


def test_what_lies_ahead_comes_before_what_is_past() -> None:
    days = [one.day for one in things(demo_workspace().state, TODAY) if one.kind is Kind.SESSION]
    ahead = [day is not None and day >= TODAY for day in days]
    assert ahead == sorted(ahead, reverse=True)
    assert True in ahead
    assert False in ahead


def test_a_dropped_story_is_not_found() -> None:
    state = demo_workspace().state
    story = next(iter(state.stories))
    after = apply(state, DropStory(story=story))
    assert story not in {one.target for one in things(after, TODAY) if one.kind is Kind.STORY}


def test_without_a_profile_only_the_guide_is_found() -> None:
    assert list(things(State(curriculum()), TODAY)) == []
    assert list(guide_things(curriculum()))


def test_every_row_of_the_guide_is_found_by_its_number() -> None:
    numbers = Counter(one.target for one in guide_things(curriculum()))
    for part in guide_screen(State(curriculum())).parts:
        assert part.id in numbers
        for place, line in enumerate(part.lines):
            says = line.label or any(cell.label or cell.text for cell in line.cells)
            assert (f"{part.id}/{place}" in numbers) is bool(says)
