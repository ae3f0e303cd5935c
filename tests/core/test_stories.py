"""Stories are written field by field, told for principles, timed, dropped and brought back."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.apply import apply
from planner.core.checking import checked
from planner.core.commands import (
    AddEvidence,
    Change,
    DropStory,
    PlaceStory,
    TimeStory,
    WriteStory,
)
from planner.core.refusal import Refusal, Refused
from planner.core.screens.readiness import readiness_screen
from planner.core.screens.stories import stories_screen
from planner.core.state import State
from planner.core.stories import MOST_STORIES, WRITTEN, principles_of, told_for
from planner.core.stories import given as given_of
from planner.core.story import Role, Story, Telling, Version, tags_in
from planner.core.story_check import Concern, against, flags, reach
from planner.core.values import Level
from tests.core.strategies import FEW, changes, usual
from tests.support import study

OUTAGE, BILL = "story.outage", "story.bill"
STATE = usual(Level.L6)


def write(story: str = OUTAGE, **more: Any) -> WriteStory:
    return WriteStory(story=story, **{"title": story.upper(), **more})


def place(principle: str, number: int, story: str | None = OUTAGE) -> PlaceStory:
    return PlaceStory(principle=principle, place=number, story=story)


def done(*commands: Change, state: State = STATE) -> State:
    for command in commands:
        state = apply(state, command)
    return state


def refusal(state: State, command: Change) -> Refusal:
    with pytest.raises(Refused) as found:
        apply(state, command)
    return found.value.refusal


def concerns(state: State, story: str = OUTAGE) -> set[Concern]:
    return {flag.concern for flag in flags(state, state.stories[story])}


def test_what_is_given_changes_and_the_rest_stays() -> None:
    state = done(
        write(situation="It was down.", engineers=14, criteria=("DT2",)),
        WriteStory(story=OUTAGE, result="Up in 9 h", engineers=20),
        WriteStory(story=OUTAGE, situation=""),
    )
    assert state.stories[OUTAGE] == Story(
        OUTAGE, "STORY.OUTAGE", result="Up in 9 h", engineers=20, criteria=("DT2",)
    )


def test_every_field_a_command_has_reaches_the_story() -> None:
    values: dict[str, Any] = {
        "title": "A",
        "situation": "b",
        "task": "c",
        "action": "d",
        "result": "e",
        "numbers": "f",
        "role": Role.MANAGER,
        "engineers": 1,
        "teams": 2,
        "millions": 3,
        "setback": True,
        "criteria": ("LE1",),
        "tags": ("people",),
    }
    assert tuple(values) == WRITTEN
    command = WriteStory(story=OUTAGE, **values)
    assert given_of(command) == values
    assert done(command).stories[OUTAGE] == Story(id=OUTAGE, **values)


def test_a_new_story_needs_a_title_and_known_criteria() -> None:
    assert refusal(STATE, WriteStory(story=OUTAGE, task="x")) is Refusal.STORY_WITHOUT_TITLE
    assert refusal(STATE, write(criteria=("LE1", "no"))) is Refusal.UNKNOWN_CRITERION


def test_there_are_only_so_many_stories() -> None:
    many = {f"story.{n}": Story(f"story.{n}", "x") for n in range(MOST_STORIES)}
    full = STATE.evolve(stories=many)
    assert refusal(full, write()) is Refusal.TOO_MANY_STORIES
    assert done(WriteStory(story="story.7", task="y"), state=full).stories["story.7"].task == "y"
    roomy = done(DropStory(story="story.7"), state=full)
    assert OUTAGE in done(write(), state=roomy).stories


def test_a_story_stands_once_for_a_principle() -> None:
    state = done(write(), write(BILL), place("ownership", 1), place("ownership", 2, BILL))
    assert state.places == {"ownership": (OUTAGE, BILL)}
    moved = done(place("ownership", 2), state=state)
    assert moved.places == {"ownership": ("", OUTAGE)}
    assert done(place("ownership", 2, None), state=moved).places == {}


def test_what_is_unknown_is_not_placed_timed_or_dropped() -> None:
    assert refusal(STATE, place("ownership", 1)) is Refusal.UNKNOWN_STORY
    assert refusal(done(write()), place("no", 1)) is Refusal.UNKNOWN_PRINCIPLE
    assert refusal(STATE, DropStory(story=OUTAGE)) is Refusal.UNKNOWN_STORY
    time = TimeStory(story=OUTAGE, version=Version.SHORT, seconds=9, on=study.TODAY)
    assert refusal(STATE, time) is Refusal.UNKNOWN_STORY


def test_a_dropped_story_is_told_for_nothing_until_it_is_back() -> None:
    state = done(write(), write(BILL), place("ownership", 1), place("ownership", 2, BILL))
    gone = done(DropStory(story=OUTAGE), state=state)
    assert [one and one.id for one in told_for(gone, "ownership")] == [None, BILL]
    screen = stories_screen(gone)
    assert [row.story.id for row in screen.stories] == [BILL]
    assert (screen.covered, screen.twice) == (1, 0)
    back = done(DropStory(story=OUTAGE, dropped=False), state=gone)
    assert back == state


def test_the_last_telling_of_each_version_counts() -> None:
    def told(version: Version, seconds: int) -> TimeStory:
        return TimeStory(story=OUTAGE, version=version, seconds=seconds, on=study.TODAY)

    state = done(
        write(), told(Version.SHORT, 400), told(Version.LONG, 280), told(Version.SHORT, 110)
    )
    story = state.stories[OUTAGE]
    assert story.told(Version.SHORT) == Telling(Version.SHORT, 110, study.TODAY)
    assert story.told(Version.LONG) == Telling(Version.LONG, 280, study.TODAY)
    assert Concern.TOO_LONG not in concerns(state)
    assert Concern.TOO_LONG in concerns(done(told(Version.SHORT, 181), state=state))
    assert Concern.TOO_LONG not in concerns(done(told(Version.SHORT, 180), state=state))


@pytest.mark.parametrize(
    ("engineers", "teams", "millions", "fits"),
    [
        (0, 0, 0, None),
        (9, 1, 9, None),
        (10, 0, 0, Level.L6),
        (0, 2, 0, Level.L6),
        (0, 0, 10, Level.L6),
        (99, 4, 99, Level.L6),
        (100, 0, 0, Level.L7),
        (0, 5, 0, Level.L7),
        (3, 1, 100, Level.L7),
    ],
)
def test_reach_is_measured_by_the_guides_table(
    engineers: int, teams: int, millions: int, fits: Level | None
) -> None:
    story = Story(OUTAGE, "x", engineers=engineers, teams=teams, millions=millions)
    assert reach(story) is fits


@pytest.mark.parametrize(
    ("level", "values", "concern", "failure"),
    [
        (Level.L6, {"role": Role.CONTRIBUTOR}, Concern.CONTRIBUTOR, "LC1"),
        (Level.L7, {"role": Role.CONTRIBUTOR}, Concern.CONTRIBUTOR, "SL3"),
        (Level.L6, {"engineers": 4}, Concern.REACH_SMALL, "LC3"),
        (Level.L7, {"engineers": 14}, Concern.REACH_SMALL, "SL1"),
        (Level.L6, {"millions": 200}, Concern.REACH_LARGE, ""),
    ],
)
def test_a_scope_that_does_not_fit_runs_into_a_failure_point(
    level: Level, values: dict[str, Any], concern: Concern, failure: str
) -> None:
    state = done(write(**values), state=usual(level))
    found = [flag for flag in flags(state, state.stories[OUTAGE]) if flag.concern is concern]
    assert [flag.failure for flag in found] == [failure]
    if failure:
        labels = {one.id: one.level for one in state.curriculum.failures}
        assert labels[failure] is level
        assert [one.id for one in against(state, failure)] == [OUTAGE]
        assert against(done(DropStory(story=OUTAGE), state=state), failure) == ()
        screen = readiness_screen(state, study.TODAY)
        assert screen is not None
        assert [row.id for row in screen.failures if row.stories] == [failure]


def test_a_story_without_a_flaw_has_no_flag() -> None:
    state = done(
        write(
            **dict.fromkeys(("situation", "task", "action"), "x"),
            result="Cut by 40 %",
            role=Role.SEVERAL_TEAMS,
            engineers=14,
        )
    )
    assert concerns(state) == set()
    assert concerns(done(WriteStory(story=OUTAGE, result="Cut"), state=state)) == {
        Concern.NO_NUMBERS
    }
    numbers = WriteStory(story=OUTAGE, result="Cut", numbers="40 %")
    assert concerns(done(numbers, state=state)) == set()
    unsaid = WriteStory(story=OUTAGE, role=Role.UNSAID)
    assert concerns(done(unsaid, state=state)) == {Concern.ROLE_UNSAID}
    unsaid = WriteStory(story=OUTAGE, engineers=0)
    assert concerns(done(unsaid, state=state)) == {Concern.REACH_UNSAID}
    assert concerns(done(WriteStory(story=OUTAGE, task=""), state=state)) == {Concern.PARTS_MISSING}


def test_more_than_three_principles_are_too_many() -> None:
    names = [one.id for one in STATE.curriculum.principles]
    state = done(write(), *(place(name, 1) for name in names[:3]))
    assert Concern.REUSED not in concerns(state)
    state = done(place(names[3], 2), state=state)
    assert [flag.of for flag in flags(state, state.stories[OUTAGE])][:3] == [0, 0, 4]
    assert principles_of(state, state.stories[OUTAGE]) == tuple(names[:4])


def test_the_levels_five_want_two_stories_each() -> None:
    five = [one.id for one in STATE.curriculum.principles if one.critical_for is Level.L6]
    screen = stories_screen(STATE)
    assert [row.id for row in screen.principles if row.is_critical] == five
    assert (screen.covered, screen.twice, screen.critical) == (0, 0, 5)
    state = done(write(), write(BILL), place(five[0], 1), place(five[0], 2, BILL))
    screen = stories_screen(done(place("frugality", 1), place("frugality", 2, BILL), state=state))
    assert (screen.covered, screen.twice) == (2, 1)


@FEW
@given(st.data())
def test_places_hold_known_stories_once_whatever_is_done(data: st.DataObject) -> None:
    state = STATE
    for _ in range(12):
        try:
            state = apply(state, data.draw(changes(state)))
        except Refused:
            continue
    for first, second in state.places.values():
        assert first != second
        assert {first, second} - {""} <= state.stories.keys()
        assert first or second
    screen = stories_screen(state)
    shown = {row.story.id for row in screen.stories}
    assert {one for row in screen.principles for one in (row.first, row.second)} - {""} <= shown


def test_other_commands_leave_stories_alone() -> None:
    state = done(write(), place("ownership", 1))
    after = done(AddEvidence(item="l6.cloud.aws", text="x"), state=state)
    assert (after.stories, after.places) == (state.stories, state.places)


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("", ()),
        (" , ,#", ()),
        ("people, #migration ,people", ("people", "migration")),
        ("two  words,\ttab", ("two words", "tab")),
        ("x" * 50, ("x" * 40,)),
        (",".join(f"t{n}" for n in range(30)), tuple(f"t{n}" for n in range(20))),
    ],
)
def test_tags_are_read_from_a_text(text: str, tags: tuple[str, ...]) -> None:
    assert tags_in(text) == tags
    assert checked(WriteStory(story=OUTAGE, tags=tags)).tags == tags
