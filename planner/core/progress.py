"""What is done: of a session, an item, a unit, in words of done, half and open."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

from planner.core.curriculum import Item
from planner.core.effort import estimate, shares, unit_minutes
from planner.core.plan import Session
from planner.core.state import State
from planner.core.values import SessionKind


class Done(StrEnum):
    """How far something is."""

    OPEN = "open"
    HALF = "half"
    DONE = "done"


def is_done(state: State, session: Session) -> bool:
    """Say whether a session is ticked off."""
    return session.code in state.ticks


def is_open(state: State, session: Session) -> bool:
    """Say whether a session is still to be done: neither ticked off nor skipped."""
    return not is_done(state, session) and session.item not in state.skipped


def has_slipped(state: State, session: Session, today: date) -> bool:
    """Say whether a session of a day that is over is still to be done."""
    return session.date < today and is_open(state, session)


def ticked_minutes(state: State, sessions: Iterable[Session]) -> int:
    """Return the planned minutes of those of some sessions that are ticked off."""
    return sum(one.minutes for one in sessions if is_done(state, one))


def open_minutes(state: State, sessions: Iterable[Session]) -> int:
    """Return the planned minutes of those of some sessions that are still to be done."""
    return sum(one.minutes for one in sessions if is_open(state, one))


def is_scored(state: State, session: Session) -> bool:
    """Say whether a session is a mock that gets a score; a debrief gets none."""
    if session.kind is not SessionKind.MOCK:
        return False
    item = state.item(session.item)
    debriefs = {unit.id for unit in item.units if not unit.scored} if item else set()
    return not session.units or not debriefs.issuperset(session.units)


def item_done(state: State, item: Item) -> Done:
    """Return how far an item is, from its units or, without units, from its sessions."""
    if is_finished(state, item):
        return Done.DONE
    begun = any(unit.id in state.ticks for unit in item.units)
    return Done.HALF if begun or _some_session(state, item) else Done.OPEN


def is_finished(state: State, item: Item) -> bool:
    """Say whether all units of an item are ticked, or the item itself where it has none."""
    if not item.units:
        return item.id in state.ticks
    return all(unit.id in state.ticks for unit in item.units)


def done_on(state: State, item: Item) -> date | None:
    """Return the day an item was finished, or None while it is not."""
    if not is_finished(state, item):
        return None
    keys = [unit.id for unit in item.units] or [item.id]
    return max(state.ticks[key] for key in keys)


def planned_minutes(state: State, item: Item) -> int:
    """Return what an item takes: its estimate, or less where the plan shortened it.

    What is done of an item that the plan leaves out counts as planned.
    """
    return max(_planned(state, item), done_minutes(state, item))


def done_minutes(state: State, item: Item) -> int:
    """Return how many of an item's planned minutes are done, whatever they really took.

    Ticked sessions count whole, open ones with what they hold of ticked units; a ticked unit that
    stands in no session counts with its share of the estimate.
    """
    how_far = item_done(state, item)
    if how_far is Done.OPEN:
        return 0
    total = _planned(state, item) or _estimate(state, item)
    if how_far is Done.DONE:
        return total
    sessions = _sessions(state, item)
    covered = {unit for session in sessions for unit in session.units}
    minutes = sum(
        share
        for unit, share in unit_minutes(item, _estimate(state, item)).items()
        if unit in state.ticks and unit not in covered
    )
    rest = dict(
        shares(
            [unit for unit in item.units if unit.id in covered],
            sum(session.minutes for session in sessions if session.units),
        )
    )
    for session in sessions:
        held = _pour(session, rest)
        is_whole = is_done(state, session)
        ticked = sum(part for unit, part in held.items() if unit in state.ticks)
        minutes += session.minutes if is_whole else ticked
    return min(minutes, total)


def is_kept(state: State, item: Item) -> bool:
    """Say whether an item is part of the plan, or begun without it; never when it is skipped."""
    if item.id in state.skipped:
        return False
    return not is_left_out(state, item) or item_done(state, item) is not Done.OPEN


def is_left_out(state: State, item: Item) -> bool:
    """Say whether the plan leaves an item out as a whole."""
    if state.plan is None or item.id in state.plan.by_item:
        return False
    return state.plan.left_out_of(item.id) is not None


def _planned(state: State, item: Item) -> int:
    """Return what the plan has of an item; the plan knows nothing of a time given since."""
    total = _estimate(state, item)
    since = state.plan and state.plan.estimates.get(item.id) != state.estimates.get(item.id)
    if state.plan is not None and not since:
        total -= state.plan.left_out_of(item.id) or 0
    return max(total, 0)


def _estimate(state: State, item: Item) -> int:
    """Return what an item takes: as the user says, else as the plan has it, else as we say."""
    if state.profile is None:
        return 0
    ours = estimate(state, item, state.profile)
    if state.plan is None or item.id in state.estimates:
        return ours
    return state.plan.efforts.get(item.id, ours)


def _pour(session: Session, rest: dict[str, int]) -> Mapping[str, int]:
    """Share a session's minutes among its units, each up to its rest, and lower the rests."""
    held: dict[str, int] = {}
    left = session.minutes
    for unit in session.units:
        held[unit] = min(left, rest.get(unit, 0))
        left -= held[unit]
        rest[unit] = rest.get(unit, 0) - held[unit]
    return held


def _sessions(state: State, item: Item) -> tuple[Session, ...]:
    return () if state.plan is None else state.plan.by_item.get(item.id, ())


def _some_session(state: State, item: Item) -> bool:
    return any(is_done(state, session) for session in _sessions(state, item))
