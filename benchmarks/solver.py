"""Asks the solver for the best plan there can be, or which rules a plan breaks."""

from collections.abc import Mapping
from dataclasses import dataclass
from time import perf_counter

from ortools.sat.python import cp_model

from benchmarks.case import Case
from benchmarks.statement import Statement
from planner.core.effort import GRAIN
from planner.core.plan import BASELINE, Plan

FOUND = (cp_model.OPTIMAL, cp_model.FEASIBLE)


@dataclass(frozen=True)
class Limits:
    """How long the solver may think, on how many threads, and at which grain."""

    seconds: float
    workers: int
    by_day: bool = False


@dataclass(frozen=True)
class Answer:
    """The best kept minutes found, and a bound that was proven; they agree when `proven`."""

    kept: Mapping[str, int]
    bound: int
    proven: bool
    seconds: float


def solve(case: Case, plan: Plan, limits: Limits) -> Answer:
    """Return the best the solver finds within its limits, with a plan as a first hint.

    Where the orientation does not fit before the mock block, it may be left out or cut short.
    """
    begin = perf_counter()
    for always in (True, False):
        statement = Statement(case, by_day=limits.by_day, orientation_always=always)
        statement.hint(parts_of(statement, plan))
        solver = cp_model.CpSolver()
        solver.parameters.max_time_in_seconds = limits.seconds
        solver.parameters.num_workers = limits.workers
        solver.parameters.random_seed = 1
        status = solver.solve(statement.model)
        kept = dict[str, int]()
        if status in FOUND:
            kept = {item: GRAIN * solver.value(size) for item, size in statement.size.items()}
        bound = int(solver.best_objective_bound + 1e-6)
        answer = Answer(kept, bound, status == cp_model.OPTIMAL, perf_counter() - begin)
        if status != cp_model.INFEASIBLE:
            return answer
    raise AssertionError("an empty plan keeps every rule")


def parts_of(statement: Statement, plan: Plan) -> Mapping[str, Mapping[int, int]]:
    """Return the minutes that a plan gives to each item, and to the first measure, by slot."""
    found: dict[str, dict[int, int]] = {task.id: {} for task in statement.case.tasks}
    found[BASELINE] = {}
    free = [day for day in statement.case.days if day.minutes]
    for item, parts in found.items():
        for session in plan.by_item.get(item, ()):
            week = plan.week_number(session.date)
            time = week - 1
            if statement.by_day:
                time = next(at for at, day in enumerate(free) if day.date == session.date)
            parts[time] = parts.get(time, 0) + session.minutes
    return found


def broken_rules(case: Case, plan: Plan, *, by_day: bool) -> tuple[str, ...]:
    """Return the rules of the statement that a plan does not keep, as few as show it."""
    statement = Statement(case, by_day=by_day, checked=True)
    model = statement.model
    parts = parts_of(statement, plan)
    for task in case.studies:
        for time in statement.times:
            model.add(statement.part[task.id, time] == parts[task.id].get(time, 0) // GRAIN)
    for task in (*case.mocks, *case.rehearsals):
        for number in range(len(task.pieces)):
            end = sum(task.pieces[: number + 1])
            for time in statement.times:
                so_far = sum(minutes for at, minutes in parts[task.id].items() if at <= time)
                model.add(statement.done[task.id, number, time] == int(so_far >= end))
    for time, stands in statement.baseline.items():
        model.add(stands == int(time in parts[BASELINE]))
    model.clear_objective()
    model.add_assumptions(list(statement.rules.values()))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    if solver.solve(model) != cp_model.INFEASIBLE:
        return ()
    core = set(solver.sufficient_assumptions_for_infeasibility())
    return tuple(name for name, rule in statement.rules.items() if rule.index in core)
