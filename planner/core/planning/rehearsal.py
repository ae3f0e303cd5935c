"""The rehearsal of the whole loop: on few days in a row, seven to ten days before the loop."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from itertools import combinations

from planner.core.curriculum import Item
from planner.core.plan import Rule, because
from planner.core.planning.board import Board, Placed
from planner.core.planning.calendar import Day, Stretch
from planner.core.planning.cutting import next_cut, take
from planner.core.planning.work import Work
from planner.core.values import SessionKind

BEST = (10, 7)
STILL_GOOD = (14, 4)
"""Days before the loop; in the last three there is no rehearsal any more (rule 4)."""


def is_rehearsal(work: Work) -> bool:
    """Say whether work is a rehearsal of the whole loop rather than of one round."""
    return is_loop(work.item)


def is_loop(item: Item) -> bool:
    """Say the same of an item."""
    return item.area == "loop"


def lay_rehearsal(
    board: Board,
    work: Work,
    loop: date,
    block: int,
    rooms: Mapping[int, int],
    closed: AbstractSet[date],
) -> list[Placed]:
    """Lay the rounds of a rehearsal, best on one day, else on days in a row as close as can be.

    Nothing stands where there is no room for all of them.

    `rooms` are the minutes that each week has for it, by its number; it avoids `closed` days.
    """
    for first, last in (BEST, STILL_GOOD):
        days = [
            (stretch, day)
            for stretch in board.weeks
            for day in stretch.days
            if last <= (loop - day.date).days <= first and day.date not in closed
        ]
        runs = (days[begin:end] for begin, end in combinations(range(len(days) + 1), 2))
        for run in sorted(runs, key=_length):
            cuts = _fit(work, run, block, rooms)
            if cuts:
                return _lay(board, work, run, cuts, loop)
    return []


def _length(run: Sequence[tuple[Stretch, Day]]) -> int:
    return (run[-1][1].date - run[0][1].date).days


def _fit(
    work: Work, days: list[tuple[Stretch, Day]], block: int, rooms: Mapping[int, int]
) -> list[list[int]]:
    """Return the session lengths of each day when all rounds fit, else an empty list."""
    rounds = [left for _, left in work.pieces]
    if any(minutes > block for minutes in rounds):
        return []
    left = dict(rooms)
    cuts: list[list[int]] = []
    for stretch, day in days:
        room = day.longest
        cuts.append([])
        while rounds and rounds[0] <= min(room, left[stretch.number]):
            room -= rounds[0]
            left[stretch.number] -= rounds[0]
            cuts[-1].append(rounds.pop(0))
    return [] if rounds else _with_its_debrief(work, days, cuts, left)


def _with_its_debrief(
    work: Work,
    days: Sequence[tuple[Stretch, Day]],
    cuts: list[list[int]],
    left: Mapping[int, int],
) -> list[list[int]]:
    """Return the lengths with the last round moved to the day of its debrief, if it can be."""
    *earlier, last = (at for at, lengths in enumerate(cuts) if lengths)
    stretch, day = days[last]
    unit, _ = work.pieces[-1]
    is_debrief = any(one.id == unit and not one.scored for one in work.item.units)
    if not is_debrief or len(cuts[last]) > 1 or not earlier:
        return cuts
    before = earlier[-1]
    minutes = cuts[before][-1]
    has_room = days[before][0] is stretch or minutes <= left[stretch.number]
    if has_room and minutes + cuts[last][0] <= day.longest:
        cuts[last].insert(0, cuts[before].pop())
    return cuts


def _lay(
    board: Board,
    work: Work,
    days: list[tuple[Stretch, Day]],
    cuts: list[list[int]],
    loop: date,
) -> list[Placed]:
    laid = []
    for (stretch, day), lengths in zip(days, cuts, strict=True):
        why = (because(Rule.FULL_LOOP, minutes=(loop - day.date).days),)
        for length in lengths:
            minutes = next_cut(work, length, length)
            units = take(work, minutes)
            laid.append(
                board.lay(
                    stretch, day, work.id, minutes, kind=SessionKind.MOCK, units=units, why=why
                )
            )
    return laid
