"""How an item is cut into sessions: whole units, equal parts, and no crumbs."""

from collections.abc import Sequence
from itertools import accumulate

from planner.core.planning.work import LEAST, Piece, Work
from planner.core.values import GRAIN, Subject

CRUMB = 30
"""No part is cut off that is shorter than this while the item goes on."""

_READING = Subject.READING
_WHOLE = frozenset({_READING, Subject.MOCK, Subject.ORIENTATION})


def next_cut(work: Work, room: int, block: int, week: int | None = None) -> int:
    """Return the minutes of the next session of at most `room`, or 0 when none fits.

    Reading, mocks and the orientation keep units whole where they fit a block, and join small ones;
    other work is cut into equal parts, at a topic's end where one is near. `block` is the longest
    session that any day can hold. `week` are the minutes that the week has left: a rest that
    nothing could use goes to this session.
    """
    limit = min(room, block)
    if work.lane in _WHOLE:
        return _whole_units(work, limit, block, joins=work.lane is _READING)
    left = work.left
    if left <= limit:
        return left
    if limit < block and limit < (LEAST if limit == week else CRUMB):
        return 0
    equal = _equal_part(left, block)
    cut = _near_bound(work.pieces, min(equal, limit), limit)
    if week is not None and 0 < week - cut < LEAST:
        cut = week if week <= limit else min(max(week - LEAST, LEAST), limit)
    if left - cut < LEAST:
        cut = (left - LEAST) // GRAIN * GRAIN
    return cut if cut >= LEAST or cut >= block else 0


def any_cut(work: Work, room: int) -> int:
    """Return the minutes of a session of at most `room` that parts units which should stay whole.

    Neither it nor what it leaves is a crumb.
    """
    minutes = min(room, work.left - LEAST)
    return minutes if minutes >= LEAST else 0


def _whole_units(work: Work, limit: int, block: int, *, joins: bool) -> int:
    """Return the minutes of the first unit, with those after it where it `joins` them.

    None is left behind that would be a crumb, and one that is a crumb waits for more room.
    """
    _, first = work.pieces[0]
    if first > block:
        part = min(_equal_part(first, block), block)
        return part if part <= limit else 0
    best = reached = 0
    for end in accumulate([left for _, left in work.pieces]):
        if end > limit:
            return best or (reached if end > block else 0)
        reached = end
        if end >= LEAST and not 0 < work.left - end < LEAST:
            best = end
        if not joins:
            break
    return best or reached


def _near_bound(pieces: Sequence[Piece], cut: int, limit: int) -> int:
    bound = 0
    for _, left in pieces:
        bound += left
        if bound > limit:
            break
        if abs(bound - cut) <= LEAST and bound >= LEAST:
            return bound
    return cut


def take(work: Work, minutes: int) -> tuple[str, ...]:
    """Take minutes off the front of the work; return the units they belong to."""
    units = []
    work.left -= minutes
    while minutes > 0 and work.pieces:
        unit, left = work.pieces[0]
        if unit:
            units.append(unit)
        if left > minutes:
            work.pieces[0] = (unit, left - minutes)
            break
        minutes -= left
        del work.pieces[0]
    return tuple(units)


def _equal_part(minutes: int, block: int) -> int:
    """Return the minutes of each of as few equal parts as there can be, none above a block."""
    parts = -(-minutes // block)
    return -(-minutes // (parts * GRAIN)) * GRAIN
