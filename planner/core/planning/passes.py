"""What of an item is studied before the mock block, and what comes back in it."""

from collections.abc import Sequence
from math import ceil

from planner.core.planning.lanes import Lanes
from planner.core.planning.work import LEAST, Work, second_pass
from planner.core.values import GRAIN, Subject

MARGIN = 0.02
"""This share of the room before the mock block is not counted on: what does not begin in it is
lost, while a second pass that comes earlier than it had to costs nothing."""

SKILLS_FIRST = 0.75
"""So much of what skills can leave for the block goes there before a book is parted. Some of it
finds no place once it is cut into sessions, and a book read whole leaves no room for it."""


class Passes:
    """Decides at the beginning of each item how far its first pass goes.

    Nothing new begins in the mock block (rule 3), so what does not fit before it comes back in it
    as a second pass: spaced study is remembered longer. What something waits for is studied in
    one go, and books are, as long as skills alone make room enough: they are read to their end.
    Of the rest half can wait where a second pass is worth it. The room that is left and the work
    that is still to come are weighed anew each time, so that the last item ends where the block
    begins.
    """

    def __init__(self, works: Sequence[Work], lanes: Lanes, before_block: int) -> None:
        """Take the work that is kept, in the sizes it is kept in."""
        self._later = {
            work.id: second_pass(work.minutes)
            for work in works
            if work.can_divide and not lanes.is_required(work) and not lanes.is_due(work)
        }
        self._margin = int(before_block * MARGIN)
        self._ahead = sum(work.left for work in works)
        self._books = {work.id for work in works if work.lane is Subject.READING}
        self._of_books = sum(self._later.get(name, 0) for name in self._books)
        self._of_skills = sum(self._later.values()) - self._of_books

    def first(self, work: Work, room: int) -> int:
        """Return the minutes of an item's first pass with `room` minutes before the mock block."""
        excess = self._ahead - room + self._margin
        later = self._later.get(work.id, 0)
        can_wait = self._of_skills
        if work.id in self._books:
            excess -= int(can_wait * SKILLS_FIRST)
            can_wait = self._of_books
        if excess <= 0 or not later:
            return work.minutes
        share = min(excess / can_wait, 1.0) if can_wait else 1.0
        second = ceil(later * share / GRAIN) * GRAIN
        if second < LEAST:
            second = LEAST if 2 * share > 1 else 0
        return work.minutes - second

    def begin(self, work: Work, first: int) -> None:
        """Note that an item begins, and with how long a first pass."""
        later = self._later.get(work.id, 0)
        if work.id in self._books:
            self._of_books -= later
        else:
            self._of_skills -= later
        self._ahead -= work.minutes - first

    def laid(self, minutes: int) -> None:
        """Note that minutes of a first pass were laid."""
        self._ahead -= minutes
