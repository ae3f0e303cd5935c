"""How much of what an exact solver keeps a plan keeps, over made-up candidates of both levels."""

import argparse
import csv
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from benchmarks.candidates import PROFILES, SEED, Candidate, candidates
from benchmarks.case import Case, case_of
from benchmarks.fluid import fluid_bound
from benchmarks.layout import layout_of
from benchmarks.measure import milliseconds
from benchmarks.reading import faults
from planner.core.plan import WORK, Plan
from planner.core.planning import make_plan
from planner.core.values import Priority

SECONDS = 20.0
WORKERS = 2
WORST = 3
ROUNDS = 3
SOME = 10


@dataclass(frozen=True)
class Result:
    """What came out for one candidate. `bound` is what no plan can be worth more than.

    `whole` is what the best keeps, weighted, `broken` which rules of the statement the plan does
    not keep, with where.
    """

    candidate: Candidate
    case: Case
    plan: Plan
    value: int
    best: Mapping[str, int]
    bound: int
    whole: int
    proven: bool
    engine_ms: float
    solver_ms: float
    broken: Sequence[tuple[str, str]]

    @property
    def gap(self) -> float:
        """The share that the plan misses of what the best keeps, in weighted minutes."""
        return (self.bound - self.value) / self.whole

    @property
    def ratio(self) -> float:
        """How many times longer the solver took."""
        return self.solver_ms / self.engine_ms


def main(arguments: Sequence[str] = ()) -> None:
    """Print the gap of values and the ratio of times, and the worst cases."""
    asked = _asked(arguments)
    results = []
    for candidate in candidates(asked.profiles, asked.seed):
        if asked.only is None or candidate.number in asked.only:
            results.append(measured(candidate, asked))
            if sys.stderr.isatty():
                sys.stderr.write(f"\r{len(results)} of {asked.profiles}\r")
    summary(results, quick=asked.quick)
    for result in sorted(results, key=lambda one: -one.gap)[: asked.worst]:
        breakdown(result)
    if asked.csv:
        write(results, asked.csv)


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks optimum", description=__doc__)
    parser.add_argument("--profiles", type=int, default=PROFILES, help="how many candidates")
    parser.add_argument("--seed", type=int, default=SEED, help="which candidates")
    parser.add_argument("--only", type=int, nargs="+", help="only these numbers among them")
    parser.add_argument("--worst", type=int, default=WORST, help="how many of the worst to show")
    parser.add_argument("--seconds", type=float, default=SECONDS, help="the solver's limit for one")
    parser.add_argument("--workers", type=int, default=WORKERS, help="the solver's threads")
    parser.add_argument("--by-day", action="store_true", help="state days, not only weeks")
    parser.add_argument("--mocks-as-core", action="store_true", help="weigh all mocks as core")
    parser.add_argument("--quick", action="store_true", help="a fluid bound instead of the solver")
    parser.add_argument("--csv", type=Path, help="write the results to a file")
    return parser.parse_args(arguments)


def measured(candidate: Candidate, asked: argparse.Namespace) -> Result:
    """Return a candidate's plan beside the best there can be."""
    state, profile = candidate.state, candidate.profile
    plan = make_plan(state, profile, profile.start)
    taken = milliseconds(lambda: make_plan(state, profile, profile.start), rounds=ROUNDS)
    case = case_of(state, profile, candidate.loop, mocks_as_core=asked.mocks_as_core)
    mine = layout_of(case, plan, by_day=True)
    kept = case.kept(plan)
    broken = faults(case, mine)
    if asked.quick:
        bound, worth = fluid_bound(case), case.worth(kept)
        return Result(candidate, case, plan, worth, {}, bound, bound, False, taken, 0.0, broken)
    from benchmarks.solver import Limits, solve

    answer = solve(case, plan, Limits(asked.seconds, asked.workers, by_day=asked.by_day))
    value, best = case.value(kept), answer.best.kept if answer.best else {}
    if answer.best and (found := faults(case, answer.best)) and answer.keeps_orientation:
        raise AssertionError(f"the statement is too loose for {candidate}: {found}")
    if not broken and value > answer.bound:
        raise AssertionError(f"the statement is too tight for {candidate}: {value}")
    return Result(
        candidate=candidate,
        case=case,
        plan=plan,
        value=value,
        best=best,
        bound=answer.bound,
        whole=case.worth(best) or answer.bound,
        proven=answer.proven,
        engine_ms=taken,
        solver_ms=1000 * answer.seconds,
        broken=broken,
    )


def summary(results: Sequence[Result], *, quick: bool) -> None:
    """Print the figures over all candidates."""
    gaps = sorted(result.gap for result in results)
    high = quantiles(gaps, n=10)[-1] if len(gaps) > 1 else gaps[-1]
    bound = "a fluid bound, minutes only" if quick else "the solver's bound"
    print(f"{len(results)} candidates, value of the plan below {bound}:")
    print(f"  gap: median {median(gaps):.2%}, 90th percentile {high:.2%}, worst {gaps[-1]:.2%}")
    print(f"  no gap: {sum(gap <= 0 for gap in gaps)}; target: median 0, worst at most 2 %")
    engine = median(result.engine_ms for result in results)
    print(f"  a plan takes {engine:.1f} ms (median)")
    if not quick:
        ratio = median(result.ratio for result in results)
        print(f"  the solver takes {ratio:.0f} x as long (median); target 500 x")
        print(f"  proven optimal: {sum(result.proven for result in results)} of {len(results)}")
    tell_faults(results)


def tell_faults(results: Iterable[Result]) -> None:
    """Print which rules of the statement the plans do not keep."""
    broken: dict[str, list[Result]] = {}
    for result in results:
        for rule in dict.fromkeys(rule for rule, _ in result.broken):
            broken.setdefault(rule, []).append(result)
    for rule, found in broken.items():
        some = ", ".join(str(one.candidate.number) for one in found[:SOME])
        print(f"  {rule}: not kept by {len(found)} plans, first {some}")


def breakdown(result: Result) -> None:
    """Print what a plan keeps and what the best keeps, by class and item."""
    case, mine = result.case, result.case.kept(result.plan)
    print(f"\n{result.candidate}: gap {result.gap:.2%}", end="")
    print(f" ({result.value} of {result.bound}, {'proven' if result.proven else 'bound only'})")
    room = sum(one.minutes for one in case.rooms)
    early = sum(one.minutes for one in case.rooms if one.studying)
    print(f"  room {room} min, {early} of it before the mock block; kept {sum(mine.values())}")
    used: dict[int, int] = {}
    for one in result.plan.sessions:
        if one.kind in WORK:
            week = result.plan.week_number(one.date)
            used[week] = used.get(week, 0) + one.minutes
    weeks = (f"{used.get(one.number, 0)}/{one.minutes}" for one in case.rooms)
    print(f"  used by week: {' '.join(weeks)}")
    for rule, where in result.broken:
        print(f"  not kept: {rule}: {where}")
    for mark in sorted(case.uncovered(mine)):
        print(f"  nothing for {' '.join(mark)}")
    for priority in Priority:
        tasks = [task for task in case.tasks if task.priority is priority]
        wanted = sum(task.minutes for task in tasks)
        kept = sum(mine[task.id] for task in tasks)
        best = sum(result.best.get(task.id, 0) for task in tasks)
        beside = f", the best has {best}" if result.best else ""
        print(f"  {priority.value}: {kept} min kept of {wanted}{beside}")
        for task in tasks:
            other = result.best.get(task.id, 0)
            if result.best and other != mine[task.id]:
                print(f"    {task.id:28} {mine[task.id]:5} of {task.minutes:5}, best {other:5}")


def write(results: Sequence[Result], file: Path) -> None:
    """Write a line for each candidate."""
    with file.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        head = "number level mood weeks hours value bound gap proven engine_ms solver_ms broken"
        writer.writerow(head.split())
        for one in results:
            who = one.candidate
            writer.writerow(
                [
                    *(who.number, who.profile.level.value, who.mood, who.weeks, who.hours),
                    *(one.value, one.bound, f"{one.gap:.6f}", one.proven),
                    *(f"{one.engine_ms:.3f}", f"{one.solver_ms:.1f}"),
                    "; ".join(sorted({rule for rule, _ in one.broken})),
                ]
            )


if __name__ == "__main__":
    main(sys.argv[1:])
