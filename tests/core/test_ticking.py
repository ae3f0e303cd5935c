"""Ticks of a session, of a chapter and of a book agree with each other."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.apply import apply
from planner.core.commands import AcceptPlan, Tick
from planner.core.plan import Plan, Session
from planner.core.progress import Done, item_done
from planner.core.refusal import Refusal, Refused
from planner.core.state import State
from planner.core.ticking import ticked
from planner.core.values import SessionKind
from tests.core.strategies import FEW, book, known_targets, workbooks
from tests.core.strategies import begun_workbooks as begun
from tests.support import study

FIRST, LATER = study.TODAY, study.TODAY + timedelta(days=3)
ONE, TWO, THREE = study.CHAPTERS
START = study.STATE


def tick(state: State, *targets: str, on: date = FIRST, done: bool = True) -> State:
    for target in targets:
        state = apply(state, Tick(target=target, done=done, on=on))
    return state


def untick(state: State, *targets: str) -> State:
    return tick(state, *targets, done=False)


def how_far(state: State, item_id: str = study.BOOK) -> Done:
    item = state.item(item_id)
    assert item is not None
    return item_done(state, item)


def plan(*sessions: Session) -> Plan:
    return study.PLAN.evolve(sessions=sessions)


def split(*units: tuple[str, ...]) -> State:
    """The book in sessions W1-01, W1-02 … that cover these chapters."""
    sessions = (
        study.session(f"W1-{n:02d}", study.BOOK, n, units=chapters)
        for n, chapters in enumerate(units, start=1)
    )
    return START.evolve(plan=plan(*sessions))


def test_a_ticked_book_ticks_its_chapters_and_its_sessions() -> None:
    assert set(tick(START, study.BOOK).ticks) == {*study.CHAPTERS, "W1-01", "W1-02"}


def test_a_book_taken_back_opens_its_chapters_and_its_sessions() -> None:
    assert untick(tick(START, "W1-03", study.BOOK), study.BOOK).ticks == {
        "W1-03": FIRST,
        study.SKILL: FIRST,
    }


def test_a_session_ticks_the_chapters_it_covers_and_leaves_the_book_half_done() -> None:
    state = tick(START, "W1-01")
    assert set(state.ticks) == {"W1-01", ONE, TWO}
    assert how_far(state) is Done.HALF


def test_the_last_session_finishes_the_book() -> None:
    assert how_far(tick(START, "W1-01", "W1-02")) is Done.DONE


def test_the_last_chapter_finishes_the_book_and_its_session() -> None:
    state = tick(START, ONE, TWO, THREE)
    assert how_far(state) is Done.DONE
    assert {"W1-01", "W1-02"} <= set(state.ticks)


def test_a_session_waits_for_all_its_chapters() -> None:
    state = tick(START, ONE)
    assert "W1-01" not in state.ticks
    assert "W1-01" in tick(state, TWO).ticks


def test_a_chapter_over_two_sessions_waits_for_both() -> None:
    state = split((ONE,), (ONE, TWO), (THREE,))
    assert ONE not in tick(state, "W1-01").ticks
    assert ONE in tick(state, "W1-01", "W1-02").ticks


def test_one_chapter_taken_back_makes_a_done_book_half_and_reopens_the_sessions_that_cover_it() -> (
    None
):
    state = tick(split((ONE,), (ONE, TWO), (TWO, THREE)), study.BOOK)
    back = untick(state, ONE)
    assert how_far(back) is Done.HALF
    assert set(state.ticks) - set(back.ticks) == {ONE, "W1-01", "W1-02"}


def test_a_session_taken_back_opens_its_chapters_and_no_other_session() -> None:
    state = tick(split((ONE,), (ONE, TWO), (THREE,)), study.BOOK)
    assert set(state.ticks) - set(untick(state, "W1-02").ticks) == {"W1-02", ONE, TWO}


def test_an_item_without_units_is_done_with_its_last_session() -> None:
    sessions = (study.session(f"W1-{n:02d}", study.SKILL, n) for n in (1, 2))
    state = START.evolve(plan=plan(*sessions))
    half = tick(state, "W1-01")
    assert how_far(half, study.SKILL) is Done.HALF
    assert how_far(tick(half, "W1-02"), study.SKILL) is Done.DONE
    assert how_far(untick(tick(half, "W1-02"), "W1-01"), study.SKILL) is Done.HALF


def test_a_review_is_ticked_by_itself() -> None:
    review = study.session("W2-01", study.BOOK, 8, kind=SessionKind.REVIEW)
    state = START.evolve(plan=plan(*study.PLAN.sessions[:2], review))
    assert set(tick(state, "W2-01").ticks) == {"W2-01"}
    assert "W2-01" not in tick(state, study.BOOK).ticks


def test_a_review_neither_finishes_nor_reopens_what_it_reviews() -> None:
    review = study.session("W2-01", study.SKILL, 8, kind=SessionKind.REVIEW)
    alone = START.evolve(plan=plan(review))
    assert set(tick(alone, "W2-01").ticks) == {"W2-01"}
    done = tick(alone, study.SKILL, "W2-01")
    assert set(untick(done, "W2-01").ticks) == {study.SKILL}


def test_a_session_that_names_no_chapter_of_its_book_is_ticked_by_itself() -> None:
    state = START.evolve(plan=plan(study.session("W1-01", study.BOOK, 1)))
    assert set(tick(state, "W1-01").ticks) == {"W1-01"}
    assert how_far(tick(state, "W1-01")) is Done.HALF


def test_a_session_of_something_the_curriculum_does_not_know_is_ticked_by_itself() -> None:
    state = START.evolve(plan=plan(study.session("W1-01", "weekly-review", 1)))
    assert set(tick(state, "W1-01").ticks) == {"W1-01"}


def test_what_was_ticked_before_keeps_its_day() -> None:
    state = tick(tick(START, TWO, on=FIRST), study.BOOK, on=LATER)
    assert state.ticks[TWO] == FIRST
    assert state.ticks[ONE] == state.ticks["W1-01"] == LATER


def test_a_tick_twice_changes_nothing() -> None:
    state = tick(START, "W1-01", on=FIRST)
    assert tick(state, "W1-01", on=LATER) is state


def test_without_a_plan_books_and_chapters_are_ticked() -> None:
    state = START.evolve(plan=None)
    assert set(tick(state, TWO).ticks) == {TWO}
    assert set(tick(state, study.SKILL).ticks) == {study.SKILL}


@pytest.mark.parametrize(
    "target", ["W1-09", "W7-01", "no.book", f"{study.BOOK}/chapter-9", "no.book/chapter-1", "book"]
)
@pytest.mark.parametrize("done", [True, False])
def test_what_nobody_knows_is_refused(target: str, done: bool) -> None:
    with pytest.raises(Refused) as told:
        tick(START, target, done=done)
    assert told.value.refusal is Refusal.UNKNOWN_TARGET
    assert told.value.about == target


def test_a_code_is_unknown_without_a_plan() -> None:
    with pytest.raises(Refused):
        tick(START.evolve(plan=None), "W1-01")


def test_a_chapter_leaves_the_half_of_another_chapter_ticked() -> None:
    state = tick(split((ONE,), (ONE,), (TWO,), (THREE,)), "W1-01")
    assert "W1-01" in tick(state, TWO).ticks
    assert "W1-01" in untick(tick(state, TWO), TWO).ticks


def test_a_session_leaves_a_chapter_ticked_that_another_session_covers_too() -> None:
    state = tick(split((ONE, TWO), (TWO, THREE)), TWO, on=FIRST)
    assert tick(state, "W1-01", on=LATER).ticks == {"W1-01": LATER, ONE: LATER, TWO: FIRST}


def test_a_tick_outlives_the_plan_it_was_made_in() -> None:
    state = tick(START, "W1-01")
    new = plan(
        study.PLAN.sessions[0],
        study.session("W1-04", study.BOOK, 3, units=(THREE,)),
    )
    state = apply(state, AcceptPlan(plan=new))
    assert {"W1-01", ONE, TWO} <= set(state.ticks)
    assert how_far(tick(state, "W1-04")) is Done.DONE


def test_two_ticks_after_a_plan_was_replaced_finish_what_the_first_began() -> None:
    state = tick(split((ONE,), (ONE, TWO), (THREE,)), "W1-01")
    kept, *_ = state.plan.sessions if state.plan else ()
    new = plan(
        kept,
        study.session("W1-04", study.BOOK, 4, units=(ONE,)),
        study.session("W1-05", study.BOOK, 5, units=(TWO, THREE)),
    )
    state = tick(apply(state, AcceptPlan(plan=new)), "W1-04")
    assert {"W1-01", "W1-04", ONE} == set(state.ticks)
    assert how_far(tick(state, "W1-05")) is Done.DONE


def test_a_code_that_the_new_plan_does_not_have_is_refused() -> None:
    state = apply(START, AcceptPlan(plan=plan(study.PLAN.sessions[0])))
    with pytest.raises(Refused):
        tick(state, "W1-02")


def test_an_item_that_was_done_before_the_plan_stays_done_when_one_of_its_sessions_is_ticked() -> (
    None
):
    state = tick(START.evolve(plan=None), study.SKILL)
    two = (study.session(f"W1-{n:02d}", study.SKILL, n) for n in (1, 2))
    state = apply(state, AcceptPlan(plan=plan(*two)))
    assert how_far(tick(state, "W1-01"), study.SKILL) is Done.DONE


any_tick = st.data()


def drawn(data: st.DataObject, state: State) -> str:
    return data.draw(st.sampled_from(known_targets(state)), label="target")


@FEW
@given(begun(), any_tick)
def test_a_tick_takes_nothing_back_and_keeps_every_day(state: State, data: st.DataObject) -> None:
    target = drawn(data, state)
    after = tick(state, target, on=LATER)
    assert state.ticks.items() <= after.ticks.items()
    added = {key: day for key, day in after.ticks.items() if key not in state.ticks}
    assert set(added.values()) <= {LATER}


@FEW
@given(begun(), any_tick)
def test_taking_back_adds_nothing(state: State, data: st.DataObject) -> None:
    target = drawn(data, state)
    assert untick(state, target).ticks.items() <= state.ticks.items()


@FEW
@given(begun(), any_tick)
def test_what_was_ticked_is_done_and_what_was_taken_back_is_not(
    state: State, data: st.DataObject
) -> None:
    target = drawn(data, state)
    item = book(state)
    if target == item.id:
        assert how_far(tick(state, target)) is Done.DONE
        assert how_far(untick(state, target)) is Done.OPEN
    else:
        assert target in tick(state, target).ticks
        assert target not in untick(state, target).ticks
        assert how_far(untick(state, target)) is not Done.DONE


@FEW
@given(begun(), any_tick)
def test_what_was_open_with_all_its_parts_is_as_before_after_a_tick_and_its_taking_back(
    state: State, data: st.DataObject
) -> None:
    target = drawn(data, state)
    parts = touching(state, target)
    state = state.evolve(ticks={k: day for k, day in state.ticks.items() if k not in parts})
    assert untick(tick(state, target), target).ticks == state.ticks


@FEW
@given(workbooks(with_units=True), any_tick)
def test_any_part_of_a_done_book_comes_back_with_one_tick(
    state: State, data: st.DataObject
) -> None:
    done = tick(state, book(state).id)
    target = drawn(data, state)
    assert set(tick(untick(done, target), target).ticks) == set(done.ticks)


@FEW
@given(workbooks(with_units=True), any_tick)
def test_a_chapter_of_a_done_book_reopens_exactly_the_sessions_that_cover_it(
    state: State, data: st.DataObject
) -> None:
    done = tick(state, book(state).id)
    unit = data.draw(st.sampled_from(book(state).units), label="unit").id
    back = untick(done, unit)
    assert set(done.ticks) - set(back.ticks) == {unit, *covering(state, unit)}
    assert how_far(back) is (Done.HALF if back.ticks else Done.OPEN)


@FEW
@given(begun())
def test_a_session_is_ticked_when_all_its_chapters_are(state: State) -> None:
    assert state.plan is not None
    for session in state.plan.sessions:
        if session.units and all(unit in state.ticks for unit in session.units):
            assert session.code in state.ticks


@FEW
@given(begun())
def test_a_chapter_is_ticked_when_all_its_sessions_are(state: State) -> None:
    for unit in book(state).units:
        codes = covering(state, unit.id)
        if codes and all(code in state.ticks for code in codes):
            assert unit.id in state.ticks


@FEW
@given(begun(with_units=False))
def test_an_item_without_units_is_ticked_exactly_when_all_its_sessions_are(state: State) -> None:
    assert state.plan is not None
    every = all(one.code in state.ticks for one in state.plan.sessions)
    assert (book(state).id in state.ticks) is every


@FEW
@given(begun(), any_tick)
def test_ticking_changes_no_mapping_that_is_held(state: State, data: st.DataObject) -> None:
    before = dict(state.ticks)
    for done in (True, False):
        ticked(state, drawn(data, state), done=done, on=LATER)
    assert state.ticks == before


def covering(state: State, unit: str) -> set[str]:
    assert state.plan is not None
    return {one.code for one in state.plan.sessions if unit in one.units}


def touching(state: State, target: str) -> set[str]:
    """What a tick of the target may spread to."""
    item = book(state)
    assert state.plan is not None
    units, codes = {unit.id for unit in item.units}, set(state.plan.by_code)
    if target == item.id:
        return {item.id} | units | codes
    if target in units:
        return {target} | covering(state, target)
    session = state.plan.by_code[target]
    return {target, *session.units} | (set() if item.units else {item.id})
