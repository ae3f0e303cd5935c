"""What a plan knows of its weeks and sessions."""

import json
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from planner.core.checking import checked, read, written
from planner.core.plan import BASELINE, LeftOut, Plan, Rule, because, clock
from planner.core.values import Level, SessionKind
from tests.core.strategies import usual
from tests.support import study

PLAN = study.PLAN
FIRST, SECOND = PLAN.weeks
DAY = timedelta(days=1)


def left(minutes: int) -> LeftOut:
    return LeftOut(item=study.BOOK, minutes=minutes, why=because(Rule.NO_ROOM))


@pytest.mark.parametrize(
    ("day", "number"),
    [
        (study.START - 400 * DAY, 1),
        (study.START - DAY, 1),
        (study.START, 1),
        (study.START + 6 * DAY, 1),
        (study.START + 7 * DAY, 2),
        (study.LOOP, 2),
        (date.max, 2),
    ],
)
def test_a_day_lies_in_a_week_of_the_plan(day: date, number: int) -> None:
    assert PLAN.week_number(day) == number
    assert PLAN.week_at(day).number == number


def test_a_week_lasts_from_monday_to_sunday() -> None:
    assert (FIRST.monday, FIRST.sunday) == (study.START, study.START + 6 * DAY)


def test_the_weeks_share_all_sessions_in_order() -> None:
    assert [one.code for one in PLAN.sessions_of(FIRST)] == ["W1-01", "W1-02", "W1-03"]
    assert [one.code for one in PLAN.sessions_of(SECOND)] == ["W2-01"]
    assert [PLAN.planned_minutes(week) for week in PLAN.weeks] == [180, 60]


def test_a_week_without_sessions_has_none() -> None:
    plan = PLAN.evolve(sessions=PLAN.sessions[:3])
    assert plan.sessions_of(SECOND) == ()
    assert plan.planned_minutes(SECOND) == 0


@pytest.mark.parametrize("level", Level)
def test_the_weeks_of_a_real_plan_share_all_its_sessions(level: Level) -> None:
    plan = usual(level).plan
    assert plan is not None
    shared = [one for week in plan.weeks for one in plan.sessions_of(week)]
    assert tuple(shared) == plan.sessions
    for week in plan.weeks:
        assert all(week.monday <= one.date <= week.sunday for one in plan.sessions_of(week))
        assert plan.planned_minutes(week) <= week.budget_minutes


def test_sessions_are_found_by_their_code() -> None:
    assert {code: one.code for code, one in PLAN.by_code.items()} == {c: c for c in study.CODES}


def test_study_and_mock_sessions_are_found_by_their_item_and_reviews_are_not() -> None:
    extra = (
        study.session("W2-02", study.BOOK, 9, kind=SessionKind.REVIEW),
        study.session("W2-03", "weekly-review", 9, kind=SessionKind.WEEKLY_REVIEW),
    )
    plan = PLAN.evolve(sessions=(*PLAN.sessions, *extra))
    found = {item: [one.code for one in those] for item, those in plan.by_item.items()}
    assert found == {study.BOOK: ["W1-01", "W1-02"], study.SKILL: ["W1-03"], BASELINE: ["W2-01"]}


def test_a_session_ends_after_its_minutes() -> None:
    assert study.session("W1-01", study.BOOK, 0, minutes=75).end == time(20, 45)
    assert study.session("W1-01", study.BOOK, 0, start=time(23, 30)).end == time(23, 59)


@given(st.integers(0, 5000))
def test_the_clock_stops_before_midnight(minutes: int) -> None:
    at = clock(minutes)
    assert at.hour * 60 + at.minute == min(minutes, 1439)


@pytest.mark.parametrize("code", ["W1-01", "W9-99", "W523-07", "W1-100"])
def test_a_code_names_the_week_and_a_number(code: str) -> None:
    assert checked(study.session(code, study.BOOK, 0)).code == code


@pytest.mark.parametrize("code", ["W0-01", "W01-01", "W1-1", "W1-0001", "w1-01", "W1-01\n", ""])
def test_any_other_code_is_refused(code: str) -> None:
    with pytest.raises(ValidationError):
        checked(study.session(code, study.BOOK, 0))


@pytest.mark.parametrize("minutes", [4, 481, -60])
def test_a_session_lasts_five_minutes_to_eight_hours(minutes: int) -> None:
    with pytest.raises(ValidationError):
        checked(study.session("W1-01", study.BOOK, 0, minutes=minutes))


def test_what_is_left_out_adds_up_to_the_shortfall() -> None:
    plan = PLAN.evolve(left_out=[left(60), left(45)])
    assert plan.shortfall_minutes == 105
    assert not plan.fits


def test_a_plan_that_leaves_nothing_out_fits() -> None:
    plan = PLAN.evolve(left_out=[])
    assert plan.shortfall_minutes == 0
    assert plan.fits


def test_a_plan_has_at_least_one_week() -> None:
    with pytest.raises(ValidationError):
        checked(PLAN.evolve(weeks=[]))


def test_equal_reasons_are_one_object() -> None:
    assert because(Rule.AFTER, "book") is because(Rule.AFTER, "book")
    assert because(Rule.ROOM, minutes=1, of=2) is not because(Rule.ROOM, minutes=2, of=1)
    reason = because(Rule.CONTINUES, "book", minutes=1, of=2, week=3)
    assert (reason.rule, reason.about) == (Rule.CONTINUES, "book")
    assert (reason.minutes, reason.of, reason.week) == (1, 2, 3)


@pytest.mark.parametrize("level", Level)
def test_a_real_plan_reads_back_from_json_as_it_was(level: Level) -> None:
    plan = usual(level).plan
    assert plan is not None
    assert read(Plan, json.dumps(written(plan))) == plan
