"""Planning again: what stays, and three ways to catch up with their prices."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.core.apply import apply
from planner.core.commands import (
    AcceptPlan,
    AddItem,
    ChangeProfile,
    MoveSession,
    SkipItem,
    Tick,
)
from planner.core.plan import WORK, Plan, Reason, Rule, Session, because
from planner.core.planning import compare, make_plan
from planner.core.planning.deadlines import Deadlines
from planner.core.planning.repair.bounds import latest, may_stand
from planner.core.planning.repair.slipping import (
    last_week,
    slipped,
    slipped_twice,
    wants_recovery,
)
from planner.core.planning.repair.staying import fixed_sessions
from planner.core.planning.repair.timetable import Timetable
from planner.core.planning.replan import Kind, Option, options
from planner.core.profile import Profile, StudyDay
from planner.core.state import State
from planner.core.values import Level, Phase, Priority, Rating, SessionKind, Subject
from tests.core.planning.situations import MONDAY, curriculum, evenings, fresh, half_way, profiles
from tests.core.planning.soundness import faults

few = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])


def accepted(profile: Profile) -> State:
    state = apply(fresh(profile), ChangeProfile(profile=profile))
    return apply(state, AcceptPlan(plan=make_plan(state, profile, profile.start)))


def rated(profile: Profile, rating: Rating) -> Profile:
    return profile.evolve(ratings=dict.fromkeys(profile.ratings, rating))


def plan_of(state: State) -> Plan:
    assert state.plan is not None
    return state.plan


def profile_of(state: State) -> Profile:
    assert state.profile is not None
    return state.profile


def up_to(state: State, today: date, *missed: str) -> State:
    """Everything before a day is done but some sessions."""
    for one in plan_of(state).sessions:
        if one.date < today and one.code not in missed:
            state = apply(state, Tick(target=one.code, on=one.date))
    return state


def ways(state: State, today: date) -> dict[Kind, Option]:
    return {one.kind: one for one in options(state, profile_of(state), today)}


def staying(state: State, profile: Profile, today: date) -> set[str]:
    return {one.code for one in fixed_sessions(state, profile, today, plan_of(state).loop)}


def studies(state: State, week: int) -> list[Session]:
    plan = plan_of(state)
    return [
        one
        for one in plan.sessions_of(plan.weeks[week - 1])
        if one.kind is SessionKind.STUDY and not one.item.startswith("next.")
    ]


# what stays


@given(profiles(), st.integers(0, 400))
@few
def test_where_nothing_slipped_the_plan_made_again_is_the_same(profile: Profile, days: int) -> None:
    state = accepted(profile)
    loop = plan_of(state).loop
    today = min(profile.start + timedelta(days=days), loop - timedelta(days=1))
    state = up_to(state, today)
    assert make_plan(state, profile, today) is state.plan
    assert [one.kind for one in options(state, profile, today)] == [Kind.AFRESH]


def test_a_proposed_loop_stays_proposed() -> None:
    state = accepted(evenings(Level.L6, 10, Rating.STRONG).evolve(loop=None))
    today = MONDAY + timedelta(days=10)
    assert make_plan(up_to(state, today), profile_of(state), today) is state.plan


def test_a_replan_twice_changes_nothing_the_second_time() -> None:
    state = accepted(evenings(Level.L6, 12))
    today = MONDAY + timedelta(days=9)
    again = make_plan(state, profile_of(state), today)
    assert again != state.plan
    state = apply(state, AcceptPlan(plan=again))
    assert make_plan(state, profile_of(state), today) is state.plan


def test_what_is_new_skipped_or_takes_another_time_is_planned() -> None:
    state = accepted(evenings(Level.L6, 12))
    own = AddItem(id="own.a", title="Charter", subject=Subject.LEADERSHIP, minutes=120)
    for changed in (
        apply(state, own),
        apply(state, SkipItem(item=plan_of(state).sessions[-9].item)),
        state.evolve(profile=rated(profile_of(state), Rating.NEW)),
    ):
        assert make_plan(changed, profile_of(changed), MONDAY) is not state.plan


def test_what_is_left_out_but_done_since_is_no_longer_named() -> None:
    state = accepted(evenings(Level.L6, 12))
    gone = next(
        one.item for one in plan_of(state).left_out if one.item not in plan_of(state).by_item
    )
    state = apply(state, Tick(target=gone, on=MONDAY))
    again = make_plan(state, profile_of(state), MONDAY)
    assert again.sessions == plan_of(state).sessions
    assert gone not in {one.item for one in again.left_out}


def test_a_chapter_that_is_ticked_on_its_own_calls_for_no_other_plan() -> None:
    state = accepted(evenings(Level.L6, 12))
    today = MONDAY + timedelta(days=7)
    one = next(s for s in studies(state, 4) if len(s.units) > 1)
    for unit in (one.units[0], one.units[-1]):
        ticked = apply(up_to(state, today), Tick(target=unit, on=today))
        assert one.code not in ticked.ticks
        assert make_plan(ticked, profile_of(ticked), today) is ticked.plan


def test_a_way_that_was_taken_leaves_nothing_to_change_also_with_a_chapter_ticked() -> None:
    state = accepted(evenings(Level.L6, 12))
    today = MONDAY + timedelta(days=7)
    one = next(s for s in studies(state, 4) if len(s.units) > 1)
    state = up_to(state, today, studies(state, 1)[0].code)
    state = apply(state, Tick(target=one.units[0], on=today))
    spread = ways(state, today)[Kind.SPREAD]
    for command in spread.commands(state):
        state = apply(state, command)
    assert one.code in plan_of(state).by_code
    assert ways(state, today).keys() == {Kind.AFRESH}
    assert ways(state, today)[Kind.AFRESH].difference.is_empty


def test_what_was_missed_of_something_skipped_is_no_longer_there() -> None:
    state = accepted(evenings(Level.L6, 12))
    today = MONDAY + timedelta(weeks=11)
    later = {one.item for one in plan_of(state).sessions if one.date >= today}
    missed = next(one for one in plan_of(state).sessions if one.item not in later)
    state = up_to(state, today, missed.code)
    state = apply(state, SkipItem(item=missed.item, reason="known"))
    again = make_plan(state, profile_of(state), today)
    assert [one for one in plan_of(state).sessions if one not in again.sessions] == [missed]


def test_of_this_week_the_review_of_a_first_pass_stays() -> None:
    state = accepted(evenings(Level.L6, 12))
    again = {one.item for one in plan_of(state).sessions if any(_is_second(why) for why in one.why)}
    review = next(
        one
        for one in plan_of(state).sessions
        if one.kind is SessionKind.REVIEW and one.item in again
    )
    monday = review.date - timedelta(days=review.date.weekday())
    state = up_to(state, monday)
    assert review.code in staying(state, profile_of(state), monday)


def _is_second(why: Reason) -> bool:
    return why.rule is Rule.DEEPER


def test_other_hours_leave_the_rest_of_this_week_as_it_is() -> None:
    state = accepted(evenings(Level.L6, 12))
    today = MONDAY + timedelta(days=15)  # the Tuesday of week 3
    state = up_to(state, today)
    more = evenings(Level.L6, 12, minutes=(0, 90, 60, 90, 60, 240, 180))
    again = make_plan(state.evolve(profile=more), more, today)
    sunday = today + timedelta(days=5)
    this_week = [one for one in plan_of(state).sessions if today <= one.date <= sunday]
    assert this_week
    for one in this_week:
        there = again.by_code[one.code]
        assert (there.date, there.start) == (one.date, one.start)
    assert again.sessions != plan_of(state).sessions


def test_a_day_that_is_off_now_gives_up_what_stood_on_it() -> None:
    state = accepted(evenings(Level.L6, 12))
    today = MONDAY + timedelta(days=14)
    state = up_to(state, today)
    saturday = today + timedelta(days=5)
    off = profile_of(state).evolve(days_off={saturday: ""})
    kept = staying(state, off, today)
    there = [one for one in plan_of(state).sessions if one.date == saturday]
    assert there
    assert not any(one.code in kept for one in there)
    again = make_plan(state.evolve(profile=off), off, today)
    assert not any(one.date == saturday for one in again.sessions)


def test_of_this_week_nothing_stays_that_waits_for_what_slipped() -> None:
    state = accepted(evenings(Level.L6, 12))
    today = MONDAY + timedelta(days=7)
    late = next(one for one in studies(state, 1) if one.units)
    state = up_to(state, today, late.code)
    kept = staying(state, profile_of(state), today)
    later = [one for one in studies(state, 2) if one.item == late.item and one.units]
    assert later
    assert not kept.intersection(one.code for one in later)


def test_a_tick_moves_nothing() -> None:
    state = accepted(evenings(Level.L6, 12))
    for one in plan_of(state).sessions[::7]:
        assert apply(state, Tick(target=one.code, on=MONDAY)).plan is state.plan


# ways to catch up


@given(half_way())
@few
def test_every_way_keeps_the_rules(situation: tuple[State, date]) -> None:
    state, today = situation
    found = {kind: faults(state, today, one) for kind, one in ways(state, today).items()}
    assert Kind.AFRESH in found
    assert {kind: told for kind, told in found.items() if told} == {}


@given(half_way())
@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow])
def test_the_same_situation_offers_the_same_ways(situation: tuple[State, date]) -> None:
    state, today = situation
    assert options(state, profile_of(state), today) == options(state, profile_of(state), today)


def one_missed() -> tuple[State, date, Session]:
    """A skill that nothing waits for at once was missed in week 3."""
    state = accepted(evenings(Level.L6, 16))
    late = next(one for one in studies(state, 3) if one.item == "l6.cloud.aws")
    today = MONDAY + timedelta(days=21)
    return up_to(state, today, late.code), today, late


def test_to_spread_costs_minutes_of_the_weeks_ahead() -> None:
    state, today, late = one_missed()
    one = ways(state, today)[Kind.SPREAD]
    assert one.price.more == late.minutes
    assert (one.price.weeks, one.price.left_out, one.price.later) == (1, 0, 0)
    until_eve = range((plan_of(state).loop - today).days - 1)
    days = [today + timedelta(days=count) for count in until_eve]
    free = sum(profile_of(state).week[day.weekday()].minutes for day in days)
    ahead = sum(s.minutes for s in one.plan.sessions if s.date >= today)
    assert one.price.buffer == free - ahead
    assert one.plan.by_code[late.code].why[0] == because(Rule.SLIPPED, week=3)


def test_to_trim_names_what_is_left_out_and_stays_within_the_budgets() -> None:
    state, today, late = one_missed()
    one = ways(state, today)[Kind.TRIM]
    assert one.price.left_out_minutes == late.minutes
    less = {left.item: left for left in one.plan.left_out}
    old = {left.item: left for left in plan_of(state).left_out}
    changed = [name for name, left in less.items() if left != old.get(name)]
    assert len(changed) == one.price.left_out == 1
    for week in one.plan.weeks:
        assert one.plan.planned_minutes(week) <= week.budget_minutes


def test_to_trim_takes_the_least_important_first() -> None:
    state = accepted(evenings(Level.L6, 16, Rating.STRONG))
    late = next(one for one in studies(state, 3) if one.item == "read.managers-path")
    assert _priority(state, late) is Priority.CORE
    today = MONDAY + timedelta(days=21)
    state = up_to(state, today, *(one.code for one in studies(state, 3) if one.item == late.item))
    one = ways(state, today)[Kind.TRIM]
    assert one.price.priority in {None, Priority.OPTIONAL}
    assert late.code in one.plan.by_code


def _priority(state: State, one: Session) -> Priority:
    return curriculum().by_id[one.item].at[profile_of(state).level].priority


def test_a_later_loop_moves_the_mock_block_and_nothing_before_it() -> None:
    state, today, late = one_missed()
    one = ways(state, today)[Kind.EXTEND]
    assert one.price.later == 1
    assert one.profile.loop == plan_of(state).loop + timedelta(weeks=1)
    assert one.plan.shortfall_minutes <= plan_of(state).shortfall_minutes
    block = [week for week in plan_of(state).weeks if week.phase in {Phase.MOCK, Phase.TAPER}]
    assert [week.phase for week in one.plan.weeks[-len(block) :]] == [week.phase for week in block]
    opens = block[0].monday
    for old in plan_of(state).sessions:
        new = one.plan.by_code.get(old.code)
        if old.date >= opens and new is not None and old.item != late.item:
            assert new.date == old.date + timedelta(weeks=1)
    moved = [(old, new) for old, new in one.difference.moved if old.date < opens]
    assert {old.item for old, _ in moved} <= {late.item, *(new.item for _, new in moved)}
    assert len(moved) <= 5  # of some sixty
    assert one.plan.weeks[len(one.plan.weeks) - len(block) - 1].phase is Phase.BUILD


def test_a_later_loop_is_taken_as_one_gesture() -> None:
    state, today, _ = one_missed()
    one = ways(state, today)[Kind.EXTEND]
    change, accept = one.commands(state)
    after = apply(apply(state, change), accept)
    assert (after.profile, after.plan) == (one.profile, one.plan)
    assert make_plan(after, one.profile, today) is after.plan
    assert len(ways(state, today)[Kind.SPREAD].commands(state)) == 1


def test_a_later_loop_keeps_the_fifth_free_where_mocks_come_upon_days_off() -> None:
    """The last week is moved into one with less room; each day of it still has enough."""
    off = {MONDAY + timedelta(weeks=16, days=day): "" for day in (3, 5)}
    state = accepted(evenings(Level.L6, 16).evolve(days_off=off))
    today = MONDAY + timedelta(days=21)
    state = up_to(state, today, studies(state, 3)[0].code)
    one = ways(state, today)[Kind.EXTEND]
    weeks = [week for week in one.plan.weeks if week.phase in {Phase.MOCK, Phase.TAPER}]
    assert sum(week.budget_minutes for week in weeks) > 0
    for week in weeks:
        assert one.plan.planned_minutes(week) <= week.budget_minutes


def test_a_plan_without_a_day_for_study_has_days_with_a_later_loop() -> None:
    state = accepted(evenings(Level.L6, 1).evolve(loop=MONDAY + timedelta(days=1)))
    own = AddItem(id="own.a", title="Charter", subject=Subject.LEADERSHIP, minutes=120)
    state = apply(state, own)
    assert plan_of(state).sessions == ()
    assert ways(state, MONDAY)[Kind.EXTEND].plan.sessions


def test_where_no_loop_is_booked_the_proposal_moves() -> None:
    state = accepted(evenings(Level.L6, 10, Rating.STRONG).evolve(loop=None))
    late = studies(state, 2)[0]
    today = MONDAY + timedelta(days=14)
    one = ways(up_to(state, today, late.code), today)[Kind.EXTEND]
    assert one.profile.loop is None
    assert one.plan.loop_proposed
    assert one.plan.loop == plan_of(state).loop + timedelta(weeks=1)


def test_a_missed_weekly_review_is_gone() -> None:
    state = accepted(evenings(Level.L6, 12))
    today = MONDAY + timedelta(days=7)
    (weekly,) = [
        one
        for one in plan_of(state).sessions_of(plan_of(state).weeks[0])
        if one.kind is SessionKind.WEEKLY_REVIEW
    ]
    one = ways(up_to(state, today, weekly.code), today)[Kind.SPREAD]
    assert [gone.code for gone in one.difference.removed] == [weekly.code]
    assert not one.difference.moved


def test_an_item_of_ones_own_comes_in_with_what_slipped() -> None:
    state, today, _ = one_missed()
    own = AddItem(id="own.a", title="Charter", subject=Subject.LEADERSHIP, minutes=120)
    one = ways(apply(state, own), today)[Kind.SPREAD]
    assert sum(s.minutes for s in one.plan.by_item["own.a"]) == 120
    assert len(one.difference.moved) <= 8


def test_what_waits_for_it_moves_on_where_nothing_is_free_before() -> None:
    """The principles are read before the stories begin."""
    state = accepted(evenings(Level.L6, 16))
    late = next(one for one in studies(state, 3) if one.item == "read.leadership-principles")
    today = MONDAY + timedelta(days=21)
    state = up_to(state, today, late.code)
    one = ways(state, today)[Kind.SPREAD]
    assert one.price.left_out == 0
    assert "practice.stories" in {old.item for old, _ in one.difference.moved}
    last = [s for s in one.plan.by_item[late.item] if s.units][-1]
    (first, *_) = one.plan.by_item["practice.stories"]
    assert (last.date, last.start) < (first.date, first.start)


def test_a_missed_review_waits_for_this_week_and_the_next_and_keeps_out_of_the_taper() -> None:
    state = accepted(evenings(Level.L6, 16))
    plan = plan_of(state)
    late = next(one for one in plan.sessions if one.kind is SessionKind.REVIEW)
    today = late.date + timedelta(days=1)
    table = Timetable(state, profile_of(state), plan, today, frozenset(), Deadlines(), spares=False)
    assert latest(table, late) == today + timedelta(days=13)
    assert may_stand(table, late, today)
    assert not may_stand(table, late, plan.weeks[-1].monday)


def test_chapters_of_a_book_keep_their_order() -> None:
    state = accepted(evenings(Level.L6, 16))
    late = [one for one in studies(state, 2) if one.item.startswith("read.")][-1]
    today = MONDAY + timedelta(days=14)
    state = up_to(state, today, late.code)
    one = ways(state, today)[Kind.SPREAD]
    assert one.plan.by_code[late.code].date >= today
    for name, sessions in one.plan.by_item.items():
        item = curriculum().by_id.get(name)
        if item is None or item.subject is not Subject.READING:
            continue
        places = {unit.id: place for place, unit in enumerate(item.units)}
        firsts = [places[s.units[0]] for s in sessions if s.units and s.code not in state.ticks]
        assert firsts == sorted(firsts)


# pins


def test_what_was_put_on_a_day_stays_there_in_every_way() -> None:
    state, today, _ = one_missed()
    pinned = studies(state, 6)[0]
    there = today + timedelta(days=27)  # a Sunday with room
    state = apply(state, MoveSession(code=pinned.code, to=there))
    for one in options(state, profile_of(state), today):
        assert one.plan.by_code[pinned.code].date == there, one.kind
        assert not one.unpinned


def test_what_cannot_stay_where_it_was_put_is_named() -> None:
    state, today, _ = one_missed()
    pinned = studies(state, 6)[0]
    there = today + timedelta(days=27)
    state = apply(state, MoveSession(code=pinned.code, to=there))
    off = profile_of(state).evolve(days_off={there: ""})
    for one in options(state.evolve(profile=off), off, today):
        assert [gone.code for gone in one.unpinned] == [pinned.code], one.kind
        assert not any(s.date == there for s in one.plan.sessions)
        again = one.plan.by_code.get(pinned.code)
        assert again is None or not again.pinned


# what to think of first


def test_what_slipped_before_is_known_to_have_slipped_twice() -> None:
    state, today, late = one_missed()
    assert not slipped_twice(slipped(state, today))
    state = apply(state, AcceptPlan(plan=ways(state, today)[Kind.SPREAD].plan))
    there = plan_of(state).by_code[late.code].date
    after = there + timedelta(days=1)
    state = up_to(state, after, late.code)
    assert [one.code for one in slipped_twice(slipped(state, after))] == [late.code]


def test_after_a_week_of_which_little_was_done_a_lighter_one_is_offered() -> None:
    state = accepted(evenings(Level.L6, 12))
    today = MONDAY + timedelta(days=9)
    week = plan_of(state).sessions_of(plan_of(state).weeks[0])
    assert last_week(state, MONDAY) is None
    assert last_week(state, today) == (0, sum(one.minutes for one in week))
    assert wants_recovery(state, today)
    assert not wants_recovery(up_to(state, today), today)


def test_difference_tells_another_day_from_another_time() -> None:
    plan = plan_of(accepted(evenings(Level.L6, 12)))
    one, two, *rest = plan.sessions
    later = one.evolve(start=StudyDay().start)
    moved = two.evolve(date=two.date + timedelta(days=1))
    found = compare(plan, plan.evolve(sessions=(later, moved, *rest[1:])))
    assert found.shifted == ((one, later),)
    assert found.moved == ((two, moved),)
    assert found.removed == (rest[0],)
    assert (len(found.stayed), found.added) == (len(rest) - 1, ())
    assert {SessionKind.STUDY} <= WORK
