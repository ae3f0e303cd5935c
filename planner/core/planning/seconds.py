"""Which second pass stands next on a day, and how much of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from planner.core.planning.calendar import STUDYING, Day, Stretch
from planner.core.planning.cutting import any_cut, next_cut
from planner.core.planning.lanes import Lanes
from planner.core.planning.later import Later
from planner.core.planning.work import LEAST, Work
from planner.core.values import GRAIN, Subject

Second = tuple[Work, int]
"""What comes back of an item, and the minutes of a session of it."""


@dataclass(frozen=True, slots=True)
class Seconds:
    """Chooses among what comes back later.

    `study` are the minutes of each week by its number, `block` is the longest session that any day
    can hold. `last_on` are the days on which items were laid last.
    """

    later: Later
    lanes: Lanes
    weeks: Sequence[Stretch]
    study: Mapping[int, int]
    block: int
    last_on: dict[str, date] = field(default_factory=dict)

    def next_on(self, stretch: Stretch, day: Day, week: int) -> Second | None:
        """Return what stands on a day where nothing else can; `week` are the minutes for it.

        In the mock block, minutes that were not to be kept wait until the week has had the others.
        """
        in_block = stretch.phase not in STUDYING
        best = self._whole(self.later.due(in_block=in_block), stretch, day, week)
        if best is None and not in_block:
            best = self._whole(self.later.spare(in_block=False), stretch, day, week)
        return best

    def rest_on(self, stretch: Stretch, day: Day, week: int) -> Second | None:
        """Return what uses a rest of a day in the mock block when all its days have been filled.

        It may be a part of what would stay whole. Nothing goes before what stands of it already.
        """
        due = [one for one in self.later.due(in_block=True) if self._goes_on(one, day)]
        spare = [one for one in self.later.spare(in_block=True) if self._goes_on(one, day)]
        best = self._part(due, stretch, day, week)
        best = best or self._whole(spare, stretch, day, week)
        return best or self._part(spare, stretch, day, week)

    def is_last(self, stretch: Stretch) -> bool:
        """Say whether no week after this one has room for a session."""
        later = self.weeks[stretch.number :]
        return all(self.study[week.number] < LEAST for week in later)

    def _goes_on(self, work: Work, day: Day) -> bool:
        return self.last_on.get(work.id, day.date) <= day.date

    def _whole(self, works: Iterable[Work], stretch: Stretch, day: Day, week: int) -> Second | None:
        """Return what fits of the first of some work, best without a rest that nothing can use.

        Areas change as they do in a first pass. What a session leaves of an item is lost in the
        last week, so there it may be little; what was left so little stands in no week after it,
        unless it is a chapter.
        """
        best = None
        tired = self.lanes.tired
        works = sorted(works, key=lambda work: work.item.area == tired) if tired else works
        room = min(day.longest, week)
        fills = LEAST <= week <= min(room, self.block) and self.is_last(stretch)
        for work in works:
            minutes = next_cut(work, room, self.block, week)
            is_chapter = work.lane is Subject.READING and work.pieces[0][0]
            least = GRAIN if is_chapter else min(LEAST, self.block)
            if minutes >= least and not 0 < week - minutes < LEAST:
                return work, minutes
            if fills and week <= work.left and work.lane is not Subject.READING:
                return work, week
            best = best or ((work, minutes) if minutes >= least else None)
        return best

    def _part(self, works: Iterable[Work], stretch: Stretch, day: Day, week: int) -> Second | None:
        """Return a part of what would stay whole and has no room for that in a week to come."""
        room = min(day.longest, week, self.block)
        is_last = self.is_last(stretch)
        for work in works:
            minutes = min(room, work.left) if is_last and room >= LEAST else any_cut(work, room)
            if minutes and not self._fits_later(work, stretch):
                return work, minutes
        return None

    def _fits_later(self, work: Work, stretch: Stretch) -> bool:
        """Say whether the next units of a work could stand as a whole in a week to come."""
        return any(
            next_cut(work, min(self.study[week.number], day.longest), self.block)
            for week in self.weeks[stretch.number :]
            for day in week.days
        )
