"""Curricula that nobody wrote: up to 200 items in random graphs, and candidates for them."""

from collections.abc import Sequence
from datetime import date, time, timedelta
from random import Random

from hypothesis import strategies as st

from planner.core import commands as c
from planner.core.apply import apply
from planner.core.curriculum import (
    AtLevel,
    Criterion,
    Curriculum,
    FailurePoint,
    Group,
    Hours,
    Item,
    Round,
    Unit,
)
from planner.core.effort import SHORTEST, least_estimate
from planner.core.planning import make_plan
from planner.core.profile import LEAST_WEEK_MINUTES, MOST_DAY_MINUTES, Profile, StudyDay
from planner.core.refusal import Refused
from planner.core.state import State
from planner.core.values import GRAIN, Level, Priority, Rating, Subject
from tests.support import study

MONDAY = date(2026, 11, 30)
LEVEL = Level.L6
GROUPS = tuple(f"group-{n}" for n in range(5))
GATES = ("gate-1", "gate-2")
STUDIES = (Subject.TECHNICAL, Subject.LEADERSHIP, Subject.READING)
HOURS = (0.25, 0.5, 1, 1.5, 2, 3, 4, 6, 8, 12, 20, 40)
DAYS = (0, 0, 15, 15, 30, 45, 60, 90, 120, 240, 480, MOST_DAY_MINUTES)


@st.composite
def curricula(draw: st.DrawFn, *, most: int = 200) -> Curriculum:
    """Each item follows from the seed and its place, so that a smaller curriculum is a part."""
    size = draw(st.one_of(st.integers(1, 12), st.integers(1, 60), st.integers(1, most)))
    seed = draw(st.integers(0, 10_000))
    marks = draw(st.integers(1, 12))
    loop = draw(st.booleans())
    items: list[Item] = []
    for place in range(size):
        items.append(_item(Random(f"{seed}-{place}"), place, marks, items))
    if loop:
        items.append(_rehearsal(Random(f"{seed}-loop"), marks, items))
    return Curriculum(
        version=1,
        guide=study.GUIDE,
        groups=tuple(Group(id=one, label=one, title=one, levels=(LEVEL,)) for one in GROUPS),
        items=tuple(items),
        criteria=tuple(
            Criterion(id=f"C{n}", level=LEVEL, family="-", label="-") for n in range(marks)
        ),
        failures=tuple(
            FailurePoint(id=f"F{n}", level=LEVEL, family="-", label="-") for n in range(marks)
        ),
        rounds=(
            *(Round(id=one, level=LEVEL, label=one, in_loop=False) for one in GATES),
            *(Round(id=f"R{n}", level=LEVEL, label="-") for n in range(marks)),
        ),
        principles=(),
    )


def _item(dice: Random, place: int, marks: int, before: Sequence[Item]) -> Item:
    subject = dice.choices((*STUDIES, Subject.MOCK, Subject.ORIENTATION), (8, 8, 4, 3, 1))[0]
    name = f"{subject}.{place}"
    units: tuple[Unit, ...] = ()
    if subject is Subject.MOCK:
        units = _rounds(dice, name)
        needed = sum(one.weight for one in units) / 60
        hours = Hours(new=needed, working=needed, strong=needed)
    else:
        longest = 4 if subject is Subject.ORIENTATION else len(HOURS)
        new = dice.choice(HOURS[:longest])
        hours = Hours(new=new, working=_part(new, 0.6), strong=_part(new, 0.3))
        if subject is not Subject.ORIENTATION and dice.random() < 0.5:
            most = max(round(60 * hours.strong) // GRAIN, 1)
            units = tuple(
                Unit(id=f"{name}/{n}", label="-", weight=dice.randint(1, 3))
                for n in range(dice.randint(1, min(most, 12)))
            )
    if subject is Subject.ORIENTATION:
        before = [one for one in before if one.subject is Subject.ORIENTATION]
    else:
        before = [one for one in before if one.subject is not Subject.MOCK or dice.random() < 0.1]
    return Item(
        id=name,
        label=name,
        title=name,
        group=dice.choice(GROUPS),
        area=f"area-{dice.randint(1, 4)}",
        subject=subject,
        origin="guide",
        requires=_some(dice, before, 3),
        after=_some(dice, before, 3),
        units=units,
        at={LEVEL: _at(dice, hours, marks)},
    )


def _rehearsal(dice: Random, marks: int, before: Sequence[Item]) -> Item:
    mocks = [one for one in before if one.subject is Subject.MOCK]
    units = (*_rounds(dice, "mock.loop"), Unit(id="mock.loop/last", label="-", weight=60))
    needed = sum(one.weight for one in units) / 60
    return Item(
        id="mock.loop",
        label="-",
        title="-",
        group=GROUPS[0],
        area="loop",
        subject=Subject.MOCK,
        origin="guide",
        requires=_some(dice, mocks, 4),
        units=units,
        at={LEVEL: _at(dice, Hours(new=needed, working=needed, strong=needed), marks)},
    )


def _rounds(dice: Random, name: str) -> tuple[Unit, ...]:
    """One to three rounds of a mock, each with its debrief or none of them."""
    debriefs = dice.random() < 0.5
    units = []
    for run in range(dice.randint(1, 3)):
        minutes = dice.choice((30, 45, 60, 75, 90))
        units.append(Unit(id=f"{name}/run-{run}", label="-", weight=minutes))
        if debriefs:
            units.append(Unit(id=f"{name}/debrief-{run}", label="-", weight=30, scored=False))
    return tuple(units)


def _at(dice: Random, hours: Hours, marks: int) -> AtLevel:
    return AtLevel(
        hours=hours,
        priority=dice.choice(tuple(Priority)),
        criteria=_marks(dice, "C", marks),
        failures=_marks(dice, "F", marks),
        rounds=(*_marks(dice, "R", marks), *(one for one in GATES if dice.random() < 0.1)),
    )


def _marks(dice: Random, letter: str, marks: int) -> tuple[str, ...]:
    count = min(dice.randint(0, 3), marks)
    return tuple(sorted(f"{letter}{n}" for n in dice.sample(range(marks), count)))


def _some(dice: Random, before: Sequence[Item], most: int) -> tuple[str, ...]:
    count = min(dice.choice((0, 0, 0, 1, 1, most)), len(before))
    return tuple(one.id for one in dice.sample(before, count))


def _part(hours: float, share: float) -> float:
    return max(round(hours * share * 4), 1) / 4


@st.composite
def candidates(draw: st.DrawFn, *, most: int = 200) -> State:
    """A candidate before the first plan: odd weeks, busy hours, rounds, ratings, own items."""
    curriculum = draw(curricula(most=most))
    start = MONDAY + timedelta(days=draw(st.integers(0, 6)))
    days = draw(st.one_of(st.integers(1, 60), st.integers(1, 200), st.integers(1, 500)))
    minutes = draw(
        st.lists(st.sampled_from(DAYS), min_size=7, max_size=7).filter(
            lambda found: sum(found) >= LEAST_WEEK_MINUTES
        )
    )
    soon = st.integers(0, days + 7).map(lambda n: start + timedelta(days=n))
    mondays = st.integers(0, days // 7).map(lambda n: MONDAY + timedelta(weeks=n))
    rated = (*GROUPS, *(one.id for one in curriculum.items))
    gates = sorted(draw(st.lists(soon, max_size=2)))
    profile = Profile(
        level=LEVEL,
        start=start,
        loop=start + timedelta(days=days),
        week=tuple(StudyDay(minutes=one, start=time(10)) for one in minutes),
        ratings=draw(st.dictionaries(st.sampled_from(rated), st.sampled_from(Rating), max_size=8)),
        days_off=dict.fromkeys(draw(st.sets(soon, max_size=10)), ""),
        special_weeks=draw(
            st.dictionaries(mondays, st.sampled_from((0, 30, 60, 300, 1500)), max_size=4)
        ),
        gates={
            gate: one for gate, one in zip(GATES, gates, strict=False) if (one - start).days < days
        },
    )
    state = State(curriculum=curriculum, profile=profile)
    for command in _answers(draw, curriculum, soon):
        state = apply(state, command)
    return state


def _answers(
    draw: st.DrawFn, curriculum: Curriculum, soon: st.SearchStrategy[date]
) -> Sequence[c.Change]:
    found: list[c.Change] = []
    meetings = st.tuples(st.integers(110, 260), st.integers(1, 40)).map(
        lambda one: ((GRAIN * one[0], min(GRAIN * (one[0] + one[1]), 24 * 60)),)
    )
    times = draw(st.dictionaries(soon, meetings, max_size=20))
    if times:
        found.append(c.KeepBusy(source="work.ics", times=times))
    ids = [one.id for one in curriculum.items if one.subject is not Subject.MOCK]
    for name in draw(st.lists(st.sampled_from(ids), max_size=4, unique=True)) if ids else ():
        least = max(least_estimate(curriculum.by_id[name]), SHORTEST)
        minutes = GRAIN * draw(st.integers(-(-least // GRAIN), 200))
        found.append(c.EstimateItem(item=name, minutes=minutes))
    known = [one.id for one in curriculum.items]
    for place in range(draw(st.integers(0, 3))):
        name = f"own.a{place}"
        found.append(
            c.AddItem(
                id=name,
                title=name,
                subject=draw(st.sampled_from(STUDIES)),
                minutes=GRAIN * draw(st.integers(4, 120)),
                priority=draw(st.sampled_from(Priority)),
                requires=tuple(draw(st.lists(st.sampled_from(known), max_size=2, unique=True))),
            )
        )
        known.append(name)
    return found


@st.composite
def under_way(draw: st.DrawFn, *, most: int = 200) -> tuple[State, date]:
    """A candidate some weeks into a plan: ticked, logged, skipped, moved; and the day it is."""
    state = draw(candidates(most=most))
    profile = state.profile
    assert profile is not None
    plan = make_plan(state, profile, profile.start)
    state = apply(state, c.AcceptPlan(plan=plan))
    today = profile.start + timedelta(days=draw(st.integers(0, (plan.loop - plan.start).days)))
    dice = Random(draw(st.integers(0, 10_000)))
    deeds: list[c.Change] = []
    for session in plan.sessions:
        if session.date <= today and dice.random() < 0.75:
            deeds.append(c.Tick(target=session.code, on=session.date))
            if dice.random() < 0.5:
                minutes = dice.randint(1, 3 * session.minutes)
                deeds.append(c.LogTime(code=session.code, minutes=minutes, on=session.date))
    items = state.items()
    skipped = dice.sample(items, min(len(items), 2))
    deeds.extend(c.SkipItem(item=item.id, reason="known") for item in skipped)
    for item in dice.sample(items, min(len(items), 2)):
        units = [one.id for one in item.units]
        deeds.append(c.Tick(target=dice.choice([item.id, *units]), on=today))
    for session in dice.sample(plan.sessions, min(len(plan.sessions), 2)):
        there = today + timedelta(days=dice.randint(0, 20))
        deeds.append(c.MoveSession(code=session.code, to=there))
    for deed in deeds:
        try:
            state = apply(state, deed)
        except Refused:
            continue
    return state, today


def any_day(*, most: int = 200) -> st.SearchStrategy[tuple[State, date]]:
    """A candidate on the first day or some weeks into a plan, and the day it is."""
    first_day = candidates(most=most).map(_on_the_first_day)
    return st.one_of(first_day, under_way(most=most))


def _on_the_first_day(state: State) -> tuple[State, date]:
    assert state.profile is not None
    return state, state.profile.start
