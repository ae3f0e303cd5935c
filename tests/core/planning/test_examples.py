"""Plans that a user would tell: phases, proposals, trimming, and what a replan keeps."""

from datetime import date, timedelta

import pytest

from planner.core.apply import apply
from planner.core.commands import AcceptPlan, AddItem, ChangeProfile, MoveSession, SkipItem, Tick
from planner.core.plan import Plan, Rule
from planner.core.planning import compare, make_plan
from planner.core.planning.calendar import count_weeks, phase_of
from planner.core.planning.reviews import Review, ReviewDesk, review_minutes
from planner.core.profile import Profile
from planner.core.reviewing import gaps
from planner.core.screens.week import free_days
from planner.core.state import State
from planner.core.values import Level, Phase, Priority, Rating, SessionKind, Subject
from tests.core.planning.situations import MONDAY, curriculum, evenings, fresh


def planned(profile: Profile) -> Plan:
    return make_plan(fresh(profile), profile, profile.start)


def accepted(profile: Profile) -> State:
    state = apply(fresh(profile), ChangeProfile(profile=profile))
    return apply(state, AcceptPlan(plan=planned(profile)))


@pytest.mark.parametrize(
    ("weeks", "mock_weeks"), [(2, 1), (3, 1), (4, 1), (5, 2), (6, 2), (8, 2), (12, 3), (24, 6)]
)
def test_the_last_quarter_is_for_mocks_and_ends_with_the_taper(weeks: int, mock_weeks: int) -> None:
    phases = [phase_of(number, weeks) for number in range(1, weeks + 1)]
    assert phases[0] is Phase.ORIENTATION
    assert phases[-1] is Phase.TAPER
    assert phases.count(Phase.MOCK) == mock_weeks - 1
    assert phases.count(Phase.BUILD) == weeks - mock_weeks - 1


@pytest.mark.parametrize(
    ("loop", "weeks"),
    [
        (MONDAY + timedelta(days=14), 2),
        (MONDAY + timedelta(days=15), 2),
        (MONDAY + timedelta(days=16), 3),
        (MONDAY + timedelta(days=1), 1),
    ],
)
def test_a_week_counts_while_it_has_a_day_before_the_eve(loop: date, weeks: int) -> None:
    assert count_weeks(MONDAY, loop) == weeks


def test_a_start_in_mid_week_makes_the_first_week_short() -> None:
    profile = evenings(Level.L6, 10, start=MONDAY + timedelta(days=4))
    first, second = planned(profile).weeks[:2]
    assert first.monday == MONDAY
    assert first.capacity_minutes == 420
    assert second.capacity_minutes == 600


def test_week_one_is_the_four_next_steps_and_a_first_measure() -> None:
    plan = planned(evenings(Level.L7, 12))
    items = [one.item for one in plan.sessions_of(plan.weeks[0])]
    steps = ["next.assess", "next.competencies", "next.principles", "next.process"]
    assert {item for item in items if item.startswith("next.")} == set(steps)
    assert items.index(steps[0]) < items.index(steps[1])
    assert "mock.baseline" in items


@pytest.mark.parametrize("level", Level)
def test_enough_time_leaves_nothing_out(level: Level) -> None:
    plan = planned(evenings(level, 24, Rating.STRONG))
    assert plan.fits
    assert plan.extra_weeks_needed == 0


@pytest.mark.parametrize("level", Level)
def test_too_little_time_drops_optional_items_first_and_says_what_it_would_take(
    level: Level,
) -> None:
    weeks = {Level.L6: 16, Level.L7: 22}[level]
    profile = evenings(level, weeks, Rating.STRONG, minutes=(0, 60, 0, 60, 0, 180, 60))
    plan = planned(profile)
    whole = {one.item for one in plan.left_out} - set(plan.by_item)
    priority = {item.id: item.at[level].priority for item in curriculum().items_at(level)}
    assert whole
    assert not any(priority[item] is Priority.CORE for item in whole)
    assert plan.extra_weeks_needed > 0
    for one in plan.left_out:
        assert one.why.rule in {Rule.NO_ROOM, Rule.NEEDS, Rule.SHORTENED}


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("weeks", [8, 10, 16])
def test_every_criterion_failure_point_and_round_keeps_an_item(level: Level, weeks: int) -> None:
    plan = planned(evenings(level, weeks))
    kept = [curriculum().by_id[item].at[level] for item in plan.by_item if item != "mock.baseline"]
    for one in curriculum().criteria_at(level):
        assert any(one.id in at.criteria for at in kept)
    for failure in curriculum().failures_at(level):
        assert any(failure.id in at.failures for at in kept)
    for interview in curriculum().rounds_at(level):
        assert any(interview.id in at.rounds for at in kept)


@pytest.mark.parametrize("level", Level)
def test_more_hours_or_weeks_keep_more(level: Level) -> None:
    def missing(profile: Profile) -> int:
        return planned(profile).shortfall_minutes

    few = missing(evenings(level, 8))
    more_weeks = missing(evenings(level, 16))
    more_hours = missing(evenings(level, 8, minutes=(90, 90, 90, 90, 0, 240, 240)))
    assert few > more_weeks
    assert few > more_hours


@pytest.mark.parametrize(("rating", "weeks"), [(Rating.STRONG, 16), (Rating.NEW, 24)])
def test_without_a_loop_day_the_shortest_length_that_fits_is_proposed(
    rating: Rating, weeks: int
) -> None:
    profile = evenings(Level.L6, 10, rating).evolve(loop=None)
    plan = planned(profile)
    assert plan.loop_proposed
    assert plan.loop == MONDAY + timedelta(weeks=weeks)
    assert len(plan.weeks) == weeks


@pytest.mark.parametrize(
    ("gate", "loop"),
    [
        (MONDAY + timedelta(weeks=9, days=2), MONDAY + timedelta(weeks=12)),
        (MONDAY + timedelta(weeks=16), MONDAY + timedelta(weeks=24)),
        (MONDAY + timedelta(weeks=30, days=2), MONDAY + timedelta(weeks=31)),
    ],
)
def test_the_proposed_loop_comes_after_the_booked_rounds(gate: date, loop: date) -> None:
    profile = evenings(Level.L6, 10, Rating.STRONG).evolve(loop=None, gates={"PS": gate})
    assert planned(profile).loop == loop


def test_units_of_reading_stay_whole_where_they_fit_a_block() -> None:
    plan = planned(evenings(Level.L6, 24, Rating.STRONG))
    chapters = [unit for one in plan.by_item["read.managers-path"] for unit in one.units]
    assert len(chapters) == len(set(chapters))


def test_a_skipped_item_is_not_planned_again_and_not_named() -> None:
    profile = evenings(Level.L6, 24, Rating.STRONG)
    state = apply(accepted(profile), SkipItem(item="l6.data.ml", reason="no data role"))
    plan = make_plan(state, profile, profile.start)
    assert "l6.data.ml" not in plan.by_item
    assert not any(one.item == "l6.data.ml" for one in plan.left_out)


def test_an_own_item_finds_its_place() -> None:
    profile = evenings(Level.L6, 24, Rating.STRONG)
    own = AddItem(id="own.a1", title="Team charter", subject=Subject.LEADERSHIP, minutes=150)
    state = apply(fresh(profile), own)
    plan = make_plan(state, profile, profile.start)
    assert sum(one.minutes for one in plan.by_item["own.a1"]) == 150


def test_an_unchanged_situation_is_replanned_to_the_same_plan() -> None:
    profile = evenings(Level.L6, 12)
    state = accepted(profile)
    assert state.plan is not None
    again = make_plan(state, profile, profile.start)
    assert again == state.plan


def test_missed_sessions_come_back_after_today_and_done_ones_stay() -> None:
    profile = evenings(Level.L6, 12)
    state = accepted(profile)
    assert state.plan is not None
    first_week = state.plan.sessions_of(state.plan.weeks[0])
    for session in first_week[:-3]:
        state = apply(state, Tick(target=session.code, on=session.date))
    today = MONDAY + timedelta(days=7)
    again = make_plan(state, profile, today)
    assert state.plan is not None
    difference = compare(state.plan, again)
    done = {one.code for one in first_week[:-3]}
    assert done <= {one.code for one in difference.stayed}
    missed = first_week[-3]
    assert [one.item for one in again.sessions if one.date >= today].count(missed.item) > 0
    assert not any(one.date < today for one in again.sessions if one.code not in done)


def test_a_session_moved_by_hand_stays_where_it_was_put() -> None:
    profile = evenings(Level.L6, 12)
    state = accepted(profile)
    assert state.plan is not None
    moved = state.plan.by_item["l6.cloud.aws"][0]
    there = free_days(state, moved.code, MONDAY)[5].day
    state = apply(state, MoveSession(code=moved.code, to=there))
    again = make_plan(state, profile, MONDAY)
    assert again.by_code[moved.code].date == there
    planned_again = [one for one in again.by_item["l6.cloud.aws"] if one.code != moved.code]
    named = sum(one.minutes for one in again.left_out if one.item == "l6.cloud.aws")
    whole = sum(one.minutes for one in planned_again) + moved.minutes + named
    assert abs(whole - 7 * 60) <= 10


def test_a_tenth_of_the_effort_is_reviewed_between_ten_and_thirty_minutes() -> None:
    assert [review_minutes(minutes) for minutes in (30, 150, 600)] == [10, 15, 30]


@pytest.mark.parametrize(("left", "expected"), [(20, (2, 3, 7)), (10, (1, 3, 7)), (2, (1,))])
def test_reviews_come_after_one_three_and_seven_weeks(left: int, expected: tuple[int, ...]) -> None:
    assert gaps(left) == expected


def test_a_review_without_room_waits_a_week_and_is_then_dropped() -> None:
    desk = ReviewDesk(10, {}, {2: [Review(2, 0.0, "a", 1, 30)]})
    assert not desk.choose(2, 480, 20)
    assert [one.item for one in desk.choose(3, 480, 20)] == []
    assert not desk.choose(4, 480, 480)


def test_mocks_begin_at_half_time() -> None:
    plan = planned(evenings(Level.L6, 16))
    mocks = [
        plan.week_number(one.date)
        for one in plan.sessions
        if one.kind is SessionKind.MOCK and one.item != "mock.baseline"
    ]
    assert mocks
    assert min(mocks) >= 8
