"""What is left to do of each item, and how it is cut into sessions."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

from planner.core.curriculum import Item
from planner.core.effort import our_estimate, scaled, unit_minutes
from planner.core.pace import held_at, pace_of, paces
from planner.core.plan import WORK, Session
from planner.core.profile import Profile
from planner.core.progress import is_finished
from planner.core.state import State
from planner.core.values import GRAIN, Rating, SessionKind, Subject

BLOCK = 90
"""No planned block is longer (rule 2)."""
LEAST = 20
"""No part of an item is shorter, unless all that is left of it is."""
LONG = 6 * 60
"""What takes longer is spread over two weeks at least (rule 2)."""

_MOCK, _READING, _STRONG = Subject.MOCK, Subject.READING, Rating.STRONG
_KINDS = {True: SessionKind.MOCK, False: SessionKind.STUDY}
_NEVER_SHORTER = frozenset({Subject.MOCK, Subject.ORIENTATION})


def second_pass(minutes: int) -> int:
    """Return what of so many minutes can wait for a second pass: half, where that is worth it."""
    half = minutes // 2 // GRAIN * GRAIN
    return half if half >= LEAST else 0


Piece = tuple[str, int]
"""A unit, or no name for an item without units, and the minutes that are left of it."""


@dataclass(slots=True, eq=False)
class Work:
    """An item that is still open, with its minutes from here on.

    `least` is what remains of it when it is shortened as far as it may be: to the effort of a
    candidate who is strong in it. `estimate` is its whole effort, done or not.
    """

    item: Item
    rank: int
    estimate: int
    minutes: int
    least: int
    order: int
    begun: bool
    pieces: list[Piece]
    left: int = field(init=False)
    resumed: bool = field(init=False)
    id: str = field(init=False)
    lane: Subject = field(init=False)
    is_mock: bool = field(init=False)
    kind: SessionKind = field(init=False)

    def __post_init__(self) -> None:
        """Keep what is left, id and lane at hand; they are asked for thousands of times."""
        self.left = self.minutes
        self.resumed = self.begun
        self.id = self.item.id
        self.lane = self.item.subject
        self.is_mock = self.lane is _MOCK
        self.kind = _KINDS[self.is_mock]

    @property
    def can_divide(self) -> bool:
        """Whether a part may wait for the mock block; what is begun may stand there whole."""
        return not self.begun and self.lane not in _NEVER_SHORTER

    def first_pass(self, minutes: int) -> int:
        """Return the shortest first pass of so many minutes; that of a book ends with a chapter."""
        first = minutes - second_pass(minutes)
        if self.lane is not _READING or first == minutes:
            return first
        return min(
            -(-self._bound(self.minutes * first // minutes) * minutes // self.minutes), minutes
        )

    def copy(self, minutes: int) -> "Work":
        """Return the same work with pieces of its own, shortened in proportion to `minutes`."""
        whole = self.minutes
        if minutes == whole:
            return self._with(self.pieces.copy())
        passed = reached = 0
        pieces: list[Piece] = []
        for unit, left in self.pieces:
            passed += left
            near = GRAIN * round(minutes * passed / whole / GRAIN)
            bound = minutes if passed == whole else near
            if bound > reached:
                pieces.append((unit, bound - reached))
            reached = bound
        return self._with(pieces)

    def until(self, minutes: int) -> "Work":
        """Return at least the first so many minutes of the work, to the end of a unit."""
        return self._with(_front(self.pieces, self._bound(minutes)))

    def after(self, minutes: int) -> "Work":
        """Return what `until` leaves of the work."""
        return self._with(_front(self.pieces[::-1], self.minutes - minutes)[::-1])

    def _bound(self, minutes: int) -> int:
        return next(end for end in accumulate([left for _, left in self.pieces]) if end >= minutes)

    def _with(self, pieces: list[Piece]) -> "Work":
        return Work(
            item=self.item,
            rank=self.rank,
            estimate=self.estimate,
            minutes=sum([left for _, left in pieces]),
            least=self.least,
            order=self.order,
            begun=self.begun,
            pieces=pieces,
        )


def _front(pieces: Sequence[Piece], minutes: int) -> list[Piece]:
    found = []
    for unit, left in pieces:
        part = min(left, minutes)
        if part:
            found.append((unit, part))
        minutes -= part
    return found


def demand(state: State, profile: Profile, fixed: Sequence[Session] = ()) -> list[Work]:
    """Return the work that is left, in the guide's order: nothing that is done or skipped.

    `fixed` sessions keep their place, so their minutes are not planned again. The rest of an item
    is planned at own pace.
    """
    held: dict[str, list[Session]] = {}
    for session in fixed:
        if session.kind in WORK:
            held.setdefault(session.item, []).append(session)
    found = []
    known = paces(state)
    for order, item in enumerate(state.items_for(profile)):
        if item.id in state.skipped or is_finished(state, item):
            continue
        pace = pace_of(state, item, known)
        work = _work(state, profile, item, order, held.get(item.id, ()), pace)
        if work.minutes > 0:
            found.append(work)
    return found


def _work(
    state: State, profile: Profile, item: Item, order: int, held: Sequence[Session], pace: int
) -> Work:
    at = item.at[profile.level]
    ours = our_estimate(item, profile)
    whole = scaled(state.estimates.get(item.id, ours), pace)
    pieces = _open_pieces(state, item, whole, held, pace)
    minutes = sum([left for _, left in pieces])
    least = minutes
    if item.subject not in _NEVER_SHORTER:
        least = min(minutes, at.hours.minutes(_STRONG) * minutes // ours)
    return Work(
        item=item,
        rank=at.priority.rank,
        estimate=whole,
        minutes=minutes,
        least=max(least // GRAIN * GRAIN, min(minutes, LEAST)),
        order=order,
        begun=minutes < whole,
        pieces=pieces,
    )


def _open_pieces(
    state: State, item: Item, whole: int, held: Sequence[Session], pace: int
) -> list[Piece]:
    """Return what is open of an item, with the sessions that keep their place taken off.

    The few minutes that a change of pace leaves of what is held are rounding, and dropped.
    """
    crumb = GRAIN if held and any(one.pace != pace for one in held) else 0
    if not item.units:
        rest = whole - sum([held_at(state, one, pace) for one in held])
        return [("", rest if rest > crumb else 0)]
    left = dict(unit_minutes(item, whole))
    touched: set[str] = set()
    for session in held:
        minutes = held_at(state, session, pace)
        touched.update(session.units)
        for unit in session.units:
            part = min(left.get(unit, 0), minutes)
            left[unit] = left.get(unit, 0) - part
            minutes -= part
    for unit in touched:
        if left[unit] <= crumb:
            del left[unit]
    pieces = [one for one in left.items() if one[1] > 0 and one[0] not in state.ticks]
    is_begun = len(pieces) < len(item.units)
    return _owed_first(item, pieces) if is_begun and item.subject is _MOCK else pieces


def _owed_first(item: Item, pieces: list[Piece]) -> list[Piece]:
    """Return the rounds of a mock, the debriefs of those that are over before all others."""
    is_open = {unit for unit, _ in pieces}
    owed = {
        unit.id
        for run, unit in pairwise(item.units)
        if run.scored and not unit.scored and run.id not in is_open
    }
    return sorted(pieces, key=lambda piece: piece[0] not in owed)
