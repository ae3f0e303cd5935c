"""What a drop would mean is what the move itself does."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.apply import apply
from planner.core.commands import MoveSession, SkipItem, Tick
from planner.core.refusal import Refusal, Refused
from planner.core.screens.dropping import Drop, drop_on_day, drop_on_week, week_days
from planner.core.state import State
from tests.core.screens import candidates
from tests.support import study

STATE = study.STATE
FIRST, SECOND, THIRD, MOCK = study.CODES
TODAY = study.TODAY
THURSDAY, FRIDAY, SATURDAY = (date(2026, 12, day) for day in (3, 4, 5))
NEXT_TUESDAY, NEXT_WEDNESDAY = date(2026, 12, 8), date(2026, 12, 9)
LONG = STATE.evolve(
    profile=study.PROFILE.evolve(
        week=tuple(day.evolve(minutes=240 * bool(day.minutes)) for day in study.PROFILE.week)
    )
)
"""Four free hours on every weekday."""


def on(to: date, *codes: str, state: State = STATE) -> Drop:
    return drop_on_day(state, codes, to, TODAY)


def test_a_day_with_room_takes_a_session_and_says_what_stays_free() -> None:
    drop = on(THURSDAY, THIRD)
    assert drop == Drop(THURSDAY, (MoveSession(code=THIRD, to=THURSDAY),), left=30)


def test_a_full_day_says_by_how_much() -> None:
    drop = on(NEXT_TUESDAY, THIRD)
    assert (drop.refused, drop.over, drop.moves) == (Refusal.DAY_FULL, 30, ())


def test_several_are_over_by_what_all_of_them_take() -> None:
    # Two hours where 90 minutes are free.
    drop = on(THURSDAY, FIRST, THIRD)
    assert (drop.refused, drop.over) == (Refusal.DAY_FULL, 30)


def test_several_go_together_and_what_stands_there_stays() -> None:
    drop = on(study.START + timedelta(days=2), FIRST, SECOND, THIRD, state=LONG)
    assert [one.code for one in drop.moves] == [FIRST, SECOND]
    assert drop.left == 240 - 180


@pytest.mark.parametrize(
    ("to", "refused"),
    [
        (study.START, Refusal.DAY_OVER),
        (SATURDAY, Refusal.DAY_WITHOUT_TIME),
        (study.LOOP - timedelta(days=1), Refusal.EVE_OF_LOOP),
        (study.LOOP, Refusal.OUTSIDE_PLAN),
    ],
)
def test_some_days_take_nothing(to: date, refused: Refusal) -> None:
    assert on(to, THIRD, state=LONG) == Drop(to, refused=refused)


def test_what_is_done_stays_where_it_is_and_is_named() -> None:
    drop = on(THURSDAY, SECOND, THIRD, state=apply(STATE, Tick(target=THIRD, on=TODAY)))
    assert drop == Drop(THURSDAY, refused=Refusal.ALREADY_DONE, about="skill.two")


def test_unknown_sessions_and_no_plan_take_nothing() -> None:
    assert on(THURSDAY, "W9-99").refused is Refusal.NO_PLAN
    assert on(THURSDAY, FIRST, state=State(study.CURRICULUM)).refused is Refusal.NO_PLAN
    assert drop_on_week(State(study.CURRICULUM), [FIRST], 1, TODAY).refused is Refusal.NO_PLAN


def test_its_own_day_changes_nothing() -> None:
    assert on(TODAY, SECOND) == Drop(TODAY, left=30)


def test_an_order_that_would_be_broken_is_told() -> None:
    needing = study.item(study.SKILL).evolve(requires=(study.BOOK,))
    items = tuple(needing if one.id == study.SKILL else one for one in study.CURRICULUM.items)
    state = LONG.evolve(curriculum=study.CURRICULUM.evolve(items=items))
    assert on(TODAY, THIRD, state=state).requires == ""
    early = drop_on_day(state, [THIRD], study.START, study.START)
    assert (early.requires, early.required_by, early.breaks_order) == (study.BOOK, "", True)
    late = on(FRIDAY, SECOND, state=state)
    assert (late.requires, late.required_by) == ("", study.SKILL)


def test_parts_out_of_turn_are_told() -> None:
    late = on(FRIDAY, FIRST, state=LONG)
    assert (late.before_part, late.after_part, late.breaks_order) == (0, 2, True)
    early = drop_on_day(LONG, [SECOND], study.START, study.START)
    assert early.breaks_order is False  # it stands behind the first part on that day
    moved = apply(LONG, MoveSession(code=FIRST, to=THURSDAY))
    before = drop_on_day(moved, [SECOND], study.START, study.START)
    assert (before.before_part, before.after_part) == (1, 0)
    both = on(FRIDAY, FIRST, SECOND, state=LONG)
    assert both.breaks_order is False


def test_a_week_takes_a_session_on_its_first_free_day() -> None:
    drop = drop_on_week(STATE, [THIRD], 2, TODAY)
    assert drop.moves == (MoveSession(code=THIRD, to=date(2026, 12, 7)),)
    assert drop.day == date(2026, 12, 7)
    assert drop_on_week(STATE, [THIRD], 1, TODAY).moves == ()


def test_a_week_shares_several_out_among_its_days() -> None:
    drop = drop_on_week(STATE, [SECOND, THIRD], 2, TODAY)
    # 90 minutes a day take one of them each; the mock stands on Tuesday.
    assert [one.to.day for one in drop.moves] == [7, 9]


def test_a_week_prefers_a_day_that_keeps_the_order() -> None:
    needing = study.item(study.SKILL).evolve(requires=(study.MOCK,))
    items = tuple(needing if one.id == study.SKILL else one for one in study.CURRICULUM.items)
    state = STATE.evolve(curriculum=study.CURRICULUM.evolve(items=items))
    assert drop_on_week(state, [THIRD], 2, TODAY).day == NEXT_WEDNESDAY


def test_a_week_that_takes_nothing_says_the_most_telling_reason() -> None:
    drop = drop_on_week(STATE, [MOCK], 1, FRIDAY + timedelta(days=2))
    assert drop.refused is Refusal.DAY_WITHOUT_TIME
    short = study.PROFILE.evolve(
        week=tuple(day.evolve(minutes=min(day.minutes, 45)) for day in study.PROFILE.week)
    )
    full = drop_on_week(STATE.evolve(profile=short), [THIRD], 2, TODAY)
    assert (full.refused, full.over) == (Refusal.DAY_FULL, 15)


PLANNED = candidates.fresh()


def moved(state: State, codes: list[str], to: date) -> tuple[State, Refusal | None]:
    try:
        for code in codes:
            state = apply(state, MoveSession(code=code, to=to))
    except Refused as refused:
        return state, refused.refusal
    return state, None


@given(st.data())
def test_a_drop_that_is_possible_is_what_the_commands_do(data: st.DataObject) -> None:
    plan = PLANNED.plan
    assert plan is not None
    codes = data.draw(
        st.lists(st.sampled_from([one.code for one in plan.sessions]), min_size=1, max_size=3)
    )
    number = data.draw(st.integers(1, len(plan.weeks)))
    to = data.draw(st.sampled_from(week_days(plan, number)))
    state = PLANNED
    item = plan.by_code[codes[0]].item
    if data.draw(st.booleans()) and state.item(item):
        state = apply(state, SkipItem(item=item))
    drop = drop_on_day(state, codes, to, candidates.START)
    after, refusal = moved(state, [one.code for one in plan.sessions if one.code in codes], to)
    if refusal is not None:
        assert drop.refused in {refusal, Refusal.DAY_OVER}
    elif drop.refused is None:
        done = state
        for move in drop.moves:
            done = apply(done, move)
        assert done == after
        assert drop.left >= 0 or not drop.moves
    else:
        assert to < candidates.START
    into = drop_on_week(state, codes, number, candidates.START)
    for move in into.moves:
        state = apply(state, move)
        assert move.to in week_days(plan, number)
