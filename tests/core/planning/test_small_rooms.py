"""Examples that the properties found: small weeks, and mocks that there is no room for."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from planner.core.apply import apply
from planner.core.commands import AcceptPlan, Tick
from planner.core.curriculum import AtLevel, Curriculum, Hours, Item, Unit
from planner.core.entry import spread_hours
from planner.core.plan import BASELINE, WORK, Plan
from planner.core.planning import make_plan
from planner.core.planning.attempt import attempt, value, what_to_keep
from planner.core.planning.calendar import STUDYING
from planner.core.planning.coverage import Coverage
from planner.core.planning.lanes import Lanes
from planner.core.planning.later import Later
from planner.core.planning.order import order_of
from planner.core.planning.situation import situation
from planner.core.planning.tries import best_try
from planner.core.planning.work import LONG, demand
from planner.core.profile import Profile, StudyDay
from planner.core.state import State
from planner.core.values import Level, Priority, Rating, Subject
from tests.core.planning.situations import MONDAY, curriculum, fresh
from tests.support import study


def item(
    name: str,
    minutes: tuple[int, int, int],
    *,
    subject: Subject = Subject.TECHNICAL,
    priority: Priority = Priority.IMPORTANT,
    requires: tuple[str, ...] = (),
    units: int = 0,
) -> Item:
    new, working, strong = (one / 60 for one in minutes)
    hours = Hours(new=new, working=working, strong=strong)
    return study.item(name, subject=subject).evolve(
        requires=requires,
        units=tuple(Unit(id=f"{name}/{n}", label="-") for n in range(units)),
        at={Level.L6: AtLevel(hours=hours, priority=priority)},
    )


def planned(items: Sequence[Item], week: tuple[int, ...], days: int) -> Plan:
    state, profile = candidate(items, week, days)
    return make_plan(state, profile, study.START)


def candidate(items: Sequence[Item], week: tuple[int, ...], days: int) -> tuple[State, Profile]:
    guide = study.CURRICULUM
    profile = Profile(
        level=Level.L6,
        start=study.START,
        loop=study.START + timedelta(days=days),
        week=tuple(StudyDay(minutes=one) for one in week),
    )
    curriculum = Curriculum(
        version=1,
        guide=guide.guide,
        groups=guide.groups,
        items=tuple(items),
        criteria=(),
        failures=(),
        rounds=(),
        principles=(),
    )
    return State(curriculum=curriculum, profile=profile), profile


def minutes_of(plan: Plan) -> Counter[str]:
    found = Counter[str]()
    for one in plan.sessions:
        if one.kind in WORK:
            found[one.item] += one.minutes
    return found


def rated(level: str, rating: str, weeks: int, hours: int) -> Profile:
    groups = [group.id for group in curriculum().groups_at(Level(level))]
    return Profile(
        level=Level(level),
        start=MONDAY,
        loop=MONDAY + timedelta(weeks=weeks),
        week=spread_hours(60 * hours),
        ratings=dict.fromkeys(groups, Rating(rating)),
    )


def test_what_is_chosen_for_a_small_room_does_not_grow_beyond_itself() -> None:
    book = item("book", (60, 30, 15), subject=Subject.READING, units=2)
    long = item("long", (480, 285, 150), priority=Priority.CORE)
    plan = planned((book, long), (0, 0, 0, 0, 0, 30, 15), 21)
    assert minutes_of(plan)["book"] == 30


def test_a_first_measure_is_shorter_in_weeks_that_have_no_room_for_a_whole_one() -> None:
    plan = planned((item("skill", (120, 60, 30)),), (0, 0, 0, 0, 0, 0, 45), 28)
    assert minutes_of(plan)[BASELINE] == 35  # four fifths of 45


def test_a_first_measure_that_has_no_place_takes_no_room() -> None:
    plan = planned((item("skill", (60, 30, 20)),), (0, 0, 60, 0, 0, 0, 0), 4)
    assert minutes_of(plan) == {"skill": 20}


def test_the_last_days_are_too_late_for_a_first_measure() -> None:
    plan = planned((item("skill", (60, 30, 20)),), (120, 0, 0, 0, 0, 0, 0), 2)
    assert minutes_of(plan) == {"skill": 30}


def test_nothing_is_kept_that_requires_a_mock_for_which_there_is_no_room() -> None:
    mock = item("mock.long", (240, 240, 240), subject=Subject.MOCK)
    lesson = item("lesson", (60, 30, 20), requires=("mock.long",))
    later = item("later", (60, 30, 20), requires=("lesson",))
    other = item("other", (60, 30, 20))
    plan = planned((mock, lesson, later, other), (0, 60, 0, 60, 0, 0, 0), 28)
    assert {"mock.long", "lesson", "later"} <= {one.item for one in plan.left_out}
    assert minutes_of(plan).keys() == {BASELINE, "other"}


def test_what_could_not_begin_any_more_begins_with_the_little_room_there_is() -> None:
    items = (item("skill", (60, 60, 20)),)
    state, monday = candidate(items, (240, 240, 0, 0, 30, 0, 0), 13)
    profile = monday.evolve(start=study.START + timedelta(days=2))
    plan = make_plan(state.evolve(profile=profile), profile, profile.start)
    assert [one.minutes for one in plan.by_item["skill"]] == [20, 20]


def test_debriefs_of_rounds_that_are_over_come_before_the_rounds_that_are_not() -> None:
    units = [
        Unit(id=f"mock/{name}", label="-", weight=30, scored=name.startswith("run"))
        for name in ("run-1", "debrief-1", "run-2", "debrief-2")
    ]
    mock = item("mock", (120, 120, 120), subject=Subject.MOCK).evolve(units=tuple(units))
    state, profile = candidate((mock,), (0, 0, 60, 0, 0, 60, 0), 42)
    state = apply(state, AcceptPlan(plan=make_plan(state, profile, study.START)))
    state = apply(state, Tick(target="mock/run-2", on=study.START))
    first = make_plan(state, profile, study.START).by_item["mock"][0]
    plan = make_plan(state, profile, first.date + timedelta(days=1))
    open_ones = [one for one in plan.by_item["mock"] if one.code not in state.ticks]
    order = [unit for one in open_ones for unit in one.units]
    assert order == ["mock/debrief-2", "mock/run-1", "mock/debrief-1"]


@pytest.mark.parametrize(
    ("level", "rating", "weeks", "hours"),
    [("L6", "new", 20, 9), ("L6", "working", 11, 7), ("L7", "new", 16, 8), ("L7", "new", 20, 7)],
)
def test_no_minute_of_a_week_is_lost_while_something_is_shortened(
    level: str, rating: str, weeks: int, hours: int
) -> None:
    profile = rated(level, rating, weeks, hours)
    state = fresh(profile)
    plan = make_plan(state, profile, MONDAY)
    used = {week.number: 0 for week in plan.weeks}
    for one in plan.sessions:
        used[plan.week_number(one.date)] += one.minutes if one.kind in WORK else 0
    assert not plan.fits
    assert used == situation(state, profile, plan.loop, MONDAY).rooms.study


def test_a_chapter_that_fits_no_week_any_more_is_parted() -> None:
    profile = rated("L6", "strong", 5, 11).evolve(loop=date(2027, 1, 8))
    sessions = make_plan(fresh(profile), profile, profile.start).by_item["read.well-architected"]
    assert [one.minutes for one in sessions[-2:]] == [20, 35]
    assert set(sessions[-2].units) & set(sessions[-1].units)


def test_a_choice_that_finds_no_place_gives_way_to_another_one() -> None:
    profile = rated("L7", "working", 7, 3).evolve(start=date(2026, 12, 3), loop=date(2027, 1, 19))
    now = situation(fresh(profile), profile, date(2027, 1, 19), profile.start)
    first = attempt(now, what_to_keep(now, now.space).trimmed())
    best = best_try(now)
    assert first.missing
    assert value(now, best) > value(now, first)


def test_what_may_reach_into_the_mock_block_leaves_room_before_it_to_what_fills_both() -> None:
    profile = rated("L6", "new", 19, 6)
    now = situation(fresh(profile), profile, MONDAY + timedelta(weeks=19), MONDAY)
    kept = what_to_keep(now, now.space).trimmed()
    assert kept.last
    assert sum(kept.sizes.values()) > 0.99 * now.space.whole


@pytest.mark.parametrize(("week", "taken"), [(1, 10), (2, 15)])
def test_an_item_that_ends_in_its_first_week_does_not_become_long(week: int, taken: int) -> None:
    state, profile = candidate((item("skill", (480, 480, 300)),), (90,) * 7, 28)
    (whole,) = demand(state, profile)
    kept = whole.copy(LONG - 10)
    later = Later(Lanes([kept], order_of([kept]), Coverage([kept], Level.L6)))
    later.begin(1, kept, kept, whole)
    assert later.beyond(kept, 15, week, in_block=False) == taken


def test_what_is_required_does_not_become_longer_in_the_mock_block() -> None:
    items = (item("skill", (480, 360, 300)), item("other", (60, 60, 60), requires=("skill",)))
    state, profile = candidate(items, (90,) * 7, 28)
    whole, other = demand(state, profile)
    kept = whole.copy(300)
    later = Later(Lanes([kept, other], order_of([kept, other]), Coverage([kept], Level.L6)))
    later.begin(1, kept, kept, whole)
    assert later.beyond(kept, 15, 3, in_block=True) == 0
    assert later.beyond(kept, 15, 2, in_block=False) == 15


def test_the_next_steps_become_brief_where_something_would_be_left_with_nothing() -> None:
    profile = rated("L6", "working", 3, 5).evolve(start=date(2026, 12, 4), loop=date(2026, 12, 22))
    plan = make_plan(fresh(profile), profile, profile.start)
    roomy = rated("L6", "working", 6, 8)
    whole = make_plan(fresh(roomy), roomy, roomy.start)
    brief = minutes_of(plan)
    steps = {one.item for one in whole.sessions if one.item.startswith("next.")}
    assert all(20 <= brief[name] < minutes_of(whole)[name] for name in steps)
    assert any(one.item.startswith("l6.") for one in plan.sessions)


def test_the_first_measure_does_not_take_the_little_room_before_the_mock_block() -> None:
    profile = rated("L7", "working", 3, 3).evolve(start=date(2026, 12, 4), loop=date(2026, 12, 22))
    state = fresh(profile)
    now = situation(state, profile, date(2026, 12, 22), profile.start)
    plan = make_plan(state, profile, profile.start)
    (measure,) = plan.by_item[BASELINE]
    assert now.weeks[plan.week_number(measure.date) - 1].phase not in STUDYING


def test_what_shortening_left_over_goes_back_to_what_can_use_it() -> None:
    profile = rated("L6", "new", 5, 14)
    now = situation(fresh(profile), profile, MONDAY + timedelta(weeks=5), MONDAY)
    assert sum(what_to_keep(now, now.space).trimmed().sizes.values()) == now.space.whole
