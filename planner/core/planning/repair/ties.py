"""What has to come before what: requirements, the parts of an item in turn, reviews at the end."""

from collections.abc import Iterable, Iterator, Mapping

from planner.core.plan import WORK, Session
from planner.core.spans import Span
from planner.core.state import State
from planner.core.values import SessionKind


class Ties:
    """The order among some sessions, told by their codes."""

    def __init__(self, state: State, sessions: Iterable[Session]) -> None:
        """Look up what the items of the sessions require."""
        self._sessions = {one.code: one for one in sessions}
        self._work: dict[str, list[str]] = {}
        self._reviews: dict[str, list[str]] = {}
        for one in self._sessions.values():
            self._note(one)
        self._requires: dict[str, tuple[str, ...]] = {}
        self._required_by: dict[str, list[str]] = {}
        self._place: dict[str, int] = {}
        self._loose: set[str] = set()
        for name in self._work:
            item = state.item(name)
            if item is None:
                continue
            self._requires[name] = tuple(one for one in item.requires if one in self._work)
            for other in self._requires[name]:
                self._required_by.setdefault(other, []).append(name)
            self._place.update({unit.id: place for place, unit in enumerate(item.units)})

    def add(self, one: Session) -> None:
        """Take in a part of an item that is known already."""
        self._sessions[one.code] = one
        self._note(one)

    def is_required(self, item: str) -> bool:
        """Say whether one of the sessions is of an item that requires this one."""
        return bool(self._required_by.get(item))

    def precedes(self, one: Session, other: Session) -> bool:
        """Say whether one session has to come before another."""
        if one.kind not in WORK:
            return False
        if other.kind is SessionKind.REVIEW:
            return one.item == other.item and _was_before(one, other)
        if other.kind not in WORK:
            return False
        if one.item == other.item:
            return self.place(one) < self.place(other)
        return one.item in self._requires.get(other.item, ())

    def place(self, one: Session) -> int:
        """Return where a part stands within its item; parts without units have no order."""
        if not one.units or one.item in self._loose:
            return 0
        return self._place.get(one.units[0], 0)

    def loosen(self, item: str) -> None:
        """Let the parts of an item stand in any order from now on."""
        self._loose.add(item)

    def parts(self, item: str) -> Iterator[str]:
        """Yield the study and mock sessions of an item."""
        yield from self._work.get(item, ())

    def reviews(self, item: str) -> Iterator[str]:
        """Yield the reviews of an item."""
        yield from self._reviews.get(item, ())

    def before(self, one: Session) -> Iterator[str]:
        """Yield what has to come before a session."""
        if one.kind is SessionKind.REVIEW:
            for code in self.parts(one.item):
                if _was_before(self._sessions[code], one):
                    yield code
        elif one.kind in WORK:
            for other in self._requires.get(one.item, ()):
                yield from self.parts(other)
            for code in self.parts(one.item):
                if self.place(self._sessions[code]) < self.place(one):
                    yield code

    def after(self, one: Session) -> Iterator[str]:
        """Yield what a session has to come before; its reviews follow it later."""
        if one.kind in WORK:
            yield from self.waiting(one)
            for code in self.parts(one.item):
                if self.place(one) < self.place(self._sessions[code]):
                    yield code

    def waiting(self, one: Session) -> Iterator[str]:
        """Yield the sessions of the items that require that of a session."""
        if one.kind in WORK:
            for other in self._required_by.get(one.item, ()):
                yield from self.parts(other)

    def _note(self, one: Session) -> None:
        if one.kind in WORK:
            self._work.setdefault(one.item, []).append(one.code)
        elif one.kind is SessionKind.REVIEW:
            self._reviews.setdefault(one.item, []).append(one.code)


def _was_before(one: Session, review: Session) -> bool:
    """Say whether the planner put a part before a review; a second pass may follow it."""
    return (one.date, one.start) < (review.date, review.start)


def span_of(one: Session) -> Span:
    """Return the minutes of its day that a session takes."""
    begin = one.start.hour * 60 + one.start.minute
    return (begin, begin + one.minutes)


def order_in_day(
    ties: Ties, sessions: Mapping[str, Session], codes: Iterable[str]
) -> Iterator[str]:
    """Yield codes in their order, but none before what has to come before it."""
    waiting = list(codes)
    while waiting:
        first = next(
            (
                code
                for code in waiting
                if not any(
                    ties.precedes(sessions[other], sessions[code])
                    for other in waiting
                    if other != code
                )
            ),
            waiting[0],
        )
        waiting.remove(first)
        yield first
