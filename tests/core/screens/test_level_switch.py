"""What another level would mean: every item accounted for, every tick kept."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.core.apply import apply
from planner.core.commands import AcceptPlan, ChangeProfile, MoveSession, SkipItem, Tick
from planner.core.effort import estimate
from planner.core.exchange.text.level_switch import level_switch_text
from planner.core.forecast import forecast
from planner.core.planning import make_plan
from planner.core.planning.work import demand
from planner.core.progress import is_done
from planner.core.screens.level_switch import LevelSwitch, at_level, level_switch
from planner.core.screens.week import free_days
from planner.core.state import State
from planner.core.values import Level, Rating
from planner.core.wording import item_title
from tests.core.planning.situations import half_way
from tests.core.screens.candidates import START, TODAY, demo, fresh
from tests.core.strategies import done_or_refused

DEMANDS = dict[str, tuple[int, int, list[tuple[str, int]]]]


def other(state: State) -> Level:
    assert state.profile is not None
    return next(level for level in Level if level is not state.profile.level)


def switched(state: State, level: Level, today: date) -> State:
    """The state after the switch is accepted."""
    assert state.profile is not None
    profile = at_level(state, state.profile, level)
    plan = make_plan(state.evolve(profile=profile), profile, today)
    state = apply(state, ChangeProfile(profile=profile))
    return apply(state, AcceptPlan(plan=plan))


def seen(state: State, today: date) -> LevelSwitch:
    assert state.profile is not None
    after = switched(state, other(state), today)
    assert after.profile is not None
    assert after.plan is not None
    found = level_switch(state, after.profile, after.plan, today)
    assert found is not None
    return found


def demands(state: State) -> DEMANDS:
    """What is left to do of each item, and how it is cut."""
    assert state.profile is not None
    assert state.plan is not None
    done = [one for one in state.plan.sessions if is_done(state, one)]
    return {
        work.id: (work.minutes, work.least, [*work.pieces])
        for work in demand(state, state.profile, done)
    }


@settings(max_examples=25, deadline=None)
@given(half_way(), st.data())
def test_switching_and_back_keeps_every_tick_and_the_same_work(
    known: tuple[State, date], data: st.DataObject
) -> None:
    state, today = known
    assert state.plan is not None
    assert state.profile is not None
    level = state.profile.level
    ahead = [one for one in state.plan.sessions if one.date >= today]
    moves = data.draw(st.lists(st.sampled_from(ahead), max_size=2)) if ahead else []
    for session in moves:
        day = today + timedelta(days=data.draw(st.integers(0, 9)))
        state = done_or_refused(state, MoveSession(code=session.code, to=day))
    assert state.plan is not None
    sessions = state.plan.sessions
    there = switched(state, other(state), today)
    back = switched(there, level, today)
    for one in (there, back):
        assert (one.ticks, one.minutes, one.evidence) == (
            state.ticks,
            state.minutes,
            state.evidence,
        )
        assert one.plan is not None
        done = [each for each in sessions if each.code in state.ticks]
        assert all(one.plan.by_code[each.code].item == each.item for each in done)
    assert demands(back) == demands(state)


@settings(max_examples=25, deadline=None)
@given(half_way())
def test_every_item_and_every_tick_is_accounted_for(known: tuple[State, date]) -> None:
    state, today = known
    assert state.profile is not None
    before = {one.id for one in state.items()} - set(state.skipped)
    there = switched(state, other(state), today)
    after = {one.id for one in there.items()} - set(state.skipped)
    found = seen(state, today)
    assert {one.item for one in found.added} == after - before
    assert {one.item for one in found.dropped} == before - after
    assert found.same + len(found.rescoped) == len(before & after)
    for one in found.rescoped:
        item = state.item(one.item)
        assert item is not None
        assert one.before is not None
        assert one.after is not None
        assert one.before != one.after
        assert one.before.minutes == estimate(state, item, state.profile)
        assert one.after.minutes == estimate(state, item, found.profile)
        assert one.after.priority is item.at[other(state)].priority
    items = (*state.curriculum.items, *state.own.values())
    sessions = state.plan.sessions if state.plan else ()
    ticked = [
        item
        for item in items
        if item.id in state.ticks
        or any(unit.id in state.ticks for unit in item.units)
        or any(one.item == item.id and is_done(state, one) for one in sessions)
    ]
    titles = sorted(item_title(state, one.id) for one in ticked)
    assert sorted((*found.counting, *found.resting)) == titles
    assert sorted(found.counting) == sorted(one.title for one in ticked if one.id in after)


def test_the_figures_are_those_of_both_plans() -> None:
    state = demo()
    assert state.plan is not None
    found = seen(state, TODAY)
    there = switched(state, Level.L7, TODAY)
    assert there.plan is not None
    assert (found.before.level, found.after.level) == (Level.L6, Level.L7)
    assert found.before.to_do == sum(minutes for minutes, *_ in demands(state).values())
    assert found.after.to_do == sum(minutes for minutes, *_ in demands(there).values())
    assert found.before.left_out == state.plan.shortfall_minutes
    assert found.after.left_out == there.plan.shortfall_minutes
    assert found.before.forecast == forecast(state, TODAY)
    assert found.after.forecast == forecast(there, TODAY)
    assert (found.before.loop, found.after.loop) == (state.plan.loop, there.plan.loop)
    assert found.plan == there.plan
    assert state.profile is not None
    assert state.profile.level is Level.L6


def test_what_is_ticked_at_one_level_only_rests_there() -> None:
    state = fresh()
    only_here, shared = "l6.sd.distributed", "key.change"
    for target in (only_here, shared):
        state = apply(state, Tick(target=target, on=START))
    found = seen(state, START)
    assert found.resting == (item_title(state, only_here),)
    assert found.counting == (item_title(state, shared),)
    there = switched(state, Level.L7, START)
    assert seen(there, START).resting == ()
    assert set(seen(there, START).counting) == {*found.resting, *found.counting}


def test_what_was_moved_by_hand_gives_way_at_a_level_that_does_not_have_it() -> None:
    state = fresh()
    assert state.plan is not None
    only_here, shared = "l6.sd.distributed", "practice.stories"
    for item in (only_here, shared):
        session = state.plan.by_item[item][0]
        (day, *_) = free_days(state, session.code, START)
        state = apply(state, MoveSession(code=session.code, to=day.day))
        assert state.plan is not None
    there = switched(state, Level.L7, START)
    assert there.plan is not None
    assert [one.item for one in there.plan.sessions if one.pinned] == [shared]


def test_what_is_skipped_is_neither_added_nor_dropped() -> None:
    state = fresh()
    (first, *_) = seen(state, START).dropped
    state = apply(state, SkipItem(item=first.item, reason="known"))
    assert first not in seen(state, START).dropped


def test_without_another_level_there_is_no_switch() -> None:
    state = fresh()
    assert state.profile is not None
    assert state.plan is not None
    assert level_switch(state, state.profile, state.plan, START) is None
    planless = state.evolve(plan=None)
    profile = at_level(planless, state.profile, Level.L7)
    assert level_switch(planless, profile, state.plan, START) is None
    assert level_switch(State(state.curriculum), profile, state.plan, START) is None


def test_groups_that_are_not_rated_yet_are_named() -> None:
    state = fresh()
    assert state.profile is not None
    groups = state.curriculum.groups_at(Level.L7)
    assert seen(state, START).unrated == tuple(one.title for one in groups)
    rated = state.profile.evolve(ratings={one.id: Rating.STRONG for one in groups[1:]})
    assert seen(state.evolve(profile=rated), START).unrated == (groups[0].title,)


def test_the_day_of_a_round_that_the_other_level_has_not_goes() -> None:
    state = fresh()
    assert state.profile is not None
    curriculum = state.curriculum
    here = {one.id for one in curriculum.rounds if one.level is Level.L6 and not one.in_loop}
    there = {one.id for one in curriculum.rounds if one.level is Level.L7 and not one.in_loop}
    gone = sorted(here - there)
    assert gone
    day = START + timedelta(days=10)
    state = state.evolve(profile=state.profile.evolve(gates={gone[0]: day}))
    found = seen(state, START)
    assert found.profile.gates == {}
    (label,) = (one.label for one in curriculum.rounds if one.id == gone[0])
    assert found.dropped_rounds == (label,)
    kept = found.profile.evolve(gates={gone[0]: day})
    same = level_switch(state, kept, found.plan, START)
    assert same is not None
    assert same.dropped_rounds == ()


@pytest.mark.parametrize("level", Level)
def test_the_terminal_names_every_item_once(level: Level) -> None:
    state = fresh(level)
    found = seen(apply(state, Tick(target="next.assess", on=START)), START)
    text = " ".join(level_switch_text(found))
    assert text.startswith(f"From {level} to {other(state)}: ")
    for one in (*found.added, *found.dropped, *found.rescoped):
        assert one.title in text
    for name, rows in (("Added", found.added), ("Dropped", found.dropped)):
        assert f"{name}, {len(rows)} items: " in text
    assert "Every tick is kept; 1 item with ticks counts at " in text
    assert all(len(line) <= 80 for line in level_switch_text(found))
