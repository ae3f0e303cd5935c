"""When an item comes back, and what a grade changes in the plan."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.apply import apply
from planner.core.commands import Change, GradeReview, MoveSession, Tick
from planner.core.free_time import free_minutes
from planner.core.hours import changed
from planner.core.plan import Plan, Session
from planner.core.planning import make_plan
from planner.core.refusal import Refusal, Refused
from planner.core.regrading import next_review
from planner.core.reviewing import Held, due_weeks, gaps
from planner.core.screens.week import free_days
from planner.core.state import State
from planner.core.values import Grade, SessionKind
from tests.core.screens.candidates import fresh

AGAIN, HARD, GOOD = Grade.AGAIN, Grade.HARD, Grade.GOOD
WEEK = timedelta(weeks=1)


@pytest.mark.parametrize(("left", "expected"), [(20, (2, 3, 7)), (10, (1, 3, 7)), (2, (1,))])
def test_reviews_come_after_one_three_and_seven_weeks(left: int, expected: tuple[int, ...]) -> None:
    assert gaps(left) == expected


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        ((), (3, 5, 9)),
        (((3, None),), (5, 9)),
        (((3, HARD),), (5, 9)),
        (((3, GOOD),), (5, 9)),
        (((3, GOOD), (5, GOOD)), ()),
        (((3, GOOD), (5, HARD)), (9,)),
        (((3, HARD), (5, GOOD)), (9,)),
        (((3, GOOD), (5, None)), (9,)),
        (((3, AGAIN),), (4, 6, 10)),
        (((3, AGAIN), (4, AGAIN)), (5, 7, 11)),
        (((3, AGAIN), (4, GOOD)), (6, 10)),
        (((3, GOOD), (5, AGAIN), (6, GOOD)), (10,)),
        (((3, AGAIN), (4, GOOD), (6, GOOD)), ()),
        (((4, AGAIN),), (5, 7, 11)),  # held a week late
        (((3, None), (5, None), (9, AGAIN)), (10,)),
        (((3, None), (5, None), (9, None), (10, GOOD)), ()),
    ],
)
def test_grades_say_when_an_item_comes_back(
    held: tuple[tuple[int, Grade | None], ...], expected: tuple[int, ...]
) -> None:
    """It was finished in week 2 of 12, so it is due in weeks 3, 5 and 9."""
    assert due_weeks(2, 12, [Held(*one) for one in held]) == expected


def test_nothing_is_due_after_the_last_week() -> None:
    assert due_weeks(8, 10, [Held(9, AGAIN)]) == (10,)
    assert due_weeks(8, 10, [Held(10, AGAIN)]) == ()


grades = st.lists(
    st.builds(Held, st.integers(1, 30), st.none() | st.sampled_from(Grade)), max_size=6
)


@given(st.integers(1, 24), st.integers(1, 30), grades)
def test_what_is_due_is_in_order_and_never_after_the_end(
    finished: int, weeks: int, held: list[Held]
) -> None:
    due = due_weeks(finished, weeks, held)
    assert all(week <= weeks for week in due)
    assert list(due) == sorted(due)


@given(st.integers(1, 20), grades.filter(bool))
def test_again_brings_it_back_the_week_after(finished: int, held: list[Held]) -> None:
    last = held[-1].week
    due = due_weeks(finished, 60, [*held[:-1], Held(last, AGAIN)])
    assert due[0] == last + 1


# the plan


def reviews(state: State, item: str) -> list[Session]:
    assert state.plan
    kind = SessionKind.REVIEW
    return [one for one in state.plan.sessions if one.item == item and one.kind is kind]


def a_review(state: State, count: int = 3) -> Session:
    """The first review of an item that has so many, and is studied in one go before it."""
    assert state.plan
    for session in state.plan.sessions:
        found = reviews(state, session.item)
        if session.kind is not SessionKind.REVIEW or len(found) != count:
            continue
        if state.plan.by_item[session.item][-1].date <= found[0].date:
            return found[0]
    raise LookupError


def week(state: State, one: Session) -> int:
    assert state.plan
    return state.plan.week_number(one.date)


def weeks(state: State, item: str) -> list[int]:
    return [week(state, one) for one in reviews(state, item)]


def graded(state: State, one: Session, grade: Grade | None, answer: str | None = None) -> State:
    for command in (
        Tick(target=one.code, on=one.date),
        GradeReview(code=one.code, grade=grade, answer=answer, on=one.date),
    ):
        state = apply(state, command)
    return state


def is_sound(state: State) -> bool:
    """No day holds more than it has, and no code stands twice."""
    plan, profile = state.plan, state.profile
    assert plan
    assert profile
    codes = [one.code for one in plan.sessions]
    days = {one.date for one in plan.sessions}
    fits = all(
        sum(one.minutes for one in plan.sessions if one.date == day)
        <= free_minutes(profile, state.busy, day)
        for day in days
    )
    return fits and len(codes) == len(set(codes)) and max(days) < plan.loop


STATE = fresh(hours=15, loop=date(2027, 3, 22))


def finished(state: State, item: str) -> State:
    """Finish an item on the day its last session stands."""
    assert state.plan
    last = state.plan.by_item[item][-1].date
    return apply(state, Tick(target=item, on=last))


def test_again_comes_back_next_week_and_shifts_the_rest() -> None:
    one = a_review(STATE)
    state = finished(STATE, one.item)
    after = graded(state, one, AGAIN)
    held, ended = week(state, one), week(state, plan_of(state).by_item[one.item][-1])
    due = due_weeks(ended, len(plan_of(state).weeks), [Held(held, AGAIN)])
    assert due[0] == held + 1
    assert weeks(after, one.item) == [held, *due]
    assert is_sound(after)
    new = next_review(after, one.item, one.date)
    assert new
    assert new.minutes == one.minutes
    assert new.why[0].week == week(state, plan_of(state).by_item[one.item][-1])


def plan_of(state: State) -> Plan:
    assert state.plan
    return state.plan


def test_nothing_else_moves() -> None:
    one = a_review(STATE)
    state = finished(STATE, one.item)
    after = graded(state, one, AGAIN)
    others = [each for each in plan_of(state).sessions if each.item != one.item]
    assert [each for each in plan_of(after).sessions if each.item != one.item] == others


@pytest.mark.parametrize("grade", [HARD, GOOD])
def test_hard_and_the_first_good_leave_the_plan_as_it_is(grade: Grade) -> None:
    one = a_review(STATE)
    state = finished(STATE, one.item)
    after = graded(state, one, grade)
    assert after.plan is state.plan
    assert after.grades == {one.code: grade}


def test_good_twice_running_drops_the_next_one() -> None:
    one = a_review(STATE)
    state = finished(STATE, one.item)
    first, second, third = reviews(state, one.item)
    state = graded(state, first, GOOD)
    after = graded(state, second, GOOD)
    assert [each.code for each in reviews(after, one.item)] == [first.code, second.code]
    assert third.code not in plan_of(after).by_code
    assert next_review(after, one.item, second.date) is None


def test_another_grade_brings_back_what_was_dropped() -> None:
    one = a_review(STATE)
    state = finished(STATE, one.item)
    first, second, _ = reviews(state, one.item)
    good = graded(graded(state, first, GOOD), second, GOOD)
    again = apply(good, GradeReview(code=second.code, grade=HARD, on=second.date))
    assert is_sound(again)
    coming = next_review(again, one.item, second.date)
    assert coming
    ended = week(state, plan_of(state).by_item[one.item][-1])
    assert week(again, coming) == ended + gaps(10)[-1]  # due then; the first plan had no room there
    back = graded(state, first, AGAIN)
    corrected = apply(back, GradeReview(code=first.code, grade=GOOD, on=first.date))
    sooner = [
        o - n for n, o in zip(weeks(corrected, one.item), weeks(state, one.item), strict=True)
    ]
    assert sooner[0] == 0  # it was held
    assert set(sooner[1:]) <= {0, 1}  # due then; the first plan had no room there
    assert any(sooner)
    none = apply(back, GradeReview(code=first.code, grade=None, on=first.date))
    assert weeks(none, one.item) == weeks(corrected, one.item)
    assert none.grades == {}


def test_a_code_is_never_given_twice() -> None:
    one = a_review(STATE)
    state = finished(STATE, one.item)
    back = graded(state, one, AGAIN)
    new = {each.code for each in reviews(back, one.item)} - {
        e.code for e in reviews(state, one.item)
    }
    assert new
    corrected = apply(back, GradeReview(code=one.code, grade=HARD, on=one.date))
    once_more = apply(corrected, GradeReview(code=one.code, grade=AGAIN, on=one.date))
    newer = {each.code for each in reviews(once_more, one.item)} - {
        each.code for each in reviews(corrected, one.item)
    }
    assert not new & newer


def test_what_was_put_on_a_day_by_hand_stays() -> None:
    one = a_review(STATE)
    state = finished(STATE, one.item)
    _, second, _ = reviews(state, one.item)
    to = next(day.day for day in free_days(state, second.code, one.date) if day.day > second.date)
    moved = apply(state, MoveSession(code=second.code, to=to))
    after = graded(moved, one, AGAIN)
    assert plan_of(after).by_code[second.code].date == to


def test_a_week_without_room_leaves_things_as_they_are() -> None:
    one = a_review(STATE)
    state = finished(STATE, one.item)
    profile = state.profile
    assert profile
    monday = one.date - timedelta(days=one.date.weekday()) + WEEK
    full = state.evolve(profile=profile.evolve(special_weeks={monday: 0}))
    after = graded(full, one, AGAIN)
    assert week(full, one) + 1 not in weeks(after, one.item)
    coming = reviews(after, one.item)[1:]
    assert {each.code for each in coming} >= {each.code for each in reviews(state, one.item)[1:]}


def test_one_that_should_move_into_a_full_week_stays_where_it_stood() -> None:
    one = a_review(STATE)
    state = finished(STATE, one.item)
    profile = state.profile
    assert profile
    _, second, _ = reviews(state, one.item)
    monday = second.date - timedelta(days=second.date.weekday()) + WEEK
    full = state.evolve(profile=profile.evolve(special_weeks={monday: 0}))
    after = graded(full, one, AGAIN)
    assert plan_of(after).by_code[second.code] == second


def test_a_review_that_was_missed_is_not_moved_by_the_grade_of_a_later_one() -> None:
    one = a_review(STATE)
    state = finished(STATE, one.item)
    missed, second, _ = reviews(state, one.item)
    after = graded(state, second, AGAIN)
    assert plan_of(after).by_code[missed.code] == missed


def test_the_eve_and_days_of_rounds_stay_free() -> None:
    one = a_review(STATE)
    state = finished(STATE, one.item)
    profile = state.profile
    assert profile
    monday = one.date - timedelta(days=one.date.weekday()) + WEEK
    first = next_review(graded(state, one, AGAIN), one.item, one.date)
    assert first
    assert monday <= first.date < monday + WEEK
    taken = state.evolve(profile=profile.evolve(gates={"PS": first.date}))
    other = next_review(graded(taken, one, AGAIN), one.item, one.date)
    assert other
    assert other.date != first.date


def test_only_reviews_have_grades() -> None:
    assert STATE.plan
    study = next(one for one in STATE.plan.sessions if one.kind is SessionKind.STUDY)
    command = GradeReview(code=study.code, grade=GOOD, on=study.date)
    with pytest.raises(Refused) as caught:
        apply(STATE, command)
    assert (caught.value.refusal, caught.value.about) == (Refusal.NOT_A_REVIEW, study.code)


def test_an_answer_stays_until_it_is_written_anew() -> None:
    one = a_review(STATE)

    def done(state: State, answer: str | None, grade: Grade | None = HARD) -> State:
        command = GradeReview(code=one.code, grade=grade, answer=answer, on=one.date)
        return apply(state, command)

    state = done(STATE, "Two <b>copies</b>\nof one truth")
    assert state.answers == {one.code: "Two <b>copies</b>\nof one truth"}
    assert done(state, None, GOOD).answers == state.answers
    assert done(state, "").answers == {}
    assert done(state, "x").answers == {one.code: "x"}


def made_afresh(state: State, today: date) -> Plan:
    """A plan with half an hour more a week, since nothing else would be planned anew."""
    assert state.profile
    profile = changed(state.profile, state.profile.week_minutes + 30, None)
    return make_plan(state, profile, today)


def test_a_plan_made_afresh_heeds_the_grades() -> None:
    one = a_review(STATE)
    state = finished(STATE, one.item)
    first, second, _ = reviews(state, one.item)
    hard = graded(graded(state, first, HARD), second, HARD)
    good = graded(graded(state, first, GOOD), second, GOOD)
    for graded_so, ahead in ((hard, 1), (good, 0)):
        plan = made_afresh(graded_so, second.date + timedelta(days=1))
        assert len(reviews(graded_so.evolve(plan=plan), one.item)) == 2 + ahead
    again = graded(state, first, AGAIN)
    plan = made_afresh(again, first.date + timedelta(days=1))
    coming = reviews(again.evolve(plan=plan), one.item)[1]
    assert plan.week_number(coming.date) <= week(state, first) + 2


@given(st.data())
def test_any_grades_in_any_order_keep_the_plan_sound(data: st.DataObject) -> None:
    state = STATE
    for _ in range(data.draw(st.integers(1, 6))):
        kind = SessionKind.REVIEW
        codes = [one.code for one in plan_of(state).sessions if one.kind is kind]
        one = plan_of(state).by_code[data.draw(st.sampled_from(codes))]
        grade = data.draw(st.none() | st.sampled_from(Grade))
        on = one.date + timedelta(days=data.draw(st.integers(-3, 60)))
        changes: list[Change] = [GradeReview(code=one.code, grade=grade, on=on)]
        if data.draw(st.booleans()):
            changes.insert(0, Tick(target=one.code, on=on))
        for change in changes:
            state = apply(state, change)
    assert is_sound(state)


def test_nothing_comes_back_on_the_day_itself() -> None:
    one = a_review(STATE)
    after = graded(finished(STATE, one.item), one, AGAIN)
    assert all(each.date > one.date for each in reviews(after, one.item)[1:])
    assert isinstance(one.date, date)
