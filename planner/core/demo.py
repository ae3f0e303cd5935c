"""A made-up candidate in week 4 of 10, for a first look and for pictures."""

from collections.abc import Iterator
from datetime import date, timedelta

from planner.core.apply import apply
from planner.core.commands import (
    AcceptPlan,
    AddEvidence,
    Change,
    ChangeProfile,
    LogTime,
    ScoreMock,
    Tick,
)
from planner.core.curriculum import Curriculum
from planner.core.demo_stories import demo_stories
from planner.core.entry import spread_hours
from planner.core.plan import Plan, Session
from planner.core.planning import make_plan
from planner.core.profile import Profile
from planner.core.state import State
from planner.core.values import Level, Rating, SessionKind

WEEKS = 10
WEEKS_BEHIND = 3
FREE_MINUTES = 15 * 60
RATINGS = {
    "reading": Rating.STRONG,
    "technical_skills_L6.programming": Rating.STRONG,
    "technical_skills_L6.cloud": Rating.STRONG,
    "key_technical": Rating.STRONG,
    "key_leadership": Rating.STRONG,
    "competency": Rating.STRONG,
}
EVIDENCE = (
    "Drew the failover of our order store from memory, with what we lose in each case.",
    "Cut the monthly bill of two services by a third; the sheet is in my folder.",
    "Two engineers I coached now lead the reviews of their areas.",
    "Ran the last three incident reviews; repeat incidents went from five a quarter to one.",
    "Three other teams adopted the release checklist we wrote.",
)
PHONE_SCREEN, PHONE_SCREEN_DAY = "PS", 7 * 5 + 2
DAYS_OFF = range(7 * 4 + 3, 7 * 4 + 5)
"""Counted from the start: a Wednesday in week 6, and two days before the weekend of week 5."""
SLOWER, FASTER = 10, -5


def demo_commands(curriculum: Curriculum, today: date) -> tuple[Change, ...]:
    """Return what such a candidate would have done until today.

    Three weeks lie behind, one session of them is still open, and this week has begun.
    """
    monday = today - timedelta(days=today.weekday())
    start = monday - timedelta(days=7 * WEEKS_BEHIND)
    profile = Profile(
        level=Level.L6,
        start=start,
        loop=start + timedelta(days=7 * WEEKS),
        week=spread_hours(FREE_MINUTES),
        ratings=RATINGS,
        gates={PHONE_SCREEN: start + timedelta(days=PHONE_SCREEN_DAY)},
        days_off={start + timedelta(days=day): "" for day in DAYS_OFF},
    )
    before: tuple[Change, ...] = (ChangeProfile(profile=profile),)
    state = State(curriculum=curriculum)
    for command in before:
        state = apply(state, command)
    plan = make_plan(state, profile, start)
    return (*before, AcceptPlan(plan=plan), *_work_done(plan, today), *demo_stories(today))


def _work_done(plan: Plan, today: date) -> Iterator[Change]:
    this_week = plan.week_number(today)
    behind = [one for one in plan.sessions if plan.week_number(one.date) < this_week]
    slipped = next(
        (one for one in reversed(behind) if one.kind is SessionKind.STUDY and one.part > 1), None
    )
    begun = [one for one in plan.sessions if plan.week_number(one.date) == this_week][:2]
    evidence = iter(EVIDENCE)
    told: set[str] = set()
    for number, session in enumerate((*behind, *begun)):
        if session is slipped:
            continue
        yield from _one_done(session, number, today)
        if session.kind is SessionKind.STUDY and _ends(session) and session.item not in told:
            line = next(evidence, None)
            if line is not None:
                told.add(session.item)
                yield AddEvidence(item=session.item, text=line)


def _one_done(session: Session, number: int, today: date) -> Iterator[Change]:
    day = min(session.date, today)
    yield Tick(target=session.code, on=day)
    actual = session.minutes + (SLOWER if number % 3 else FASTER)
    yield LogTime(code=session.code, minutes=max(actual, 5), on=day)
    if session.kind is SessionKind.MOCK:
        yield ScoreMock(code=session.code, score=2 + number % 2)


def _ends(session: Session) -> bool:
    return session.part == session.parts
