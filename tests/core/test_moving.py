"""A session on another day: at its end, pinned, and with the rest of the plan as it was."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.apply import apply
from planner.core.commands import MoveSession
from planner.core.moving import (
    end_of_day,
    in_order,
    moved,
    stands_too_early,
    stands_too_late,
)
from planner.core.plan import Plan, Rule, Session, because
from planner.core.profile import Profile, StudyDay
from planner.core.refusal import Refusal, Refused
from planner.core.screens.week import free_days
from planner.core.spans import Span
from planner.core.state import State
from planner.core.values import Level
from planner.core.wording import refusal_text
from tests.core.strategies import FEW, usual
from tests.support import study

NEXT_SATURDAY = study.START + timedelta(days=5)
FRIDAY, SUNDAY = study.START + timedelta(days=4), study.START + timedelta(days=6)
NEXT_TUESDAY = study.START + timedelta(days=8)


LONG = study.PROFILE.evolve(
    week=(*(StudyDay(minutes=240) for _ in range(6)), StudyDay(minutes=240, start=time(9, 15)))
)
"""Four free hours on each day."""


def move(code: str, to: date, plan: Plan = study.PLAN, profile: Profile = LONG) -> Plan:
    return moved(plan, plan.by_code[code], to, profile, {})


def refused(code: str, to: date, profile: Profile = study.PROFILE) -> Refused:
    with pytest.raises(Refused) as told:
        move(code, to, profile=profile)
    return told.value


def test_a_moved_session_stands_on_its_new_day_and_is_pinned_there() -> None:
    session = move("W1-01", FRIDAY).by_code["W1-01"]
    assert (session.date, session.pinned) == (FRIDAY, True)


def test_it_keeps_everything_else_and_says_first_why_it_stands_there() -> None:
    before, after = study.PLAN.by_code["W1-01"], move("W1-01", NEXT_TUESDAY).by_code["W1-01"]
    assert after.why == (because(Rule.MOVED, week=1), *before.why)
    same = {"date": before.date, "start": before.start, "pinned": False, "why": before.why}
    assert after.evolve(**same) == before


def test_within_its_week_it_names_no_week_and_away_from_it_the_one_it_came_from() -> None:
    there = move("W1-01", FRIDAY)
    assert there.by_code["W1-01"].why[0] == because(Rule.MOVED)
    away = move("W1-01", NEXT_TUESDAY, there)
    assert away.by_code["W1-01"].why[0] == because(Rule.MOVED, week=1)
    assert move("W1-01", FRIDAY, away).by_code["W1-01"].why == there.by_code["W1-01"].why


def test_on_a_free_day_it_begins_when_the_free_time_does() -> None:
    assert move("W1-01", NEXT_SATURDAY).by_code["W1-01"].start == time(19, 30)
    assert move("W1-01", SUNDAY).by_code["W1-01"].start == time(9, 15)


def test_a_day_without_free_time_is_refused() -> None:
    told = refused("W1-01", SUNDAY)
    assert told.refusal is Refusal.DAY_WITHOUT_TIME
    assert refusal_text(told) == "There is no free time on 2026-12-06."


def test_a_full_day_is_refused_with_what_is_free() -> None:
    told = refused("W1-01", NEXT_TUESDAY)
    assert (told.refusal, told.minutes, told.of) == (Refusal.DAY_FULL, 30, 60)
    assert refusal_text(told) == "On 2026-12-08 only 30 m are free; the session takes 1 h."


def test_what_is_skipped_takes_no_room_of_the_day() -> None:
    one = study.PLAN.by_code["W1-01"]
    plan = moved(study.PLAN, one, NEXT_TUESDAY, study.PROFILE, {}, {study.MOCK})
    assert plan.by_code["W1-01"].date == NEXT_TUESDAY


def test_the_eve_of_the_loop_is_refused() -> None:
    told = refused("W1-01", study.LOOP - timedelta(days=1), LONG)
    assert told.refusal is Refusal.EVE_OF_LOOP
    assert refusal_text(told) == "2026-12-13 is the day before the loop; it stays free."


def test_two_sessions_moved_to_a_day_stand_one_after_the_other() -> None:
    plan = move("W1-02", NEXT_TUESDAY, move("W1-01", NEXT_TUESDAY))
    day = [one for one in plan.sessions if one.date == NEXT_TUESDAY]
    assert [one.code for one in day] == ["W2-01", "W1-01", "W1-02"]
    assert [one.start for one in day] == [time(19, 30), time(20, 30), time(21, 30)]


def test_late_in_the_evening_nothing_begins_after_midnight() -> None:
    late = study.PLAN.evolve(
        sessions=[
            study.session("W1-01", study.SKILL, 0, start=time(23), minutes=90),
            study.session("W1-02", study.SKILL, 1),
        ]
    )
    plan = move("W1-02", study.START, late)
    assert plan.by_code["W1-02"].start == time(23, 59)
    assert [one.code for one in plan.sessions] == ["W1-01", "W1-02"]


def test_an_order_that_a_move_breaks_is_known() -> None:
    """The skill builds on the book, whose second part stands on Tuesday."""
    needing = study.item(study.SKILL).evolve(requires=(study.BOOK,))
    items = tuple(needing if one.id == study.SKILL else one for one in study.CURRICULUM.items)
    state = State(study.CURRICULUM.evolve(items=items), profile=LONG, plan=study.PLAN)
    state = apply(state, MoveSession(code="W1-03", to=study.START))
    early = plan_of(state).by_code["W1-03"]
    assert (stands_too_early(state, early), stands_too_late(state, early)) == (study.BOOK, "")
    book = plan_of(state).by_code["W1-02"]
    assert (stands_too_early(state, book), stands_too_late(state, book)) == ("", study.SKILL)
    done = state.evolve(ticks={"W1-02": study.START})
    assert stands_too_early(done, early) == ""


def test_a_move_to_the_day_it_stands_on_changes_nothing() -> None:
    assert move("W1-01", study.START) is study.PLAN


def test_however_often_it_is_moved_its_reason_names_the_week_it_was_planned_in() -> None:
    plan = move("W1-01", NEXT_TUESDAY)
    again = move("W1-01", NEXT_TUESDAY + timedelta(days=1), plan)
    assert again.by_code["W1-01"].why == plan.by_code["W1-01"].why


@pytest.mark.parametrize("to", [study.START, study.LOOP - timedelta(days=2)])
def test_the_first_and_the_last_day_of_the_plan_are_in_it(to: date) -> None:
    assert move("W1-03", to).by_code["W1-03"].date == to


@pytest.mark.parametrize(
    "to",
    [
        study.START - timedelta(days=1),
        study.LOOP,
        study.LOOP + timedelta(days=1),
        date(1970, 1, 1),
        date(2200, 1, 1),
    ],
)
def test_a_day_outside_the_plan_is_refused(to: date) -> None:
    with pytest.raises(Refused) as told:
        move("W1-01", to)
    assert (told.value.refusal, told.value.about) == (Refusal.OUTSIDE_PLAN, to.isoformat())


def _roomy(state: State, code: str) -> list[date]:
    return [one.day for one in free_days(state, code, plan_of(state).start)]


@FEW
@given(st.data(), st.sampled_from(Level))
def test_moving_keeps_every_other_session_and_the_order_of_time(
    data: st.DataObject, level: Level
) -> None:
    state = usual(level)
    for _ in range(data.draw(st.integers(1, 3))):
        before = plan_of(state)
        code = data.draw(st.sampled_from(sorted(before.by_code)))
        last = before.loop - timedelta(days=1)
        to = data.draw(st.dates(before.start, last))
        command = MoveSession(code=code, to=to)
        if to not in {before.by_code[code].date, *_roomy(state, code)}:
            with pytest.raises(Refused):
                apply(state, command)
            continue
        state = apply(state, command)
        after = plan_of(state)
        others = [one for one in before.sessions if one.code != code]
        assert [one for one in after.sessions if one.code != code] == others
        assert after.by_code[code].date == to
        assert after.sessions == in_order(after.sessions)
        assert after.evolve(sessions=before.sessions) == before
        if to != before.by_code[code].date:
            assert after.by_code[code].pinned
            on_the_day = [one for one in after.sessions if one.date == to]
            assert on_the_day[-1].code == code


def test_sessions_are_in_order_of_day_then_time_then_code() -> None:
    first = study.session("W1-05", study.SKILL, 0)
    then = study.session("W1-02", study.SKILL, 1, start=time(8))
    same = study.session("W1-03", study.SKILL, 1, start=time(8))
    last = study.session("W1-01", study.SKILL, 1)
    assert in_order([last, same, then, first]) == (first, then, same, last)


@pytest.mark.parametrize(
    ("sessions", "ends"),
    [
        ([], time(9, 15)),
        ([study.session("W1-01", study.SKILL, 6, start=time(7), minutes=45)], time(7, 45)),
        ([study.session("W1-01", study.SKILL, 5)], time(9, 15)),
    ],
)
def test_a_day_ends_with_its_last_session(sessions: list[Session], ends: time) -> None:
    assert end_of_day(sessions, SUNDAY, 60, study.PROFILE, {}) == ends


@pytest.mark.parametrize(
    ("busy", "begin"),
    [
        (((540, 600),), time(10)),  # 9:15 lies in it
        (((600, 660),), time(11)),  # 9:15 to 10:15 runs into it
        (((555, 600), (630, 700)), time(11, 40)),  # half an hour between them is too short
        (((615, 700),), time(9, 15)),  # it begins when the hour is over
        (((0, 1440),), time(9, 15)),  # the whole day is busy, and the user wants it there
    ],
)
def test_what_is_moved_by_hand_begins_after_a_busy_hour(
    busy: tuple[Span, ...], begin: time
) -> None:
    found = end_of_day([], SUNDAY, 60, study.PROFILE, {"work.ics": {SUNDAY: busy}})
    assert found == begin


def plan_of(state: State) -> Plan:
    assert state.plan is not None
    return state.plan
