"""The parts of the benchmarks that judge: who is asked, what is worth how much, what is broken."""

from dataclasses import replace

import pytest

from benchmarks.candidates import Candidate, candidate, candidates
from benchmarks.case import UNCOVERED, Case, Task, case_of
from benchmarks.fluid import fluid_bound
from benchmarks.layout import Layout, layout_of, slots_of
from benchmarks.reading import faults
from benchmarks.scale import exponent, weeks_for
from benchmarks.stability import misses, moved_share
from benchmarks.taskjuggler import asked_profile, project
from planner.core.planning import make_plan
from planner.core.values import Level, Subject

SOME = 3


def a_case(one: Candidate) -> Case:
    return case_of(one.state, one.profile, one.loop)


def orientation_in_week_one(case: Case) -> Layout:
    """The least that keeps every rule: the orientation and a first measure."""
    minutes = {
        task.id: {0: task.minutes} if task.subject is Subject.ORIENTATION else {}
        for task in case.tasks
    }
    return Layout(slots_of(case, by_day=False), minutes, {0: case.baseline})


def with_part(layout: Layout, task: Task, week: int, minutes: int) -> Layout:
    return replace(layout, parts={**layout.parts, task.id: {week - 1: minutes}})


def test_the_same_seed_gives_the_same_candidates_and_both_levels() -> None:
    assert list(candidates(SOME)) == [candidate(number) for number in range(SOME)]
    assert {one.profile.level for one in candidates(SOME)} == set(Level)
    assert candidate(0, seed=1).profile != candidate(0, seed=2).profile


def test_what_covers_nothing_costs_and_minutes_count_by_priority() -> None:
    case = a_case(candidate(2))
    task = case.studies[-1]
    alone = {task.id: 60}
    assert case.worth(alone) == 60 * task.weight
    missing = len(case.coverable - task.marks)
    assert case.value(alone) == 60 * task.weight - UNCOVERED * missing


def test_the_layout_of_a_plan_holds_its_minutes_in_days_and_weeks() -> None:
    one = candidate(2)
    case = a_case(one)
    plan = make_plan(one.state, one.profile, one.profile.start)
    for by_day in (False, True):
        assert layout_of(case, plan, by_day=by_day).kept == case.kept(plan)


def test_no_room_holds_more_than_is_poured_into_it() -> None:
    case = a_case(candidate(2))
    assert fluid_bound(case) <= 100 * sum(room.minutes for room in case.rooms)
    endless = replace(case, rooms=[replace(room, minutes=100_000) for room in case.rooms])
    assert fluid_bound(endless) == case.worth({task.id: task.minutes for task in case.tasks})


def test_the_least_keeps_every_rule() -> None:
    case = a_case(candidate(2))
    assert faults(case, orientation_in_week_one(case)) == []


@pytest.mark.parametrize(
    ("item", "week", "minutes", "rule"),
    [
        ("l6.ops.cicd", 2, 40, "size"),
        ("read.well-architected", 4, 60, "size"),
        ("l6.prog.expert", 2, 15, "parts of twenty minutes"),
        ("l6.ops.cicd", 2, 10_000, "room of a week"),
        ("l6.ops.cicd", 14, 180, "nothing new in the mock block"),
        ("l6.sd.distributed", 3, 400, "long items over two weeks"),
        ("l6.ops.incident", 2, 240, "what is required is kept"),
        ("mock.coding", 12, 75, "mocks whole"),
        ("mock.coding", 3, 150, "no mock before half time"),
        ("mock.coding", 16, 150, "no mock in the last days"),
        ("mock.loop.l6", 10, 360, "the rehearsal in its days"),
    ],
)
def test_a_broken_rule_is_seen(item: str, week: int, minutes: int, rule: str) -> None:
    case = a_case(candidate(2))
    layout = with_part(orientation_in_week_one(case), case.by_id[item], week, minutes)
    assert rule in {broken for broken, _ in faults(case, layout)}


def test_a_fourth_mock_in_a_week_is_seen() -> None:
    case = a_case(candidate(2))
    layout = orientation_in_week_one(case)
    for item in ("mock.coding", "mock.sysdesign"):
        task = case.by_id[item]
        layout = with_part(layout, task, 9, task.minutes)
    assert "mocks a week" in {broken for broken, _ in faults(case, layout)}


def test_the_exponent_of_a_square_is_two() -> None:
    assert exponent([(10, 1.0), (100, 100.0)]) == pytest.approx(2)


def test_the_plans_of_the_scale_last_from_one_year_to_ten() -> None:
    assert [weeks_for(size) for size in (100, 10_000)] == [52, 520]


def test_a_missed_session_is_open_and_the_plan_itself_moves_nothing() -> None:
    for state, today in misses(candidate(2)):
        assert state.plan is not None
        open_before = [
            one.code
            for one in state.plan.sessions
            if one.date < today and one.code not in state.ticks
        ]
        assert len(open_before) == 1
        assert moved_share(state, state.plan, today) == 0
        emptied = state.plan.evolve(sessions=())
        assert moved_share(state, emptied, today) == 1


def test_the_project_has_a_task_for_each_item_and_its_requirements() -> None:
    lines = list(project(asked_profile()))
    assert sum(line.startswith("task ") for line in lines) == 44
    assert "  depends !mock_coding, !mock_sysdesign, !mock_behavioral, !mock_bar_l6" in lines
