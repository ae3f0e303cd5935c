"""How far sessions and items are, and the minutes done of those planned."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.apply import apply
from planner.core.commands import ChangeProfile, EstimateItem, RateSkill, SkipItem, Tick
from planner.core.curriculum import Item
from planner.core.plan import LeftOut, Plan, Rule, Session, because
from planner.core.progress import (
    Done,
    done_minutes,
    done_on,
    has_slipped,
    is_done,
    is_kept,
    is_scored,
    item_done,
    planned_minutes,
)
from planner.core.state import State
from planner.core.values import Level, Rating, SessionKind
from tests.core.strategies import FEW, begun_workbooks, book, known_targets, states, usual
from tests.support import study

ONE, TWO, THREE = study.CHAPTERS
BOOK = study.CURRICULUM.by_id[study.BOOK]
SKILL = study.CURRICULUM.by_id[study.SKILL]
START = study.STATE


def tick(state: State, *targets: str, done: bool = True) -> State:
    for number, target in enumerate(targets):
        day = study.TODAY + timedelta(days=number)
        state = apply(state, Tick(target=target, done=done, on=day))
    return state


def plan(*sessions: Session, left_out: tuple[LeftOut, ...] = ()) -> Plan:
    return study.PLAN.evolve(sessions=sessions, left_out=left_out)


def left(item: str, minutes: int) -> LeftOut:
    return LeftOut(item=item, minutes=minutes, why=because(Rule.NO_ROOM))


def test_a_session_is_done_when_it_is_ticked() -> None:
    first = study.PLAN.sessions[0]
    assert not is_done(START, first)
    assert is_done(tick(START, first.code), first)


@pytest.mark.parametrize(
    ("ticks", "how_far"),
    [
        ((), Done.OPEN),
        ((ONE,), Done.HALF),
        (("W1-02",), Done.HALF),
        ((ONE, TWO), Done.HALF),
        ((ONE, TWO, THREE), Done.DONE),
        (("W1-01", "W1-02"), Done.DONE),
        (("W1-01", THREE), Done.DONE),
        ((study.BOOK,), Done.DONE),
        ((study.SKILL,), Done.OPEN),
    ],
)
def test_a_book_is_as_far_as_its_chapters(ticks: tuple[str, ...], how_far: Done) -> None:
    assert item_done(tick(START, *ticks), BOOK) is how_far


def test_half_a_chapter_makes_a_book_half_done() -> None:
    halves = (study.session(f"W1-{n:02d}", study.BOOK, n, units=(ONE,)) for n in (1, 2))
    state = START.evolve(plan=plan(*halves))
    assert item_done(tick(state, "W1-01"), BOOK) is Done.HALF


def test_an_item_is_finished_on_the_day_of_its_last_tick() -> None:
    state = tick(START, ONE, TWO)
    assert done_on(state, BOOK) is None
    assert done_on(tick(state, TWO, TWO, TWO, THREE), BOOK) == study.TODAY + timedelta(days=3)
    assert done_on(tick(START, study.SKILL), SKILL) == study.TODAY


@FEW
@given(begun_workbooks(with_units=True))
def test_an_item_is_done_exactly_when_all_its_units_are(state: State) -> None:
    item = book(state)
    every = all(unit.id in state.ticks for unit in item.units)
    assert (item_done(state, item) is Done.DONE) is every
    assert (item_done(state, item) is not Done.OPEN) is bool(state.ticks)
    assert (done_on(state, item) is not None) is every


def test_an_item_takes_its_estimate() -> None:
    assert planned_minutes(START, BOOK) == 180
    assert planned_minutes(START.evolve(plan=None), BOOK) == 180


def test_an_item_takes_less_where_the_plan_shortened_it() -> None:
    assert planned_minutes(START, SKILL) == 180 - 60


def test_nothing_takes_time_while_no_level_is_chosen() -> None:
    state = tick(START.evolve(profile=None, plan=None), study.BOOK)
    assert (done_minutes(state, BOOK), planned_minutes(state, BOOK)) == (0, 0)


@pytest.mark.parametrize(
    ("ticks", "minutes"),
    [
        ((), 0),
        ((ONE,), 40),  # of two sessions with 120 minutes for three chapters
        (("W1-01",), 60),
        ((ONE, THREE), 100),  # the second session holds the third chapter alone
        (("W1-01", "W1-02"), 180),
    ],
)
def test_sessions_count_whole_and_chapters_with_their_part(
    ticks: tuple[str, ...], minutes: int
) -> None:
    assert done_minutes(tick(START, *ticks), BOOK) == minutes


def test_a_session_of_an_item_without_units_counts_with_its_minutes() -> None:
    two = (study.session(f"W1-{n:02d}", study.SKILL, n, minutes=50) for n in (1, 2))
    state = START.evolve(plan=plan(*two))
    assert done_minutes(tick(state, "W1-01"), SKILL) == 50
    assert done_minutes(tick(state, "W1-01", "W1-02"), SKILL) == 180


def test_what_really_was_needed_does_not_matter() -> None:
    state = tick(START, "W1-01").evolve(minutes={"W1-01": 500})
    assert done_minutes(state, BOOK) == 60


def test_a_chapter_without_a_session_counts_with_its_share() -> None:
    assert done_minutes(tick(START.evolve(plan=None), ONE), BOOK) == 60


def test_when_all_that_is_planned_of_a_book_is_done_all_its_minutes_are() -> None:
    """Of a book whose last chapters found no room, a part of the minutes once stayed open."""
    first = study.session("W1-01", study.BOOK, 1, units=(ONE,))
    state = tick(START.evolve(plan=plan(first, left_out=(left(study.BOOK, 120),))), "W1-01")
    assert item_done(state, BOOK) is Done.HALF
    assert (done_minutes(state, BOOK), planned_minutes(state, BOOK)) == (60, 60)


def test_chapters_that_found_no_room_take_nothing_from_the_others() -> None:
    first = study.session("W1-01", study.BOOK, 1, units=(ONE, TWO), minutes=100)
    state = START.evolve(plan=plan(first, left_out=(left(study.BOOK, 80),)))
    assert done_minutes(tick(state, ONE), BOOK) == 50


def test_what_is_done_of_an_item_that_is_left_out_counts_as_planned() -> None:
    state = START.evolve(plan=plan(left_out=(left(study.BOOK, 180),)))
    assert planned_minutes(state, BOOK) == 0
    for ticks, minutes in (((ONE,), 60), ((ONE, TWO, THREE), 180)):
        done = tick(state, *ticks)
        assert (done_minutes(done, BOOK), planned_minutes(done, BOOK)) == (minutes, minutes)


@FEW
@given(begun_workbooks())
def test_minutes_done_lie_between_nothing_and_what_is_planned(state: State) -> None:
    item = book(state)
    assert 0 <= done_minutes(state, item) <= planned_minutes(state, item)
    if item_done(state, item) is Done.DONE:
        assert done_minutes(state, item) == planned_minutes(state, item)
    if item_done(state, item) is Done.OPEN:
        assert done_minutes(state, item) == 0


@FEW
@given(begun_workbooks(), st.data())
def test_minutes_done_never_fall_with_a_tick_nor_rise_when_one_is_taken_back(
    state: State, data: st.DataObject
) -> None:
    item = book(state)
    target = data.draw(st.sampled_from(known_targets(state)))
    now = done_minutes(state, item)
    assert done_minutes(tick(state, target), item) >= now
    assert done_minutes(tick(state, target, done=False), item) <= now


@FEW
@given(begun_workbooks())
def test_when_every_session_is_ticked_every_planned_minute_is_done(state: State) -> None:
    assert state.plan is not None
    state = tick(state, *state.plan.by_code)
    assert done_minutes(state, book(state)) == planned_minutes(state, book(state))


@FEW
@given(states())
def test_on_real_plans_too_minutes_done_lie_between_nothing_and_what_is_planned(
    state: State,
) -> None:
    for item in state.items():
        assert 0 <= done_minutes(state, item) <= planned_minutes(state, item)
        assert (done_on(state, item) is None) is (item_done(state, item) is not Done.DONE)


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("hours", [3, 10, 30])
def test_whoever_ticks_a_whole_real_plan_has_done_every_minute_of_it(
    level: Level, hours: int
) -> None:
    state = usual(level, 6, hours)
    assert state.plan is not None
    after = tick(state, *state.plan.by_code)
    shortened = {one.item for one in state.plan.left_out}
    for item in state.items():
        if item.id in state.plan.by_item:
            assert done_minutes(after, item) == planned_minutes(after, item)
            assert item_done(after, item) is Done.DONE or item.id in shortened


def test_an_item_is_kept_unless_it_is_left_out_or_skipped() -> None:
    whole = plan(study.PLAN.sessions[2], left_out=(left(study.BOOK, 180), left(study.SKILL, 60)))
    state = START.evolve(plan=whole)
    assert not is_kept(state, BOOK)
    assert is_kept(state, SKILL)
    assert not is_kept(apply(state, SkipItem(item=study.SKILL)), SKILL)
    assert is_kept(START.evolve(plan=None), BOOK)


def test_what_is_done_of_an_item_that_is_left_out_keeps_it() -> None:
    state = START.evolve(plan=plan(left_out=(left(study.BOOK, 180),)))
    assert is_kept(tick(state, ONE), BOOK)


def test_an_item_that_the_plan_does_not_know_yet_is_kept() -> None:
    assert is_kept(START.evolve(plan=plan()), BOOK)


def test_a_debrief_gets_no_score() -> None:
    mock = next(item for item in usual().items() if any(not unit.scored for unit in item.units))
    debrief = next(unit.id for unit in mock.units if not unit.scored)
    run = next(unit.id for unit in mock.units if unit.scored)
    assert is_scored(usual(), session_of(mock, run))
    assert is_scored(usual(), session_of(mock, run, debrief))
    assert not is_scored(usual(), session_of(mock, debrief))
    assert not is_scored(usual(), session_of(mock, run).evolve(kind=SessionKind.STUDY))


def test_the_baseline_mock_gets_a_score_though_it_is_no_item() -> None:
    assert is_scored(usual(), study.PLAN.sessions[-1])


def session_of(item: Item, *units: str) -> Session:
    return study.session("W9-01", item.id, 1, kind=SessionKind.MOCK, units=units)


def test_another_rating_changes_the_estimate_and_breaks_nothing() -> None:
    long = study.PLAN.sessions[0].evolve(minutes=90)
    whole = plan(long, *study.PLAN.sessions[1:], left_out=(left(study.SKILL, 100),))
    state = tick(START.evolve(plan=whole), "W1-01")
    quick = apply(state, RateSkill(group="books", rating=Rating.STRONG))
    assert (done_minutes(quick, BOOK), planned_minutes(quick, BOOK)) == (60, 60)
    assert (done_minutes(quick, SKILL), planned_minutes(quick, SKILL)) == (0, 0)
    quick = tick(quick, study.SKILL)
    assert (done_minutes(quick, SKILL), planned_minutes(quick, SKILL)) == (60, 60)


def test_a_time_given_since_the_plan_was_made_counts_whole() -> None:
    """What the plan left out of another estimate says nothing of it."""
    shortened = START.evolve(plan=plan(*study.PLAN.sessions, left_out=(left(study.SKILL, 100),)))
    state = apply(shortened, EstimateItem(item=study.SKILL, minutes=90))
    assert planned_minutes(state, SKILL) == 90
    assert state.plan is not None
    known = state.plan.evolve(estimates={study.SKILL: 90}, left_out=(left(study.SKILL, 30),))
    assert planned_minutes(state.evolve(plan=known), SKILL) == 60
    back = apply(state.evolve(plan=known), EstimateItem(item=study.SKILL, minutes=None))
    assert planned_minutes(back, SKILL) == 180


def test_another_level_leaves_the_figures_of_its_items_in_order() -> None:
    state = usual(Level.L6)
    profile, plan = state.profile, state.plan
    assert profile is not None
    assert plan is not None
    state = tick(state, *list(plan.by_code)[:20])
    state = apply(state, ChangeProfile(profile=profile.evolve(level=Level.L7)))
    for item in state.items():
        assert 0 <= done_minutes(state, item) <= planned_minutes(state, item)


def test_a_session_slips_with_its_day_and_only_while_it_is_open() -> None:
    one = study.PLAN.sessions[0]
    after = one.date + timedelta(days=1)
    assert not has_slipped(START, one, one.date)
    assert has_slipped(START, one, after)
    assert not has_slipped(tick(START, one.code), one, after)
    assert not has_slipped(apply(START, SkipItem(item=one.item)), one, after)
