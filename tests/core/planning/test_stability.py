"""After one missed session, to spread moves at most a fifth of the later ones to another day."""

from datetime import date, timedelta

import pytest

from planner.core.apply import apply
from planner.core.commands import AcceptPlan, ChangeProfile, Tick
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
MISSED = (0.05, 0.2, 0.35, 0.5, 0.65, 0.8)
"""Which session is missed, as the share of the study sessions before it."""


def missed(profile: Profile, share: float) -> tuple[State, date]:
    state = apply(fresh(profile), ChangeProfile(profile=profile))
    state = apply(state, AcceptPlan(plan=make_plan(state, profile, profile.start)))
    assert state.plan is not None
    studies = [one for one in state.plan.sessions if one.kind is SessionKind.STUDY]
    late = studies[int(share * len(studies))]
    for one in state.plan.sessions:
        if one.date <= late.date and one.code != late.code:
            state = apply(state, Tick(target=one.code, on=one.date))
    return state, late.date + timedelta(days=1)


@pytest.mark.parametrize("share", MISSED)
@pytest.mark.parametrize("profile", CANDIDATES.values(), ids=CANDIDATES)
def test_one_missed_session_moves_few_others(profile: Profile, share: float) -> None:
    state, today = missed(profile, share)
    assert state.plan is not None
    difference = compare(state.plan, catch_up(state, profile, today))
    gone = [*(old for old, _ in difference.moved), *difference.removed]
    later = [one for one in state.plan.sessions if one.date >= today]
    assert sum(one.date >= today for one in gone) <= MOST * len(later)
    assert not any(one.date >= today and one.code in state.ticks for one in gone)
