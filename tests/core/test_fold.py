"""A whole journal gives the state that its commands give one by one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core import commands as c
from planner.core.apply import Entry, apply
from planner.core.folding import fold, retracted
from planner.core.refusal import Refusal, Refused
from planner.core.state import State
from tests.core.strategies import FEW, changes, curriculum, usual
from tests.support import study

DAY = study.TODAY
EMPTY = State(study.CURRICULUM)
PROFILE, PLAN = c.ChangeProfile(profile=study.PROFILE), c.AcceptPlan(plan=study.PLAN)
START = EMPTY.evolve(profile=study.PROFILE, plan=study.PLAN)


def tick(code: str) -> c.Tick:
    return c.Tick(target=code, on=DAY)


def journal(*commands: c.Change | c.Retract) -> list[Entry]:
    """Entries with the ids 1, 2, 3 …"""
    return [Entry(str(number), command) for number, command in enumerate(commands, start=1)]


def take_back(*ids: int) -> c.Retract:
    return c.Retract(ids=tuple(map(str, ids)))


def living(*commands: c.Change | c.Retract) -> State:
    state, refused = fold(START, journal(*commands))
    assert refused == ()
    return state


def test_an_empty_journal_gives_the_state_at_the_start() -> None:
    assert fold(EMPTY, []) == (EMPTY, ())


def test_a_journal_gives_what_its_commands_give() -> None:
    state, refused = fold(EMPTY, journal(PROFILE, PLAN, tick("W1-01")))
    assert refused == ()
    assert state == apply(START, tick("W1-01"))


@FEW
@given(st.data())
def test_a_fold_is_apply_step_by_step(data: st.DataObject) -> None:
    start = data.draw(st.sampled_from([State(curriculum()), usual()]))
    state, entries, refusals = start, [], []
    for number in range(data.draw(st.integers(0, 8))):
        entry = Entry(f"ada-{number}", data.draw(changes(state)))
        entries.append(entry)
        assert not isinstance(entry.command, c.Retract)
        try:
            state = apply(state, entry.command)
        except Refused as told:
            refusals.append((entry, told.refusal, told.about))
    folded, refused = fold(start, entries)
    assert folded == state
    assert [(entry, told.refusal, told.about) for entry, told in refused] == refusals


def test_a_command_that_does_not_apply_is_told_and_no_other_is_lost() -> None:
    entries = journal(tick("W1-01"), PROFILE, PLAN, tick("W9-01"), tick("W1-03"))
    state, refused = fold(EMPTY, entries)
    assert [entry for entry, _ in refused] == [entries[0], entries[3]]
    assert [told.refusal for _, told in refused] == [Refusal.UNKNOWN_TARGET] * 2
    assert state == apply(START, tick("W1-03"))


def test_when_a_plan_is_taken_back_its_ticks_no_longer_apply_and_are_told() -> None:
    entries = journal(PROFILE, PLAN, tick("W1-03"), tick(study.BOOK), take_back(2))
    state, refused = fold(EMPTY, entries)
    assert [entry.id for entry, _ in refused] == ["3"]
    assert state.plan is None
    assert set(state.ticks) == set(study.CHAPTERS)


def test_the_ticks_come_back_with_their_plan() -> None:
    entries = journal(PROFILE, PLAN, tick("W1-03"), take_back(2), take_back(4))
    state, refused = fold(EMPTY, entries)
    assert refused == ()
    assert state == apply(START, tick("W1-03"))


def test_what_is_taken_back_never_was() -> None:
    assert living(tick("W1-01"), tick("W1-03"), take_back(1)) == apply(START, tick("W1-03"))


def test_minutes_that_are_taken_back_are_taken_off() -> None:
    log = c.LogTime(code="W1-01", minutes=30, on=DAY)
    assert living(log, log, take_back(1)).minutes == {"W1-01": 30}


def test_several_are_taken_back_at_once() -> None:
    assert living(tick("W1-01"), tick("W1-03"), take_back(1, 2)) == START


def test_taking_a_taking_back_back_brings_it_back() -> None:
    assert living(tick("W1-01"), take_back(1), take_back(2)) == apply(START, tick("W1-01"))


def test_each_further_taking_back_turns_it_round() -> None:
    commands: list[c.Change | c.Retract] = [tick("W1-01")]
    for number in range(1, 8):
        commands.append(take_back(number))
        assert bool(living(*commands).ticks) is (number % 2 == 0)


def test_what_comes_back_stands_where_it_stood() -> None:
    first = c.AddEvidence(item=study.BOOK, text="first")
    second = c.AddEvidence(item=study.BOOK, text="second")
    state = living(first, take_back(1), second, take_back(2))
    assert state.evidence == {study.BOOK: "second"}


def test_taking_back_what_nobody_knows_changes_nothing() -> None:
    assert living(take_back(7)) == START
    assert living(c.Retract(ids=("of another journal",))) == START


def test_a_taking_back_may_come_before_what_it_names() -> None:
    """The clocks of two computers may differ."""
    assert living(take_back(2), tick("W1-01")) == START


def test_a_taking_back_that_names_itself_or_another_round_about_does_no_harm() -> None:
    assert living(tick("W1-01"), take_back(2)) == apply(START, tick("W1-01"))
    assert retracted(journal(take_back(2), take_back(1))) == {"1"}


def test_a_taking_back_is_no_command_that_could_be_refused() -> None:
    assert fold(EMPTY, journal(take_back(1))) == (EMPTY, ())


@given(st.lists(st.integers(1, 6), max_size=6))
def test_a_command_is_dead_while_a_living_one_after_it_names_it(named: list[int]) -> None:
    entries = journal(tick("W1-01"), *(take_back(min(n, k)) for k, n in enumerate(named, start=1)))
    dead = retracted(entries)
    for number, entry in enumerate(entries):
        by = [
            later.id
            for later in entries[number + 1 :]
            if isinstance(later.command, c.Retract) and entry.id in later.command.ids
        ]
        assert (entry.id in dead) is any(one not in dead for one in by)


@pytest.mark.parametrize("count", [1, 2])
def test_ticks_after_a_plan_was_replaced_go_to_the_new_plan(count: int) -> None:
    kept = study.PLAN.sessions[0]
    new = study.PLAN.evolve(
        sessions=[kept, study.session("W2-02", study.BOOK, 9, units=study.CHAPTERS[2:])]
    )
    after = journal(tick("W1-01"), c.AcceptPlan(plan=new), tick("W2-02"), tick("W1-01"))
    state, refused = fold(START, after[: 2 + count])
    assert refused == ()
    assert {"W1-01", "W2-02", *study.CHAPTERS} == set(state.ticks)
    assert set(state.ticks.values()) == {DAY}


def test_a_tick_of_a_session_that_the_new_plan_dropped_is_told() -> None:
    new = study.PLAN.evolve(sessions=study.PLAN.sessions[:1])
    state, refused = fold(START, journal(c.AcceptPlan(plan=new), tick("W1-02"), tick("W1-01")))
    assert [entry.id for entry, _ in refused] == ["2"]
    assert "W1-01" in state.ticks


def test_a_moved_session_stays_moved() -> None:
    to = date(2026, 12, 9)
    state = living(c.MoveSession(code="W1-03", to=to), tick("W1-03"))
    assert state.plan is not None
    assert state.plan.by_code["W1-03"].date == to
