"""What another plan costs: minutes in the weeks ahead, what it leaves out, weeks until the loop."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from planner.core.free_time import free_minutes
from planner.core.plan import Plan
from planner.core.planning.calendar import EVE
from planner.core.profile import Profile
from planner.core.state import State
from planner.core.values import Priority


@dataclass(frozen=True, slots=True)
class Price:
    """The price of a plan beside the one before.

    A coming week gets up to `more` minutes than it had, and `weeks` of them get more; `buffer`
    minutes of the time ahead stay free. `left_out` items lose `left_out_minutes`, of which
    `whole` are left out altogether; `priority` is that of all of them, None where they differ.
    The loop is `later` weeks later.
    """

    more: int = 0
    weeks: int = 0
    buffer: int = 0
    left_out: int = 0
    whole: int = 0
    left_out_minutes: int = 0
    priority: Priority | None = None
    later: int = 0


def price_of(state: State, before: Plan, after: Plan, profile: Profile, today: date) -> Price:
    """Return what a plan costs beside the one before, from today on."""
    had, has = _ahead(before, today), _ahead(after, today)
    gains = [has[monday] - had[monday] for monday in has if has[monday] > had[monday]]
    old = {one.item: one.minutes for one in before.left_out}
    less = {
        one.item: one.minutes - old.get(one.item, 0)
        for one in after.left_out
        if one.minutes > old.get(one.item, 0)
    }
    priorities = {
        item.at[profile.level].priority
        for item in map(state.item, less)
        if item is not None and profile.level in item.at
    }
    return Price(
        more=max(gains, default=0),
        weeks=len(gains),
        buffer=_free(state, profile, after, today) - sum(has.values()),
        left_out=len(less),
        whole=sum(item not in after.by_item for item in less),
        left_out_minutes=sum(less.values()),
        priority=priorities.pop() if len(priorities) == 1 else None,
        later=max((after.loop - before.loop).days // 7, 0),
    )


def _ahead(plan: Plan, today: date) -> Mapping[date, int]:
    """Return the minutes from today on by the Monday of their week."""
    found = Counter[date]()
    for one in plan.sessions:
        if one.date >= today:
            found[one.date - timedelta(days=one.date.weekday())] += one.minutes
    return found


def _free(state: State, profile: Profile, plan: Plan, today: date) -> int:
    first, end = max(today, plan.start), plan.loop - timedelta(days=EVE)
    days = (first + timedelta(days=count) for count in range((end - first).days))
    return sum(free_minutes(profile, state.busy, day) for day in days)
