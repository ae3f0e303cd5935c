"""Which items stand otherwise after a step, so that only these are looked at anew."""

from collections.abc import Callable, Iterable, Mapping
from typing import Generic, TypeVar

from planner.core.plan import Plan, Session
from planner.core.state import State

T = TypeVar("T")


def touched(old: State, new: State) -> frozenset[str] | None:
    """Return the ids of the items whose own facts differ between two states.

    These are their ticks, sessions, evidence, estimate, and whether they are skipped; None says
    that more than this differs, so that any item may stand otherwise.
    """
    if old.curriculum is not new.curriculum or old.profile is not new.profile:
        return None
    sessions = _moved(old.plan, new.plan)
    if sessions is None:
        return None
    items = {one.item for one in sessions}
    items.update(_item_of(key, old, new) for key in _differing(old.ticks, new.ticks))
    for before, after in (
        (old.own, new.own),
        (old.evidence, new.evidence),
        (old.skipped, new.skipped),
        (old.estimates, new.estimates),
    ):
        items.update(_differing(before, after))
    return frozenset(items)


def _moved(old: Plan | None, new: Plan | None) -> Iterable[Session] | None:
    """Return the sessions that only one of two plans has; None where they differ in more."""
    if old is new:
        return ()
    if old is None or new is None:
        return None
    same = ("weeks", "left_out", "efforts", "estimates")
    if any(getattr(old, name) != getattr(new, name) for name in same):
        return None
    before = {id(one): one for one in old.sessions}
    after = {id(one): one for one in new.sessions}
    return [(before.get(one) or after[one]) for one in before.keys() ^ after.keys()]


def _differing(old: Mapping[str, object], new: Mapping[str, object]) -> Iterable[str]:
    if old is new:
        return ()
    gone = old.keys() - new.keys()
    return {*gone, *(key for key, value in new.items() if old.get(key) is not value)}


def _item_of(key: str, old: State, new: State) -> str:
    """Return the item that a tick belongs to: of a session, of a unit, or of itself."""
    for state in (old, new):
        session = state.plan.by_code.get(key) if state.plan else None
        if session is not None:
            return session.item
    return key.partition("/")[0]


class Latest(Generic[T]):
    """What was made of the last state, from which that of the next one is made.

    `make` makes it of a state alone, `again` of what was made before and the items that were
    touched since; both give the same.
    """

    def __init__(
        self,
        make: Callable[[State], T],
        again: Callable[[T, State, frozenset[str]], T],
    ) -> None:
        """Know nothing yet."""
        self._make, self._again = make, again
        self._known: tuple[State, T] | None = None

    def of(self, state: State) -> T:
        """Return what is made of a state."""
        if self._known is None:
            return self._keep(state, self._make(state))
        before, made = self._known
        if before is state:
            return made
        items = touched(before, state)
        return self._keep(
            state, self._make(state) if items is None else self._again(made, state, items)
        )

    def _keep(self, state: State, made: T) -> T:
        self._known = state, made
        return made
