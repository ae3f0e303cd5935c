"""What must hold of every plan, whoever it is for (docs/planning-rules.md)."""

from collections import Counter
from datetime import date, time, timedelta
from itertools import pairwise

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from planner.core.effort import estimate
from planner.core.entry import spread_hours
from planner.core.plan import BASELINE, WEEKLY_REVIEW, Plan, Session
from planner.core.planning import make_plan
from planner.core.planning.rehearsal import is_rehearsal
from planner.core.planning.work import demand
from planner.core.profile import Profile
from planner.core.progress import Done, item_done
from planner.core.state import State
from planner.core.values import Level, Phase, Priority, Rating, SessionKind, Subject
from tests.core.planning.laid import weeks_that_lack_a_kind
from tests.core.planning.situations import MONDAY, curriculum, evenings, fresh, half_way, profiles

any_profile = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
WORK = {SessionKind.STUDY, SessionKind.MOCK}


def planned(profile: Profile) -> Plan:
    return make_plan(fresh(profile), profile, profile.start)


def minute(session: Session) -> int:
    return session.start.hour * 60 + session.start.minute


@given(profiles())
@any_profile
def test_no_day_holds_more_than_its_free_time(profile: Profile) -> None:
    used = Counter[date]()
    for session in planned(profile).sessions:
        used[session.date] += session.minutes
    assert all(minutes <= profile.week[day.weekday()].minutes for day, minutes in used.items())


@given(profiles())
@any_profile
def test_a_fifth_of_each_week_stays_free_and_more_before_the_loop(profile: Profile) -> None:
    plan = planned(profile)
    for week in plan.weeks:
        share = 0.4 if week.phase is Phase.TAPER else 0.8
        assert plan.planned_minutes(week) <= week.budget_minutes
        assert week.budget_minutes <= share * week.capacity_minutes


@given(profiles())
@any_profile
def test_sessions_of_a_day_follow_each_other_in_blocks_of_at_most_ninety_minutes(
    profile: Profile,
) -> None:
    plan = planned(profile)
    assert all(5 <= one.minutes <= 90 for one in plan.sessions)
    for one, other in pairwise(plan.sessions):
        assert (one.date, minute(one)) < (other.date, minute(other))
        if one.date == other.date:
            assert minute(one) + one.minutes <= minute(other)


@given(profiles())
@any_profile
def test_nothing_stands_before_the_start_or_after_the_day_before_the_eve(profile: Profile) -> None:
    plan = planned(profile)
    last = plan.loop - timedelta(days=2)
    assert all(plan.start <= one.date <= last for one in plan.sessions)


@given(profiles())
@any_profile
def test_every_minute_is_planned_or_named_once(profile: Profile) -> None:
    state, plan = fresh(profile), planned(profile)
    named = Counter({one.item: one.minutes for one in plan.left_out})
    assert len(named) == len(plan.left_out)
    for session in plan.sessions:
        if session.kind in WORK and session.item != BASELINE:
            named[session.item] += session.minutes
    assert named == {item.id: estimate(state, item, profile) for item in state.items_for(profile)}


@given(profiles())
@any_profile
def test_what_is_required_is_finished_before(profile: Profile) -> None:
    plan = planned(profile)
    for item_id, sessions in plan.by_item.items():
        item = curriculum().by_id.get(item_id)
        for other in item.requires if item else ():
            before = plan.by_item.get(other, ())
            assert before, f"{item_id} stands without {other}"
            last = before[-1]
            assert (last.date, minute(last)) < (sessions[0].date, minute(sessions[0]))


@given(profiles())
@any_profile
def test_no_study_begins_in_the_mock_block(profile: Profile) -> None:
    plan = planned(profile)
    late = {Phase.MOCK, Phase.TAPER} if len(plan.weeks) > 1 else set()
    for sessions in plan.by_item.values():
        first = sessions[0]
        if first.kind is SessionKind.STUDY:
            assert plan.week_at(first.date).phase not in late


@given(profiles())
@any_profile
def test_one_book_is_read_at_a_time_before_the_mock_block(profile: Profile) -> None:
    plan = planned(profile)
    reading = [
        one.item
        for one in plan.sessions
        if one.kind is SessionKind.STUDY
        and curriculum().by_id[one.item].subject is Subject.READING
        and plan.week_at(one.date).phase in {Phase.ORIENTATION, Phase.BUILD}
    ]
    runs = 1 + sum(one != other for one, other in pairwise(reading)) if reading else 0
    assert runs == len(set(reading))


@given(profiles())
@any_profile
def test_a_rehearsal_of_the_loop_is_never_in_the_last_three_days(profile: Profile) -> None:
    plan = planned(profile)
    for work in demand(fresh(profile), profile):
        if is_rehearsal(work):
            for one in plan.by_item.get(work.id, ()):
                assert 4 <= (plan.loop - one.date).days <= 14


@given(profiles())
@any_profile
def test_reviews_come_after_the_item_and_take_at_most_a_quarter_of_a_week(
    profile: Profile,
) -> None:
    plan = planned(profile)
    for week in plan.weeks:
        reviews = [one for one in plan.sessions_of(week) if one.kind is SessionKind.REVIEW]
        assert 4 * sum(one.minutes for one in reviews) <= week.budget_minutes
        assert len({one.item for one in reviews}) == len(reviews)
        for review in reviews:
            first = plan.by_item[review.item][0]
            assert plan.week_number(first.date) <= week.number
            assert 10 <= review.minutes <= 30


@given(profiles())
@any_profile
def test_codes_name_one_session_each_and_parts_count_up(profile: Profile) -> None:
    plan = planned(profile)
    assert len(plan.by_code) == len(plan.sessions)
    for session in plan.sessions:
        assert session.code.startswith(f"W{plan.week_number(session.date)}-")
    for sessions in plan.by_item.values():
        assert [one.part for one in sessions] == list(range(1, len(sessions) + 1))
        assert {one.parts for one in sessions} == {len(sessions)}


@given(profiles())
@any_profile
def test_every_session_says_why(profile: Profile) -> None:
    assert all(session.why for session in planned(profile).sessions)


@given(profiles())
@any_profile
def test_what_fits_and_what_is_missing_agree(profile: Profile) -> None:
    plan = planned(profile)
    assert plan.fits == (plan.shortfall_minutes == 0) == (plan.extra_weeks_needed == 0)
    needed = plan.shortfall_minutes / (0.8 * profile.week_minutes / 1.1)
    assert plan.extra_weeks_needed - 1 < needed <= plan.extra_weeks_needed or plan.fits


@given(profiles())
@any_profile
def test_the_same_answers_give_the_same_plan(profile: Profile) -> None:
    assert planned(profile) == planned(profile)


@given(half_way())
@any_profile
def test_what_is_done_is_left_where_it_was_and_never_planned_again(
    situation: tuple[State, date],
) -> None:
    state, today = situation
    assert state.profile is not None
    assert state.plan is not None
    again = make_plan(state, state.profile, today)
    done = [one for one in state.plan.sessions if one.code in state.ticks]
    assert all(again.by_code[one.code] == one for one in done)
    for session in again.sessions:
        if session.code in state.ticks or session.kind not in WORK:
            continue
        assert session.date >= min(today, again.loop)
        if session.item != BASELINE:
            item = curriculum().by_id[session.item]
            assert item_done(state, item) is not Done.DONE
            assert item.id not in state.skipped
            assert not any(unit in state.ticks for unit in session.units)


@given(half_way())
@any_profile
def test_a_replan_gives_no_code_a_second_meaning(situation: tuple[State, date]) -> None:
    state, today = situation
    assert state.profile is not None
    assert state.plan is not None
    again = make_plan(state, state.profile, today)
    assert len(again.by_code) == len(again.sessions)
    for code, session in again.by_code.items():
        old = state.plan.by_code.get(code)
        if old is not None:
            assert (old.item, old.kind, old.units) == (session.item, session.kind, session.units)


@given(half_way())
@any_profile
def test_what_is_open_is_planned_or_named(situation: tuple[State, date]) -> None:
    state, today = situation
    assert state.profile is not None
    again = make_plan(state, state.profile, today)
    known = {one.item for one in again.left_out} | set(again.by_item)
    for item in state.items():
        if item_done(state, item) is not Done.DONE and item.id not in state.skipped:
            assert item.id in known


@given(profiles(), st.integers(0, 3000))
@any_profile
def test_there_is_a_plan_on_any_day(profile: Profile, days: int) -> None:
    today = profile.start + timedelta(days=days)
    plan = make_plan(fresh(profile), profile, today)
    assert all(one.date >= today for one in plan.sessions)


def test_weekly_reviews_and_the_first_measure_stand_once_where_they_belong() -> None:
    profile = evenings(Level.L6, 10)
    plan = planned(profile)
    weekly = [plan.week_number(one.date) for one in plan.sessions if one.item == WEEKLY_REVIEW]
    assert weekly == [week.number for week in plan.weeks]
    (baseline,) = [one for one in plan.sessions if one.item == BASELINE]
    assert plan.week_number(baseline.date) == 1
    assert baseline.kind is SessionKind.MOCK


def test_core_is_never_dropped_for_something_optional() -> None:
    profile = evenings(Level.L6, 10)
    plan = planned(profile)
    out = {one.item for one in plan.left_out} - set(plan.by_item)
    priorities = {
        item.at[profile.level].priority
        for item in curriculum().items_at(profile.level)
        if item.id not in out
    }
    assert Priority.OPTIONAL not in priorities


@given(profiles())
@any_profile
def test_what_takes_more_than_six_hours_is_spread_over_two_weeks(profile: Profile) -> None:
    plan = planned(profile)
    for sessions in plan.by_item.values():
        study = [one for one in sessions if one.kind is SessionKind.STUDY]
        if sum(one.minutes for one in study) > 360:
            assert len({plan.week_number(one.date) for one in study}) > 1


def odd_weeks(level: Level, rating: Rating, first: date, loop: date, *minutes: int) -> Profile:
    """A candidate with so many minutes from Monday to Sunday, whose first week may be tiny."""
    whole = evenings(level, 1, rating, start=first, minutes=minutes)
    return whole.evolve(loop=loop, week=tuple(one.evolve(start=time(10)) for one in whole.week))


@given(profiles())
@example(  # the next steps reach into week 2 and leave hardly any room for skills
    odd_weeks(Level.L6, Rating.NEW, MONDAY, date(2026, 12, 23), 0, 0, 30, 30, 120, 90, 90)
)
@example(  # the same in a longer plan
    odd_weeks(
        Level.L6, Rating.WORKING, date(2026, 12, 1), date(2027, 7, 3), 90, 0, 45, 60, 120, 90, 0
    )
)
@example(  # mocks take what is left of a week in the second half
    odd_weeks(
        Level.L7, Rating.WORKING, MONDAY, date(2027, 10, 14), 15, 90, 45, 0, 120, 90, 30
    ).evolve(ratings={"technical_skills_L7.architecture": Rating.NEW})
)
@example(  # the room that is left for both kinds is less than two usual sessions
    odd_weeks(
        Level.L7, Rating.STRONG, date(2026, 12, 5), date(2027, 5, 24), 120, 0, 120, 30, 15, 30, 60
    )
)
@example(  # a book would take the last minutes that a skill could have on another day
    odd_weeks(
        Level.L6, Rating.WORKING, date(2026, 12, 5), date(2027, 1, 1), 15, 15, 0, 240, 90, 15, 0
    )
)
@any_profile
def test_a_full_week_holds_both_kinds_of_skill_while_there_is_something_of_both(
    profile: Profile,
) -> None:
    assert weeks_that_lack_a_kind(fresh(profile), planned(profile)) == []


@given(st.integers(0, 6), st.sampled_from([5, 8, 10, 12]), st.sampled_from(Level))
@any_profile
def test_the_first_measure_stands_in_the_first_weeks_from_any_start(
    day: int, hours: int, level: Level
) -> None:
    start = MONDAY + timedelta(days=day)
    profile = evenings(level, 12, start=start).evolve(week=spread_hours(60 * hours))
    weeks = [one for one in planned(profile).sessions if one.item == BASELINE]
    assert len(weeks) == 1
    assert (weeks[0].date - MONDAY).days < 21


@given(profiles())
@any_profile
def test_no_mock_stands_in_the_last_three_days(profile: Profile) -> None:
    plan = planned(profile)
    mocks = [one for one in plan.sessions if one.kind is SessionKind.MOCK and one.item != BASELINE]
    assert all((plan.loop - one.date).days > 3 for one in mocks)


def test_a_debrief_stands_behind_its_mock_whatever_it_leaves_of_the_week() -> None:
    saturdays = odd_weeks(
        Level.L7, Rating.WORKING, date(2026, 12, 6), date(2027, 5, 12), 0, 90, 0, 90, 0, 240, 0
    )
    sessions = planned(saturdays).by_item["mock.architecture"]
    assert [one.units[0].rpartition("/")[2] for one in sessions] == [
        "run-1",
        "debrief-1",
        "run-2",
        "debrief-2",
    ]
    for run, debrief in zip(sessions[::2], sessions[1::2], strict=True):
        assert (run.date, minute(run) + run.minutes) == (debrief.date, minute(debrief))


def test_a_rehearsal_stands_on_the_days_that_lie_closest_together() -> None:
    """A week holds all but its end: so it takes the weekend and the evening after, not more."""
    profile = evenings(Level.L7, 12, Rating.STRONG).evolve(week=spread_hours(600))
    days = {one.date for one in planned(profile).by_item["mock.loop.l7"]}
    assert max(days) - min(days) == timedelta(days=3)
