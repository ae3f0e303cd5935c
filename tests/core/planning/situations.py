"""Profiles and half-finished plans of all kinds, for the properties of the planner."""

from datetime import date, time, timedelta
from functools import cache

from hypothesis import strategies as st

from planner.core.apply import apply
from planner.core.commands import AcceptPlan, ChangeProfile, SkipItem, Tick
from planner.core.curriculum import Curriculum
from planner.core.foundations import foundation_groups
from planner.core.planning import make_plan
from planner.core.profile import LEAST_WEEK_MINUTES, Profile, StudyDay
from planner.core.state import State
from planner.core.values import Level, Rating
from planner.resources import resource
from planner.storage.curriculum import load_curriculum

MONDAY = date(2026, 11, 30)


@cache
def curriculum() -> Curriculum:
    return load_curriculum(resource("curriculum"))


def fresh(profile: Profile) -> State:
    return State(curriculum=curriculum(), profile=profile)


def evenings(
    level: Level,
    weeks: int,
    rating: Rating = Rating.WORKING,
    *,
    minutes: tuple[int, ...] = (0, 90, 0, 90, 0, 240, 180),
    start: date = MONDAY,
) -> Profile:
    """A candidate with ten hours a week, or so many minutes on each weekday."""
    monday = start - timedelta(days=start.weekday())
    return Profile(
        level=level,
        start=start,
        loop=monday + timedelta(weeks=weeks),
        week=tuple(StudyDay(minutes=one, start=time(9)) for one in minutes),
        ratings={group.id: rating for group in curriculum().groups_at(level)},
    )


@st.composite
def profiles(draw: st.DrawFn) -> Profile:
    level = draw(st.sampled_from(Level))
    start = MONDAY + timedelta(days=draw(st.integers(0, 6)))
    days = draw(st.one_of(st.integers(1, 60), st.integers(1, 400)))
    free = st.sampled_from((0, 0, 15, 30, 45, 60, 90, 120, 240, 480))
    minutes = draw(
        st.lists(free, min_size=7, max_size=7).filter(lambda m: sum(m) >= LEAST_WEEK_MINUTES)
    )
    rated = (*curriculum().groups_at(level), *foundation_groups(curriculum(), level))
    groups = [group.id for group in rated]
    rating = draw(st.sampled_from(Rating))
    mixed = draw(st.dictionaries(st.sampled_from(groups), st.sampled_from(Rating), max_size=4))
    return Profile(
        level=level,
        start=start,
        loop=start + timedelta(days=days),
        week=tuple(StudyDay(minutes=one, start=time(10)) for one in minutes),
        ratings={**dict.fromkeys(groups, rating), **mixed},
    )


@st.composite
def half_way(draw: st.DrawFn) -> tuple[State, date]:
    """A state some weeks into its plan with some sessions ticked and an item skipped."""
    profile = draw(profiles())
    state = apply(fresh(profile), ChangeProfile(profile=profile))
    plan = make_plan(state, profile, profile.start)
    state = apply(state, AcceptPlan(plan=plan))
    today = profile.start + timedelta(days=draw(st.integers(0, (plan.loop - plan.start).days)))
    until = [one for one in plan.sessions if one.date <= today]
    for session in until:
        if draw(st.integers(0, 3)):
            state = apply(state, Tick(target=session.code, on=session.date))
    for item in draw(st.lists(st.sampled_from(state.items()), max_size=2)):
        state = apply(state, SkipItem(item=item.id, reason="known"))
    for item in draw(st.lists(st.sampled_from(state.items()), max_size=2)):
        state = apply(state, Tick(target=item.id, on=today))
    return state, today
