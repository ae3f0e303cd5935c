"""Gives a session the place of the least important work ahead, which is left out (rule 9)."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from planner.core.plan import WORK, Session
from planner.core.planning.kept import marks
from planner.core.planning.repair.bounds import NEVER, REVIEWS, earliest, importance, latest
from planner.core.planning.repair.seeking import Seeker
from planner.core.planning.work import Work
from planner.core.progress import is_finished

Mark = tuple[str, str]
MOST_CUT = 4
"""So many of the least important are left out together before that is given up."""
MOST_TRIED = 30


@dataclass(frozen=True, slots=True)
class Cutter:
    """Leaves out what matters least: `works` says how short each item may become.

    What is `pending` will find a place later on, and counts as kept.

    Optional work goes before important, what covers least before what covers more. A part of an
    item goes where enough of it stays, else all of it, but nothing core, nothing that a kept item
    requires and nothing that alone covers a criterion, a failure point or a round.
    """

    seeker: Seeker
    works: Mapping[str, Work]
    pending: Sequence[str]

    def in_place_of(self, code: str, *, peers: bool = False) -> bool:
        """Give a session the place of something that matters less, and say whether it has one.

        With `peers`, what matters as much may become shorter for it.
        """
        table = self.seeker.table
        before = table.snapshot()
        ways = list(self._ways(table.sessions[code], peers=peers))[:MOST_TRIED]
        for gone in ways:
            table.lift(gone)
            if self.seeker.free(code):
                return True
            table.restore(before)
        for gone in ways[:MOST_CUT]:
            table.lift(other for other in gone if other in table.days)
            if self.seeker.free(code) or self.seeker.in_pieces(code):
                return True
        table.restore(before)
        return False

    def gives_up(self, code: str) -> bool:
        """Leave a session out that has no place, with its whole item where too little would stay.

        Return whether it may go.
        """
        table = self.seeker.table
        gone = self._with(table.sessions[code], self._cover())
        table.lift(other for other in gone if other in table.days)
        return bool(gone)

    def _ways(self, one: Session, *, peers: bool) -> Iterator[tuple[str, ...]]:
        """Yield what could be left out for a session, the least loss first."""
        table, cover = self.seeker.table, self._cover()
        own = importance(table, one)
        first, last = earliest(table, one), latest(table, one, parts=False)
        found = []
        for code, day in table.days.items():
            other = table.sessions[code]
            rank = importance(table, other)
            if code in table.firm or not first <= day <= last or other.item == one.item:
                continue
            if not max(own, 0) <= rank < REVIEWS or (rank == own) is not peers:
                continue
            gone = self._with(other, cover)
            if gone and not (peers and len(gone) > 1):
                found.append((-rank, self._worth(other, cover), len(gone), day, code, gone))
        for *_, gone in sorted(found):
            yield gone

    def _with(self, one: Session, cover: Mapping[Mark, int]) -> tuple[str, ...]:
        """Return what goes with a session: itself or its whole item; nothing if it may not."""
        table = self.seeker.table
        work = self.works.get(one.item)
        if work is None or importance(table, one) == NEVER:
            return ()
        standing = [code for code in table.ties.parts(one.item) if table.is_open(code)]
        kept = {*standing, *(c for c in table.ties.parts(one.item) if c in self.pending)}
        rest = sum(table.sessions[code].minutes for code in kept if code != one.code)
        if rest >= work.least:
            return (one.code,)
        if any(table.is_open(code) for code in table.ties.waiting(one)):
            return ()
        is_sole = any(cover[mark] <= 1 for mark in self._marks(work))
        if not work.rank or work.begun or is_sole or len(kept) > len(standing):
            return ()
        if any(code in table.firm for code in standing):
            return ()
        reviews = (code for code in table.ties.reviews(one.item) if table.is_open(code))
        return (*dict.fromkeys((one.code, *standing)), *reviews)

    def _worth(self, one: Session, cover: Mapping[Mark, int]) -> float:
        """Return how much only this item covers, per minute."""
        work = self.works[one.item]
        return sum(1 / max(cover[mark], 1) for mark in self._marks(work)) / work.minutes

    def _marks(self, work: Work) -> tuple[Mark, ...]:
        return marks(work.item, self.seeker.table.profile.level)

    def _cover(self) -> Counter[Mark]:
        table = self.seeker.table
        state, level = table.state, table.profile.level
        kept = {one.item for c in table.days if (one := table.sessions[c]).kind in WORK}
        done = {one.id for one in state.items_for(table.profile) if is_finished(state, one)}
        found = Counter[Mark]()
        for name in kept | done:
            item = state.item(name)
            if item is not None and level in item.at:
                found.update(marks(item, level))
        return found
