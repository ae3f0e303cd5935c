"""What a command does to a state, as a pure function."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from planner.core import commands as c
from planner.core import mocks, own_items, stories
from planner.core.assessment import CHOICES, Assessment
from planner.core.curriculum import Item
from planner.core.effort import least_estimate
from planner.core.gates import gate_problem
from planner.core.moving import moved
from planner.core.plan import Session
from planner.core.progress import is_scored
from planner.core.refusal import Refusal, Refused
from planner.core.state import Review, State
from planner.core.ticking import ticked
from planner.core.values import Fact, SessionKind

T = TypeVar("T")


class Entry(Fact, frozen=True):
    """A command with its id in the journal, which ends in its number among those of its device.

    `seen` names the last line of each other device that this one had read, where that changed.
    `of` is the name of the line that this one says anew, as it was changed by hand.
    """

    id: str
    command: c.Change | c.Retract
    seen: Mapping[str, int] = {}
    of: str = ""

    @property
    def name(self) -> str:
        """What a retraction calls it."""
        return self.id

    @property
    def device(self) -> str:
        """The device that wrote it."""
        return self.id.rpartition("-")[0]

    @property
    def n(self) -> int:
        """Its number among the lines of its device."""
        return int(self.id.rpartition("-")[2])


def apply(state: State, command: c.Change) -> State:
    """Return the state after a command; the same state when it changes nothing.

    Raises:
        Refused: when the rules do not allow it.
    """
    new = step(state, command)
    if state.versions:
        new = _decided(new, command)
    return state if new == state else new


def _decided(state: State, command: c.Change) -> State:
    """Return the state without a choice between versions of what a command writes."""
    from planner.core.texts import texts  # noqa: PLC0415 - most journals are of one computer

    written = {name for name, _ in texts(command)}
    open_ones = {name: one for name, one in state.versions.items() if name not in written}
    return state if len(open_ones) == len(state.versions) else state.evolve(versions=open_ones)


def step(state: State, command: c.Change) -> State:
    """Return the state after a command of a journal, where nobody asks whether that is another one.

    Raises:
        Refused: when the rules do not allow it.
    """
    new: State = _APPLY[type(command)](state, command)
    return new


def _tick(state: State, command: c.Tick) -> State:
    return state.evolve(ticks=ticked(state, command.target, done=command.done, on=command.on))


def _log_time(state: State, command: c.LogTime) -> State:
    minutes = dict(state.minutes)
    more_time(state, minutes, command)
    return state.evolve(minutes=minutes)


def more_time(state: State, minutes: dict[str, int], command: c.LogTime) -> None:
    """Add the time of a command to the minutes of its session.

    Raises:
        Refused: when there is no such session.
    """
    _session(state, command.code)
    minutes[command.code] = minutes.get(command.code, 0) + command.minutes


def _add_evidence(state: State, command: c.AddEvidence) -> State:
    _item(state, command.item)
    return state.evolve(evidence=_put(state.evidence, command.item, command.text or None))


def _score_mock(state: State, command: c.ScoreMock) -> State:
    session = _session(state, command.code)
    if not is_scored(state, session):
        raise Refused(Refusal.NOT_A_MOCK, command.code)
    return state.evolve(scores=_put(state.scores, command.code, command.score))


def _grade_review(state: State, command: c.GradeReview) -> State:
    session = _session(state, command.code)
    if session.kind is not SessionKind.REVIEW:
        raise Refused(Refusal.NOT_A_REVIEW, command.code)
    from planner.core.regrading import regraded  # noqa: PLC0415 - most journals grade nothing

    grades = _put(state.grades, command.code, command.grade)
    answer = state.answers.get(command.code) if command.answer is None else command.answer
    answers = _put(state.answers, command.code, answer or None)
    graded = state.evolve(grades=grades, answers=answers)
    return graded.evolve(plan=regraded(state, graded, session, command.on))


def _rate_skill(state: State, command: c.RateSkill) -> State:
    if state.profile is None:
        raise Refused(Refusal.NO_PROFILE)
    if command.group not in {group.id for group in state.curriculum.groups}:
        raise Refused(Refusal.UNKNOWN_GROUP, command.group)
    ratings = {**state.profile.ratings, command.group: command.rating}
    return state.evolve(profile=state.profile.evolve(ratings=ratings))


def _rate_item(state: State, command: c.RateItem) -> State:
    if state.profile is None:
        raise Refused(Refusal.NO_PROFILE)
    _item_of_guide(state, command.item)
    ratings = _put(state.profile.ratings, command.item, command.rating)
    return state.evolve(profile=state.profile.evolve(ratings=ratings))


def _estimate_item(state: State, command: c.EstimateItem) -> State:
    item = _item_of_guide(state, command.item)
    if command.minutes is not None and command.minutes < least_estimate(item):
        raise Refused(Refusal.ESTIMATE_TOO_SHORT, str(least_estimate(item)))
    return state.evolve(estimates=_put(state.estimates, command.item, command.minutes))


def _move_session(state: State, command: c.MoveSession) -> State:
    session = _session(state, command.code)
    if state.plan is None or state.profile is None:
        raise Refused(Refusal.NO_PLAN)
    plan = moved(state.plan, session, command.to, state.profile, state.busy, state.skipped)
    return state.evolve(plan=plan)


def _skip_item(state: State, command: c.SkipItem) -> State:
    _item(state, command.item)
    reason = command.reason if command.skipped else None
    return state.evolve(skipped=_put(state.skipped, command.item, reason))


def _add_item(state: State, command: c.AddItem) -> State:
    return state.evolve(own=own_items.added(state, command))


def _change_item(state: State, command: c.ChangeItem) -> State:
    return state.evolve(own=own_items.changed(state, command))


def _rename_item(state: State, command: c.RenameItem) -> State:
    return state.evolve(own=own_items.renamed(state, command.item, command.title))


def _change_profile(state: State, command: c.ChangeProfile) -> State:
    new = command.profile
    problem = gate_problem(state.curriculum, new.level, new.gates, new.start, new.loop)
    if problem is not None:
        raise problem
    return state.evolve(profile=new)


def _keep_busy(state: State, command: c.KeepBusy) -> State:
    busy = _put(state.busy, command.source, command.times or None)
    if len(busy) > c.MOST_CALENDARS:
        raise Refused(Refusal.TOO_MANY_CALENDARS, str(c.MOST_CALENDARS))
    return state.evolve(busy=busy)


def _accept_plan(state: State, command: c.AcceptPlan) -> State:
    if state.profile is None:
        raise Refused(Refusal.NO_PROFILE)
    return state.evolve(plan=command.plan)


def _assess_level(state: State, command: c.AssessLevel) -> State:
    for question, standing in command.answers.items():
        if standing not in CHOICES[question]:
            raise Refused(Refusal.NO_SUCH_ANSWER, standing.value)
    facts = {question: fact for question, fact in command.facts.items() if fact.strip()}
    return state.evolve(assessment=Assessment(command.on, command.answers, facts))


def _write_review(state: State, command: c.WriteReview) -> State:
    before = state.reviews.get(command.monday, Review())
    after = Review(
        before.decision if command.decision is None else command.decision,
        before.notes if command.notes is None else command.notes,
    )
    kept = {monday: one for monday, one in state.reviews.items() if monday != command.monday}
    written = {command.monday: after} if after != Review() else {}
    return state.evolve(reviews={**kept, **written})


_APPLY: Mapping[type, Callable[[State, Any], State]] = {
    c.Tick: _tick,
    c.LogTime: _log_time,
    c.AddEvidence: _add_evidence,
    c.ScoreMock: _score_mock,
    c.NoteMock: mocks.noted,
    c.DropMock: mocks.dropped,
    c.AssessLevel: _assess_level,
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
    c.WriteStory: lambda state, one: state.evolve(stories=stories.written(state, one)),
    c.DropStory: lambda state, one: state.evolve(stories=stories.dropped(state, one)),
    c.WriteReview: _write_review,
    c.TimeStory: lambda state, one: state.evolve(stories=stories.timed(state, one)),
    c.PlaceStory: lambda state, one: state.evolve(places=stories.placed(state, one)),
}


def _item(state: State, item_id: str) -> Item:
    item = state.item(item_id)
    if item is None:
        raise Refused(Refusal.UNKNOWN_ITEM, item_id)
    return item


def _item_of_guide(state: State, item_id: str) -> Item:
    item = _item(state, item_id)
    if item_id in state.own:
        raise Refused(Refusal.OWN, item.title)
    return item


def _session(state: State, code: str) -> Session:
    if state.plan is None:
        raise Refused(Refusal.NO_PLAN)
    session = state.plan.by_code.get(code)
    if session is None:
        raise Refused(Refusal.UNKNOWN_CODE, code)
    return session


def _put(mapping: Mapping[str, T], key: str, value: T | None) -> Mapping[str, T]:
    """Return the mapping with a key set, or without it where the value is None."""
    kept = {known: old for known, old in mapping.items() if known != key}
    return kept if value is None else {**kept, key: value}
