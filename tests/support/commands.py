"""Commands of every kind for hypothesis, those of the small plan and any that are valid."""

from datetime import date, time

from hypothesis import strategies as st

from planner.core import commands as c
from planner.core.assessment import Question, Standing
from planner.core.mock import Judge
from planner.core.plan import LeftOut, Plan, Reason, Rule, Session, Week
from planner.core.profile import EARLIEST, LATEST, LONGEST_PLAN_DAYS, Profile, StudyDay
from planner.core.spans import DAY_MINUTES, Span, merged
from planner.core.story import Role, Version
from planner.core.values import Grade, Level, Phase, Priority, Rating, SessionKind, Subject
from tests.support import study

days = st.dates(EARLIEST, LATEST)
near = st.dates(date(2026, 11, 30), date(2026, 12, 13))
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
titles = texts.filter(lambda text: bool(text.strip()))
ids = st.from_regex(r"[a-z][a-z0-9.-]{0,20}", fullmatch=True)
codes = st.from_regex(r"W[1-9][0-9]?-[0-9]{2,3}", fullmatch=True)
minutes = st.integers(0, 100_000)
efforts = st.integers(20, 30_000)
stories = st.from_regex(r"story\.[a-z0-9-]{1,40}", fullmatch=True)
mocks = st.from_regex(r"run\.[a-z0-9-]{1,40}", fullmatch=True)
needs = st.lists(ids, max_size=3).map(tuple)
times = st.times().map(lambda one: time(one.hour, one.minute))


@st.composite
def profiles(draw: st.DrawFn) -> Profile:
    start = draw(st.dates(EARLIEST, date(2150, 1, 1)))
    after = draw(st.none() | st.integers(1, LONGEST_PLAN_DAYS))
    return Profile(
        level=draw(st.sampled_from(Level)),
        start=start,
        loop=None if after is None else date.fromordinal(start.toordinal() + after),
        week=tuple(
            StudyDay(minutes=draw(st.integers(30, 300)), start=time(draw(st.integers(0, 19))))
            for _ in range(7)
        ),
        ratings=draw(st.dictionaries(ids, st.sampled_from(Rating), max_size=3)),
        place=draw(texts),
        days_off=draw(st.dictionaries(days, texts, max_size=3)),
        special_weeks=draw(st.dictionaries(days.map(monday_of), st.integers(0, 5040), max_size=2)),
        gates=draw(st.dictionaries(ids, days, max_size=2)),
        zone=draw(st.sampled_from(["", "Europe/Berlin"])),
    )


def monday_of(day: date) -> date:
    return max(date.fromordinal(day.toordinal() - day.weekday()), date(1970, 1, 5))


@st.composite
def spans(draw: st.DrawFn) -> tuple[Span, ...]:
    """Busy hours of a day: in order, apart, at least one."""
    minute = st.integers(0, DAY_MINUTES)
    drawn = draw(
        st.lists(st.tuples(minute, minute).filter(lambda one: one[0] < one[1]), min_size=1)
    )
    return merged(drawn)


reasons = st.builds(
    Reason,
    rule=st.sampled_from(Rule),
    about=texts,
    minutes=st.none() | minutes,
    of=st.none() | minutes,
    week=st.none() | minutes,
)
sessions = st.builds(
    Session,
    code=codes,
    item=ids,
    kind=st.sampled_from(SessionKind),
    part=st.integers(1, 9),
    parts=st.integers(1, 9),
    units=st.lists(ids, max_size=2).map(tuple),
    minutes=st.integers(5, 480),
    date=days,
    start=times,
    why=st.lists(reasons, max_size=2).map(tuple),
    pinned=st.booleans(),
    pace=st.integers(1, 1000),
)
weeks = st.builds(
    Week,
    number=st.integers(1, 500),
    monday=days,
    phase=st.sampled_from(Phase),
    capacity_minutes=minutes,
    budget_minutes=minutes,
)
plans = st.builds(
    Plan,
    level=st.sampled_from(Level),
    start=days,
    loop=days,
    loop_proposed=st.booleans(),
    weeks=st.lists(weeks, min_size=1, max_size=2).map(tuple),
    sessions=st.lists(sessions, max_size=3).map(tuple),
    left_out=st.lists(st.builds(LeftOut, item=ids, minutes=minutes, why=reasons), max_size=2).map(
        tuple
    ),
    extra_weeks_needed=st.integers(0, 99),
    efforts=st.dictionaries(ids, minutes, max_size=2),
    estimates=st.dictionaries(ids, minutes, max_size=2),
    issued=st.dictionaries(st.integers(1, 500), minutes, max_size=2),
)

any_command: st.SearchStrategy[c.Change | c.Retract] = st.one_of(
    st.builds(c.Tick, target=ids, done=st.booleans(), on=days),
    st.builds(c.LogTime, code=codes, minutes=st.integers(1, c.MOST_LOGGED), on=days),
    st.builds(c.AddEvidence, item=ids, text=texts),
    st.builds(c.ScoreMock, code=codes, score=st.none() | st.integers(1, 4)),
    st.builds(
        c.GradeReview,
        code=codes,
        grade=st.none() | st.sampled_from(Grade),
        answer=st.none() | texts,
        on=days,
    ),
    st.builds(c.RateSkill, group=ids, rating=st.sampled_from(Rating)),
    st.builds(c.MoveSession, code=codes, to=days),
    st.builds(c.SkipItem, item=ids, skipped=st.booleans(), reason=texts),
    st.builds(
        c.AddItem,
        id=st.from_regex(r"own\.[a-z0-9-]{1,40}", fullmatch=True),
        title=titles,
        subject=st.sampled_from([Subject.READING, Subject.TECHNICAL, Subject.LEADERSHIP]),
        minutes=st.integers(20, 30_000),
        priority=st.sampled_from(Priority),
        requires=needs,
    ),
    st.builds(
        c.ChangeItem,
        item=ids,
        subject=st.none() | st.just(Subject.READING),
        minutes=st.none() | efforts,
        priority=st.none() | st.sampled_from(Priority),
        requires=st.none() | needs,
    ),
    st.builds(c.RateItem, item=ids, rating=st.none() | st.sampled_from(Rating)),
    st.builds(c.EstimateItem, item=ids, minutes=st.none() | efforts),
    st.builds(c.RenameItem, item=ids, title=titles),
    st.builds(c.ChangeProfile, profile=profiles()),
    st.builds(c.KeepBusy, source=titles, times=st.dictionaries(days, spans(), max_size=3)),
    st.builds(c.AcceptPlan, plan=plans),
    st.builds(
        c.Retract,
        ids=st.lists(ids, min_size=1, max_size=3).map(tuple),
        purpose=st.sampled_from(["undo", "hold", "restore"]),
    ),
    st.builds(
        c.WriteStory,
        story=stories,
        title=st.none() | titles,
        situation=st.none() | texts,
        action=st.none() | texts,
        numbers=st.none() | texts,
        role=st.none() | st.sampled_from(Role),
        engineers=st.none() | st.integers(0, 1_000_000),
        setback=st.none() | st.booleans(),
        criteria=st.none() | needs,
    ),
    st.builds(c.DropStory, story=stories, dropped=st.booleans()),
    st.builds(c.PlaceStory, principle=ids, place=st.integers(1, 2), story=st.none() | stories),
    st.builds(
        c.TimeStory,
        story=stories,
        version=st.sampled_from(Version),
        seconds=st.integers(1, c.LONGEST_TELLING),
        on=days,
    ),
    st.builds(
        c.NoteMock,
        mock=mocks,
        round=ids,
        level=st.sampled_from(Level),
        on=days,
        minutes=st.integers(1, c.MOST_LOGGED),
        scores=st.dictionaries(ids, st.integers(1, 4), min_size=1, max_size=3),
        judge=st.sampled_from(Judge),
        notes=texts,
        code=st.none() | codes,
    ),
    st.builds(c.DropMock, mock=mocks),
    st.builds(
        c.WriteReview,
        monday=days.map(monday_of),
        decision=st.none() | texts,
        notes=st.none() | texts,
    ),
    st.builds(
        c.AssessLevel,
        on=days,
        answers=st.dictionaries(st.sampled_from(Question), st.sampled_from(Standing), min_size=1),
        facts=st.dictionaries(st.sampled_from(Question), texts),
    ),
    st.builds(c.Retract, ids=st.lists(ids, min_size=1, max_size=3).map(tuple)),
)

# What a candidate might do with the small plan; some of it is refused.
OWN = ("own.a", "own.b")
targets = st.sampled_from([*study.CODES, study.BOOK, *study.CHAPTERS, study.SKILL])
planned_change: st.SearchStrategy[c.Change] = st.one_of(
    st.builds(c.Tick, target=targets, done=st.booleans(), on=near),
    st.builds(c.LogTime, code=st.sampled_from(study.CODES), minutes=st.integers(1, 90), on=near),
    st.builds(c.AddEvidence, item=st.sampled_from([study.BOOK, study.SKILL]), text=texts),
    st.builds(
        c.SkipItem, item=st.just(study.SKILL), skipped=st.booleans(), reason=st.just("later")
    ),
    st.builds(c.ScoreMock, code=st.sampled_from(study.CODES), score=st.none() | st.integers(1, 4)),
    st.builds(c.MoveSession, code=st.sampled_from(study.CODES), to=near),
    st.builds(c.RateSkill, group=st.just("books"), rating=st.sampled_from(Rating)),
    st.builds(c.RateItem, item=st.just(study.BOOK), rating=st.none() | st.sampled_from(Rating)),
    st.builds(
        c.EstimateItem,
        item=st.sampled_from([study.BOOK, study.SKILL]),
        minutes=st.none() | efforts,
    ),
    st.builds(
        c.AddItem,
        id=st.sampled_from(OWN),
        title=st.just("mine"),
        subject=st.just(Subject.TECHNICAL),
        minutes=efforts,
        requires=st.lists(st.sampled_from([*OWN, study.SKILL]), max_size=2).map(tuple),
    ),
    st.builds(
        c.ChangeItem,
        item=st.sampled_from([*OWN, study.BOOK]),
        minutes=st.none() | efforts,
        requires=st.none() | st.lists(st.sampled_from(OWN), max_size=2).map(tuple),
    ),
    st.just(c.ChangeProfile(profile=study.PROFILE)),
    st.builds(
        c.KeepBusy,
        source=st.sampled_from(["work.ics", "home.ics"]),
        times=st.dictionaries(near, spans(), max_size=3),
    ),
    st.just(c.AcceptPlan(plan=study.PLAN)),
)
