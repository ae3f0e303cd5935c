"""Mocks are noted, judged and dropped, and say whether a round is ready."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core import readiness
from planner.core.apply import apply
from planner.core.commands import Change, DropMock, NoteMock
from planner.core.fixes import MINUTES, WITHIN, fix_commands, unplaced
from planner.core.free_time import free_minutes
from planner.core.mock import BAR, Judge, Mock
from planner.core.mocks import MOST_MOCKS, asked_in, history, is_ready, outside_plan
from planner.core.planning import make_plan
from planner.core.progress import is_scored
from planner.core.refusal import Refusal, Refused
from planner.core.screens.practice import practice_screen
from planner.core.state import State
from planner.core.values import Level, SessionKind
from planner.core.wording import reason_text
from planner.core.wording.practice import minutes_text, rehearsal_text, summary
from tests.core.strategies import FEW, usual

STATE = usual(Level.L6)
assert STATE.plan is not None
TODAY = STATE.plan.start + timedelta(days=1)


def note(number: int = 1, **more: Any) -> NoteMock:
    values = {
        "round": "SD",
        "level": Level.L6,
        "on": TODAY,
        "minutes": 60,
        "scores": {"depth": BAR},
        **more,
    }
    return NoteMock(mock=f"run.{number}", **values)


def done(*commands: Change, state: State = STATE) -> State:
    for command in commands:
        state = apply(state, command)
    return state


def refusal(command: Change, state: State = STATE) -> Refusal:
    with pytest.raises(Refused) as found:
        apply(state, command)
    return found.value.refusal


def scored_code(state: State, round_id: str) -> str:
    assert state.plan is not None
    return next(
        one.code
        for one in state.plan.sessions
        if is_scored(state, one)
        and (item := state.item(one.item)) is not None
        and item.at[Level.L6].rounds == (round_id,)
    )


def share_of(state: State, round_id: str) -> tuple[int, int]:
    [one] = [one for one in state.curriculum.rounds_at(Level.L6) if one.id == round_id]
    share = readiness.round_tested(state, one)
    return share.done, share.of


@pytest.mark.parametrize(
    ("scores", "overall"),
    [
        ((3,), 3),
        ((4, 2), 3),
        ((3, 2), 2),
        ((4, 4, 1), 2),
        ((4, 4, 4, 4, 4, 4, 1), 2),
        ((1, 1), 1),
        ((4, 4, 3), 3),
        ((4, 4), 4),
    ],
)
def test_the_whole_score_is_the_mean_and_a_one_keeps_it_below_the_bar(
    scores: tuple[int, ...], overall: int
) -> None:
    named = {str(place): score for place, score in enumerate(scores)}
    mock = Mock("run.1", "SD", Level.L6, TODAY, 60, named, Judge.SELF)
    assert mock.overall == overall
    assert mock.is_at_bar is (overall >= 3)


def test_a_mock_that_was_planned_scores_its_session() -> None:
    code = scored_code(STATE, "SD")
    state = done(note(code=code, scores={"depth": 4, "scale": 3}))
    assert state.scores == {code: 3}
    before, after = share_of(STATE, "SD"), share_of(state, "SD")
    assert after == (before[0] + 1, before[1])
    assert done(DropMock(mock="run.1"), state=state).scores == {}
    moved = done(note(code=None), state=state)
    assert moved.scores == {}


def test_one_outside_the_plan_counts_once_it_is_at_the_bar() -> None:
    below = done(note(scores={"depth": 2}))
    assert share_of(below, "SD") == share_of(STATE, "SD")
    above = done(note())
    was, now = share_of(STATE, "SD"), share_of(above, "SD")
    assert now == (was[0] + 1, was[1] + 1)
    assert share_of(above, "COD") == share_of(STATE, "COD")
    criteria = STATE.curriculum.criteria_at(Level.L6)
    mock = STATE.item("mock.sysdesign")
    assert mock is not None
    for one in criteria:
        more = 1 if one.id in mock.at[Level.L6].criteria else 0
        before, after = readiness.tested(STATE, one), readiness.tested(above, one)
        assert (after.done, after.of) == (before.done + more, before.of + more)


def test_three_in_a_row_make_a_round_ready() -> None:
    days = [TODAY + timedelta(days=n) for n in range(5)]
    state = done(note(1, on=days[2]), note(2, on=days[0], scores={"depth": 2}), note(3, on=days[3]))
    assert [one.id for one in history(state, Level.L6, "SD")] == ["run.2", "run.1", "run.3"]
    assert not is_ready(state, Level.L6, "SD")
    ready = done(note(4, on=days[4]), state=state)
    assert is_ready(ready, Level.L6, "SD")
    assert not is_ready(ready, Level.L6, "COD")
    assert not is_ready(done(DropMock(mock="run.4"), state=ready), Level.L6, "SD")
    assert not is_ready(done(note(5, on=days[4], scores={"depth": 1}), state=ready), Level.L6, "SD")


def test_what_is_unknown_is_not_noted() -> None:
    assert refusal(note(round="ARC")) is Refusal.UNKNOWN_ROUND
    assert refusal(note(scores={"luck": 3})) is Refusal.UNKNOWN_DIMENSION
    assert refusal(note(code="W99-01")) is Refusal.UNKNOWN_CODE
    assert STATE.plan is not None
    study = next(one for one in STATE.plan.sessions if one.kind is SessionKind.STUDY)
    assert refusal(note(code=study.code)) is Refusal.NOT_A_MOCK
    assert refusal(note(code="W1-01"), STATE.evolve(plan=None)) is Refusal.NO_PLAN
    assert refusal(DropMock(mock="run.1")) is Refusal.UNKNOWN_MOCK
    many = {
        f"run.x{n}": Mock("x", "SD", Level.L6, TODAY, 1, {}, Judge.SELF) for n in range(MOST_MOCKS)
    }
    assert refusal(note(), STATE.evolve(mocks=many)) is Refusal.TOO_MANY_MOCKS


@pytest.mark.parametrize("level", Level)
def test_every_round_is_judged_by_the_matrix_or_by_the_levels_five(level: Level) -> None:
    curriculum = STATE.curriculum
    matrix = [row.id for row in curriculum.guide.matrix]
    five = [one.id for one in curriculum.principles if one.critical_for is level]
    for one in curriculum.rounds_at(level):
        asked = asked_in(curriculum, level, one.id)
        assert sorted(asked) in (sorted(matrix), sorted(five))


@pytest.mark.parametrize("level", Level)
def test_a_rehearsal_holds_every_round_of_the_loop_with_breaks(level: Level) -> None:
    screen = practice_screen(usual(level))
    assert screen is not None
    loop = [row for row in screen.rows if row.in_loop]
    slots = [slot for slot in screen.rehearsal.slots if slot.round]
    assert [slot.round for slot in slots] == [row.id for row in loop for _ in range(row.count)]
    ends = 9 * 60
    for slot in screen.rehearsal.slots:
        assert slot.start.hour * 60 + slot.start.minute == ends
        ends += slot.minutes
    assert 1 <= len([slot for slot in screen.rehearsal.slots if not slot.round]) == len(slots) - 1


def test_sums_are_those_of_the_guide() -> None:
    l6, l7 = practice_screen(usual(Level.L6)), practice_screen(usual(Level.L7))
    assert l6 is not None
    assert l7 is not None
    assert (l6.rehearsal.shortest, l6.rehearsal.longest) == (285, 300)
    assert (l7.rehearsal.shortest, l7.rehearsal.longest) == (390, 390)
    assert rehearsal_text(l6.rehearsal).startswith(
        "Stated 5–6 h; the rounds add up to 4 h 45 m to 5 h; with breaks here "
    )
    words = {row.id: minutes_text(row) for row in l6.rows}
    assert words == {
        "PS": "length not stated",
        "COD": "2 × 45 m",
        "SD": "60 m",
        "BEH": "2 × 45 m",
        "BR": "45–60 m",
    }
    assert summary(l6) == "0 mocks · 0 of 5 rounds ready"


def test_practice_names_the_next_planned_mock() -> None:
    code = scored_code(STATE, "SD")
    screen = practice_screen(STATE)
    assert screen is not None
    [row] = [row for row in screen.rows if row.id == "SD"]
    assert code in {one for one, _ in row.sessions}
    after = practice_screen(done(note(code=code)))
    assert after is not None
    [row] = [row for row in after.rows if row.id == "SD"]
    assert code not in {one for one, _ in row.sessions}


def fixes_of(state: State) -> list[tuple[str, date]]:
    assert state.plan is not None
    return [(one.code, one.date) for one in state.plan.sessions if one.item.startswith("own.")]


def test_fixes_are_planned_within_seven_days_and_change_nothing_else() -> None:
    commands = fix_commands(STATE, "SD", [("own.a", "Numbers first"), ("own.b", "Draw it")], TODAY)
    state = done(*commands)
    assert unplaced(commands) == ()
    assert state.plan is not None
    assert STATE.plan is not None
    assert len(fixes_of(state)) == 2
    for code, day in fixes_of(state):
        assert TODAY < day <= TODAY + timedelta(days=WITHIN)
        assert code not in STATE.plan.by_code
        assert state.plan.by_code[code].pinned
    rest = tuple(one for one in state.plan.sessions if not one.item.startswith("own."))
    assert rest == STATE.plan.sessions
    assert state.profile is not None
    assert make_plan(state, state.profile, TODAY) == state.plan
    [why] = state.plan.by_item["own.a"][0].why
    assert reason_text(state, why) == "a fix from your mock: System Design"


@FEW
@given(st.integers(0, 80), st.integers(0, 30))
def test_no_day_is_filled_over_its_free_time(ahead: int, number: int) -> None:
    today = TODAY + timedelta(days=ahead)
    fixes = [(f"own.{n}", "x") for n in range(number)]
    commands = fix_commands(STATE, "BEH", fixes, today)
    state = done(*commands)
    assert state.plan is not None
    assert state.profile is not None
    assert len(fixes_of(state)) + len(unplaced(commands)) == number
    for _, day in fixes_of(state):
        used = sum(one.minutes for one in state.plan.sessions if one.date == day)
        assert used <= free_minutes(state.profile, state.busy, day)
        assert state.plan.start <= day < state.plan.loop - timedelta(days=1)
    assert len(state.plan.by_code) == len(state.plan.sessions)
    assert all(one.at[Level.L6].hours.new * 60 == MINUTES for one in state.own.values())


def test_without_a_plan_fixes_wait() -> None:
    bare = STATE.evolve(plan=None)
    commands = fix_commands(bare, "SD", [("own.a", "x")], TODAY)
    assert unplaced(commands) == ("x",)
    assert done(*commands, state=bare).plan is None


def test_a_session_that_was_two_mocks_keeps_the_score_of_the_one_that_is_left() -> None:
    code = scored_code(STATE, "SD")
    state = done(note(1, code=code), note(2, code=code, scores={"depth": 4}))
    assert done(DropMock(mock="run.2"), state=state).scores == {code: BAR}
    first_gone = done(DropMock(mock="run.1"), state=state)
    assert first_gone.scores == {code: 4}
    assert done(DropMock(mock="run.1"), state=first_gone).scores == {code: 4}


def test_a_mock_is_no_session_of_another_round() -> None:
    assert refusal(note(round="COD", code=scored_code(STATE, "SD"))) is Refusal.OTHER_ROUND


def test_a_mock_whose_session_is_gone_counts_as_one_outside_the_plan() -> None:
    code = scored_code(STATE, "SD")
    state = done(note(code=code))
    assert state.plan is not None
    left = tuple(one for one in state.plan.sessions if one.code != code)
    gone = state.evolve(plan=state.plan.evolve(sessions=left))
    assert outside_plan(state, Level.L6, "SD") == ()
    assert [one.id for one in outside_plan(gone, Level.L6, "SD")] == ["run.1"]
    assert share_of(gone, "SD") == share_of(state, "SD")


def test_dropped_mocks_leave_room_for_others() -> None:
    many = {
        f"run.x{n}": Mock("x", "SD", Level.L6, TODAY, 1, {}, Judge.SELF, dropped=n == 0)
        for n in range(MOST_MOCKS)
    }
    assert "run.1" in done(note(), state=STATE.evolve(mocks=many)).mocks
