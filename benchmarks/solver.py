"""Asks the solver for the best plan there can be."""

from dataclasses import dataclass
from time import perf_counter

from ortools.sat.python import cp_model

from benchmarks.case import Case
from benchmarks.layout import Layout, layout_of
from benchmarks.statement import Statement
from planner.core.plan import Plan

FOUND = (cp_model.OPTIMAL, cp_model.FEASIBLE)


@dataclass(frozen=True)
class Limits:
    """How long the solver may think, on how many threads, and at which grain."""

    seconds: float
    workers: int
    by_day: bool = False


@dataclass(frozen=True)
class Answer:
    """The best layout found, if any, and a bound that was proven; they agree when `proven`."""

    best: Layout | None
    bound: int
    proven: bool
    seconds: float
    keeps_orientation: bool


def solve(case: Case, plan: Plan, limits: Limits) -> Answer:
    """Return the best the solver finds within its limits, with a plan as a first hint.

    Where the orientation does not fit before the mock block, it may be left out or cut short.
    """
    begin = perf_counter()
    for always in (True, False):
        statement = Statement(case, by_day=limits.by_day, orientation_always=always)
        statement.hint(layout_of(case, plan, by_day=limits.by_day))
        solver = cp_model.CpSolver()
        solver.parameters.max_time_in_seconds = limits.seconds
        solver.parameters.num_workers = limits.workers
        solver.parameters.random_seed = 1
        status = solver.solve(statement.model)
        best = statement.layout(solver) if status in FOUND else None
        bound = int(solver.best_objective_bound + 1e-6)
        answer = Answer(best, bound, status == cp_model.OPTIMAL, perf_counter() - begin, always)
        if status != cp_model.INFEASIBLE:
            return answer
    raise AssertionError("an empty plan keeps every rule")
