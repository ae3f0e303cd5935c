"""L7 plans take in the basics of L6 that the candidate is new to (rule 12)."""

from datetime import timedelta

import pytest

from planner.core import readiness
from planner.core.foundations import foundation_groups, is_foundation
from planner.core.plan import Rule
from planner.core.planning import make_plan
from planner.core.profile import Profile
from planner.core.screens.checklist import checklist_screen
from planner.core.state import State
from planner.core.values import Level, Priority, Rating, SessionKind
from tests.core.strategies import curriculum, usual

DISTRIBUTED, AWS = "l6.sd.distributed", "l6.cloud.aws"
FOUNDATIONS = {DISTRIBUTED, AWS, "l6.data.sqlnosql", "l6.ops.monitoring"}
GROUPS = [
    "technical_skills_L6.system_design",
    "technical_skills_L6.cloud",
    "technical_skills_L6.data",
    "technical_skills_L6.operations",
]
USUAL = usual(Level.L7, 24, 25)


def rated(ratings: dict[str, Rating], state: State = USUAL) -> State:
    assert state.profile is not None
    return state.evolve(profile=state.profile.evolve(ratings=ratings))


def profile_of(state: State) -> Profile:
    assert state.profile is not None
    return state.profile


def ids(state: State) -> set[str]:
    return {item.id for item in state.items()}


def test_four_items_of_the_level_below_are_foundations() -> None:
    found = {one.id for one in curriculum().items if is_foundation(one, Level.L7)}
    assert found == FOUNDATIONS
    assert not any(is_foundation(one, Level.L6) for one in curriculum().items)
    assert [one.id for one in foundation_groups(curriculum(), Level.L7)] == GROUPS
    assert foundation_groups(curriculum(), Level.L6) == ()


def test_a_foundation_takes_the_hours_of_its_level_and_counts_for_nothing_else() -> None:
    for name in FOUNDATIONS:
        at = curriculum().by_id[name].at
        assert at[Level.L7].hours == at[Level.L6].hours
        assert at[Level.L7].priority is Priority.IMPORTANT
        assert at[Level.L7].criteria == at[Level.L7].failures == at[Level.L7].rounds == ()


def test_they_belong_to_the_plan_only_where_they_are_rated_new() -> None:
    assert not ids(USUAL) & FOUNDATIONS
    for rating in (Rating.WORKING, Rating.STRONG):
        assert not ids(rated(dict.fromkeys(GROUPS, rating))) & FOUNDATIONS
    assert ids(rated(dict.fromkeys(GROUPS, Rating.NEW))) & FOUNDATIONS == FOUNDATIONS
    assert ids(rated({GROUPS[1]: Rating.NEW})) & FOUNDATIONS == {AWS}


def test_the_rating_of_the_item_comes_first() -> None:
    assert ids(rated({AWS: Rating.NEW})) & FOUNDATIONS == {AWS}
    state = rated({GROUPS[1]: Rating.NEW, AWS: Rating.STRONG})
    assert not ids(state) & FOUNDATIONS


def test_at_their_own_level_they_are_what_they_were() -> None:
    state = rated(dict.fromkeys(GROUPS, Rating.NEW), usual(Level.L6))
    assert ids(state) >= FOUNDATIONS
    assert len(state.items()) == len(curriculum().items_at(Level.L6))


def test_every_item_of_a_plan_has_its_meaning_at_the_level() -> None:
    for level in Level:
        state = rated(dict.fromkeys(GROUPS, Rating.NEW), usual(level))
        assert all(level in item.at for item in state.items())


def test_they_stand_before_what_builds_on_them_and_say_why() -> None:
    state = rated({**dict.fromkeys(GROUPS, Rating.NEW), "reading": Rating.STRONG})
    before = profile_of(state).start - timedelta(days=7)  # no week is frozen yet
    plan = make_plan(state, profile_of(state), before)
    for name in FOUNDATIONS:
        sessions = plan.by_item[name]
        assert all(Rule.FOUNDATION in {reason.rule for reason in one.why} for one in sessions)
        assert all(Rule.PRIORITY not in {reason.rule for reason in one.why} for one in sessions)
    for name, above in ((DISTRIBUTED, "key.distributed"), (AWS, "key.cloud-patterns")):
        assert plan.by_item[name][0].date < plan.by_item[above][0].date


def test_nothing_else_says_that_it_is_a_foundation() -> None:
    state = rated(dict.fromkeys(GROUPS, Rating.NEW))
    plan = make_plan(state, profile_of(state), profile_of(state).start)
    told = {
        one.item
        for one in plan.sessions
        if one.kind is SessionKind.STUDY and Rule.FOUNDATION in {why.rule for why in one.why}
    }
    assert told <= FOUNDATIONS


def test_they_count_towards_no_criterion_of_the_level_above() -> None:
    state = rated(dict.fromkeys(GROUPS, Rating.NEW))
    for criterion in curriculum().criteria_at(Level.L7):
        kept = readiness.kept_for(state, criterion)
        assert not {one.item.id for one in kept} & FOUNDATIONS


@pytest.mark.parametrize("rating", Rating)
def test_the_checklist_marks_them(rating: Rating) -> None:
    screen = checklist_screen(rated(dict.fromkeys(GROUPS, rating)))
    marked = {row.id for part in screen.sections for row in part.rows if row.foundation}
    assert marked == (FOUNDATIONS if rating is Rating.NEW else set())


def test_a_plan_can_be_made_for_another_level_than_the_one_that_is_chosen() -> None:
    state = usual(Level.L6, 10, 30)
    profile = profile_of(state).evolve(level=Level.L7, loop=None, ratings={AWS: Rating.NEW})
    plan = make_plan(state, profile, profile.start)
    assert plan.by_item[AWS]


def test_no_item_has_the_id_of_a_group() -> None:
    """Ratings of both are kept in one mapping."""
    groups = {group.id for group in curriculum().groups}
    assert not groups & set(curriculum().by_id)
    assert not any(group.startswith("own.") for group in groups)
