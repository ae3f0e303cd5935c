from datetime import date

from planner.core.apply import apply
from planner.core.commands import SkipItem, Tick
from planner.core.plan import Plan
from planner.core.screens.week import Detail, FreeDay, detail, free_days, week_screen
from planner.core.state import State
from planner.core.values import SessionKind
from tests.support import study

STATE = study.STATE
FIRST, SECOND, THIRD, MOCK = study.CODES


def of(code: str, state: State = STATE, today: date = study.TODAY) -> Detail:
    found = detail(state, code, today)
    assert found is not None
    return found


def plan_with(code: str, **changes: object) -> Plan:
    sessions = (one.evolve(**changes) if one.code == code else one for one in study.PLAN.sessions)
    return study.PLAN.evolve(sessions=tuple(sessions))


def test_there_is_no_week_without_a_plan() -> None:
    assert week_screen(State(study.CURRICULUM), 1, study.TODAY) is None


def test_the_week_that_holds_today_is_the_current_one() -> None:
    for today, current in ((study.TODAY, [True, False]), (date(2026, 12, 7), [False, True])):
        weeks = [week_screen(STATE, number, today) for number in (1, 2)]
        assert [week.is_current for week in weeks if week] == current


def test_a_week_knows_the_next_session_that_is_open() -> None:
    state = apply(STATE, Tick(target=FIRST, on=study.TODAY))
    state = apply(state, SkipItem(item=study.BOOK))
    week = week_screen(state, 1, study.TODAY)
    assert week is not None
    assert week.next_open == THIRD


def test_a_finished_week_has_no_next_session() -> None:
    state = apply(STATE, Tick(target=MOCK, on=study.TODAY))
    week = week_screen(state, 2, study.TODAY)
    assert week is not None
    assert week.next_open is None


def test_a_session_can_go_to_every_later_day_with_room_for_it() -> None:
    days = [day.day.day for day in free_days(STATE, SECOND, study.TODAY)]
    # December: it stands on the 1st, which is today; the 2nd and the 8th have half an hour left,
    # weekends are not for study, and the 13th is the eve of the loop.
    assert days == [3, 4, 7, 9, 10, 11]


def test_what_is_skipped_takes_no_room_of_a_day() -> None:
    state = apply(STATE, SkipItem(item=study.SKILL))
    days = [day.day.day for day in free_days(state, SECOND, study.TODAY)]
    assert days[0] == 2


def test_a_free_day_tells_its_week_and_what_is_left_of_it() -> None:
    days = {day.day: day for day in free_days(STATE, FIRST, study.START)}
    assert days[date(2026, 12, 7)] == FreeDay(date(2026, 12, 7), week=2, free=90, left=90)


def test_an_unknown_session_can_go_nowhere() -> None:
    assert free_days(STATE, "W9-99", study.TODAY) == ()


def test_an_open_session_can_be_moved_until_the_loop() -> None:
    assert of(FIRST).can_move
    assert not of(FIRST, today=study.LOOP).can_move
    done = apply(STATE, Tick(target=FIRST, on=study.TODAY))
    assert not of(FIRST, done).can_move


def test_only_what_is_open_and_belongs_to_an_item_can_be_skipped() -> None:
    assert of(THIRD).can_skip
    assert not of(THIRD, apply(STATE, Tick(target=THIRD, on=study.TODAY))).can_skip
    weekly = STATE.evolve(plan=plan_with(THIRD, item="weekly-review"))
    assert not of(THIRD, weekly).can_skip
    review = STATE.evolve(plan=plan_with(THIRD, kind=SessionKind.REVIEW))
    assert not of(THIRD, review).can_skip


def test_a_skipped_session_says_why() -> None:
    state = apply(STATE, SkipItem(item=study.SKILL, reason="known from work"))
    assert of(THIRD, state).skipped
    assert of(THIRD, state).skip_reason == "known from work"
    assert of(FIRST, state).skip_reason == ""
