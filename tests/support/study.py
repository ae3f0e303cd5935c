"""A small curriculum, a profile and a plan, built by hand."""

from datetime import date, time, timedelta

from planner.core.curriculum import AtLevel, Curriculum, Group, Hours, Item, Unit
from planner.core.guide import Guide
from planner.core.plan import LeftOut, Plan, Reason, Rule, Session, Week
from planner.core.profile import Profile, StudyDay
from planner.core.state import State
from planner.core.values import Level, Phase, Priority, Rating, SessionKind, Subject

START, LOOP = date(2026, 11, 30), date(2026, 12, 14)
TODAY = date(2026, 12, 1)

BOOK = "book.one"
CHAPTERS = tuple(f"{BOOK}/chapter-{n}" for n in (1, 2, 3))
SKILL = "skill.two"
MOCK = "mock.baseline"
GUIDE = Guide(
    title="Guide",
    headings={},
    foundation="-",
    covers=(),
    ladder=(),
    scope=(),
    leadership=(),
    matrix=(),
    levels={},
    next_steps=(),
    tip="-",
    about=(),
)


def item(item_id: str, *, units: tuple[str, ...] = (), subject: Subject = Subject.READING) -> Item:
    hours = Hours(new=3, working=2, strong=1)
    return Item(
        id=item_id,
        label=item_id,
        title=item_id,
        group="books",
        area="a",
        subject=subject,
        origin="guide",
        units=tuple(Unit(id=one, label=one) for one in units),
        at={Level.L6: AtLevel(hours=hours, priority=Priority.CORE)},
    )


CURRICULUM = Curriculum(
    version=1,
    guide=GUIDE,
    groups=(Group(id="books", label="Books", title="Books", levels=(Level.L6,)),),
    items=(item(BOOK, units=CHAPTERS), item(SKILL), item(MOCK, subject=Subject.MOCK)),
    criteria=(),
    failures=(),
    rounds=(),
    principles=(),
)

PROFILE = Profile(
    level=Level.L6,
    start=START,
    loop=LOOP,
    week=(*(StudyDay(minutes=90) for _ in range(5)), StudyDay(), StudyDay(start=time(9, 15))),
    ratings={"books": Rating.NEW},
    place="Łódź, “home”",
)


def session(code: str, item_id: str, day: int, **changes: object) -> Session:
    one = Session(
        code=code,
        item=item_id,
        kind=SessionKind.STUDY,
        minutes=60,
        date=START + timedelta(days=day),
        start=time(19, 30),
        why=(Reason(rule=Rule.PRIORITY, about=item_id, minutes=60, of=120),),
    )
    return one.evolve(**changes)


PLAN = Plan(
    level=Level.L6,
    start=START,
    loop=LOOP,
    weeks=tuple(
        Week(
            number=n,
            monday=START + timedelta(weeks=n - 1),
            phase=Phase.BUILD,
            capacity_minutes=450,
            budget_minutes=380,
        )
        for n in (1, 2)
    ),
    sessions=(
        session("W1-01", BOOK, 0, units=CHAPTERS[:2], parts=2),
        session("W1-02", BOOK, 1, units=CHAPTERS[2:], part=2, parts=2),
        session("W1-03", SKILL, 2),
        session("W2-01", MOCK, 8, kind=SessionKind.MOCK),
    ),
    left_out=(LeftOut(item=SKILL, minutes=60, why=Reason(rule=Rule.NO_ROOM)),),
    issued={1: 3, 2: 1},
)
CODES = tuple(one.code for one in PLAN.sessions)
STATE = State(CURRICULUM, profile=PROFILE, plan=PLAN)
