"""What each command does to a state, and what is refused."""

import json
from dataclasses import replace
from datetime import date
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.core import commands as c
from planner.core.apply import _APPLY, apply
from planner.core.checking import written
from planner.core.plan import LeftOut, Rule, because
from planner.core.refusal import Refusal, Refused
from planner.core.state import State
from planner.core.values import Level, Priority, Rating, SessionKind, Subject
from tests.core.strategies import changes, done_or_refused, states, usual
from tests.support import study
from tests.support.commands import any_command

DAY = study.TODAY
EMPTY = State(study.CURRICULUM)
START = EMPTY.evolve(profile=study.PROFILE, plan=study.PLAN)
OWN = c.AddItem(id="own.talk", title="Give a talk", subject=Subject.LEADERSHIP, minutes=95)


def done(state: State, *commands: c.Change) -> State:
    for command in commands:
        state = apply(state, command)
    return state


def refused(state: State, command: c.Change) -> tuple[Refusal, str]:
    with pytest.raises(Refused) as told:
        apply(state, command)
    return told.value.refusal, told.value.about


def test_every_command_but_retract_has_a_rule() -> None:
    assert set(_APPLY) == set(get_args(c.Change))


@settings(max_examples=50)
@given(st.data())
def test_any_command_on_any_state_gives_a_state_or_is_refused(data: st.DataObject) -> None:
    state = data.draw(states())
    unlikely = any_command.filter(lambda one: not isinstance(one, c.Retract))
    command = data.draw(changes(state) | unlikely)
    assert not isinstance(command, c.Retract)
    before = snapshot(state)
    after = done_or_refused(state, command)
    assert snapshot(state) == before
    assert done_or_refused(state, command) == after
    assert (after is state) is (after == state)


def snapshot(state: State) -> tuple[State, str, str]:
    """A copy that shares no mapping with the state, and its profile and plan in writing."""
    copy = replace(
        state,
        ticks=dict(state.ticks),
        minutes=dict(state.minutes),
        evidence=dict(state.evidence),
        scores=dict(state.scores),
        grades=dict(state.grades),
        answers=dict(state.answers),
        skipped=dict(state.skipped),
        own=dict(state.own),
    )
    profile = json.dumps(written(state.profile)) if state.profile else ""
    return copy, profile, json.dumps(written(state.plan)) if state.plan else ""


@pytest.mark.parametrize(
    "command",
    [
        c.Tick(target="W1-01", on=DAY),
        c.Tick(target="W1-03", on=DAY, done=False),
        c.AddEvidence(item=study.SKILL, text="led it"),
        c.AddEvidence(item=study.BOOK, text=""),
        c.ScoreMock(code="W2-01", score=3),
        c.RateSkill(group="books", rating=Rating.STRONG),
        c.MoveSession(code="W1-03", to=date(2026, 12, 4)),
        c.SkipItem(item=study.SKILL, reason="known"),
        c.SkipItem(item=study.BOOK, skipped=False),
        c.RenameItem(item="own.talk", title="A talk"),
        c.ChangeProfile(profile=study.PROFILE.evolve(place="Kitchen")),
        c.AcceptPlan(plan=study.PLAN.evolve(loop_proposed=True)),
    ],
    ids=lambda command: command.kind,
)
def test_what_is_done_twice_changes_nothing_the_second_time(command: c.Change) -> None:
    state = done(START, OWN, command)
    assert apply(state, command) is state


def test_minutes_add_up() -> None:
    state = done(
        START,
        c.LogTime(code="W1-01", minutes=50, on=DAY),
        c.LogTime(code="W1-02", minutes=5, on=DAY),
        c.LogTime(code="W1-01", minutes=25, on=DAY),
    )
    assert state.minutes == {"W1-01": 75, "W1-02": 5}


def test_minutes_of_a_session_that_is_not_planned_are_refused() -> None:
    log = c.LogTime(code="W9-01", minutes=5, on=DAY)
    assert refused(START, log) == (Refusal.UNKNOWN_CODE, "W9-01")
    assert refused(EMPTY, log) == (Refusal.NO_PLAN, "")


def test_evidence_is_kept_word_for_word_and_replaced_by_the_next() -> None:
    line = "Cut the bill by a third: €40,000 → €27,000"
    state = done(START, c.AddEvidence(item=study.SKILL, text=f"  {line} "))
    assert state.evidence == {study.SKILL: line}
    again = done(state, c.AddEvidence(item=study.SKILL, text="better"))
    assert again.evidence == {study.SKILL: "better"}


@pytest.mark.parametrize("text", ["", "  ", "\n\t"])
def test_empty_evidence_withdraws_it(text: str) -> None:
    state = done(START, c.AddEvidence(item=study.SKILL, text="led it"))
    assert done(state, c.AddEvidence(item=study.SKILL, text=text)) == START


def test_evidence_for_an_unknown_item_is_refused() -> None:
    command = c.AddEvidence(item="no.item", text="led it")
    assert refused(START, command) == (Refusal.UNKNOWN_ITEM, "no.item")


def test_a_mock_is_judged_and_judged_anew() -> None:
    state = done(START, c.ScoreMock(code="W2-01", score=2), c.ScoreMock(code="W2-01", score=4))
    assert state.scores == {"W2-01": 4}


def test_no_score_takes_the_judgement_back() -> None:
    state = done(START, c.ScoreMock(code="W2-01", score=2))
    assert done(state, c.ScoreMock(code="W2-01", score=None)) == START


@pytest.mark.parametrize("score", [3, None])
def test_only_mocks_have_scores(score: int | None) -> None:
    command = c.ScoreMock(code="W1-01", score=score)
    assert refused(START, command) == (Refusal.NOT_A_MOCK, "W1-01")
    weekly = study.session("W1-01", "weekly-review", 1, kind=SessionKind.WEEKLY_REVIEW)
    state = START.evolve(plan=study.PLAN.evolve(sessions=[weekly]))
    assert refused(state, command) == (Refusal.NOT_A_MOCK, "W1-01")


def test_a_debrief_has_no_score() -> None:
    mock = next(item for item in usual().items() if any(not unit.scored for unit in item.units))
    units = [unit.id for unit in mock.units if not unit.scored]
    debrief = study.session("W1-01", mock.id, 1, kind=SessionKind.MOCK, units=units)
    state = usual().evolve(plan=study.PLAN.evolve(sessions=[debrief]))
    assert refused(state, c.ScoreMock(code="W1-01", score=3)) == (Refusal.NOT_A_MOCK, "W1-01")


def test_a_score_of_an_unknown_session_is_refused() -> None:
    command = c.ScoreMock(code="W9-01", score=3)
    assert refused(START, command) == (Refusal.UNKNOWN_CODE, "W9-01")
    assert refused(EMPTY, command) == (Refusal.NO_PLAN, "")


def test_a_rating_changes_its_group_and_nothing_else() -> None:
    before = {"books": Rating.NEW, "talks": Rating.WORKING}
    state = START.evolve(profile=study.PROFILE.evolve(ratings=before))
    ratings = before | {"books": Rating.STRONG}
    after = done(state, c.RateSkill(group="books", rating=Rating.STRONG))
    assert after == START.evolve(profile=study.PROFILE.evolve(ratings=ratings))


def test_a_rating_is_refused_for_an_unknown_group_and_without_a_profile() -> None:
    command = c.RateSkill(group="cooking", rating=Rating.NEW)
    assert refused(START, command) == (Refusal.UNKNOWN_GROUP, "cooking")
    assert refused(EMPTY, command) == (Refusal.NO_PROFILE, "")


def test_another_profile_leaves_the_plan_where_it_is() -> None:
    profile = study.PROFILE.evolve(level=Level.L7, loop=date(2027, 3, 1))
    state = done(START, c.ChangeProfile(profile=profile))
    assert state == START.evolve(profile=profile)


def test_an_accepted_plan_replaces_the_plan_and_nothing_else() -> None:
    plan = study.PLAN.evolve(sessions=study.PLAN.sessions[:2])
    before = done(START, c.Tick(target="W1-01", on=DAY))
    assert done(before, c.AcceptPlan(plan=plan)) == before.evolve(plan=plan)


def test_a_plan_is_refused_while_no_level_is_chosen() -> None:
    assert refused(EMPTY, c.AcceptPlan(plan=study.PLAN)) == (Refusal.NO_PROFILE, "")


def test_an_item_is_skipped_with_its_reason_and_taken_in_again() -> None:
    state = done(START, c.SkipItem(item=study.SKILL, reason=" known "))
    assert state.skipped == {study.SKILL: "known"}
    assert done(state, c.SkipItem(item=study.SKILL, skipped=False, reason="known")) == START


def test_an_item_may_be_skipped_without_a_reason() -> None:
    assert done(START, c.SkipItem(item=study.SKILL)).skipped == {study.SKILL: ""}


def test_an_unknown_item_cannot_be_skipped() -> None:
    assert refused(START, c.SkipItem(item="no.item")) == (Refusal.UNKNOWN_ITEM, "no.item")


def test_an_own_item_stands_behind_those_of_the_guide_at_either_level() -> None:
    state = done(START, OWN)
    own = state.items()[-1]
    assert (own.id, own.title, own.label) == ("own.talk", "Give a talk", "Give a talk")
    assert (own.origin, own.subject) == ("own", Subject.LEADERSHIP)
    assert state.item("own.talk") is own
    assert set(own.at) == set(Level)


@given(st.integers(20, 30_000), st.sampled_from(Priority), st.sampled_from(Rating))
def test_an_own_item_takes_exactly_its_minutes_at_any_rating(
    minutes: int, priority: Priority, rating: Rating
) -> None:
    command = OWN.evolve(minutes=minutes, priority=priority)
    at = done(EMPTY, command).own["own.talk"].at[Level.L7]
    assert at.hours.minutes(rating) == minutes
    assert at.priority is priority


def test_an_own_item_can_do_what_the_others_can() -> None:
    state = done(
        START,
        OWN,
        c.Tick(target="own.talk", on=DAY),
        c.AddEvidence(item="own.talk", text="on video"),
        c.SkipItem(item="own.talk"),
    )
    assert "own.talk" in state.ticks
    assert "own.talk" in state.evidence
    assert "own.talk" in state.skipped


def test_an_id_is_given_once() -> None:
    state = done(START, OWN)
    assert refused(state, OWN) == (Refusal.ID_TAKEN, "own.talk")
    assert refused(state, OWN.evolve(title="Other")) == (Refusal.ID_TAKEN, "own.talk")


def test_an_own_item_keeps_its_place_and_its_effort_under_a_new_title() -> None:
    other = OWN.evolve(id="own.other", title="Other")
    before = done(START, OWN, other)
    state = done(before, c.RenameItem(item="own.talk", title="Speak"))
    assert [item.title for item in state.own.values()] == ["Speak", "Other"]
    renamed = before.own["own.talk"].evolve(title="Speak", label="Speak")
    assert state.own["own.talk"] == renamed


def test_an_item_of_the_guide_keeps_its_title() -> None:
    command = c.RenameItem(item=study.BOOK, title="Mine")
    assert refused(START, command) == (Refusal.NOT_OWN, study.BOOK)
    unknown = c.RenameItem(item="own.none", title="Mine")
    assert refused(START, unknown) == (Refusal.UNKNOWN_ITEM, "own.none")


def test_a_session_is_moved_in_the_plan_and_nothing_else_changes() -> None:
    state = done(START, c.MoveSession(code="W1-03", to=date(2026, 12, 9)))
    assert state.plan is not None
    assert state.plan.by_code["W1-03"].date == date(2026, 12, 9)
    assert state == START.evolve(plan=state.plan)


def test_an_unknown_session_cannot_be_moved() -> None:
    command = c.MoveSession(code="W9-01", to=DAY)
    assert refused(START, command) == (Refusal.UNKNOWN_CODE, "W9-01")
    assert refused(EMPTY, command) == (Refusal.NO_PLAN, "")
    assert refused(EMPTY.evolve(plan=study.PLAN), c.MoveSession(code="W1-01", to=DAY)) == (
        Refusal.NO_PLAN,
        "",
    )


def test_a_plan_that_was_looked_at_can_still_be_changed() -> None:
    """What a plan remembers of itself once made every change of it fail."""
    plan = study.PLAN.evolve(left_out=[])
    assert plan.by_code
    assert plan.by_item
    assert plan.sessions_of(plan.weeks[0])
    left = LeftOut(item=study.SKILL, minutes=5, why=because(Rule.NO_ROOM))
    assert plan.evolve(left_out=[left]).left_out == (left,)
