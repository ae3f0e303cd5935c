"""Asks the solver for the best plan there can be, or what a plan breaks."""

from collections.abc import Mapping
from dataclasses import dataclass
from time import perf_counter

from ortools.sat.python import cp_model

from benchmarks.case import Case, baseline_weeks, weeks_of
from benchmarks.statement import Statement, hint
from planner.core.effort import GRAIN
from planner.core.plan import Plan

FOUND = (cp_model.OPTIMAL, cp_model.FEASIBLE)


@dataclass(frozen=True)
class Answer:
    """The best kept minutes found, and a bound that was proven; equal when `proven`."""

    kept: Mapping[str, int]
    bound: int
    proven: bool
    seconds: float


def solve(case: Case, plan: Plan, *, seconds: float, workers: int) -> Answer:
    """Return the best the solver finds within its limit, from a plan as a first hint.

    Where the orientation does not fit before the mock block, it may be left out or cut short.
    """
    begin = perf_counter()
    for always in (True, False):
        statement = Statement(case, orientation_always=always)
        hint(statement, lambda item: weeks_of(plan, item))
        solver = cp_model.CpSolver()
        solver.parameters.max_time_in_seconds = seconds
        solver.parameters.num_workers = workers
        solver.parameters.random_seed = 1
        status = solver.solve(statement.model)
        if status != cp_model.INFEASIBLE:
            break
    kept = dict[str, int]()
    if status in FOUND:
        kept = {item: GRAIN * solver.value(size) for item, size in statement.size.items()}
    bound = int(solver.best_objective_bound + 1e-6)
    return Answer(kept, bound, status == cp_model.OPTIMAL, perf_counter() - begin)


def broken_rules(case: Case, plan: Plan) -> tuple[str, ...]:
    """Return the rules of the statement that a plan does not keep, as few as show it."""
    statement = Statement(case, checked=True)
    model = statement.model
    for task in case.studies:
        found = weeks_of(plan, task.id)
        for week in statement.weeks:
            minutes = found.get(week, 0)
            part = statement.part[task.id, week]
            statement.hold("room of a week", part == minutes // GRAIN)
    for task in (*case.mocks, *case.rehearsals):
        sessions = plan.by_item.get(task.id, ())
        ends = []
        for one in sessions:
            ends.append((plan.week_number(one.date), one.minutes))
        for number in range(len(task.pieces)):
            until = sum(task.pieces[: number + 1])
            for week in statement.weeks:
                so_far = sum(minutes for at, minutes in ends if at <= week)
                done = statement.done[task.id, number, week]
                statement.hold("mocks whole", done == int(so_far >= until))
    for week, stands in statement.baseline.items():
        statement.hold("a first measure", stands == int(week in baseline_weeks(plan)))
    model.clear_objective()
    model.add_assumptions(list(statement.rules.values()))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    if solver.solve(model) != cp_model.INFEASIBLE:
        return ()
    core = set(solver.sufficient_assumptions_for_infeasibility())
    return tuple(name for name, rule in statement.rules.items() if rule.index in core)
