"""What would bring back what is left out: every answer holds when it is tried."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.core.apply import apply
from planner.core.commands import ChangeProfile, SkipItem, Tick
from planner.core.hours import changed
from planner.core.plan import Plan, Reason, Rule
from planner.core.planning import make_plan
from planner.core.planning.bring_back import (
    MOST_STEPS,
    MOST_WEEKS,
    STEP_MINUTES,
    Back,
    bring_back,
    more_minutes,
    search,
    with_ways,
)
from planner.core.planning.kept import marks
from planner.core.planning.replacing import could_replace
from planner.core.profile import LATEST, MOST_DAY_MINUTES, Profile, StudyDay
from planner.core.progress import Done, item_done
from planner.core.state import State
from planner.core.values import Level, Rating, Subject
from tests.core.planning.situations import MONDAY, evenings, fresh, half_way, profiles

EARLIER = MONDAY - timedelta(days=7)
"""The week before the plan begins: nothing is frozen yet."""


def planned(profile: Profile) -> State:
    state = fresh(profile)
    return state.evolve(plan=make_plan(state, profile, profile.start))


def known(state: State) -> tuple[Profile, Plan]:
    assert state.profile is not None
    assert state.plan is not None
    return state.profile, state.plan


def ways_of(state: State, today: date) -> Mapping[str, Reason]:
    return bring_back(state, *known(state), today)


def tried(state: State, today: date, minutes: int = 0, weeks: int = 0) -> Plan:
    """A plan with more time, made as the window would make it."""
    profile, plan = known(state)
    loop = (profile.loop or plan.loop) + timedelta(weeks=weeks)
    other = changed(profile, profile.week_minutes + minutes, loop)
    return make_plan(state.evolve(profile=other), other, today)


def is_whole(plan: Plan, item: str) -> bool:
    return item not in {one.item for one in plan.left_out}


def open_left_out(state: State) -> set[str]:
    _, plan = known(state)
    return {
        one.item
        for one in plan.left_out
        for item in [state.item(one.item)]
        if item and one.item not in state.skipped and item_done(state, item) is not Done.DONE
    }


@settings(max_examples=8, deadline=None)
@given(profiles(), st.data())
def test_each_answer_holds_and_nothing_less_would_do(profile: Profile, data: st.DataObject) -> None:
    state = planned(profile)
    today = profile.start
    ways = ways_of(state, today)
    assert set(ways) == open_left_out(state)
    if not ways:
        return
    item = data.draw(st.sampled_from(sorted(ways)))
    way = ways[item]
    assert way.rule is Rule.BRINGS_BACK
    if way.of is not None:
        assert way.of == more_minutes(profile)[-1]
        assert not is_whole(tried(state, today, minutes=way.of), item)
        assert not is_whole(tried(state, today, weeks=way.week or 0), item)
        return
    if way.minutes is not None:
        assert way.minutes in more_minutes(profile)
        assert is_whole(tried(state, today, minutes=way.minutes), item)
        for less in range(0, way.minutes, more_minutes(profile).step):
            assert not is_whole(tried(state, today, minutes=less), item)
    if way.week is not None:
        assert 1 <= way.week <= MOST_WEEKS
        assert is_whole(tried(state, today, weeks=way.week), item)
        for fewer in range(way.week):
            assert not is_whole(tried(state, today, weeks=fewer), item)


def test_each_answer_is_the_first_that_holds() -> None:
    state = short_of_mocks()
    profile, _ = known(state)
    by_minutes = {one: tried(state, EARLIER, minutes=one) for one in more_minutes(profile)}
    by_weeks = {one: tried(state, EARLIER, weeks=one) for one in range(1, MOST_WEEKS + 1)}
    ways = back_among_mocks()
    assert len({way.minutes for way in ways.values()}) > 3
    for item, way in ways.items():
        minutes = next((one for one, plan in by_minutes.items() if is_whole(plan, item)), None)
        weeks = next((one for one, plan in by_weeks.items() if is_whole(plan, item)), None)
        none_holds = (minutes, weeks, way.about) == (None, None, "")
        assert way.minutes == minutes
        assert way.week == (MOST_WEEKS if none_holds else weeks)
        assert way.of == (more_minutes(profile)[-1] if none_holds else None)


@settings(max_examples=6, deadline=None)
@given(half_way())
def test_half_way_only_what_is_still_open_has_an_answer(known_and_day: tuple[State, date]) -> None:
    state, today = known_and_day
    assert set(ways_of(state, today)) == open_left_out(state)


def tight_with_replacements() -> State:
    """Eighteen hours a week for ten weeks, where some of the left out matter as little as some
    that are kept."""
    minutes = (0, 180, 0, 180, 0, 480, 240)
    return planned(evenings(Level.L6, 10, minutes=minutes))


@cache
def short_of_mocks() -> State:
    """Ten hours a week for ten weeks at L7, where the mock block is full."""
    return planned(evenings(Level.L7, 10))


@cache
def back_among_mocks() -> Mapping[str, Reason]:
    return ways_of(short_of_mocks(), EARLIER)


@pytest.mark.parametrize("make", [tight_with_replacements, short_of_mocks])
def test_the_item_that_could_go_instead_can_be_skipped_for_it(make: object) -> None:
    assert callable(make)
    state = make()
    found = {item: way.about for item, way in ways_of(state, EARLIER).items() if way.about}
    assert found
    profile, plan = known(state)
    for item, other in found.items():
        assert other in plan.by_item
        after = apply(state, SkipItem(item=other, reason="for another one"))
        assert is_whole(make_plan(after, profile, EARLIER), item)


@settings(max_examples=20, deadline=None)
@given(half_way())
def test_what_could_be_replaced_costs_no_coverage(known_and_day: tuple[State, date]) -> None:
    state, _ = known_and_day
    profile, plan = known(state)
    level = profile.level
    items = {item.id: item for item in state.items_for(profile)}
    kept = [
        one
        for one in items.values()
        if one.id not in state.skipped
        and (one.id in plan.by_item or item_done(state, one) is Done.DONE)
    ]
    for left in plan.left_out:
        for name in could_replace(state, profile, plan, left.item):
            item, other = items[left.item], items[name]
            assert other.at[level].priority.rank >= item.at[level].priority.rank
            assert sum(one.minutes for one in plan.by_item[name]) >= left.minutes
            assert item_done(state, other) is Done.OPEN
            assert other.subject is not Subject.ORIENTATION
            assert all(name not in one.requires for one in (*kept, item))
            rest = (item, *(one for one in kept if one is not other))
            covered = {mark for one in rest for mark in marks(one, level)}
            assert covered.issuperset(marks(other, level))


def test_what_is_shortened_or_waits_for_another_replaces_nothing() -> None:
    state = planned(evenings(Level.L6, 8))
    profile, plan = known(state)
    out = {one.item for one in plan.left_out if one.item not in plan.by_item}
    assert out
    for left in plan.left_out:
        item = state.item(left.item)
        assert item is not None
        if left.item in plan.by_item or out.intersection(item.requires):
            assert could_replace(state, profile, plan, left.item) == ()
    assert could_replace(state, profile, plan, "no.such.item") == ()


def test_what_is_pinned_stays() -> None:
    state = short_of_mocks()
    profile, plan = known(state)
    (item, other) = next((k, way.about) for k, way in back_among_mocks().items() if way.about)
    pinned = plan.evolve(
        sessions=tuple(one.evolve(pinned=one.item == other) for one in plan.sessions)
    )
    assert other in could_replace(state, profile, plan, item)
    assert other not in could_replace(state, profile, pinned, item)


def replaceable() -> tuple[State, str, str]:
    """A state, an item that is left out, and one that could go instead."""
    state = short_of_mocks()
    item, way = next((name, way) for name, way in back_among_mocks().items() if way.about)
    return state, item, way.about


def test_what_is_begun_stays() -> None:
    state, item, other = replaceable()
    profile, plan = known(state)
    begun = apply(state, Tick(target=plan.by_item[other][0].code, on=MONDAY))
    assert other not in could_replace(begun, profile, plan, item)


def test_what_something_kept_requires_stays() -> None:
    state, item, other = replaceable()
    profile, plan = known(state)
    found = state.item(other)
    assert found is not None
    mocks = [one.id for one in state.items() if one.subject is Subject.MOCK]
    kept = next(one for one in mocks if one in plan.by_item and one not in {other, *found.requires})
    items = tuple(
        one.evolve(requires=(*one.requires, other)) if one.id == kept else one
        for one in state.curriculum.items
    )
    other_guide = state.evolve(curriculum=state.curriculum.evolve(items=items))
    assert other not in could_replace(other_guide, profile, plan, item)


def test_where_nothing_is_left_out_no_plan_is_made() -> None:
    state = planned(evenings(Level.L6, 30, Rating.STRONG))
    profile, plan = known(state)
    assert plan.fits
    assert list(search(state, profile, plan, MONDAY)) == [Back({}, None)]


def test_one_item_alone_gets_the_same_answer() -> None:
    state = short_of_mocks()
    profile, plan = known(state)
    ways = back_among_mocks()
    item = next(one for one, way in ways.items() if way.minutes)
    assert bring_back(state, profile, plan, EARLIER, only=item) == {item: ways[item]}
    alone = sum(1 for _ in search(state, profile, plan, MONDAY, only=item))
    assert alone < sum(1 for _ in search(state, profile, plan, MONDAY))


@given(profiles())
def test_more_hours_are_tried_in_a_few_steps(profile: Profile) -> None:
    tried = more_minutes(profile)
    assert tried[0] == 0
    assert len(tried) <= MOST_STEPS + 1
    assert tried.step % STEP_MINUTES == 0
    longest = profile.week_minutes + tried[-1]
    assert longest <= max(2 * profile.week_minutes, 600)
    assert changed(profile, longest, None).week_minutes // 5 == longest // 5


def test_the_hours_for_everything_are_the_fewest_that_leave_nothing_out() -> None:
    state = planned(evenings(Level.L6, 17, minutes=(0, 120, 0, 120, 0, 360, 300)))
    profile, plan = known(state)
    assert not plan.fits
    *_, found = search(state, profile, plan, MONDAY)
    assert found.minutes
    assert tried(state, MONDAY, minutes=found.minutes).fits
    assert not tried(state, MONDAY, minutes=found.minutes - more_minutes(profile).step).fits
    assert all((way.minutes or 0) <= found.minutes for way in found.ways.values())


def test_where_no_week_is_long_enough_no_hours_are_named() -> None:
    state = planned(evenings(Level.L7, 4, minutes=(0, 60, 0, 60, 0, 90, 90)))
    *_, found = search(state, *known(state), MONDAY)
    assert found.minutes is None
    assert any(way.of for way in found.ways.values())


def test_what_a_new_plan_has_anyway_needs_nothing() -> None:
    few = (0, 60, 0, 60, 0, 60, 60)
    state = planned(evenings(Level.L6, 10, minutes=few))
    more = evenings(Level.L6, 10, Rating.STRONG, minutes=(120, 120, 120, 120, 120, 240, 240))
    state = apply(state, ChangeProfile(profile=more))
    ways = ways_of(state, MONDAY)
    assert ways
    new = make_plan(state, more, MONDAY)
    for item, way in ways.items():
        assert (way.minutes == 0) is is_whole(new, item)
        assert way.week is None or way.minutes != 0


def test_what_is_done_or_skipped_needs_no_way_back() -> None:
    state = short_of_mocks()
    first, second, *rest = sorted(open_left_out(state))
    item = state.item(first)
    assert item is not None
    for target in [unit.id for unit in item.units] or [first]:
        state = apply(state, Tick(target=target, on=MONDAY))
    state = apply(state, SkipItem(item=second, reason="no"))
    assert set(ways_of(state, MONDAY)) == set(rest)


def test_full_days_cannot_be_longer_and_a_plan_ends_before_the_last_day() -> None:
    full = (StudyDay(minutes=MOST_DAY_MINUTES, start=evenings(Level.L6, 2).week[0].start),)
    rest = tuple(StudyDay() for _ in range(6))
    loop = LATEST - timedelta(days=10)
    profile = Profile(
        level=Level.L7, start=loop - timedelta(days=14), loop=loop, week=(*full, *rest)
    )
    state = planned(profile)
    ways = bring_back(state, *known(state), profile.start)
    assert ways
    assert all(way.minutes in {None, 0} for way in ways.values())
    assert any((way.of, way.week) == (0, 1) for way in ways.values())


def test_a_proposed_loop_day_is_where_the_weeks_are_counted_from() -> None:
    profile = evenings(Level.L7, 10, minutes=(0, 45, 0, 45, 0, 90, 60)).evolve(loop=None)
    state = planned(profile)
    _, plan = known(state)
    assert plan.loop_proposed
    ways = ways_of(state, MONDAY)
    item, way = next((one, way) for one, way in ways.items() if way.week and way.of is None)
    assert way.week is not None
    assert is_whole(tried(state, MONDAY, weeks=way.week), item)


def test_a_plan_older_than_its_profile_has_answers_too() -> None:
    state = planned(evenings(Level.L6, 6).evolve(loop=None))
    profile, plan = known(state)
    late = profile.evolve(start=plan.loop + timedelta(days=30))
    assert set(ways_of(state.evolve(profile=late), late.start)) == open_left_out(state)


def test_a_plan_that_knows_says_it_of_each_item() -> None:
    state = short_of_mocks()
    _, plan = known(state)
    ways = back_among_mocks()
    told = with_ways(plan, ways)
    assert {one.item: one.back for one in told.left_out if one.back} == ways
    assert with_ways(plan, {}) is plan
