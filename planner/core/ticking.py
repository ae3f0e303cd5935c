"""Ticks that agree with each other: a session, the units it covers, and the whole item."""

from collections.abc import Iterable, Mapping
from datetime import date

from planner.core.curriculum import Item
from planner.core.plan import WORK, Session
from planner.core.refusal import Refusal, Refused
from planner.core.state import State

Ticks = dict[str, date]


def ticked(state: State, target: str, *, done: bool, on: date) -> Mapping[str, date]:
    """Return the ticks after one more, or one taken back, as `tick` puts it in."""
    ticks = dict(state.ticks)
    tick(state, ticks, target, done=done, on=on)
    return ticks


def tick(state: State, ticks: Ticks, target: str, *, done: bool, on: date) -> None:
    """Put a tick among those there are, or take one back; those of the state do not count.

    A tick spreads: a session that completes a chapter ticks the chapter, the last chapter
    completes the book, a ticked book ticks its chapters and its sessions. Taking back spreads the
    same way. What was ticked before keeps its day; a tick takes nothing back, and taking back
    reopens only what the target is part of, or a part of.

    Raises:
        Refused: when nothing is known by the target's name.
    """
    session = state.plan.by_code.get(target) if state.plan else None
    if session is not None:
        _tick_session(state, session, ticks, done=done, on=on)
        return
    item = state.item(target.split("/", maxsplit=1)[0])
    units = [unit.id for unit in item.units] if item else []
    is_unit = target in units or target in state.curriculum.retired_parts
    if item is None or (target != item.id and not is_unit):
        raise Refused(Refusal.UNKNOWN_TARGET, target)
    if target != item.id:
        _set(ticks, [target], done=done, on=on)
        _sessions_follow_unit(state, item, target, ticks, done=done, on=on)
    else:
        _set(ticks, units or [item.id], done=done, on=on)
        _set(ticks, (one.code for one in _sessions(state, item)), done=done, on=on)


def _tick_session(state: State, session: Session, ticks: Ticks, *, done: bool, on: date) -> None:
    _set(ticks, (session.code,), done=done, on=on)
    item = state.item(session.item)
    if item is None or session.kind not in WORK:
        return
    siblings = _sessions(state, item)
    for part in session.units or (() if item.units else (item.id,)):
        if not done or all(
            one.code in ticks for one in siblings if part == item.id or part in one.units
        ):
            _set(ticks, (part,), done=done, on=on)


def _sessions_follow_unit(
    state: State, item: Item, unit: str, ticks: Ticks, *, done: bool, on: date
) -> None:
    for session in _sessions(state, item):
        if unit in session.units and (not done or all(one in ticks for one in session.units)):
            _set(ticks, [session.code], done=done, on=on)


def _set(ticks: Ticks, keys: Iterable[str], *, done: bool, on: date) -> None:
    for key in keys:
        if done:
            ticks.setdefault(key, on)
        else:
            ticks.pop(key, None)


def _sessions(state: State, item: Item) -> tuple[Session, ...]:
    return () if state.plan is None else state.plan.by_item.get(item.id, ())
