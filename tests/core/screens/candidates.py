"""Candidates with real plans, for the tests of screens and pages."""

from collections.abc import Iterable
from datetime import date
from functools import cache

from planner.core.apply import apply
from planner.core.commands import Change
from planner.core.curriculum import Curriculum
from planner.core.demo import demo_commands
from planner.core.entry import spread_hours
from planner.core.planning import make_plan
from planner.core.profile import Profile
from planner.core.state import State
from planner.core.values import Level
from planner.resources import resource
from planner.storage.curriculum import load_curriculum

START = date(2026, 11, 30)
TODAY = date(2026, 12, 22)
"""The Tuesday of the demo's fourth week."""


@cache
def curriculum() -> Curriculum:
    return load_curriculum(resource("curriculum"))


@cache
def fresh(level: Level = Level.L6, hours: int = 10, loop: date | None = date(2027, 2, 8)) -> State:
    """A candidate on the first day of a plan."""
    profile = Profile(level=level, start=START, loop=loop, week=spread_hours(hours * 60))
    state = State(curriculum(), profile=profile)
    return state.evolve(plan=make_plan(state, profile, START))


@cache
def demo() -> State:
    """A candidate in week 4 of 10."""
    return after(State(curriculum()), demo_commands(curriculum(), TODAY))


def after(state: State, commands: Iterable[Change]) -> State:
    for command in commands:
        state = apply(state, command)
    return state
