"""The words for what was done and can be undone."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from planner.core import commands as c
from planner.core.language import spoken, translate
from planner.core.moving import out_of_turn, stands_too_early, stands_too_late
from planner.core.profile import Profile
from planner.core.state import State
from planner.core.values import Fact
from planner.core.wording import duration, item_title, session_title
from planner.core.wording.titles import round_label
from planner.ui.kit.words.dates import day_and_month, short_day

_tr = partial(translate, "Deeds")

LONGEST_SHOWN = 48


class Deed(Fact, frozen=True):
    """What a gesture does, to follow "Undo" ("tick “X”"), and what it did ("Ticked “X”")."""

    name: str
    past: str


def deed(state: State, commands: Sequence[c.Change | c.Retract]) -> Deed:
    """Return the words for a gesture.

    The last of its commands stands for all of them, but a plan for other answers names these, and
    many of one kind are counted. A tick names the minutes that are logged with it, and an item that
    is added says nothing of its tick.
    """
    commands = _without_ticks_of_new(commands)
    kinds = {type(one) for one in commands}
    logged = sum(one.minutes for one in commands if isinstance(one, c.LogTime))
    ticks = [one for one in commands if isinstance(one, c.Tick) and one.done]
    if kinds == {c.Tick, c.LogTime} and len(ticks) == 1:
        return _tick_with(duration(logged), target_title(state, ticks[0].target))
    worked = kinds == {c.Tick, c.LogTime} and ticks
    if worked or (len(commands) > 1 and len(kinds) == 1 and kinds <= _COUNTED):
        from planner.ui.deeds_of_many import deed_of_many

        return deed_of_many(state, ticks if worked else commands, logged)
    last = commands[-1]
    profiles = [one.profile for one in commands if isinstance(one, c.ChangeProfile)]
    if profiles and isinstance(last, c.AcceptPlan):
        return _plan_for(profiles[-1])
    return _WORDS[type(last)](state, last)


def _without_ticks_of_new(
    commands: Sequence[c.Change | c.Retract],
) -> Sequence[c.Change | c.Retract]:
    if {type(one) for one in commands} != {c.AddItem, c.Tick}:
        return commands
    return [one for one in commands if isinstance(one, c.AddItem)]


def target_title(state: State, target: str) -> str:
    """Return what a session, an item or one of its units is called, short enough for a menu."""
    session = state.plan.by_code.get(target) if state.plan else None
    if session is not None:
        return _short(session_title(state, session))
    item = state.item(target.partition("/")[0])
    unit = next((one.label for one in item.units if one.id == target), None) if item else None
    return _short(unit or item_title(state, target))


def _short(title: str) -> str:
    return title if len(title) <= LONGEST_SHOWN else f"{title[: LONGEST_SHOWN - 1].rstrip()}…"


def _tick(state: State, command: c.Tick) -> Deed:
    title = target_title(state, command.target)
    if command.done:
        return _titled(_tr("tick “{title}”"), _tr("Ticked “{title}”"), title)
    return _titled(_tr("untick “{title}”"), _tr("Unticked “{title}”"), title)


def _tick_with(time: str, title: str) -> Deed:
    return Deed(
        _tr("tick “{title}” with {time}").format(title=title, time=time),
        _tr("Ticked “{title}” with {time}").format(title=title, time=time),
    )


def _log_time(state: State, command: c.LogTime) -> Deed:
    title, time = target_title(state, command.code), duration(command.minutes)
    return Deed(
        _tr("log {time} for “{title}”").format(time=time, title=title),
        _tr("Logged {time} for “{title}”").format(time=time, title=title),
    )


def _add_evidence(state: State, command: c.AddEvidence) -> Deed:
    title = target_title(state, command.item)
    if command.text:
        return _titled(_tr("evidence for “{title}”"), _tr("Evidence written for “{title}”"), title)
    return _titled(
        _tr("withdraw evidence for “{title}”"), _tr("Evidence withdrawn for “{title}”"), title
    )


def _score_mock(state: State, command: c.ScoreMock) -> Deed:
    title = target_title(state, command.code)
    return _titled(_tr("score “{title}”"), _tr("Scored “{title}”"), title)


def _grade_review(state: State, command: c.GradeReview) -> Deed:
    title = target_title(state, command.code)
    if command.grade is None:
        return _titled(
            _tr("take back the grade of “{title}”"), _tr("Took the grade of “{title}” back"), title
        )
    item = state.plan.by_code[command.code].item if state.plan else ""
    from planner.core.regrading import next_review

    coming = next_review(state, item, command.on)
    when = (
        _tr("next on {day}").format(day=short_day(coming.date))
        if coming
        else _tr("no further review")
    )
    past = _tr("Graded “{title}”; {when}").format(title=title, when=when)
    return Deed(_tr("grade “{title}”").format(title=title), past)


def _rate_skill(state: State, command: c.RateSkill) -> Deed:
    groups = (one.title for one in state.curriculum.groups if one.id == command.group)
    return _titled(_tr("rate “{title}”"), _tr("Rated “{title}”"), next(groups, command.group))


def _rate_item(state: State, command: c.RateItem) -> Deed:
    title = target_title(state, command.item)
    if command.rating is None:
        return _titled(
            _tr("rate “{title}” as its group"), _tr("Rated “{title}” as its group"), title
        )
    return _titled(_tr("rate “{title}”"), _tr("Rated “{title}”"), title)


def _estimate_item(state: State, command: c.EstimateItem) -> Deed:
    title = target_title(state, command.item)
    if command.minutes is None:
        return _titled(
            _tr("take our estimate for “{title}”"), _tr("Took our estimate for “{title}”"), title
        )
    time = duration(command.minutes)
    return Deed(
        _tr("give “{title}” {time}").format(title=title, time=time),
        _tr("Gave “{title}” {time}").format(title=title, time=time),
    )


def _move_session(state: State, command: c.MoveSession) -> Deed:
    title = target_title(state, command.code)
    past = _tr("Moved “{title}” to {day}").format(title=title, day=short_day(command.to))
    name = _tr("move “{title}”").format(title=title)
    return Deed(name, with_remark(past, order_broken(state, command.code)))


def with_remark(past: str, remark: str) -> str:
    """Return what was done with what is odd about it, where something is."""
    return _tr("{deed}; {remark}", deed=past, remark=remark) if remark else past


def order_broken(state: State, code: str) -> str:
    """Say what a session that was moved now stands before or after although it should not."""
    session = state.plan.by_code.get(code) if state.plan else None
    if session is None:
        return ""
    needed, needing = stands_too_early(state, session), stands_too_late(state, session)
    if needed:
        return _tr("“{title}”, which it builds on, comes later").format(
            title=target_title(state, needed)
        )
    if needing:
        return _tr("“{title}”, which builds on it, comes earlier").format(
            title=target_title(state, needing)
        )
    part = out_of_turn(state, session)
    if part:
        return _tr("part {number} of it is out of turn").format(number=part)
    return ""


def _skip_item(state: State, command: c.SkipItem) -> Deed:
    title = target_title(state, command.item)
    if command.skipped:
        return _titled(_tr("skip “{title}”"), _tr("Skipped “{title}”"), title)
    return _titled(_tr("take in “{title}”"), _tr("Took in “{title}”"), title)


def _add_item(_state: State, command: c.AddItem) -> Deed:
    return _titled(_tr("add “{title}”"), _tr("Added “{title}”"), _short(command.title))


def _change_item(state: State, command: c.ChangeItem) -> Deed:
    title = target_title(state, command.item)
    return _titled(_tr("change “{title}”"), _tr("Changed “{title}”"), title)


def _rename_item(_state: State, command: c.RenameItem) -> Deed:
    return _titled(_tr("rename to “{title}”"), _tr("Renamed to “{title}”"), _short(command.title))


def _change_profile(_state: State, _command: c.ChangeProfile) -> Deed:
    return Deed(_tr("change of level, dates and hours"), _tr("Changed level, dates and hours"))


def _keep_busy(_state: State, command: c.KeepBusy) -> Deed:
    if command.times:
        name, past = _tr("busy hours of “{title}”"), _tr("Read the busy hours of “{title}”")
        return _titled(name, past, _short(command.source))
    return _titled(_tr("forget “{title}”"), _tr("Forgot “{title}”"), _short(command.source))


def _accept_plan(_state: State, _command: c.AcceptPlan) -> Deed:
    return Deed(_tr("new plan"), _tr("Took the new plan"))


def _plan_for(profile: Profile) -> Deed:
    level, spare = profile.level.value, duration(profile.week_minutes)
    if profile.loop is None:
        what = _tr("plan for {level}, {time} a week").format(level=level, time=spare)
    else:
        day = day_and_month(profile.loop)
        what = _tr("plan for {level}, {time} a week, loop on {day}").format(
            level=level, time=spare, day=day
        )
    return Deed(what, _tr("Took the {plan}").format(plan=what))


def _assess_level(_state: State, _command: c.AssessLevel) -> Deed:
    return Deed(_tr("level assessment"), _tr("Kept your level assessment"))


def _write_review(_state: State, command: c.WriteReview) -> Deed:
    day = spoken().date(command.monday)
    return _titled(
        _tr("review of the week of {title}"), _tr("Wrote the review of the week of {title}"), day
    )


def _note_mock(state: State, command: c.NoteMock) -> Deed:
    name = round_label(state, command.round)
    return _titled(_tr("mock of “{title}”"), _tr("Noted a mock of “{title}”"), name)


def _drop_mock(state: State, command: c.DropMock) -> Deed:
    mock = state.mocks.get(command.mock)
    name = round_label(state, mock.round if mock else "")
    return _titled(_tr("drop a mock of “{title}”"), _tr("Dropped a mock of “{title}”"), name)


def _retract(_state: State, command: c.Retract) -> Deed:
    if command.purpose != "restore":
        return Deed(_tr("import of a document"), _tr("Took the document in"))
    return Deed(_tr("return to a backup"), _tr("Returned to the backup"))


def _write_story(state: State, command: c.WriteStory) -> Deed:
    title = _short(command.title or "") or _story_title(state, command.story)
    return _titled(_tr("story “{title}”"), _tr("Wrote “{title}”"), title)


def _drop_story(state: State, command: c.DropStory) -> Deed:
    title = _story_title(state, command.story)
    if command.dropped:
        return _titled(_tr("drop story “{title}”"), _tr("Dropped “{title}”"), title)
    return _titled(_tr("bring back story “{title}”"), _tr("Brought back “{title}”"), title)


def _place_story(state: State, command: c.PlaceStory) -> Deed:
    names = {one.id: one.name for one in state.curriculum.principles}
    name = names.get(command.principle, command.principle)
    if command.story is None:
        return _titled(_tr("empty place for “{title}”"), _tr("Emptied a place for “{title}”"), name)
    title = _story_title(state, command.story)
    return Deed(
        _tr("“{story}” for “{principle}”").format(story=title, principle=name),
        _tr("“{story}” is told for “{principle}”").format(story=title, principle=name),
    )


def _time_story(state: State, command: c.TimeStory) -> Deed:
    title = _story_title(state, command.story)
    return _titled(_tr("time of “{title}”"), _tr("Timed “{title}”"), title)


def _story_title(state: State, story_id: str) -> str:
    story = state.stories.get(story_id)
    return _short(story.title if story else story_id)


_WORDS: Mapping[type, Callable[[State, Any], Deed]] = {
    c.Tick: _tick,
    c.LogTime: _log_time,
    c.AddEvidence: _add_evidence,
    c.ScoreMock: _score_mock,
    c.GradeReview: _grade_review,
    c.RateSkill: _rate_skill,
    c.RateItem: _rate_item,
    c.EstimateItem: _estimate_item,
    c.MoveSession: _move_session,
    c.SkipItem: _skip_item,
    c.AddItem: _add_item,
    c.ChangeItem: _change_item,
    c.RenameItem: _rename_item,
    c.ChangeProfile: _change_profile,
    c.KeepBusy: _keep_busy,
    c.AcceptPlan: _accept_plan,
    c.WriteReview: _write_review,
    c.AssessLevel: _assess_level,
    c.NoteMock: _note_mock,
    c.DropMock: _drop_mock,
    c.Retract: _retract,
    c.WriteStory: _write_story,
    c.DropStory: _drop_story,
    c.PlaceStory: _place_story,
    c.TimeStory: _time_story,
}


_COUNTED = {c.Tick, c.MoveSession, c.SkipItem, c.AddItem}


def _titled(name: str, past: str, title: str) -> Deed:
    return Deed(name.format(title=title), past.format(title=title))
