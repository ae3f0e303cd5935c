"""Commands in the words of the user, as `undo` names them."""

from collections.abc import Callable, Mapping
from typing import Any

from planner.core import commands as c
from planner.core.exchange.words import line, weekday
from planner.core.state import State
from planner.core.wording import duration, item_title, titles
from planner.core.wording.stories import span
from planner.core.wording.titles import round_label


def change_text(state: State, change: c.Change | c.Retract) -> str:
    """Return what a command did, in a line; the state is one in which its items have names."""
    return line(_TEXTS[type(change)](state, change))


def target_title(state: State, target: str) -> str:
    """Return the title of a session, an item, or a part of one, fit for a line of a terminal."""
    return line(titles.target_title(state, target))


def _tick(state: State, change: c.Tick) -> str:
    verb = "ticked off" if change.done else "tick taken back:"
    return f"{verb} {change.target} {target_title(state, change.target)}"


def _profile(_: State, change: c.ChangeProfile) -> str:
    profile = change.profile
    loop = f", loop on {profile.loop.isoformat()}" if profile.loop else ""
    return f"profile: {profile.level.value}{loop}, {duration(profile.week_minutes)} a week"


def _plan(_: State, change: c.AcceptPlan) -> str:
    plan = change.plan
    return f"plan of {len(plan.weeks)} weeks with {len(plan.sessions)} sessions"


def _skip(state: State, change: c.SkipItem) -> str:
    return f"{'skipped' if change.skipped else 'taken in again:'} {item_title(state, change.item)}"


def _busy(_: State, change: c.KeepBusy) -> str:
    verb = "busy hours read from" if change.times else "busy hours forgotten:"
    return f"{verb} {change.source}"


def _mocked(state: State, change: c.NoteMock) -> str:
    return f"mock: {round_label(state, change.round)} on {weekday(change.on)}"


def _written(state: State, change: c.WriteStory) -> str:
    return f"story “{change.title or _story(state, change.story)}”"


def _dropped(state: State, change: c.DropStory) -> str:
    return f"story {'dropped' if change.dropped else 'brought back'}: {_story(state, change.story)}"


def _placed(state: State, change: c.PlaceStory) -> str:
    names = {one.id: one.name for one in state.curriculum.principles}
    which = ("first", "second")[change.place - 1]
    story = f"“{_story(state, change.story)}”" if change.story else "none"
    return f"{which} story for {names.get(change.principle, change.principle)}: {story}"


def _story(state: State, story_id: str) -> str:
    story = state.stories.get(story_id)
    return story.title if story else story_id


def _retract(_: State, change: c.Retract) -> str:
    return "return to a backup" if change.purpose == "restore" else "import of a document"


_TEXTS: Mapping[type, Callable[[State, Any], str]] = {
    c.Tick: _tick,
    c.LogTime: lambda _, one: f"logged {duration(one.minutes)} for {one.code}",
    c.AddEvidence: lambda state, one: f"evidence for {item_title(state, one.item)}",
    c.ScoreMock: lambda _, one: f"score of {one.code}",
    c.GradeReview: lambda _, one: f"grade of {one.code}",
    c.RateSkill: lambda _, one: f"rating of {one.group}: {one.rating.value}",
    c.RateItem: lambda state, one: f"rating of {item_title(state, one.item)}",
    c.EstimateItem: lambda state, one: f"time for {item_title(state, one.item)}",
    c.MoveSession: lambda _, one: f"moved {one.code} to {weekday(one.to)}",
    c.SkipItem: _skip,
    c.AddItem: lambda _, one: f"own item “{one.title}”",
    c.ChangeItem: lambda state, one: f"change of own item “{item_title(state, one.item)}”",
    c.RenameItem: lambda _, one: f"own item renamed to “{one.title}”",
    c.ChangeProfile: _profile,
    c.KeepBusy: _busy,
    c.AcceptPlan: _plan,
    c.WriteReview: lambda _, one: f"review of the week of {weekday(one.monday)}",
    c.AssessLevel: lambda _, one: f"level assessment of {weekday(one.on)}",
    c.NoteMock: _mocked,
    c.DropMock: lambda _, one: f"mock {one.mock} dropped",
    c.Retract: _retract,
    c.WriteStory: _written,
    c.DropStory: _dropped,
    c.PlaceStory: _placed,
    c.TimeStory: lambda state, one: f"time of “{_story(state, one.story)}”: {span(one.seconds)}",
}
