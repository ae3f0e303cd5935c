"""What a booked round before the loop asks for stands before it, and the days before are calm."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.core.plan import Plan, Rule
from planner.core.planning import make_plan
from planner.core.planning.deadlines import QUIET
from planner.core.profile import Profile
from planner.core.values import Level, Rating, SessionKind
from tests.core.planning.situations import MONDAY, curriculum, evenings, fresh, profiles

GATES = {Level.L6: ["PS"], Level.L7: ["RC", "HM", "TS"]}
WORK = {SessionKind.STUDY, SessionKind.MOCK}


def planned(profile: Profile) -> Plan:
    return make_plan(fresh(profile), profile, profile.start)


def roomy(level: Level, gate: str, day: date) -> Profile:
    return evenings(level, 16, Rating.STRONG).evolve(gates={gate: day})


@pytest.mark.parametrize(("level", "gate"), [(Level.L6, "PS"), (Level.L7, "HM"), (Level.L7, "TS")])
def test_all_that_a_round_asks_for_is_finished_before_it(level: Level, gate: str) -> None:
    day = MONDAY + timedelta(weeks=8, days=2)
    plan = planned(roomy(level, gate, day))
    asked = [one.id for one in curriculum().items_at(level) if gate in one.at[level].rounds]
    assert asked
    for item in asked:
        assert plan.by_item[item][-1].date < day


def test_without_the_round_the_same_items_stand_later() -> None:
    day = MONDAY + timedelta(weeks=8, days=2)
    profile = roomy(Level.L7, "TS", day)
    with_round, without = planned(profile), planned(profile.evolve(gates={}))
    asked = [one for one in without.by_item if without.by_item[one][-1].date >= day]
    item = next(
        one
        for one in asked
        if one in curriculum().by_id and "TS" in curriculum().by_id[one].at[Level.L7].rounds
    )
    assert with_round.by_item[item][-1].date < day


def test_a_session_says_which_round_it_stands_before() -> None:
    day = MONDAY + timedelta(weeks=8, days=2)
    plan = planned(roomy(Level.L6, "PS", day))
    first = plan.by_item["practice.stories"][0]
    reason = next(one for one in first.why if one.rule is Rule.GATE)
    assert (reason.about, reason.week) == ("PS", 9)
    assert reason.minutes == (day - first.date).days


def test_a_round_that_is_over_asks_for_nothing() -> None:
    profile = roomy(Level.L6, "PS", MONDAY - timedelta(days=3))
    assert planned(profile).sessions == planned(profile.evolve(gates={})).sessions


@given(profiles(), st.integers(1, 200))
@settings(max_examples=40, deadline=None)
def test_before_a_round_stand_reviews_alone_and_on_its_day_nothing(
    profile: Profile, after: int
) -> None:
    day = profile.start + timedelta(days=after)
    if profile.loop is None or day >= profile.loop:
        return
    plan = planned(profile.evolve(gates=dict.fromkeys(GATES[profile.level], day)))
    for session in plan.sessions:
        assert session.date != day
        if 0 < (day - session.date).days <= QUIET:
            assert session.kind not in WORK
