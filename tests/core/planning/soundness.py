"""What must hold of a plan that a candidate goes on with, told as the rules that it breaks."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from planner.core.effort import unit_minutes
from planner.core.free_time import free_minutes
from planner.core.plan import WORK, Plan, Session
from planner.core.planning.repair.staying import fixed_sessions
from planner.core.planning.replan import Kind, Option
from planner.core.planning.work import demand
from planner.core.profile import Profile
from planner.core.state import State
from planner.core.values import Phase, SessionKind


def faults(state: State, today: date, option: Option) -> list[str]:
    """The rules that an option breaks."""
    plan, profile = option.plan, option.profile
    return [
        *_full(state, plan, profile, today),
        *_moved(state, profile, option, today),
        *_order(state, plan),
        *_minutes(state, plan, profile),
        *_codes(state, plan),
        *_weeks(state, plan, option, today),
        *_reviews(state, plan, option),
    ]


def _full(state: State, plan: Plan, profile: Profile, today: date) -> Iterator[str]:
    used = Counter[date]()
    spans: dict[date, list[tuple[int, int]]] = {}
    for one in plan.sessions:
        used[one.date] += one.minutes
        begin = one.start.hour * 60 + one.start.minute
        spans.setdefault(one.date, []).append((begin, begin + one.minutes))
        if one.date < min(today, plan.loop) and _is_open(state, one):
            yield f"{one.code} is left behind on {one.date}"
        if one.date > plan.loop - timedelta(days=2) and _is_open(state, one):
            yield f"{one.code} stands on the eve or later"
    for day, minutes in used.items():
        if day >= today and minutes > free_minutes(profile, state.busy, day):
            yield f"{day} is overfull"
    for day, found in spans.items():
        found.sort()
        if any(one[1] > other[0] for one, other in pairwise(found)):
            yield f"sessions overlap on {day}"


def _moved(state: State, profile: Profile, option: Option, today: date) -> Iterator[str]:
    for one in fixed_sessions(state, profile, today, option.plan.loop):
        again = option.plan.by_code.get(one.code)
        if again is None or (again.date, again.start) != (one.date, one.start):
            yield f"{one.code} does not stay"
        elif one.code in state.ticks and again != one:
            yield f"{one.code} is done and changed"


def _order(state: State, plan: Plan) -> Iterator[str]:
    for name, sessions in plan.by_item.items():
        item = state.item(name)
        if any(one.code in state.ticks for one in sessions):
            continue  # it was begun out of its turn, or its debrief is left
        open_ones = [one for one in sessions if _is_open(state, one)]
        for other in item.requires if item and open_ones else ():
            before = [one for one in plan.by_item.get(other, ()) if _is_open(state, one)]
            if before and _moment(before[-1]) > _moment(open_ones[0]):
                yield f"{name} begins before {other} ends"


def _minutes(state: State, plan: Plan, profile: Profile) -> Iterator[str]:
    """Every open minute is planned or named.

    What is left of single chapters is known only roughly: a session counts to its chapters in
    their order. Of an item with chapters the minutes in all are looked at instead.
    """
    done = [one for one in plan.sessions if one.code in state.ticks and one.kind in WORK]
    all_of = Counter[str]()
    for one in plan.sessions:
        all_of[one.item] += one.minutes if one.kind in WORK else 0
    planned, named = Counter[str](), Counter[str]()
    for one in plan.sessions:
        if one.kind in WORK and one.code not in state.ticks:
            planned[one.item] += one.minutes
    for left in plan.left_out:
        if left.item in named:
            yield f"{left.item} is named twice"
        named[left.item] += left.minutes
    for work in demand(state, profile, done):
        told = planned[work.id] + named[work.id]
        shares = unit_minutes(work.item, work.estimate) if work.item.units else {}
        units = {unit for one in plan.by_item.get(work.id, ()) for unit in one.units}
        alone = sum(m for unit, m in shares.items() if unit in state.ticks and unit not in units)
        whole = all_of[work.id] + named[work.id] + alone
        if told != work.minutes and (not shares or whole < work.estimate):
            yield f"{work.id}: {told} of {work.minutes} minutes are planned or named"


def _codes(state: State, plan: Plan) -> Iterator[str]:
    if len(plan.by_code) != len(plan.sessions):
        yield "a code is given twice"
    for code, one in plan.by_code.items():
        old = state.plan.by_code.get(code) if state.plan else None
        if old and (old.item, old.kind, old.units) != (one.item, one.kind, one.units):
            yield f"{code} means something else"


def _weeks(state: State, plan: Plan, option: Option, today: date) -> Iterator[str]:
    before = state.plan
    if option.kind is Kind.AFRESH or before is None:
        return
    for week in plan.weeks:
        planned = plan.planned_minutes(week)
        light = week.phase in {Phase.MOCK, Phase.TAPER} or option.kind is not Kind.SPREAD
        most = week.budget_minutes if light else week.capacity_minutes
        same = [one for one in before.weeks if one.monday == week.monday]
        had = max([before.planned_minutes(one) for one in same], default=0)
        if week.sunday >= today and planned > max(most, had):
            yield f"week {week.number} holds {planned} of {most} minutes"


def _reviews(state: State, plan: Plan, option: Option) -> Iterator[str]:
    """What was planned as it is may be more than a quarter of a week that got shorter since."""
    old = state.plan.by_code if state.plan else {}
    if option.kind in {Kind.AFRESH, Kind.EXTEND}:
        return
    for week in plan.weeks:
        reviews = [one for one in plan.sessions_of(week) if one.kind is SessionKind.REVIEW]
        new = [one for one in reviews if one.code in old and old[one.code].date != one.date]
        if new and 4 * sum(one.minutes for one in reviews) > week.budget_minutes:
            yield f"reviews take more than a quarter of week {week.number}"
        if new and week.phase is Phase.TAPER:
            yield f"a review moved into week {week.number}, the last one"


def _is_open(state: State, one: Session) -> bool:
    return one.code not in state.ticks and one.item not in state.skipped


def _moment(one: Session) -> tuple[date, object]:
    return (one.date, one.start)
