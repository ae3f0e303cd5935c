"""Days to the loop, and the free time that nothing needs."""

from datetime import date, timedelta

import pytest

from planner.core.apply import apply
from planner.core.commands import MoveSession, SkipItem, Tick
from planner.core.screens.sidebar import Countdown, countdown
from planner.core.state import State
from planner.core.values import Level
from tests.core.strategies import MONDAY, curriculum, usual
from tests.support import study

DAY = timedelta(days=1)
GUIDE = curriculum().guide
START = State(study.CURRICULUM.evolve(guide=GUIDE), profile=study.PROFILE, plan=study.PLAN)
WEEK = study.PROFILE.week_minutes
NEEDED = 4 * 60
"""Four sessions of an hour."""


def shown(state: State, today: date) -> Countdown:
    found = countdown(state, today)
    assert found is not None
    return found


def slack(state: State, today: date = study.START) -> float:
    """The slack in minutes."""
    return shown(state, today).slack_weeks * WEEK


def test_there_is_none_without_a_plan_or_a_profile() -> None:
    assert countdown(START.evolve(plan=None), study.START) is None
    assert countdown(START.evolve(profile=None), study.START) is None


def test_it_names_the_level_and_the_day() -> None:
    found = shown(START, study.START)
    assert (found.level, found.level_title) == (Level.L6, GUIDE.levels[Level.L6].title)
    assert (found.loop, found.loop_proposed) == (study.LOOP, False)


def test_it_says_when_the_day_is_only_proposed() -> None:
    plan = study.PLAN.evolve(loop_proposed=True)
    assert shown(START.evolve(plan=plan), study.START).loop_proposed


@pytest.mark.parametrize(
    ("today", "days"),
    [(study.START, 14), (study.LOOP - DAY, 1), (study.LOOP, 0), (study.LOOP + 3 * DAY, -3)],
)
def test_it_counts_the_days(today: date, days: int) -> None:
    assert shown(START, today).days == days


def test_slack_is_the_free_time_that_no_session_needs() -> None:
    # Ten evenings of 90 minutes lie between start and loop, none of them on the eve, a Sunday.
    assert slack(START) == pytest.approx(10 * 90 - NEEDED)


def test_before_the_start_the_time_until_then_is_not_free() -> None:
    assert slack(START, study.START - 30 * DAY) == pytest.approx(slack(START))


def test_an_evening_without_work_takes_from_the_slack() -> None:
    assert slack(START, study.START + DAY) == pytest.approx(slack(START) - 90)


def test_a_weekend_takes_nothing_where_it_is_never_free() -> None:
    saturday = study.START + 5 * DAY
    assert slack(START, saturday) == pytest.approx(slack(START, saturday + 2 * DAY))


def test_a_done_session_gives_its_minutes_back() -> None:
    done = apply(START, Tick(target="W1-03", on=study.START))
    assert slack(done) == pytest.approx(slack(START) + 60)


def test_a_skipped_item_needs_no_time() -> None:
    skipped = apply(START, SkipItem(item=study.SKILL))
    assert slack(skipped) == pytest.approx(slack(START) + 60)


def test_a_missed_session_still_needs_its_time() -> None:
    late = study.START + 7 * DAY
    assert slack(START, late) == pytest.approx(5 * 90 - NEEDED)


def test_a_move_changes_nothing() -> None:
    moved = apply(START, MoveSession(code="W1-01", to=study.START + 9 * DAY))
    assert slack(moved) == pytest.approx(slack(START))


def test_after_the_loop_what_is_open_is_missing() -> None:
    for today in (study.LOOP - DAY, study.LOOP, study.LOOP + 90 * DAY):
        assert slack(START, today) == pytest.approx(-NEEDED)


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize(("weeks", "hours"), [(2, 3), (10, 10), (30, 30)])
def test_a_new_plan_has_the_slack_that_its_weeks_leave(
    level: Level, weeks: int, hours: int
) -> None:
    state = usual(level, weeks, hours)
    plan, profile = state.plan, state.profile
    assert plan is not None
    assert profile is not None
    free = sum(week.capacity_minutes - plan.planned_minutes(week) for week in plan.weeks)
    assert shown(state, MONDAY).slack_weeks == pytest.approx(free / profile.week_minutes)
    assert free >= 0
