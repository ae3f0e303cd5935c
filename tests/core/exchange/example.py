"""A candidate whose plan of two weeks is written by hand, on the real curriculum."""

from datetime import date, time

from planner.core.entry import spread_hours
from planner.core.plan import BASELINE, WEEKLY_REVIEW, LeftOut, Plan, Reason, Rule, Session, Week
from planner.core.profile import Profile
from planner.core.state import State
from planner.core.values import Level, Phase, SessionKind
from planner.resources import resource
from planner.storage.curriculum import load_curriculum

START, LOOP, TODAY = date(2026, 11, 30), date(2026, 12, 14), date(2026, 12, 8)
CURRICULUM = load_curriculum(resource("curriculum"))
PROFILE = Profile(level=Level.L6, start=START, loop=LOOP, week=spread_hours(600))
BOOK = "read.managers-path"
CHAPTERS = tuple(f"{BOOK}/{one}" for one in ("management-101", "mentoring", "tech-lead"))


def _session(code: str, item: str, day: int, minutes: int, **changes: object) -> Session:
    one = Session(
        code=code,
        item=item,
        kind=SessionKind.STUDY,
        minutes=minutes,
        date=date(2026, 12, day),
        start=time(19, 30),
    )
    return one.evolve(**changes)


PLAN = Plan(
    level=Level.L6,
    start=START,
    loop=LOOP,
    weeks=(
        Week(
            number=1,
            monday=START,
            phase=Phase.ORIENTATION,
            capacity_minutes=600,
            budget_minutes=480,
        ),
        Week(
            number=2,
            monday=date(2026, 12, 7),
            phase=Phase.TAPER,
            capacity_minutes=600,
            budget_minutes=300,
        ),
    ),
    sessions=(
        _session("W1-01", "next.assess", 1, 60, why=(Reason(rule=Rule.ORIENTATION),)),
        _session(
            "W1-02",
            BOOK,
            1,
            85,
            start=time(20, 30),
            units=CHAPTERS[:2],
            parts=2,
            why=(
                Reason(rule=Rule.CRITERION, about="LE1", minutes=30, of=600),
                Reason(rule=Rule.ONE_BOOK),
            ),
        ),
        _session("W1-03", BASELINE, 5, 45, kind=SessionKind.MOCK, start=time(9)),
        _session("W2-01", BOOK, 8, 40, units=CHAPTERS[2:], part=2, parts=2),
        _session(
            "W2-02",
            "next.assess",
            12,
            20,
            kind=SessionKind.REVIEW,
            start=time(9),
            why=(Reason(rule=Rule.REVIEW_DUE, week=1),),
        ),
        _session("W2-03", WEEKLY_REVIEW, 12, 15, kind=SessionKind.WEEKLY_REVIEW, start=time(9, 20)),
    ),
    left_out=(
        LeftOut(
            item="l6.data.ml",
            minutes=180,
            why=Reason(rule=Rule.NO_ROOM, about="optional", minutes=180, of=60),
        ),
    ),
    extra_weeks_needed=1,
    issued={1: 3, 2: 3},
)

EMPTY = State(CURRICULUM)
CHOSEN = State(CURRICULUM, profile=PROFILE)
FRESH = State(CURRICULUM, profile=PROFILE, plan=PLAN)
STARTED = FRESH.evolve(
    ticks={"W1-01": date(2026, 12, 1), "next.assess": date(2026, 12, 1)},
    minutes={"W1-01": 50},
    evidence={"next.assess": "Wrote down *my* level"},
)
