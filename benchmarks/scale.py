"""How the time of a plan grows with the number of items: made-up curricula, random graphs."""

import argparse
import sys
from collections.abc import Sequence
from datetime import timedelta
from math import exp, log
from random import Random
from statistics import linear_regression
from time import process_time

from benchmarks.candidates import MONDAY, SEED, curriculum
from planner.core.curriculum import AtLevel, Curriculum, Hours, Item, Unit
from planner.core.entry import spread_hours
from planner.core.guide import Guide
from planner.core.planning import make_plan
from planner.core.profile import Profile
from planner.core.state import State
from planner.core.values import Level, Priority, Rating, Subject

SIZES = (100, 316, 1_000, 3_162, 10_000)
SHORTEST_WEEKS, LONGEST_WEEKS = 52, 520
TARGET = 1.2
LEVEL = Level.L6
SUBJECTS = (
    *(6 * [Subject.TECHNICAL]),
    *(4 * [Subject.LEADERSHIP]),
    *(2 * [Subject.READING]),
    Subject.MOCK,
)
EFFORTS = (60, 90, 120, 120, 180, 240)
"""Minutes of an item that is new to the candidate."""
MOST_REQUIRED = 3
NEAR = 50
"""What an item requires lies at most so many places before it."""
FILLED = (0.8, 1.1)
"""How much there is to do of what fits: a plan that holds everything, and one that cannot."""
PATIENCE = 120.0
"""Seconds after which larger sizes are left out."""


def main(arguments: Sequence[str] = ()) -> None:
    """Print the time of each size, and the exponent fitted to them on a log-log scale."""
    parser = argparse.ArgumentParser(prog="benchmarks scale", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="how many items")
    parser.add_argument("--seed", type=int, default=SEED, help="which graphs")
    parser.add_argument("--patience", type=float, default=PATIENCE, help="seconds for one size")
    asked = parser.parse_args(arguments)
    for filled in FILLED:
        print(f"items for {filled:.0%} of the room:")
        found: list[tuple[int, float]] = []
        for size in asked.sizes:
            seconds = plan_seconds(size, filled, asked.seed)
            found.append((size, seconds))
            print(f"  {size:6} items, {weeks_for(size):3} weeks: {1000 * seconds:10.1f} ms")
            if seconds > asked.patience:
                print("  larger ones are left out: this one took too long")
                break
        if len(found) > 1:
            print(f"  time grows with the power {exponent(found):.2f}; target at most {TARGET}")


def exponent(found: Sequence[tuple[int, float]]) -> float:
    """Return the slope of the times over the sizes, both as logarithms."""
    sizes, times = zip(*found, strict=True)
    return linear_regression([log(one) for one in sizes], [log(one) for one in times]).slope


def weeks_for(size: int) -> int:
    """Return the weeks of a plan: a year for 100 items, ten years for 10,000."""
    share = log(size / SIZES[0]) / log(SIZES[-1] / SIZES[0])
    years = exp(share * log(LONGEST_WEEKS / SHORTEST_WEEKS))
    return round(SHORTEST_WEEKS * max(years, 1.0))


def plan_seconds(size: int, filled: float, seed: int) -> float:
    """Return the shorter processor time of two runs, which other programs do not disturb."""
    made = made_up(size, seed)
    demand = sum(item.at[LEVEL].hours.minutes(Rating.NEW) for item in made.items)
    weeks = weeks_for(size)
    usable = weeks * 0.8 * 0.9
    profile = Profile(
        level=LEVEL,
        start=MONDAY,
        loop=MONDAY + timedelta(weeks=weeks),
        week=spread_hours(round(demand / usable / filled)),
        ratings={group.id: Rating.NEW for group in made.groups_at(LEVEL)},
    )
    state = State(curriculum=made, profile=profile)
    times = []
    for _ in range(2):
        begin = process_time()
        make_plan(state, profile, profile.start)
        times.append(process_time() - begin)
    return min(times)


def _unlinked(guide: Guide) -> Guide:
    """Return a guide without the rows and points that lead to items."""
    levels = {level: one.evolve(differentiators=()) for level, one in guide.levels.items()}
    return guide.evolve(scope=(), leadership=(), matrix=(), covers=(), levels=levels)


def made_up(size: int, seed: int) -> Curriculum:
    """Return the real guide with so many made-up items instead of its own.

    Each requires up to three of those before it and counts towards two criteria, a failure point
    and a round; a third has units.
    """
    real = curriculum()
    dice = Random(f"{seed}/{size}")
    groups = [group.id for group in real.groups_at(LEVEL)]
    areas = sorted({item.area for item in real.items if item.area != "loop"})
    items: list[Item] = []
    for number in range(size):
        name = f"made.n{number}"
        subject = dice.choice(SUBJECTS)
        before = [one.id for one in items[-NEAR:]]
        few = dice.randint(0, MOST_REQUIRED) if dice.random() < 1 / 2 else 0
        units = dice.randint(2, 6) if dice.random() < 1 / 3 and subject is not Subject.MOCK else 0
        hours = dice.choice(EFFORTS) / 60 if subject is not Subject.MOCK else 1.0
        at = AtLevel(
            hours=Hours(new=hours, working=hours / 2, strong=hours / 4),
            priority=dice.choice(list(Priority)),
            criteria=tuple(dice.sample([one.id for one in real.criteria_at(LEVEL)], 2)),
            failures=(dice.choice(real.failures_at(LEVEL)).id,),
            rounds=(dice.choice(real.rounds_at(LEVEL)).id,),
        )
        item = Item(
            id=name,
            label=name,
            title=name,
            group=dice.choice(groups),
            area=dice.choice(areas),
            subject=subject,
            origin="derived",
            requires=tuple(dice.sample(before, min(few, len(before)))),
            units=tuple(Unit(id=f"{name}/{one}", label=str(one)) for one in range(units)),
            at={LEVEL: at},
        )
        items.append(item)
    return real.evolve(items=tuple(items), guide=_unlinked(real.guide))


if __name__ == "__main__":
    main(sys.argv[1:])
