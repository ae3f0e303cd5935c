"""What must hold of every plan, for curricula that nobody wrote as well."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import chain, pairwise
from typing import TypeVar

from hypothesis import HealthCheck, given, settings

from planner.core.free_time import windows
from planner.core.plan import BASELINE, WORK, Plan
from planner.core.planning import make_plan
from planner.core.planning.calendar import Stretch
from planner.core.planning.kept import marks
from planner.core.planning.repair.unchanged import standing
from planner.core.planning.situation import Situation, situation
from planner.core.profile import Profile
from planner.core.progress import Done, item_done
from planner.core.spans import Span
from planner.core.state import State
from planner.core.values import GRAIN, Phase, SessionKind, Subject
from tests.core.planning.curricula import LEVEL, any_day, candidates
from tests.core.planning.laid import (
    LANES,
    STUDYING,
    before_block,
    begin,
    end,
    is_open,
    is_second_pass,
    item_of,
    laid_anew,
    owed_debriefs,
    subject_of,
    weeks_that_lack_a_kind,
    work_laid,
)

any_case = settings(
    max_examples=30, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
Case = tuple[State, date]
K = TypeVar("K")
V = TypeVar("V")
READING = Subject.READING
LONG = 360
"""What takes longer has to wait for a second week, and keeps its lane meanwhile."""


def who(state: State) -> Profile:
    assert state.profile is not None
    return state.profile


def planned(case: Case) -> Plan:
    state, today = case
    return make_plan(state, who(state), today)


def stands(case: Case) -> bool:
    state, today = case
    return standing(state, who(state), today) is not None


def spans(week: Stretch) -> Iterator[Span]:
    return chain.from_iterable(day.windows for day in week.days)


def seen(case: Case, plan: Plan) -> Situation:
    """What planning began with."""
    state, today = case
    return situation(state, who(state), plan.loop, today)


@given(any_day())
@any_case
def test_no_new_session_stands_outside_the_free_time(case: Case) -> None:
    state, today = case
    plan = planned(case)
    for one in laid_anew(state, plan, case[1]):
        first, last = begin(one)[1], end(one)[1]
        free = windows(who(state), state.busy, one.date)
        assert any(left <= first and last <= right for left, right in free), one
        assert today <= one.date < plan.loop - timedelta(days=1)


@given(candidates())
@any_case
def test_no_two_sessions_overlap(state: State) -> None:
    for one, other in pairwise(planned((state, who(state).start)).sessions):
        assert end(one) <= begin(other)


@given(any_day())
@any_case
def test_no_week_is_filled_beyond_its_budget(case: Case) -> None:
    """What stays where it was counts, and nothing is added where that is too much.

    What was moved by hand into a plan that stands may take of the fifth.
    """
    state, _ = case
    plan = planned(case)
    new, moved = Counter[int](), Counter[int]()
    for one in laid_anew(state, plan, case[1]):
        new[plan.week_number(one.date)] += one.minutes
    for one in plan.sessions if stands(case) else ():
        moved[plan.week_number(one.date)] += one.minutes if one.pinned else 0
    for week in plan.weeks:
        held = plan.planned_minutes(week) - new[week.number] - moved[week.number]
        assert new[week.number] <= max(week.budget_minutes - held, 0)


@given(any_day())
@any_case
def test_a_fifth_stays_free_and_more_in_the_last_days(case: Case) -> None:
    state, _ = case
    profile, plan = who(state), planned(case)
    for week in plan.weeks:
        plannable = 0.0
        for day in (week.monday + timedelta(days=n) for n in range(7)):
            if profile.start <= day < plan.loop - timedelta(days=1):
                free = sum(last - first for first, last in windows(profile, state.busy, day))
                plannable += free * (0.4 if (plan.loop - day).days <= 7 else 0.8)
        assert week.budget_minutes <= plannable + 1e-6
        assert week.phase is not Phase.TAPER or week.budget_minutes <= 0.4 * week.capacity_minutes


@given(any_day())
@any_case
def test_what_is_required_ends_before_what_requires_it_begins(case: Case) -> None:
    """The debrief of a mock that is over waits for nothing."""
    state, _ = case
    plan = planned(case)
    anew = work_laid(state, plan, case[1])
    for name, sessions in anew.items():
        owed = owed_debriefs(state, plan, case[1], name)
        waiting = [one for one in sessions if not owed or not owed.issuperset(one.units)]
        for other in item_of(state, name).requires if waiting else ():
            item = state.item(other)
            if item in state.items() and item_done(state, item) is not Done.DONE:
                assert other in plan.by_item or other in state.skipped, f"{name} without {other}"
            if other in anew:
                assert end(anew[other][-1]) <= begin(waiting[0]), f"{name} before {other}"


@given(any_day())
@any_case
def test_every_open_minute_is_laid_or_named_once(case: Case) -> None:
    """A plan that stands names also what it shortened and is done since, at the pace of then."""
    state, _ = case
    plan = planned(case)
    now = seen(case, plan)
    assert len({one.item for one in plan.left_out}) == len(plan.left_out)
    old = state.plan.left_out if state.plan else ()
    found = Counter({one.item: one.minutes for one in plan.left_out if is_open(state, one.item)})
    assert all(is_open(state, one.item) or one in old for one in plan.left_out)
    found -= Counter({one.item: one.minutes for one in now.given_up})
    for name, sessions in work_laid(state, plan, case[1]).items():
        found[name] += sum(one.minutes for one in sessions)
    wanted = {work.id: work.minutes for work in (*now.studies, *now.mocks)}
    if stands(case):
        assert found.keys() >= wanted.keys() - {one.item for one in now.fixed}
    else:
        assert +found == wanted


@given(candidates())
@any_case
def test_nothing_is_uncovered_while_something_for_it_would_fit(state: State) -> None:
    """The room is that before the mock block, the work what needs no mock, in its least minutes.

    A room of many spans that are shorter than a session is none.

    Not promised where long items keep their lanes or rounds before the loop go first.
    """
    state = state.evolve(profile=who(state).evolve(gates={}))
    plan = planned((state, who(state).start))
    now = seen((state, who(state).start), plan)
    if any(work.minutes > LONG for work in now.studies):
        return
    laid = work_laid(state, plan)
    covered = {mark for name in laid for mark in marks(item_of(state, name), LEVEL)}
    used = Counter[int]()
    for one in plan.sessions:
        if one.kind in WORK:
            used[plan.week_number(one.date)] += one.minutes
    free = sum(
        max(min(now.rooms.study[week.number], usable) - used[week.number], 0)
        for week in now.weeks
        if week.phase in STUDYING
        for usable in (sum(last - first for first, last in spans(week) if last - first >= 20),)
    )
    for work in now.studies:
        if not covered.issuperset(marks(work.item, LEVEL)) and laid.keys() >= {*work.item.requires}:
            assert work.least > free, f"{work.id} would fit"


@given(any_day())
@any_case
def test_mocks_keep_clear_of_the_last_days_and_debriefs_follow_them(case: Case) -> None:
    """A debrief is no mock: it may come later where the day of its mock has no room for it.

    Debriefs that are owed for mocks that are over come before anything else of the item.
    """
    state, _ = case
    plan = planned(case)
    for one in laid_anew(state, plan, case[1]):
        if one.item == BASELINE:
            assert (plan.loop - one.date).days > 3
    for name, sessions in work_laid(state, plan, case[1]).items():
        if item_of(state, name).subject is not Subject.MOCK:
            continue
        debriefs = {unit.id for unit in item_of(state, name).units if not unit.scored}
        owed = owed_debriefs(state, plan, case[1], name)
        for one in sessions:
            if not debriefs.issuperset(one.units):
                assert (plan.loop - one.date).days > 3
        for one, other in pairwise(sessions):
            if other.units and owed.issuperset(other.units):
                assert owed.issuperset(one.units) or stands(case)
            elif debriefs.issuperset(other.units):
                assert not debriefs.issuperset(one.units)


def divides(minutes: int, block: int) -> bool:
    """Say whether some minutes can be cut into parts of at least twenty that fit a block."""
    return block >= 20 and (minutes < 20 or -(-minutes // block) * 20 <= minutes)


@given(any_day())
@any_case
def test_a_part_takes_twenty_to_ninety_minutes(case: Case) -> None:
    """Shorter is only what is all that is left of an item, and where no parts of twenty fit a day.

    So is a chapter between others that fill a block, since chapters stay whole, and the last of
    those that come back.
    """
    plan = planned(case)
    now = seen(case, plan)
    works = {work.id: work for work in (*now.studies, *now.mocks)}
    for name, sessions in work_laid(case[0], plan, case[1]).items() if not stands(case) else ():
        units = [unit for unit, _ in works[name].pieces]
        longest = max(left for _, left in works[name].pieces)
        for one in sessions:
            assert one.minutes <= 90
            between = len(units) > 1 and len(one.units) == 1 and longest + one.minutes > now.block
            parts = all(divides(minutes, now.block) for minutes in (longest, works[name].minutes))
            least = min(20, works[name].minutes) if parts else GRAIN
            is_short = (between or is_second_pass(one)) and subject_of(case[0], one) is READING
            assert one.minutes >= least or is_short, one


@given(candidates())
@any_case
def test_chapters_and_rounds_stay_whole_where_they_fit_a_block(state: State) -> None:
    """In a first pass; what is deepened later takes what time there is for each chapter."""
    case = (state, who(state).start)
    plan = planned(case)
    now = seen(case, plan)
    for work in (*now.studies, *now.mocks):
        if work.lane in {Subject.READING, Subject.MOCK}:
            sessions = work_laid(state, plan).get(work.id, [])
            stands = Counter(
                unit for one in sessions if not is_second_pass(one) for unit in one.units
            )
            for unit, left in work.pieces:
                assert stands[unit] <= 1 or left > now.block or not unit


@given(candidates())
@any_case
def test_each_lane_has_one_item_open_before_the_mock_block(state: State) -> None:
    """So one book is read at a time, and three items are open at most. Second passes aside."""
    plan = planned((state, who(state).start))
    for lane in LANES:
        names = [
            one.item
            for one in plan.sessions
            if one.kind is SessionKind.STUDY
            and subject_of(state, one) is lane
            and before_block(plan, one)
            and not is_second_pass(one)
        ]
        turns = 1 + sum(one != other for one, other in pairwise(names)) if names else 0
        assert turns == len(set(names))


@given(candidates())
@any_case
def test_a_full_week_holds_both_kinds_of_skill_while_there_is_something_of_both(
    state: State,
) -> None:
    assert weeks_that_lack_a_kind(state, planned((state, who(state).start))) == []


@given(any_day())
@any_case
def test_the_same_in_another_order_gives_the_same_plan(case: Case) -> None:
    """The order of the guide and of one's own items has a meaning, that of mappings has none."""
    state, today = case
    profile = who(state)
    turned = profile.evolve(
        ratings=_turned(profile.ratings),
        days_off=_turned(profile.days_off),
        special_weeks=_turned(profile.special_weeks),
        gates=_turned(profile.gates),
    )
    other = state.evolve(
        profile=turned,
        ticks=_turned(state.ticks),
        minutes=_turned(state.minutes),
        skipped=_turned(state.skipped),
        busy=_turned(state.busy),
        estimates=_turned(state.estimates),
    )
    plan = planned(case)
    assert plan == make_plan(other, turned, today)
    assert plan == planned(case)


def _turned(mapping: Mapping[K, V]) -> dict[K, V]:
    return dict(reversed([*mapping.items()]))


@given(any_day())
@any_case
def test_what_is_done_stays_and_is_not_planned_again(case: Case) -> None:
    """A session of a plan that stands is there while one of its chapters or topics is open."""
    state, today = case
    plan = planned(case)
    for one in state.plan.sessions if state.plan else ():
        if one.code in state.ticks:
            assert plan.by_code[one.code] == one
    assert len(plan.by_code) == len(plan.sessions)
    for name, sessions in work_laid(state, plan, case[1]).items():
        item = item_of(state, name)
        assert name not in state.skipped
        assert item_done(state, item) is not Done.DONE
        over = all if stands(case) else any
        for one in sessions:
            assert not one.units or not over(unit in state.ticks for unit in one.units)
        assert sessions[0].date >= today
