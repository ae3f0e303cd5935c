"""The Plan page's values: weeks as rows, what is left out, and the line about what fits."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.core.commands import SkipItem, Tick
from planner.core.gates import rounds_before_loop
from planner.core.plan import LeftOut, Reason, Rule
from planner.core.planning import slipped
from planner.core.screens.plan import headline, plan_screen
from planner.core.screens.week import week_screen
from planner.core.state import State
from planner.core.values import Level, Phase, Priority
from planner.core.wording.lists import enumeration
from planner.core.wording.titles import round_label
from tests.core.screens.candidates import START, TODAY, after, curriculum, demo, fresh
from tests.support import study


def test_there_is_no_page_without_a_plan() -> None:
    assert plan_screen(State(curriculum()), TODAY) is None


def test_every_week_is_a_row_and_one_is_this_week() -> None:
    screen = plan_screen(demo(), TODAY)
    assert screen is not None
    assert [row.number for row in screen.weeks] == list(range(1, 11))
    assert [row.number for row in screen.weeks if row.is_current] == [4]
    assert [row.number for row in screen.weeks if row.is_over] == [1, 2, 3]
    assert screen.weeks[0].phase is Phase.ORIENTATION
    assert screen.weeks[-1].phase is Phase.TAPER


def test_a_week_says_which_rounds_come_before_the_loop() -> None:
    state = demo()
    profile = state.profile
    assert profile is not None
    ours, other = date(2026, 12, 18), date(2026, 12, 22)
    names = [one.id for one in rounds_before_loop(state.curriculum, profile.level)]
    booked = state.evolve(profile=profile.evolve(gates={names[0]: ours, "XX": other}))
    screen = plan_screen(booked, TODAY)
    assert screen is not None
    assert [(row.monday, row.rounds) for row in screen.weeks if row.rounds] == [
        (date(2026, 12, 14), ((round_label(state, names[0]), ours),))
    ]


def test_the_last_week_says_which_day_it_leads_to() -> None:
    screen = plan_screen(demo(), TODAY)
    assert screen is not None
    assert [row.loop for row in screen.weeks] == [None] * 9 + [screen.loop]


@pytest.mark.parametrize("level", Level)
def test_the_loads_of_a_week_are_what_is_planned(level: Level) -> None:
    screen = plan_screen(fresh(level), START)
    assert screen is not None
    for row in screen.weeks:
        assert sum(load.minutes for load in row.loads) == row.planned
        assert sum(load.done for load in row.loads) == row.done == 0


def test_what_slipped_is_what_is_open_of_days_that_are_over() -> None:
    state = fresh()
    assert state.plan is not None
    week = state.plan.weeks[0]
    first, *others = state.plan.sessions_of(week)
    ticked = after(state, [Tick(target=first.code, on=START)])
    screen = plan_screen(ticked, date(2026, 12, 7))
    assert screen is not None
    row = screen.weeks[0]
    done = sum(one.minutes for one in (first, *others) if one.code in ticked.ticks)
    assert (row.done, row.slipped) == (done, row.planned - done)
    assert screen.weeks[1].slipped == 0


def test_a_skipped_item_does_not_slip() -> None:
    state = fresh()
    assert state.plan is not None
    items = {one.item for one in state.plan.sessions_of(state.plan.weeks[0])}
    known = [item for item in items if state.item(item)]
    skipped = after(state, [SkipItem(item=item) for item in known])
    screen = plan_screen(skipped, date(2026, 12, 7))
    assert screen is not None
    own = [one.minutes for one in state.plan.sessions_of(state.plan.weeks[0]) if one.item in known]
    assert screen.weeks[0].slipped == screen.weeks[0].planned - sum(own)


def test_a_title_is_ticked_when_all_of_its_sessions_of_the_week_are() -> None:
    sessions = (
        study.session("W1-01", study.BOOK, 0, units=study.CHAPTERS[:1]),
        study.session("W1-02", study.BOOK, 1, units=study.CHAPTERS[1:]),
    )
    plan = study.PLAN.evolve(sessions=sessions)
    state = State(study.CURRICULUM, profile=study.PROFILE, plan=plan)
    last = after(state, [Tick(target="W1-02", on=study.START)])
    both = after(last, [Tick(target="W1-01", on=study.START)])
    for ticked, done in ((state, False), (last, False), (both, True)):
        screen = plan_screen(ticked, study.START)
        assert screen is not None
        assert [one.done for one in screen.weeks[0].entries] == [done]


@settings(max_examples=30)
@given(st.data(), st.sampled_from(Level))
def test_done_never_exceeds_planned_and_what_slipped_is_that_of_a_replanning(
    data: st.DataObject, level: Level
) -> None:
    state = fresh(level)
    assert state.plan is not None
    codes = data.draw(st.lists(st.sampled_from(state.plan.sessions), max_size=10))
    ticked = after(state, [Tick(target=one.code, on=one.date) for one in codes])
    today = data.draw(st.dates(START, date(2027, 3, 1)))
    screen = plan_screen(ticked, today)
    assert screen is not None
    for row in screen.weeks:
        assert 0 <= row.done <= row.planned
        assert 0 <= row.slipped <= row.planned - row.done
        assert row.slipped == 0 or row.monday < today
    late = slipped(ticked, today)
    assert sum(row.slipped for row in screen.weeks) == sum(one.minutes for one in late)
    weeks = [week_screen(ticked, row.number, today) for row in screen.weeks]
    told = [row for one in weeks if one for block in one.days for row in block.rows]
    assert [row.code for row in told if row.slipped] == [one.code for one in late]


@pytest.mark.parametrize("level", Level)
def test_what_is_left_out_adds_up(level: Level) -> None:
    screen = plan_screen(fresh(level), START)
    assert screen is not None
    assert screen.shortfall == sum(row.minutes for row in screen.left_out)
    assert screen.fits is (not screen.left_out)


# The line about what fits, on a small plan with what we want left out.


def _left_out(state: State, *priorities: Priority, whole: bool = True) -> State:
    """Leave out items of these priorities, in whole or with a session that is still planned."""
    items, left = {}, []
    for number, priority in enumerate(priorities):
        name = f"item.{number}"
        item = study.item(name)
        at = item.at[Level.L6].evolve(priority=priority)
        items[name] = item.evolve(at={Level.L6: at})
        left.append(LeftOut(item=name, minutes=30, why=Reason(rule=Rule.NO_ROOM)))
    sessions = (
        () if whole else tuple(study.session(f"W1-1{n}", name, 0) for n, name in enumerate(items))
    )
    plan = study.PLAN.evolve(left_out=tuple(left), sessions=sessions)
    return state.evolve(plan=plan, own=items)


CORE, IMPORTANT, OPTIONAL = Priority.CORE, Priority.IMPORTANT, Priority.OPTIONAL


@pytest.mark.parametrize(
    ("priorities", "text"),
    [
        ((), "everything fits"),
        ((OPTIONAL,), "everything core and important fits, 1 optional item left out"),
        ((OPTIONAL,) * 5, "everything core and important fits, 5 optional items left out"),
        ((IMPORTANT,), "everything core fits, 1 important item left out"),
        (
            (OPTIONAL, IMPORTANT, OPTIONAL),
            "everything core fits, 1 important and 2 optional items left out",
        ),
        (
            (CORE, IMPORTANT, OPTIONAL),
            "1 core, 1 important and 1 optional items left out",
        ),
    ],
)
def test_the_line_says_what_fits_and_what_does_not(
    priorities: tuple[Priority, ...], text: str
) -> None:
    state = study.STATE
    assert headline(_left_out(state, *priorities)) == text


def test_the_line_counts_what_is_shortened_apart() -> None:
    state = study.STATE
    assert headline(_left_out(state, OPTIONAL, whole=False)) == (
        "everything core and important fits, 1 shortened"
    )


def test_the_line_counts_what_the_user_skips() -> None:
    state = study.STATE
    skipped = after(_left_out(state), [SkipItem(item=study.SKILL)])
    assert headline(skipped) == "everything fits, 1 skipped by you"


def test_words_are_listed_as_one_reads_them() -> None:
    assert enumeration(["a"]) == "a"
    assert enumeration(["a", "b"]) == "a and b"
    assert enumeration(["a", "b", "c"]) == "a, b and c"
