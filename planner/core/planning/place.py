"""Where each session stands: day after day is filled with what is ready and most needed."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

from planner.core.plan import BASELINE, Reason, Rule, because
from planner.core.planning.board import Board, Placed, room_after
from planner.core.planning.calendar import STUDYING, Day, Stretch
from planner.core.planning.coverage import Coverage
from planner.core.planning.cutting import CRUMB, next_cut, take
from planner.core.planning.lanes import LANES, Lanes
from planner.core.planning.later import Later
from planner.core.planning.mocks import Mocks
from planner.core.planning.passes import Passes
from planner.core.planning.reviews import ReviewDesk, lay_reviews
from planner.core.planning.rooms import BASELINE_BY, Rooms
from planner.core.planning.seconds import Second, Seconds
from planner.core.planning.work import BLOCK, LEAST, LONG, Work
from planner.core.values import SessionKind, Subject

LEAST_ROOM = 10
REST_OF_BOOK = 0.15
"""A book of which less than this would come back is read to its end at once."""
PATIENCE = 1 / 3
"""The share of the weeks in which core items wait for what they would rather follow."""
SKILLS = (Subject.TECHNICAL, Subject.LEADERSHIP)
"""Each full week holds a session of both (rule 7)."""
FULL_WEEK = 3 * BLOCK
_ORIENTATION = (because(Rule.ORIENTATION),)
_MOCK_BLOCK = (because(Rule.MOCK_BLOCK),)
_BASELINE = (because(Rule.BASELINE),)


@dataclass(slots=True)
class Placer:
    """Fills the board. After `run`, what could not be placed still has pieces left.

    `works` are in the sizes they are kept in, `whole` as they were before they were shortened.
    `baseline` are the minutes of the first measure, 0 where there is none to come.
    Nothing but reviews stands on `closed` days.
    """

    board: Board
    works: Mapping[str, Work]
    whole: Mapping[str, Work]
    rooms: Rooms
    closed: AbstractSet[date]
    lanes: Lanes
    passes: Passes
    later: Later
    seconds: Seconds
    mocks: Mocks
    coverage: Coverage
    desk: ReviewDesk
    block: int
    baseline: int
    baseline_from: int
    room: int = field(init=False, default=0)
    ahead: int = field(init=False, default=0)
    patient: bool = field(init=False, default=True)
    seen: set[Subject] = field(init=False, default_factory=set)
    long_in: dict[str, int] = field(init=False, default_factory=dict)

    def run(self) -> list[Placed]:
        """Lay every session that finds a place, and return them."""
        self.mocks.begin(self.board, self.rooms, self.block, self.closed)
        before = self.rooms.before_block
        for stretch in self.board.weeks:
            if stretch.phase in STUDYING:
                before -= self.rooms.study[stretch.number]
            if any(day.left for day in stretch.days):
                self.ahead = before - self.mocks.begin_week(stretch, len(self.board.weeks))
                self._fill_week(stretch)
        return self.board.placed

    def _fill_week(self, stretch: Stretch) -> None:
        number = stretch.number
        self.room = self.rooms.study[number] - self.mocks.rehearsed_in(number)
        self.patient = number <= len(self.board.weeks) * PATIENCE
        self.seen.clear()
        self.later.begin_week()
        first = len(self.board.placed)
        days = [day for day in stretch.days if day.left and day.date not in self.closed]
        is_studied = self._is_studied()
        for day in days:
            if is_studied and self.mocks.week_is_full:
                break
            self.lanes.come_to(day.date)
            while self.room >= LEAST_ROOM <= day.longest and self._lay_next(stretch, day):
                pass
        for day in days if stretch.phase not in STUDYING and not is_studied else ():
            while self.room >= LEAST_ROOM <= day.longest and self._lay_rest(stretch, day):
                pass
        if self.room > 0:
            self._use_up(stretch, self.board.placed[first:])
        self.board.join(first, self.block)
        lay_reviews(self.board, stretch, self.desk, self.rooms.weekly[number], self.closed)

    def _is_studied(self) -> bool:
        """Say whether nothing is left to be laid but mocks and reviews."""
        is_open = any(work.pieces for work in self.works.values() if not work.is_mock)
        return not (is_open or self.baseline or self.later.is_open)

    def _lay_next(self, stretch: Stretch, day: Day) -> bool:
        """Lay the next session of a day, and say whether there was one.

        Study leaves the week what its mocks need on later days. A session that would leave a rest
        of the week that nothing can use gives way to another, unless the week would lack its kind,
        a mock its debrief, or the orientation its time.
        """
        if 0 < self.baseline <= min(day.longest, self.room) and self._wants_baseline(stretch, day):
            self._lay_baseline(stretch, day)
            return True
        best: tuple[Work, Work, int] | None = None
        missing = self._missing(stretch)
        week = self.room - self.mocks.held(stretch, day, self.closed)
        for work in self._candidates(stretch, day, missing):
            is_study = work.lane in LANES
            shown = self._first_pass(work) if is_study and not work.begun else work
            left = self._left_for(work.lane, missing, stretch, day) if missing else self.room
            if is_study and week < left:
                left = week
            minutes = next_cut(shown, min(day.longest, left), self.block, left)
            if not minutes or self._ends_too_soon(shown, stretch, minutes):
                continue
            leaves_rest = 0 < week - minutes < LEAST
            is_late = work.lane is Subject.ORIENTATION and not self.patient
            if not leaves_rest or is_late or work.lane in missing or self.mocks.owes_debrief(work):
                best = (work, shown, minutes)
                break
            best = best or (work, shown, minutes)
        best = best or self._last_chance(stretch, min(day.longest, week))
        if best is None:
            return self._lay_second(stretch, day, self.seconds.next_on(stretch, day, week))
        self._lay(stretch, day, *best)
        return True

    def _last_chance(self, stretch: Stretch, room: int) -> tuple[Work, Work, int] | None:
        """Return what can begin shorter than was meant, where it could not begin any more later."""
        minutes = min(room, self.block)
        if stretch.phase not in STUDYING or self.ahead > 0 or minutes < min(LEAST, self.block):
            return None
        for work in self.lanes.in_turn(may_start=True, patient=False, missing={}):
            least = work.least if self.lanes.is_required(work) else work.least / 2
            if not work.begun and least <= minutes < work.minutes:
                return work, work.copy(minutes), minutes
        return None

    def _candidates(
        self, stretch: Stretch, day: Day, missing: Mapping[Subject, int]
    ) -> Iterator[Work]:
        """Return what may stand here: orientation, then a mock, then the lanes in turn."""
        lanes = self.lanes
        may_start = stretch.phase in STUDYING
        first: Sequence[Work] = ()
        if may_start and lanes.orientation:
            first = [one for one in lanes.orientation if lanes.is_ready(one)]
        mocks = self.mocks.candidates(stretch, day, self.room, self.closed)
        others = lanes.in_turn(may_start=may_start, patient=self.patient, missing=missing)
        return chain(first, mocks, others)

    def _missing(self, stretch: Stretch) -> Mapping[Subject, int]:
        """Return the kinds of skill a full week lacks while its room gets short (rule 7).

        With each comes what has to be left to it, so that a part of it can stand.
        """
        is_short = stretch.budget < FULL_WEEK or stretch.phase not in STUDYING
        if is_short or self.seen.issuperset(SKILLS) or self._for_skills() > 2 * BLOCK:
            return {}
        found = {one: self.lanes.next_of(one) for one in SKILLS if one not in self.seen}
        return {
            lane: work.left if work.left < CRUMB + LEAST else CRUMB
            for lane, work in found.items()
            if work is not None
        }

    def _for_skills(self) -> int:
        """Return what of the room is left when what goes before skills has had its share."""
        orientation = sum([work.left for work in self.lanes.orientation])
        return self.room - orientation - self.baseline - self.mocks.this_week

    def _left_for(
        self, lane: Subject, missing: Mapping[Subject, int], stretch: Stretch, day: Day
    ) -> int:
        """Return the minutes of the week for a lane while others are `missing`."""
        if lane not in LANES:
            return self.room
        kept = sum(minutes for other, minutes in missing.items() if other is not lane)
        if lane in missing:
            return max(self.room - kept, LEAST) if self.room >= 2 * LEAST else self.room
        return self.room - kept if self._has_later_day(stretch, day, kept) else self.room

    def _first_pass(self, work: Work) -> Work:
        minutes = self.passes.first(work, self.ahead + self.room)
        if minutes == work.minutes:
            return work
        is_book = work.lane is Subject.READING
        first = work.until(minutes) if is_book else work.copy(minutes)
        least = max(LEAST, work.minutes * REST_OF_BOOK if is_book else 0)
        return first if work.minutes - first.minutes >= least else work

    def _lay(self, stretch: Stretch, day: Day, work: Work, shown: Work, minutes: int) -> None:
        why = self._why(work, stretch)
        if not work.begun and not work.is_mock:
            self._begin(work, shown, stretch)
        units = take(work, minutes)
        session = self.board.lay(
            stretch, day, work.id, minutes, kind=work.kind, units=units, why=why
        )
        self.room -= minutes
        work.begun = True
        self.seconds.last_on[work.id] = day.date
        self.seen.add(work.lane)
        self.coverage.add(work, minutes)
        self.lanes.laid(work, minutes)
        if work.is_mock:
            self.mocks.laid(work, session)
        else:
            self.passes.laid(minutes)
        if not work.pieces:
            self.lanes.finish(work)
            if work.lane in LANES:
                self.later.finish(work, stretch.number)
                self.desk.finish(work.id, stretch.number, work.estimate)

    def _begin(self, work: Work, first: Work, stretch: Stretch) -> None:
        """Begin an item; what its first pass leaves out waits for the second."""
        self.passes.begin(work, first.minutes)
        self.later.begin(stretch.number, work, first, self.whole[work.id])
        work.pieces, work.left, work.minutes = first.pieces, first.left, first.minutes
        if work.minutes > LONG:
            self.long_in[work.id] = stretch.number

    def _lay_rest(self, stretch: Stretch, day: Day) -> bool:
        return self._lay_second(stretch, day, self.seconds.rest_on(stretch, day, self.room))

    def _lay_second(self, stretch: Stretch, day: Day, best: Second | None) -> bool:
        """Lay a second pass, if there is one to lay."""
        if best is None:
            return False
        work, minutes = best
        why = (because(Rule.DEEPER, minutes=work.minutes, of=work.estimate),)
        units = take(work, minutes)
        self.board.lay(stretch, day, work.id, minutes, units=units, why=why)
        self.room -= minutes
        self.lanes.follow(work)
        self.later.laid(work)
        self.seconds.last_on[work.id] = day.date
        return True

    def _has_later_day(self, stretch: Stretch, day: Day, minutes: int) -> bool:
        """Say whether a later day of the week has so many minutes."""
        later = (one for one in stretch.days if one.date > day.date and one.date not in self.closed)
        return any(one.longest >= minutes for one in later)

    def _use_up(self, stretch: Stretch, sessions: Sequence[Placed]) -> None:
        """Give a rest of the week that nothing else can use to sessions of items that can."""
        studies = [
            (work.rank, at, one, work)
            for at, one in enumerate(sessions)
            if one.kind is SessionKind.STUDY and one.minutes < self.block
            if (work := self.works[one.item]).lane in LANES
        ]
        for _, _, one, work in sorted(studies):
            most = min(self.room, self.block - one.minutes, room_after(one, sessions))
            minutes, units = self._more_of(work, most, stretch)
            if minutes > 0:
                self.board.lengthen(stretch, one, minutes, units, sessions)
                self.room -= minutes
            if not self.room:
                return

    def _more_of(self, work: Work, most: int, stretch: Stretch) -> tuple[int, tuple[str, ...]]:
        """Take minutes of what is to come of an item, else of what was not to be kept of it."""
        goes_on = work if work.pieces else self.later.rest_of(work.id)
        minutes = 0
        if goes_on is not None and work.lane in SKILLS:
            ends = goes_on is not work and (goes_on.left <= most or self.seconds.is_last(stretch))
            minutes = min(most, goes_on.left if ends else goes_on.left - LEAST)
        if goes_on is None or minutes <= 0:
            in_block = stretch.phase not in STUDYING
            return self.later.beyond(work, most, stretch.number, in_block=in_block), ()
        units = take(goes_on, minutes)
        if goes_on is work:
            self.passes.laid(minutes)
        else:
            self.later.laid(goes_on)
        return minutes, units

    def _why(self, work: Work, stretch: Stretch) -> tuple[Reason, ...]:
        if work.is_mock:
            return () if stretch.phase in STUDYING else _MOCK_BLOCK
        if work in self.lanes.orientation:
            return _ORIENTATION
        if work.begun:
            return ()
        return self.coverage.why(work)

    def _ends_too_soon(self, work: Work, stretch: Stretch, minutes: int) -> bool:
        """Say whether a long item would be finished in the week in which it was begun."""
        if work.minutes <= LONG or minutes < work.left or work.is_mock:
            return False
        return self.long_in.get(work.id, stretch.number) == stretch.number and not work.resumed

    def _wants_baseline(self, stretch: Stretch, day: Day) -> bool:
        """Say whether the first measure is due: in week 1, once the orientation stands.

        A short first week may have no room for it; then it stands in one of the next two.
        """
        if not self.baseline_from <= stretch.number <= BASELINE_BY or not self.mocks.may_stand(day):
            return False
        return stretch.number > 1 or not self.lanes.orientation

    def _lay_baseline(self, stretch: Stretch, day: Day) -> None:
        minutes, self.baseline = self.baseline, 0
        self.board.lay(stretch, day, BASELINE, minutes, kind=SessionKind.MOCK, why=_BASELINE)
        self.room -= minutes
