"""What a strict interview coach would object to in a plan."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings

from planner.core.apply import apply
from planner.core.commands import AcceptPlan, Tick
from planner.core.entry import spread_hours
from planner.core.plan import BASELINE, WORK, Plan, Session
from planner.core.planning import make_plan
from planner.core.planning.attempt import attempt, what_to_keep, worth
from planner.core.planning.rehearsal import is_rehearsal
from planner.core.planning.situation import situation
from planner.core.planning.work import demand
from planner.core.planning.worth import nearly
from planner.core.profile import Profile
from planner.core.state import State
from planner.core.values import Level, Phase, Rating, SessionKind
from planner.core.wording.reasons import left_out_text
from tests.core.planning.curricula import candidates
from tests.core.planning.laid import begin, end, is_second_pass, item_of
from tests.core.planning.situations import MONDAY, evenings, fresh

any_case = settings(
    max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def rated(level: Level, rating: Rating, weeks: int, hours: int) -> Profile:
    return evenings(level, weeks, rating).evolve(week=spread_hours(60 * hours))


def planned(profile: Profile) -> Plan:
    return make_plan(fresh(profile), profile, profile.start)


def minutes_of(plan: Plan) -> Mapping[str, int]:
    found = Counter[str]()
    for one in plan.sessions:
        found[one.item] += one.minutes if one.kind in WORK else 0
    return found


def mocks_of(plan: Plan, state: State) -> list[Session]:
    """The mocks of single rounds."""
    rehearsals = {work.id for work in demand(state, who(state)) if is_rehearsal(work)}
    return [
        one
        for one in plan.sessions
        if one.kind is SessionKind.MOCK and one.item not in {BASELINE, *rehearsals}
    ]


def who(state: State) -> Profile:
    assert state.profile is not None
    return state.profile


def test_of_choices_worth_the_same_the_one_that_rehearses_most_is_taken() -> None:
    """The stories decide a manager's loop; leaving them out kept not a minute more."""
    profile = rated(Level.L6, Rating.WORKING, 4, 12)
    now = situation(fresh(profile), profile, MONDAY + timedelta(weeks=4), MONDAY)
    plain = attempt(now, what_to_keep(now, now.space, rehearsed=False).trimmed())
    stories = attempt(now, what_to_keep(now, now.space).trimmed())
    assert stories.cut.has_other
    assert worth(now, plain.kept) == worth(now, stories.kept)
    assert "practice.stories" not in plain.cut.sizes
    found = minutes_of(planned(profile))
    assert found["practice.stories"] >= 240
    assert found["mock.behavioral"] == 150


@pytest.mark.parametrize(("weeks", "hours"), [(13, 5), (16, 4), (24, 3)])
def test_a_plan_that_rehearses_may_keep_a_hundredth_less(weeks: int, hours: int) -> None:
    """Ten minutes more of study were dearer than all mocks: not one stood in sixteen weeks."""
    profile = rated(Level.L6, Rating.WORKING, weeks, hours)
    plan = planned(profile)
    assert {one.item for one in mocks_of(plan, fresh(profile))} == {
        *("mock.coding", "mock.sysdesign", "mock.behavioral", "mock.bar.l6")
    }
    now = situation(fresh(profile), profile, plan.loop, MONDAY)
    plain = attempt(now, what_to_keep(now, now.space, rehearsed=False).trimmed())
    found = {name: minutes for name, minutes in minutes_of(plan).items() if name != BASELINE}
    assert nearly(worth(now, plain.kept)) <= worth(now, found) < worth(now, plain.kept)


def test_the_weeks_before_the_block_take_the_mocks_that_it_cannot_hold() -> None:
    """Two of seven stood before a block of one week, which holds three."""
    profile = rated(Level.L6, Rating.NEW, 4, 30).evolve(loop=MONDAY + timedelta(weeks=4, days=2))
    plan = planned(profile)
    weeks = Counter(plan.week_number(one.date) for one in mocks_of(plan, fresh(profile)))
    assert weeks == {3: 3, 4: 3}


def test_study_leaves_the_weeks_before_a_rehearsal_what_mocks_need_of_them() -> None:
    """The rehearsal ends the mocks before the block begins, and core study found no room for it."""
    profile = rated(Level.L7, Rating.STRONG, 9, 14).evolve(loop=MONDAY + timedelta(weeks=9, days=4))
    plan = planned(profile)
    assert minutes_of(plan)["l7.vision.bets"] == 120
    assert "mock.loop.l7" in plan.by_item


def test_no_debrief_is_left_for_the_last_three_days() -> None:
    """Its mock took the evening of the last Friday for mocks as a whole."""
    profile = evenings(
        Level.L7, 8, Rating.STRONG, minutes=(0, 90, 90, 240, 90, 0, 0), start=date(2026, 12, 3)
    ).evolve(loop=date(2027, 1, 21))
    plan = planned(profile)
    assert all((plan.loop - one.date).days > 3 for one in mocks_of(plan, fresh(profile)))


def test_what_three_mocks_a_week_leave_out_says_so() -> None:
    profile = rated(Level.L6, Rating.STRONG, 5, 40)
    state = fresh(profile)
    (rehearsal,) = planned(profile).left_out
    assert left_out_text(state, rehearsal) == (
        "important; 3 mocks a week are the most, and the weeks for them hold 7"
    )
    profile = rated(Level.L6, Rating.STRONG, 2, 50).evolve(loop=MONDAY + timedelta(weeks=2, days=2))
    told = {one.item: left_out_text(state, one) for one in planned(profile).left_out}
    assert told["mock.coding"] == "1 h 15 m of 2 h 30 m, since no week may hold more mocks"
    assert told["mock.sysdesign"].endswith("the weeks for them hold 3")


def test_mocks_that_were_held_count_when_their_week_is_planned_anew() -> None:
    """The week had three behind it, and got one more that had slipped."""
    profile = rated(Level.L7, Rating.STRONG, 10, 30)
    plan, today = planned(profile), date(2027, 1, 20)
    state = apply(fresh(profile), AcceptPlan(plan=plan))
    for one in plan.sessions:
        if one.date < today and one.item != "mock.architecture":
            state = apply(state, Tick(target=one.code, on=one.date))
    again = make_plan(state, profile, today)
    now = situation(state, profile, again.loop, today)
    rounds = [one for one in again.sessions if not now.rounds.isdisjoint(one.units)]
    assert now.held_mocks[again.week_number(today)] == 3
    assert max(Counter(again.week_number(one.date) for one in rounds).values()) == 3


def test_the_next_steps_stand_in_weeks_that_hold_less_than_a_block() -> None:
    """A step of an hour and a half was never begun: a week of two hours has 75 minutes for it."""
    plan = planned(rated(Level.L6, Rating.NEW, 26, 2))
    steps = {
        name: minutes for name, minutes in minutes_of(plan).items() if name.startswith("next.")
    }
    assert steps == {
        "next.assess": 90, "next.competencies": 60, "next.principles": 60, "next.process": 90
    }  # fmt: skip


@pytest.mark.parametrize("weeks", [17, 19, 21])
def test_a_mock_that_only_a_long_day_holds_gets_that_day(weeks: int) -> None:
    """Two evenings of 90 minutes and a Saturday of three hours; it takes two hours a round."""
    profile = rated(Level.L7, Rating.STRONG, weeks, 6).evolve(
        loop=MONDAY + timedelta(weeks=weeks, days=3)
    )
    sessions = planned(profile).by_item["mock.architecture"]
    assert [one.minutes for one in sessions] == [90, 30, 90, 30]
    for run, debrief in (sessions[:2], sessions[2:]):
        assert end(run) == begin(debrief)


def test_no_mock_is_held_twice_on_a_day() -> None:
    """What the debrief of the first run found has no time to be mended on a Saturday."""
    sessions = planned(rated(Level.L7, Rating.STRONG, 12, 10)).by_item["mock.architecture"]
    assert sum(one.minutes for one in sessions) == 240
    assert sessions[0].date < sessions[-1].date - timedelta(days=5)


def test_study_leaves_the_last_week_of_mocks_the_room_for_them() -> None:
    profile = rated(Level.L6, Rating.STRONG, 8, 11).evolve(
        start=MONDAY + timedelta(days=6), loop=MONDAY + timedelta(weeks=8, days=4)
    )
    assert minutes_of(planned(profile))["mock.coding"] == 150


@pytest.mark.parametrize(
    ("level", "rating", "hours"), [(Level.L6, Rating.NEW, 15), (Level.L7, Rating.WORKING, 10)]
)
def test_mocks_last_to_the_mock_block(level: Level, rating: Rating, hours: int) -> None:
    profile = rated(level, rating, 24, hours)
    plan = planned(profile)
    weeks = {plan.week_number(one.date) for one in mocks_of(plan, fresh(profile))}
    block = [week.number for week in plan.weeks if week.phase is Phase.MOCK]
    assert min(weeks) == 12
    assert weeks.issuperset(block[:3])
    assert all(later - week <= 2 for week, later in pairwise(sorted(weeks)))


def test_the_debrief_of_a_rehearsal_stands_on_the_day_of_its_last_round() -> None:
    profile = rated(Level.L7, Rating.STRONG, 24, 11)
    *_, last, debrief = planned(profile).by_item["mock.loop.l7"]
    assert debrief.units == (item_of(fresh(profile), "mock.loop.l7").units[-1].id,)
    assert last.date == debrief.date


def test_the_orientation_does_not_give_way_to_study_for_ever() -> None:
    """In weeks of 75 minutes a step of an hour leaves a rest that nothing can use."""
    plan = planned(rated(Level.L6, Rating.WORKING, 20, 2))
    steps = [plan.by_item[name][0] for name in plan.by_item if name.startswith("next.")]
    assert len(steps) == 4
    assert max(plan.week_number(one.date) for one in steps) <= 10


@pytest.mark.parametrize(("level", "weeks", "hours"), [(Level.L6, 20, 14), (Level.L7, 22, 12)])
def test_books_are_read_to_their_end_while_skills_make_room_enough(
    level: Level, weeks: int, hours: int
) -> None:
    plan = planned(rated(level, Rating.WORKING, weeks, hours))
    parted = {one.item for one in plan.sessions if is_second_pass(one)}
    assert len(parted) >= 20
    for book in ("read.managers-path", "read.staff-engineer", "read.elegant-puzzle"):
        read = [one for one in plan.by_item[book] if one.kind is SessionKind.STUDY]
        weeks_of = [plan.week_number(one.date) for one in read]
        assert all(later - week <= 1 for week, later in pairwise(weeks_of))


def test_no_chapter_that_comes_back_is_read_before_the_one_it_follows() -> None:
    """Rests of days in the mock block are used at last, and a part of a chapter may stand there."""
    profile = rated(Level.L6, Rating.WORKING, 9, 13).evolve(
        start=MONDAY + timedelta(days=4), loop=MONDAY + timedelta(weeks=9, days=2)
    )
    book = item_of(fresh(profile), "read.well-architected")
    chapters = [unit.id for unit in book.units]
    sessions = planned(profile).by_item[book.id]
    read = [chapters.index(unit) for one in sessions for unit in one.units]
    assert read == sorted(read)


@given(candidates())
@any_case
def test_no_two_sessions_of_an_item_follow_each_other_where_one_would_do(state: State) -> None:
    plan = make_plan(state, who(state), who(state).start)
    block = situation(state, who(state), plan.loop, who(state).start).block
    for one, other in pairwise(plan.sessions):
        same = one.item == other.item and one.kind is other.kind is SessionKind.STUDY
        if same and end(one) == begin(other):
            assert one.minutes + other.minutes > block


@given(candidates())
@any_case
def test_a_second_pass_stands_after_the_first(state: State) -> None:
    plan = make_plan(state, who(state), who(state).start)
    for sessions in plan.by_item.values():
        studies = [is_second_pass(one) for one in sessions if one.kind is SessionKind.STUDY]
        assert studies == sorted(studies)


def test_second_passes_change_their_area_as_first_ones_do() -> None:
    profile = rated(Level.L6, Rating.NEW, 24, 15)
    plan = planned(profile)
    second = [one for one in plan.sessions if is_second_pass(one)]
    areas = [item_of(fresh(profile), one.item).area for one in second]
    rows = sum(len(set(areas[at : at + 4])) == 1 for at in range(len(areas) - 3))
    assert rows == 0
