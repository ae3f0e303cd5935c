"""How long a plan takes the processor, beside reading the same plan back from JSON."""

import json
from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from benchmarks.measure import milliseconds, processor_milliseconds, tell
from planner.core.checking import read as read_value
from planner.core.checking import written
from planner.core.entry import spread_hours
from planner.core.plan import Plan
from planner.core.planning import make_plan
from planner.core.profile import Profile
from planner.core.state import State
from planner.core.values import Level
from planner.resources import resource
from planner.storage.curriculum import load_curriculum

START = date(2026, 11, 30)
CASES = ((10, 10), (12, 12), (24, 15))
"""Weeks, and hours a week."""


def main(_: Sequence[str] = ()) -> None:
    """Print a line for each level and length."""
    curriculum = load_curriculum(resource("curriculum"))
    for level in Level:
        for weeks, hours in CASES:
            profile = Profile(
                level=level,
                start=START,
                loop=START + timedelta(weeks=weeks),
                week=spread_hours(60 * hours),
            )
            state = State(curriculum=curriculum, profile=profile)
            plan = partial(make_plan, state, profile, START)
            taken, passed = processor_milliseconds(plan, rounds=30), milliseconds(plan, rounds=30)
            text = json.dumps(written(plan()))
            read = processor_milliseconds(partial(read_value, Plan, text), rounds=30)
            what = f"plan {level.value}, {weeks} weeks of {hours} h"
            beside = f"{taken / read:.1f} x reading it back, {passed:.2f} ms by the clock"
            tell(what, taken, "< 5 ms", beside)


if __name__ == "__main__":
    main()
