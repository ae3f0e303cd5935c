"""What was done is told, and named in the menu, in words for every command there is."""

from collections.abc import Sequence
from datetime import date
from typing import get_args

import pytest

from planner.core import commands as c
from planner.core.assessment import Question, Standing
from planner.core.entry import spread_hours
from planner.core.profile import Profile
from planner.core.state import State
from planner.core.story import Story, Version
from planner.core.values import Grade, Level, Rating, Subject
from planner.ui.deeds import LONGEST_SHOWN, Deed, deed
from tests.support import study
from tests.ui.house import TODAY

STATE = State(
    study.CURRICULUM,
    profile=study.PROFILE,
    plan=study.PLAN,
    stories={"story.old": Story("story.old", "Outage")},
)
CODE, MOCK = study.CODES[2], study.CODES[3]
PROFILE = Profile(level=Level.L6, start=TODAY, week=spread_hours(600))

DEEDS: Sequence[tuple[c.Change, str, str]] = [
    (c.Tick(target=CODE, on=TODAY), "tick “skill.two”", "Ticked “skill.two”"),
    (
        c.Tick(target=study.CHAPTERS[1], done=False, on=TODAY),
        f"untick “{study.CHAPTERS[1]}”",
        f"Unticked “{study.CHAPTERS[1]}”",
    ),
    (
        c.LogTime(code=CODE, minutes=75, on=TODAY),
        "log 1 h 15 m for “skill.two”",
        "Logged 1 h 15 m for “skill.two”",
    ),
    (
        c.AddEvidence(item=study.SKILL, text="x"),
        "evidence for “skill.two”",
        "Evidence written for “skill.two”",
    ),
    (
        c.AddEvidence(item=study.SKILL, text=""),
        "withdraw evidence for “skill.two”",
        "Evidence withdrawn for “skill.two”",
    ),
    (c.ScoreMock(code=MOCK, score=3), "score “mock.baseline”", "Scored “mock.baseline”"),
    (
        c.GradeReview(code=CODE, grade=Grade.GOOD, on=TODAY),
        "grade “skill.two”",
        "Graded “skill.two”; no further review",
    ),
    (
        c.GradeReview(code=CODE, grade=None, on=TODAY),
        "take back the grade of “skill.two”",
        "Took the grade of “skill.two” back",
    ),
    (c.RateSkill(group="books", rating=Rating.NEW), "rate “Books”", "Rated “Books”"),
    (
        c.RateItem(item=study.SKILL, rating=Rating.NEW),
        "rate “skill.two”",
        "Rated “skill.two”",
    ),
    (
        c.RateItem(item=study.SKILL, rating=None),
        "rate “skill.two” as its group",
        "Rated “skill.two” as its group",
    ),
    (
        c.EstimateItem(item=study.SKILL, minutes=90),
        "give “skill.two” 1 h 30 m",
        "Gave “skill.two” 1 h 30 m",
    ),
    (
        c.EstimateItem(item=study.SKILL, minutes=None),
        "take our estimate for “skill.two”",
        "Took our estimate for “skill.two”",
    ),
    (c.MoveSession(code=CODE, to=TODAY), "move “skill.two”", "Moved “skill.two” to Wed 16 Dec"),
    (c.SkipItem(item=study.SKILL), "skip “skill.two”", "Skipped “skill.two”"),
    (
        c.SkipItem(item=study.SKILL, skipped=False),
        "take in “skill.two”",
        "Took in “skill.two”",
    ),
    (
        c.AddItem(id="own.1", title="{0} <b>", subject=Subject.READING, minutes=60),
        "add “{0} <b>”",
        "Added “{0} <b>”",
    ),
    (c.ChangeItem(item=study.SKILL), "change “skill.two”", "Changed “skill.two”"),
    (c.RenameItem(item="own.1", title="New"), "rename to “New”", "Renamed to “New”"),
    (
        c.ChangeProfile(profile=PROFILE),
        "change of level, dates and hours",
        "Changed level, dates and hours",
    ),
    (
        c.KeepBusy(source="work.ics", times={TODAY: ((540, 600),)}),
        "busy hours of “work.ics”",
        "Read the busy hours of “work.ics”",
    ),
    (c.KeepBusy(source="work.ics"), "forget “work.ics”", "Forgot “work.ics”"),
    (c.AcceptPlan(plan=study.PLAN), "new plan", "Took the new plan"),
    (
        c.WriteStory(story="story.new", title="The bill"),
        "story “The bill”",
        "Wrote “The bill”",
    ),
    (c.WriteStory(story="story.old", task="x"), "story “Outage”", "Wrote “Outage”"),
    (c.DropStory(story="story.old"), "drop story “Outage”", "Dropped “Outage”"),
    (
        c.DropStory(story="story.old", dropped=False),
        "bring back story “Outage”",
        "Brought back “Outage”",
    ),
    (
        c.PlaceStory(principle="frugality", place=1, story="story.old"),
        "“Outage” for “frugality”",
        "“Outage” is told for “frugality”",
    ),
    (
        c.PlaceStory(principle="frugality", place=2, story=None),
        "empty place for “frugality”",
        "Emptied a place for “frugality”",
    ),
    (
        c.NoteMock(
            mock="run.1", round="SD", level=Level.L6, on=TODAY, minutes=60, scores={"depth": 3}
        ),
        "mock of “SD”",
        "Noted a mock of “SD”",
    ),
    (
        c.WriteReview(monday=date(2026, 11, 30), decision="Less"),
        "review of the week of 2026-11-30",
        "Wrote the review of the week of 2026-11-30",
    ),
    (
        c.AssessLevel(on=TODAY, answers={Question.SCOPE: Standing.L6}),
        "level assessment",
        "Kept your level assessment",
    ),
    (c.DropMock(mock="run.1"), "drop a mock of “”", "Dropped a mock of “”"),
    (
        c.TimeStory(story="story.old", version=Version.SHORT, seconds=9, on=TODAY),
        "time of “Outage”",
        "Timed “Outage”",
    ),
]


@pytest.mark.parametrize(("command", "name", "past"), DEEDS)
def test_a_command_has_words(command: c.Change, name: str, past: str) -> None:
    words = deed(STATE, [command])
    assert (words.name, words.past) == (name, past)


def test_every_command_has_words() -> None:
    assert {type(command) for command, _, _ in DEEDS} == set(get_args(c.Change))


def test_the_last_command_speaks_for_a_gesture() -> None:
    evidence = c.AddEvidence(item=study.SKILL, text="Drew it.")
    assert deed(STATE, [c.Tick(target=CODE, on=TODAY), evidence]).name.startswith("evidence for")


@pytest.mark.parametrize(
    ("profile", "name"),
    [
        (PROFILE.evolve(loop=date(2027, 2, 8)), "plan for L6, 10 h a week, loop on 8 Feb"),
        (PROFILE.evolve(level=Level.L7), "plan for L7, 10 h a week"),
    ],
)
def test_a_plan_for_other_answers_names_them(profile: Profile, name: str) -> None:
    commands: list[c.Change] = [c.ChangeProfile(profile=profile), c.AcceptPlan(plan=study.PLAN)]
    assert deed(STATE, commands) == Deed(name, f"Took the {name}")


def test_a_long_title_is_cut_for_the_menu() -> None:
    title = "word " * 40
    command = c.AddItem(id="own.1", title=title, subject=Subject.READING, minutes=60)
    words = deed(STATE, [command]).name
    assert len(words) <= LONGEST_SHOWN + len("add “”")
    assert words.endswith("…”")


def test_what_is_no_longer_known_is_called_by_its_code() -> None:
    assert deed(STATE, [c.Tick(target="W9-99", on=TODAY)]).name == "tick “W9-99”"
