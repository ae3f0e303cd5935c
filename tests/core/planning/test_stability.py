"""After one missed session, to spread moves at most a fifth of the later ones to another day."""

from datetime import date, timedelta

import pytest

from planner.core.apply import apply
from planner.core.commands import AcceptPlan, ChangeProfile, Tick
from planner.core.plan import Plan, Session
from planner.core.planning import catch_up, compare, make_plan
from planner.core.profile import Profile
from planner.core.state import State
from planner.core.values import Level, Rating, SessionKind
from tests.core.planning.situations import evenings, fresh

MOST = 0.2
CANDIDATES = {
    "L6 in 12 weeks": evenings(Level.L6, 12),
    "L6 strong in 8 weeks": evenings(Level.L6, 8, Rating.STRONG),
    "L6 new in 24 weeks": evenings(Level.L6, 24, Rating.NEW),
    "L7 in 16 weeks": evenings(Level.L7, 16),
    "L7 by the hour": evenings(Level.L7, 20, minutes=(60, 60, 60, 60, 60, 60, 60)),
    "L7 at weekends": evenings(Level.L7, 10, Rating.STRONG, minutes=(0, 0, 0, 0, 0, 300, 300)),
}
EVENINGS = (0, 90, 0, 90, 0, 0, 0)
MISSED = (0.05, 0.2, 0.35, 0.5, 0.65, 0.8)
"""Which session is missed, as the share of the study sessions before it."""


def accepted(profile: Profile) -> tuple[State, Plan]:
    state = apply(fresh(profile), ChangeProfile(profile=profile))
    plan = make_plan(state, profile, profile.start)
    return apply(state, AcceptPlan(plan=plan)), plan


def missed(profile: Profile, share: float) -> tuple[State, date]:
    state, plan = accepted(profile)
    studies = [one for one in plan.sessions if one.kind is SessionKind.STUDY]
    return all_done_but(state, plan, studies[int(share * len(studies))])


def all_done_but(state: State, plan: Plan, late: Session) -> tuple[State, date]:
    for one in plan.sessions:
        if one.date <= late.date and one.code != late.code:
            state = apply(state, Tick(target=one.code, on=one.date))
    return state, late.date + timedelta(days=1)


@pytest.mark.parametrize("share", MISSED)
@pytest.mark.parametrize("profile", CANDIDATES.values(), ids=CANDIDATES)
def test_one_missed_session_moves_few_others(profile: Profile, share: float) -> None:
    assert_few_move(*missed(profile, share))


@pytest.mark.parametrize(
    "profile",
    [
        evenings(Level.L7, 20, Rating.NEW, minutes=EVENINGS, start=date(2026, 12, 2)),
        evenings(Level.L6, 19, Rating.NEW, minutes=EVENINGS, start=date(2026, 12, 2)),
    ],
    ids=["L7", "L6"],
)
def test_a_next_step_that_is_missed_finds_a_place_among_others_in_small_weeks(
    profile: Profile,
) -> None:
    """No day has room for it, each holds another next step or a part of what has an order."""
    state, plan = accepted(profile)
    assert_few_move(*all_done_but(state, plan, plan.by_item["next.assess"][0]))


def assert_few_move(state: State, today: date) -> None:
    profile = state.profile
    assert profile is not None
    assert state.plan is not None
    difference = compare(state.plan, catch_up(state, profile, today))
    gone = [*(old for old, _ in difference.moved), *difference.removed]
    later = [one for one in state.plan.sessions if one.date >= today]
    assert sum(one.date >= today for one in gone) <= MOST * len(later)
    assert not any(one.date >= today and one.code in state.ticks for one in gone)


def test_what_matters_no_more_makes_way_before_a_chain_moves_on() -> None:
    week = (60, 90, 0, 90, 0, 240, 180)
    chain = evenings(Level.L7, 4, Rating.NEW, minutes=week, start=date(2026, 12, 4))
    assert_few_move(*missed(chain, 0.3))
