"""Where each session stands: day after day is filled with what is ready and most needed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import ceil

from planner.core.plan import BASELINE, WEEKLY_REVIEW, Reason, Rule, because
from planner.core.planning.board import Board, Placed
from planner.core.planning.calendar import STUDYING, Day, Stretch
from planner.core.planning.coverage import Coverage
from planner.core.planning.lanes import LANES, Lanes
from planner.core.planning.rehearsal import is_rehearsal, lay_rehearsal
from planner.core.planning.reviews import Review, ReviewDesk
from planner.core.planning.situation import BASELINE_MINUTES, WEEKLY_REVIEW_MINUTES
from planner.core.planning.work import BLOCK, Work, next_cut, take
from planner.core.values import Phase, SessionKind, Subject

SMALLEST_REVIEWED_WEEK = 60
LEAST_ROOM = 10
BASELINE_BY = 3
LONG = 6 * 60
"""What takes longer is spread over two weeks at least (rule 2)."""
PATIENCE = 1 / 3
"""The share of the weeks in which core items wait for what they would rather follow."""
LAST_MOCK = 3
"""No mock in so many days before the loop."""


@dataclass(slots=True)
class Placer:
    """Fills the board. After `run`, what could not be placed still has pieces left.

    `deeper` is what was cut off shortened items: it comes back in the weeks for mocks, where
    nothing new is begun, as far as there is room.
    """

    board: Board
    works: Sequence[Work]
    lanes: Lanes
    deeper: Sequence[Work]
    coverage: Coverage
    desk: ReviewDesk
    loop: date
    block: int = BLOCK
    baseline_open: bool = True
    reviewed_weeks: frozenset[int] = frozenset()
    begun_in: dict[str, int] = field(default_factory=dict)
    mocks: list[Work] = field(default_factory=list)
    rehearsal: list[Placed] = field(default_factory=list)

    def run(self) -> list[Placed]:
        """Lay every session that finds a place, and return them."""
        self.mocks = [
            one for one in self.works if one.lane is Subject.MOCK and not is_rehearsal(one)
        ]
        for work in self.works:
            if is_rehearsal(work):
                self.rehearsal = lay_rehearsal(self.board, work, self.loop, self.block)
        for stretch in self.board.weeks:
            if any(day.left for day in stretch.days):
                self._fill_week(stretch)
        return self.board.placed

    def rehearsal_stands(self) -> bool:
        """Say whether the rehearsal, if there is one, comes after everything it requires."""
        needed = {
            other for work in self.works if is_rehearsal(work) for other in work.item.requires
        }
        return not self.rehearsal or not needed & self.lanes.unfinished

    def _fill_week(self, stretch: Stretch) -> None:
        weekly = 0
        if stretch.budget >= SMALLEST_REVIEWED_WEEK and stretch.number not in self.reviewed_weeks:
            weekly = min(WEEKLY_REVIEW_MINUTES, stretch.left)
        stretch.left -= weekly
        studying = stretch.phase in STUDYING
        reviews = self.desk.choose(stretch.number, stretch.budget, stretch.left, studying=studying)
        reserved = sum(one.minutes for one in reviews)
        stretch.left -= reserved
        mocks = self._mocks_of(stretch)
        for day in stretch.days:
            while min(day.longest, stretch.left) >= LEAST_ROOM:
                session = self._lay_next(stretch, day, mocks=mocks)
                if session is None:
                    break
                mocks -= session.kind is SessionKind.MOCK and session.item != BASELINE
        stretch.left += reserved + weekly
        for review in reviews:
            self._lay_review(stretch, review)
        if weekly:
            self._lay_weekly_review(stretch, weekly)

    def _lay_next(self, stretch: Stretch, day: Day, *, mocks: int) -> Placed | None:
        room = min(day.longest, stretch.left)
        if self._wants_baseline(stretch) and room >= min(BASELINE_MINUTES, self.block):
            return self._lay_baseline(stretch, day)
        for work in self._candidates(stretch, day, mocks=mocks):
            minutes = next_cut(work, room, self.block)
            if minutes and not self._ends_too_soon(work, stretch, minutes):
                return self._lay(stretch, day, work, minutes)
        return self._lay_deeper(stretch, day, room) if stretch.phase is Phase.MOCK else None

    def _lay_deeper(self, stretch: Stretch, day: Day, room: int) -> Placed | None:
        for work in self.deeper:
            if work.pieces and work.id not in self.lanes.unfinished:
                minutes = next_cut(work, room, self.block)
                if minutes:
                    why = (because(Rule.DEEPER, minutes=work.minutes, of=work.estimate),)
                    units = take(work, minutes)
                    return self.board.lay(stretch, day, work.id, minutes, units=units, why=why)
        return None

    def _candidates(self, stretch: Stretch, day: Day, *, mocks: int) -> Iterator[Work]:
        """Yield what may stand here: orientation, then a mock, then the lanes in turn."""
        lanes = self.lanes
        may_start = stretch.phase in STUDYING
        if may_start:
            yield from (one for one in lanes.orientation if one.pieces and lanes.is_ready(one))
        if mocks > 0 and self._may_mock(day):
            ready = [one for one in self.mocks if one.pieces and lanes.is_ready(one)]
            yield from lanes.by_rank(ready)
        patient = stretch.number <= len(self.board.weeks) * PATIENCE
        yield from lanes.in_turn(may_start=may_start, patient=patient)

    def _lay(self, stretch: Stretch, day: Day, work: Work, minutes: int) -> Placed:
        kind = SessionKind.MOCK if work.lane is Subject.MOCK else SessionKind.STUDY
        why = self._why(work, stretch)
        units = take(work, minutes)
        session = self.board.lay(stretch, day, work.id, minutes, kind=kind, units=units, why=why)
        work.begun = True
        self.begun_in.setdefault(work.id, stretch.number)
        self.coverage.add(work.item, minutes)
        self.lanes.laid(work, minutes)
        if not work.pieces and work.lane in LANES:
            self.desk.finish(work.id, stretch.number, work.estimate)
        return session

    def _why(self, work: Work, stretch: Stretch) -> tuple[Reason, ...]:
        if work.lane is Subject.ORIENTATION:
            return (because(Rule.ORIENTATION),)
        if work.lane is Subject.MOCK and stretch.phase not in STUDYING:
            return (because(Rule.MOCK_BLOCK),)
        if work.begun or work.lane is Subject.MOCK:
            return ()
        return self.coverage.why(work.item)

    def _ends_too_soon(self, work: Work, stretch: Stretch, minutes: int) -> bool:
        """Say whether a long item would be finished in the week in which it was begun."""
        if work.minutes <= LONG or minutes < work.left or work.lane is Subject.MOCK:
            return False
        return self.begun_in.get(work.id, stretch.number) == stretch.number and not work.resumed

    def _wants_baseline(self, stretch: Stretch) -> bool:
        """Say whether the first measure is due: in week 1, once the orientation stands.

        A short first week may have no room for it; then it stands in one of the next two.
        """
        if not self.baseline_open or stretch.number > BASELINE_BY:
            return False
        return not any(one.pieces for one in self.lanes.orientation)

    def _lay_baseline(self, stretch: Stretch, day: Day) -> Placed:
        self.baseline_open = False
        minutes = min(BASELINE_MINUTES, self.block)
        why = (because(Rule.BASELINE),)
        return self.board.lay(stretch, day, BASELINE, minutes, kind=SessionKind.MOCK, why=why)

    def _lay_review(self, stretch: Stretch, review: Review) -> None:
        days = [one for one in stretch.days if one.longest >= review.minutes]
        if days and stretch.left >= review.minutes:
            day = min(days, key=lambda one: (one.left, one.date))
            why = (because(Rule.REVIEW_DUE, review.item, week=review.finished),)
            kind = SessionKind.REVIEW
            self.board.lay(stretch, day, review.item, review.minutes, kind=kind, why=why)

    def _lay_weekly_review(self, stretch: Stretch, minutes: int) -> None:
        day = next((one for one in reversed(stretch.days) if one.longest >= minutes), None)
        if day is not None:
            why = (because(Rule.WEEKLY_REVIEW),)
            kind = SessionKind.WEEKLY_REVIEW
            self.board.lay(stretch, day, WEEKLY_REVIEW, minutes, kind=kind, why=why)

    def _may_mock(self, day: Day) -> bool:
        if (self.loop - day.date).days <= LAST_MOCK:
            return False
        return not self.rehearsal or day.date < self.rehearsal[0].day.date

    def _mocks_of(self, stretch: Stretch) -> int:
        """Return how many mocks a week may hold: from half time one, in the mock block two.

        More only where the mocks that are left would not find their place otherwise (rule 10).
        """
        weeks = len(self.board.weeks)
        if stretch.number < weeks / 2:
            return 0
        left = sum(len(work.pieces) for work in self.mocks)
        until = self.rehearsal[0].day.week if self.rehearsal else weeks
        usual = 1 if stretch.phase is Phase.BUILD else 2
        return max(usual, ceil(left / max(until - stretch.number, 1)))
