"""Candidates with real plans, for the tests of paper."""

from datetime import date, time
from functools import cache

from planner.core.curriculum import AtLevel, Hours, Item
from planner.core.entry import spread_hours
from planner.core.plan import Plan, Session, Week
from planner.core.planning import make_plan
from planner.core.profile import Profile
from planner.core.state import State
from planner.core.values import Level, Phase, Priority, SessionKind, Subject
from planner.paper.sizes import Paper
from planner.resources import resource
from planner.storage.curriculum import load_curriculum

START = date(2026, 11, 30)
LOOPS = {10: date(2027, 2, 8), 26: date(2027, 5, 31)}
USUAL = (Paper.A4, Paper.LETTER)
EMPTY = State(load_curriculum(resource("curriculum")))


@cache
def candidate(level: Level, weeks: int = 10, hours: int = 10, place: str = "") -> State:
    """A candidate on the first day of a plan."""
    profile = Profile(
        level=level, start=START, loop=LOOPS[weeks], week=spread_hours(hours * 60), place=place
    )
    state = EMPTY.evolve(profile=profile)
    return state.evolve(plan=make_plan(state, profile, START))


def with_sessions(*sessions: Session, titles: tuple[str, ...] = (), weeks: int = 1) -> State:
    """A candidate whose plan holds these sessions; `titles` are those of the items own.0 on."""
    profile = Profile(
        level=Level.L6, start=START, loop=LOOPS[10], week=spread_hours(600), place="the library"
    )
    plan = Plan(
        level=Level.L6,
        start=START,
        loop=LOOPS[10],
        weeks=tuple(
            Week(
                number=number,
                monday=date.fromordinal(START.toordinal() + 7 * (number - 1)),
                phase=Phase.BUILD,
                capacity_minutes=600,
                budget_minutes=480,
            )
            for number in range(1, weeks + 1)
        ),
        sessions=sessions,
    )
    own = {f"own.{index}": item(f"own.{index}", title) for index, title in enumerate(titles)}
    return EMPTY.evolve(profile=profile, plan=plan, own=own)


def item(item_id: str, title: str) -> Item:
    """An item of the user's own."""
    hours = Hours(new=1, working=1, strong=1)
    return Item(
        id=item_id,
        label=title,
        title=title,
        group="own",
        area="own",
        subject=Subject.TECHNICAL,
        origin="own",
        at=dict.fromkeys(Level, AtLevel(hours=hours, priority=Priority.IMPORTANT)),
    )


def session(code: str, item_id: str, day: int, minutes: int = 45, hour: int = 9) -> Session:
    """A session so many days after the start."""
    return Session(
        code=code,
        item=item_id,
        kind=SessionKind.STUDY,
        minutes=minutes,
        date=date.fromordinal(START.toordinal() + day),
        start=time(hour),
    )
