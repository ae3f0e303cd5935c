"""Which kept item could give its room to one that is left out, found without planning anew."""

from collections.abc import Iterable, Sequence

from planner.core.curriculum import Item
from planner.core.plan import Plan
from planner.core.planning.kept import marks
from planner.core.profile import Profile
from planner.core.progress import Done, is_finished, item_done
from planner.core.state import State
from planner.core.values import Level, Subject


def could_replace(state: State, profile: Profile, plan: Plan, item_id: str) -> Sequence[str]:
    """Return the kept items that could go for one that is left out, the least loss first.

    Each matters no more and takes no less time, is not begun, pinned or required by what is kept,
    and leaves no criterion, failure point or round with nothing. Orientation stays, and mocks have
    weeks of their own, so they only give way to mocks. An item that is only shortened, or that
    waits for another one that is left out, can replace none.
    """
    level = profile.level
    item = state.item(item_id)
    left = next((one for one in plan.left_out if one.item == item_id), None)
    if item is None or left is None or level not in item.at or item_id in plan.by_item:
        return ()
    out = {one.item for one in plan.left_out if one.item not in plan.by_item}
    if out.intersection(item.requires):
        return ()
    kept = [one for one in state.items_for(profile) if _is_kept(state, plan, one)]
    required = {other for one in (*kept, item) for other in one.requires}
    found = [
        one
        for one in kept
        if one.id not in required
        and one.at[level].priority.rank >= item.at[level].priority.rank
        and one.subject is not Subject.ORIENTATION
        and (one.subject is Subject.MOCK) is (item.subject is Subject.MOCK)
        and _minutes(plan, one) >= left.minutes
        and _is_untouched(state, plan, one)
        and _covered(one, level) <= _covered_by((item, *kept), level, without=one)
    ]
    found.sort(key=lambda one: (-one.at[level].priority.rank, _minutes(plan, one)))
    return [one.id for one in found]


def _is_kept(state: State, plan: Plan, item: Item) -> bool:
    """Say whether an item is in the plan, or done without it."""
    if item.id in state.skipped:
        return False
    return item.id in plan.by_item or is_finished(state, item)


def _is_untouched(state: State, plan: Plan, item: Item) -> bool:
    pinned = any(one.pinned for one in plan.by_item.get(item.id, ()))
    return not pinned and item_done(state, item) is Done.OPEN


def _minutes(plan: Plan, item: Item) -> int:
    return sum(one.minutes for one in plan.by_item.get(item.id, ()))


def _covered(item: Item, level: Level) -> set[tuple[str, str]]:
    return set(marks(item, level))


def _covered_by(items: Iterable[Item], level: Level, without: Item) -> set[tuple[str, str]]:
    return {mark for one in items if one is not without for mark in marks(one, level)}
