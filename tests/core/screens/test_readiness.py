"""The Readiness page's values: families, the way so far, and what to do next."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.core import readiness
from planner.core.commands import AddEvidence, SkipItem, Tick
from planner.core.progress import is_kept
from planner.core.screens.next_step import Step, next_step
from planner.core.screens.readiness import burn_up, evidence_rows, readiness_screen
from planner.core.state import State
from planner.core.values import Level, SessionKind, Subject
from tests.core.screens.candidates import START, TODAY, after, curriculum, demo, fresh
from tests.core.strategies import usual


def test_there_is_no_page_without_a_level() -> None:
    assert readiness_screen(State(curriculum()), TODAY) is None


@pytest.mark.parametrize("level", Level)
def test_three_families_hold_three_criteria_each(level: Level) -> None:
    screen = readiness_screen(fresh(level), START)
    assert screen is not None
    assert [len(family.rows) for family in screen.families] == [3, 3, 3]
    assert len(screen.failures) == 6
    assert {row.label for family in screen.families for row in family.rows} == {
        one.label for one in curriculum().criteria_at(level)
    }


def test_the_figures_are_those_of_readiness() -> None:
    state = demo()
    screen = readiness_screen(state, TODAY)
    assert screen is not None
    criteria = {one.id: one for one in curriculum().criteria_at(Level.L6)}
    for family in screen.families:
        assert family.prepared == sum(row.prepared.ratio for row in family.rows) / 3
        for row in family.rows:
            assert row.studied == readiness.studied(state, criteria[row.id])
            assert row.evidenced == readiness.evidenced(state, criteria[row.id])
            assert row.tested == readiness.tested(state, criteria[row.id])
            assert row.prepared == readiness.prepared(state, criteria[row.id])


def test_nothing_is_weakest_before_anything_is_done() -> None:
    screen = readiness_screen(fresh(), START)
    assert screen is not None
    assert not screen.begun
    assert not any(row.is_weakest for family in screen.families for row in family.rows)
    assert screen.next_step is not None


def test_one_criterion_is_weakest_and_the_next_step_is_for_it() -> None:
    screen = readiness_screen(demo(), TODAY)
    assert screen is not None
    weakest = [row.label for family in screen.families for row in family.rows if row.is_weakest]
    assert screen.next_step is not None
    assert weakest == [screen.next_step.criterion]


def test_the_next_step_is_an_open_session_of_an_item_to_study() -> None:
    state = demo()
    screen = readiness_screen(state, TODAY)
    assert screen is not None
    assert screen.next_step is not None
    assert state.plan is not None
    step = screen.next_step
    assert step.step is Step.STUDY
    assert step.code is not None
    session = state.plan.by_code[step.code]
    assert (session.item, state.plan.week_number(session.date)) == (step.item, step.week)
    assert step.code not in state.ticks
    assert step.minutes > 0


def test_after_studying_come_mocks_and_then_lines_of_evidence() -> None:
    state = fresh()
    kept = [item for item in state.items() if is_kept(state, item)]
    study = [item for item in kept if item.subject is not Subject.MOCK]
    studied = after(state, [Tick(target=item.id, on=START) for item in study])
    screen = readiness_screen(studied, START)
    assert screen is not None
    assert screen.next_step is not None
    assert screen.next_step.step in {Step.MOCK, Step.EVIDENCE}
    practised = after(studied, [Tick(target=item.id, on=START) for item in kept])
    screen = readiness_screen(practised, START)
    assert screen is not None
    assert screen.next_step is not None
    assert screen.next_step.step is Step.EVIDENCE
    proven = after(practised, [AddEvidence(item=item.id, text="shown") for item in kept])
    screen = readiness_screen(proven, START)
    assert screen is not None
    assert screen.next_step is None


def test_items_that_would_help_most_are_first_to_be_evidenced() -> None:
    state = demo()
    weakest = readiness.weakest(state, Level.L6)
    assert weakest is not None
    first = state.item(evidence_rows(state)[0].item)
    assert first is not None
    assert weakest.id in first.at[Level.L6].criteria
    lines = [bool(row.line) for row in evidence_rows(state)]
    assert lines == sorted(lines)
    assert any(lines)
    assert not any(row.item.startswith("mock") for row in evidence_rows(state))


def test_a_skipped_item_is_no_longer_asked_for() -> None:
    state = demo()
    item = evidence_rows(state)[0].item
    rows = evidence_rows(after(state, [SkipItem(item=item)]))
    assert item not in {row.item for row in rows}


def test_the_way_so_far_begins_at_nothing_and_ends_with_the_whole_plan() -> None:
    state = demo()
    assert state.plan is not None
    points = burn_up(state, TODAY)
    assert (points[0].planned, points[0].done) == (0, 0)
    assert points[-1].planned == sum(one.minutes for one in state.plan.sessions)
    assert points[-1].done is None
    now = [one for one in points if one.done is not None][-1]
    done = sum(one.minutes for one in state.plan.sessions if one.code in state.ticks)
    assert (now.day, now.done) == (TODAY, done)


@pytest.mark.parametrize("weekday", range(7))
def test_the_way_ends_on_the_loop_day(weekday: int) -> None:
    state = fresh()
    assert state.plan is not None
    loop = state.plan.weeks[-1].monday + timedelta(days=7 + weekday)
    points = burn_up(state.evolve(plan=state.plan.evolve(loop=loop)), TODAY)
    assert [one.day for one in points][-1] == loop
    assert points[-1].planned == sum(one.minutes for one in state.plan.sessions)


def test_what_is_ticked_today_is_done_today() -> None:
    state = fresh()
    assert state.plan is not None
    first = state.plan.sessions[0]
    points = burn_up(after(state, [Tick(target=first.code, on=START)]), START)
    assert [one.done for one in points if one.done is not None] == [0, first.minutes]


def test_the_next_step_passes_over_sessions_that_are_done() -> None:
    state = fresh()
    assert state.plan is not None
    screen = readiness_screen(state, START)
    assert screen is not None
    assert screen.next_step is not None
    sessions = state.plan.by_item[screen.next_step.item]
    assert screen.next_step.code == sessions[0].code
    assert len(sessions) > 1
    begun = after(state, [Tick(target=sessions[0].code, on=START)])
    criterion = next(
        one for one in curriculum().criteria_at(Level.L6) if one.label == screen.next_step.criterion
    )
    step = next_step(readiness.standing(begun), criterion, TODAY)
    assert step is not None
    assert (step.item, step.code) == (screen.next_step.item, sessions[1].code)


def test_there_is_no_way_without_a_plan() -> None:
    assert burn_up(fresh().evolve(plan=None), START) == ()


@settings(max_examples=40)
@given(st.data(), st.integers(-10, 120))
def test_the_way_only_goes_up_and_is_known_up_to_today(data: st.DataObject, offset: int) -> None:
    state = fresh()
    assert state.plan is not None
    sessions = data.draw(st.lists(st.sampled_from(state.plan.sessions), max_size=8))
    state = after(state, [Tick(target=one.code, on=one.date) for one in sessions])
    today = START + timedelta(days=offset)
    points = burn_up(state, today)
    done = [one.done for one in points if one.done is not None]
    planned = [one.planned for one in points]
    assert [one.day for one in points] == sorted(one.day for one in points)
    assert planned == sorted(planned)
    assert done == sorted(done)
    assert done[-1] <= planned[-1]
    assert all(one.day <= max(today, START) for one in points if one.done is not None)
    assert all(one.day > today for one in points if one.done is None)


def test_the_day_of_today_does_not_change_before_the_plan_begins() -> None:
    points = burn_up(fresh(), date(2026, 11, 1))
    assert [one.done for one in points if one.done is not None] == [0]


def test_the_next_step_names_what_would_wait_for_it() -> None:
    state = usual(Level.L6, 10, 15)
    assert state.plan is not None
    today = state.plan.start
    known = readiness.standing(state)
    seen = 0
    for criterion in state.curriculum.criteria_at(Level.L6):
        step = next_step(known, criterion, today)
        assert step is not None
        if step.week == 1 or step.step is not Step.STUDY:
            assert step.displaces == ""
        if step.displaces:
            seen += 1
            session = state.plan.by_code[step.displaces.split()[0]]
            assert session.kind is SessionKind.STUDY
            assert state.plan.week_number(session.date) == 1
            assert session.date >= today
            assert session.item != step.item
    assert seen
    assert state.plan.loop > today
    past = next_step(known, state.curriculum.criteria_at(Level.L6)[0], state.plan.loop)
    assert past is not None
    assert past.displaces == ""
