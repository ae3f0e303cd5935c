"""Candidates of all kinds for hypothesis, on the real curriculum, and what they might do next."""

from collections.abc import Callable
from datetime import date, time, timedelta
from functools import cache

from hypothesis import settings
from hypothesis import strategies as st

from planner.core import commands as c
from planner.core.apply import apply
from planner.core.assessment import Question, Standing
from planner.core.curriculum import Curriculum, Hours, Item, Unit
from planner.core.entry import spread_hours
from planner.core.plan import LeftOut, Rule, Session, because
from planner.core.planning import make_plan
from planner.core.profile import LEAST_WEEK_MINUTES, MOST_DAY_MINUTES, Profile, StudyDay
from planner.core.refusal import Refused
from planner.core.state import State
from planner.core.story import Role, Version
from planner.core.values import Grade, Level, Priority, Rating, SessionKind, Subject
from planner.resources import resource
from planner.storage.curriculum import load_curriculum
from tests.support import study
from tests.support.commands import spans

FEW = settings(max_examples=30)
"""For what takes a while: the whole core is to be tested in seconds."""

MONDAY = date(2026, 11, 30)
SOON = st.dates(MONDAY - timedelta(days=20), MONDAY + timedelta(days=200))
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
TITLES = TEXTS.filter(lambda text: bool(text.strip()))


@cache
def curriculum() -> Curriculum:
    return load_curriculum(resource("curriculum"))


@st.composite
def study_days(draw: st.DrawFn) -> StudyDay:
    """A weekday, often without free time, never beyond midnight."""
    minutes = draw(st.sampled_from((0, 0, 20, 45, 60, 90, 120, 240)) | st.integers(0, 720))
    return StudyDay(minutes=minutes, start=time(*divmod(draw(st.integers(0, 1439 - minutes)), 60)))


def weeks() -> st.SearchStrategy[tuple[StudyDay, ...]]:
    return (
        st.lists(study_days(), min_size=7, max_size=7)
        .filter(lambda days: sum(day.minutes for day in days) >= LEAST_WEEK_MINUTES)
        .map(tuple)
    )


@st.composite
def profiles(draw: st.DrawFn, *, most_days: int = 250) -> Profile:
    """Either level, any weekday to start, a loop soon or late or not booked, ratings of groups."""
    level = draw(st.sampled_from(Level))
    start = MONDAY + timedelta(days=draw(st.integers(0, 6)))
    days = draw(st.none() | st.integers(1, 40) | st.integers(1, most_days))
    groups = [group.id for group in curriculum().groups_at(level)]
    return Profile(
        level=level,
        start=start,
        loop=None if days is None else start + timedelta(days=days),
        week=draw(weeks()),
        ratings=draw(st.dictionaries(st.sampled_from(groups), st.sampled_from(Rating), max_size=5)),
        place=draw(TEXTS),
        days_off=draw(st.dictionaries(SOON, TEXTS, max_size=6)),
        special_weeks=draw(
            st.dictionaries(
                st.integers(0, most_days // 7).map(lambda n: MONDAY + timedelta(weeks=n)),
                st.sampled_from((0, 60, 600)) | st.integers(0, 7 * MOST_DAY_MINUTES),
                max_size=3,
            )
        ),
    )


def accepted(profile: Profile) -> State:
    """The state of a candidate who accepted the plan for a profile on the first day."""
    state = apply(State(curriculum()), c.ChangeProfile(profile=profile))
    return apply(state, c.AcceptPlan(plan=make_plan(state, profile, profile.start)))


@cache
def usual(level: Level = Level.L6, weeks: int = 10, hours: int = 10) -> State:
    """A candidate with so many hours a week who has just accepted a plan."""
    loop = MONDAY + timedelta(weeks=weeks)
    return accepted(
        Profile(level=level, start=MONDAY, loop=loop, week=spread_hours(60 * hours), ratings={})
    )


@st.composite
def states(draw: st.DrawFn, *, steps: int = 4) -> State:
    """A state with nothing, a profile alone or a plan, and some steps made from there."""
    how = draw(st.integers(0, 9))
    state = State(curriculum())
    if how == 1:
        state = apply(state, c.ChangeProfile(profile=draw(profiles())))
    elif how == 2:
        state = accepted(draw(profiles()))
    elif how > 2:
        hours = draw(st.sampled_from((3, 10, 30)))
        state = usual(draw(st.sampled_from(Level)), draw(st.sampled_from((2, 10))), hours)
    for _ in range(draw(st.integers(0, steps))):
        state = done_or_refused(state, draw(changes(state)))
    return state


def done_or_refused(state: State, command: c.Change) -> State:
    try:
        return apply(state, command)
    except Refused:
        return state


def known_codes(state: State) -> list[str]:
    return [one.code for one in state.plan.sessions] if state.plan else []


def known_targets(state: State) -> list[str]:
    """Everything that can be ticked: sessions, items and units."""
    items = (*state.curriculum.items, *state.own.values())
    return [
        *known_codes(state),
        *(item.id for item in items),
        *(unit.id for item in items for unit in item.units),
    ]


@st.composite
def changes(draw: st.DrawFn, state: State) -> c.Change:
    """Anything the candidate might do next, possible or not."""
    return draw(draw(st.sampled_from(_CHANGES))(state))


def _codes(state: State) -> st.SearchStrategy[str]:
    return st.sampled_from([*known_codes(state), "W99-99"])


def _items(state: State) -> st.SearchStrategy[str]:
    return st.sampled_from([*state.curriculum.by_id, *state.own, "own.a", "no.such.item"])


def _groups(state: State) -> st.SearchStrategy[str]:
    return st.sampled_from([*(group.id for group in state.curriculum.groups), "no-group"])


def _ticks(state: State) -> st.SearchStrategy[c.Change]:
    targets = [*known_codes(state), *known_targets(state), "no.such.item", "read.managers-path/no"]
    return st.builds(c.Tick, target=st.sampled_from(targets), done=st.booleans(), on=SOON)


def _added_items(state: State) -> st.SearchStrategy[c.Change]:
    return st.builds(
        c.AddItem,
        id=st.sampled_from(["own.a", "own.b"]),
        title=TITLES,
        subject=st.sampled_from([Subject.READING, Subject.TECHNICAL, Subject.LEADERSHIP]),
        minutes=st.integers(20, 3000),
        requires=_needs(state),
    )


def _changed_items(state: State) -> st.SearchStrategy[c.Change]:
    return st.builds(
        c.ChangeItem,
        item=_items(state),
        minutes=st.none() | st.integers(20, 3000),
        priority=st.none() | st.sampled_from(Priority),
        requires=st.none() | _needs(state),
    )


def _needs(state: State) -> st.SearchStrategy[tuple[str, ...]]:
    known = ["own.a", "own.b", "l6.cloud.aws", "key.distributed", *state.own]
    return st.lists(st.sampled_from(known), max_size=2).map(tuple)


def _reviews(state: State) -> st.SearchStrategy[str]:
    """Codes of reviews, and now and then of what is none."""
    reviews = (
        [one.code for one in state.plan.sessions if one.kind is SessionKind.REVIEW]
        if state.plan
        else []
    )
    return st.sampled_from(reviews) | _codes(state) if reviews else _codes(state)


def _stories(state: State) -> st.SearchStrategy[str]:
    return st.sampled_from(["story.a", "story.b", *state.stories])


def _noted_mocks(state: State) -> st.SearchStrategy[c.Change]:
    return st.builds(
        c.NoteMock,
        mock=st.sampled_from(["run.a", "run.b", "run.c", *state.mocks]),
        round=st.sampled_from(["COD", "SD", "BR", "ARC", "no"]),
        level=st.sampled_from(Level),
        on=SOON,
        minutes=st.integers(1, 120),
        scores=st.dictionaries(
            st.sampled_from(["depth", "scale", "ownership"]), st.integers(1, 4), min_size=1
        ),
        notes=TEXTS,
        code=st.none() | _codes(state),
    )


def _estimated_items(state: State) -> st.SearchStrategy[c.Change]:
    minutes = st.none() | st.integers(20, 3000)
    return st.builds(c.EstimateItem, item=_items(state), minutes=minutes)


def _rated_items(state: State) -> st.SearchStrategy[c.Change]:
    rating = st.none() | st.sampled_from(Rating)
    return st.builds(c.RateItem, item=_items(state), rating=rating)


@st.composite
def _replans(draw: st.DrawFn, state: State) -> c.Change:
    profile = state.profile or usual().profile
    assert profile is not None
    return c.AcceptPlan(plan=make_plan(state, profile, draw(SOON)))


_CHANGES: tuple[Callable[[State], st.SearchStrategy[c.Change]], ...] = (
    *(3 * (_ticks,)),
    lambda state: st.builds(c.MoveSession, code=_codes(state), to=SOON),
    lambda state: st.builds(
        c.LogTime, code=_codes(state), minutes=st.integers(1, c.MOST_LOGGED), on=SOON
    ),
    lambda state: st.builds(c.AddEvidence, item=_items(state), text=TEXTS),
    lambda state: st.builds(c.ScoreMock, code=_codes(state), score=st.none() | st.integers(1, 4)),
    lambda state: st.builds(
        c.GradeReview,
        code=_reviews(state),
        grade=st.none() | st.sampled_from(Grade),
        answer=st.none() | TEXTS,
        on=SOON,
    ),
    lambda state: st.builds(c.RateSkill, group=_groups(state), rating=st.sampled_from(Rating)),
    lambda state: st.builds(c.SkipItem, item=_items(state), skipped=st.booleans(), reason=TEXTS),
    _added_items,
    _changed_items,
    _estimated_items,
    _rated_items,
    lambda state: st.builds(c.RenameItem, item=_items(state), title=TITLES),
    lambda _: st.builds(c.ChangeProfile, profile=profiles()),
    lambda _: st.builds(
        c.KeepBusy,
        source=st.sampled_from(["work.ics", "home.ics"]),
        times=st.dictionaries(SOON, spans(), max_size=9),
    ),
    lambda state: st.builds(
        c.WriteStory,
        story=_stories(state),
        title=st.none() | TITLES,
        action=st.none() | TEXTS,
        role=st.none() | st.sampled_from(Role),
        engineers=st.none() | st.integers(0, 300),
        criteria=st.none() | st.just(("LE1", "no.such")) | st.just(("LE1",)),
    ),
    lambda state: st.builds(c.DropStory, story=_stories(state), dropped=st.booleans()),
    lambda state: st.builds(
        c.PlaceStory,
        principle=st.sampled_from(["ownership", "earn-trust", "no-such"]),
        place=st.integers(1, 2),
        story=st.none() | _stories(state),
    ),
    lambda state: st.builds(
        c.TimeStory,
        story=_stories(state),
        version=st.sampled_from(Version),
        seconds=st.integers(1, c.LONGEST_TELLING),
        on=SOON,
    ),
    _noted_mocks,
    lambda _: st.builds(
        c.WriteReview,
        monday=st.sampled_from([date(2026, 11, 30), date(2026, 12, 7)]),
        decision=st.none() | TEXTS,
        notes=st.none() | TEXTS,
    ),
    lambda _: st.builds(
        c.AssessLevel,
        on=SOON,
        answers=st.dictionaries(st.sampled_from(Question), st.sampled_from(Standing), min_size=1),
    ),
    lambda state: st.builds(c.DropMock, mock=st.sampled_from(["run.a", *state.mocks])),
    _replans,
)


@st.composite
def workbooks(draw: st.DrawFn, *, with_units: bool | None = None) -> State:
    """One item whose sessions run through its units: long units over several, short ones joined.

    Now and then the sessions run through the item twice, as when it goes deeper later, and now
    and then the end is left out.
    """
    has_units = draw(st.booleans()) if with_units is None else with_units
    sizes = draw(st.lists(st.integers(1, 12), min_size=1, max_size=4))
    passes = draw(st.sampled_from((1, 1, 2)))
    grain = 10 // passes
    names = [f"{study.BOOK}/unit-{n}" for n in range(len(sizes))]
    slots = passes * [name for name, size in zip(names, sizes, strict=True) for _ in range(size)]
    sessions: list[Session] = []
    while slots and not (sessions and draw(st.integers(0, 9)) == 9):
        length = draw(st.integers(1, 9))
        taken, slots = slots[:length], slots[length:]
        number = len(sessions) + 1
        sessions.append(
            study.session(
                f"W1-{number:02d}",
                study.BOOK,
                number - 1,
                minutes=grain * len(taken),
                units=tuple(dict.fromkeys(taken)) if has_units else (),
            )
        )
    left = LeftOut(item=study.BOOK, minutes=grain * len(slots), why=because(Rule.NO_ROOM))
    plan = study.PLAN.evolve(sessions=sessions, left_out=[left] if slots else [])
    units = [
        Unit(id=name, label=name, weight=size) for name, size in zip(names, sizes, strict=True)
    ]
    each = sum(sizes) / 6
    hours = Hours(new=each, working=each, strong=each)
    item = study.item(study.BOOK)
    at = {Level.L6: item.at[Level.L6].evolve(hours=hours)}
    item = item.evolve(units=units if has_units else (), at=at)
    return State(study.CURRICULUM.evolve(items=(item,)), profile=study.PROFILE, plan=plan)


def book(state: State) -> Item:
    return state.curriculum.items[0]


@st.composite
def begun_workbooks(draw: st.DrawFn, *, with_units: bool | None = None) -> State:
    """A workbook after a few ticks, some of them taken back."""
    state = draw(workbooks(with_units=with_units))
    for target in draw(st.lists(st.sampled_from(known_targets(state)), max_size=6)):
        done = draw(st.integers(0, 3)) > 0
        day = study.START + timedelta(days=draw(st.integers(0, 9)))
        state = apply(state, c.Tick(target=target, done=done, on=day))
    return state
