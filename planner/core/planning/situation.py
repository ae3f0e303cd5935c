"""What planning begins with: the work that is left, the room there is, and what is settled."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from planner.core.curriculum import Item
from planner.core.effort import estimate
from planner.core.plan import BASELINE, WORK, LeftOut, Session
from planner.core.planning import calendar
from planner.core.planning.calendar import STUDYING, Stretch
from planner.core.planning.deadlines import Deadlines, deadlines
from planner.core.planning.kept import marks
from planner.core.planning.mocks import LAST_MOCK, MOST
from planner.core.planning.rehearsal import is_loop
from planner.core.planning.repair.staying import fixed_sessions, given_up, opening
from planner.core.planning.reviews import ReviewDesk
from planner.core.planning.rooms import (
    BASELINE_BY,
    BASELINE_MINUTES,
    RESERVE,
    SCARCE,
    Rooms,
    Space,
    rooms_of,
)
from planner.core.planning.work import BLOCK, LEAST, Work, demand
from planner.core.profile import Profile
from planner.core.progress import done_on, is_finished
from planner.core.reviewing import Held
from planner.core.state import State
from planner.core.values import GRAIN, Phase, SessionKind, Subject


@dataclass(frozen=True)
class Situation:
    """What every try to place the work begins with; no try changes it.

    `block` is the longest session that any day and its week can hold, in minutes.
    """

    state: State
    profile: Profile
    loop: date
    first_day: date
    fixed: tuple[Session, ...]
    given_up: tuple[LeftOut, ...]
    done: Sequence[Item]
    studies: Sequence[Work]
    mocks: Sequence[Work]
    weeks: Sequence[Stretch]
    rooms: Rooms
    deadlines: Deadlines
    baseline_open: bool
    block: int

    @cached_property
    def wanted(self) -> frozenset[tuple[str, str]]:
        """The criteria, failure points and rounds that only what is left can cover."""
        level = self.profile.level
        works = (*self.studies, *self.mocks)
        found = frozenset(mark for work in works for mark in marks(work.item, level))
        return found.difference(*(marks(item, level) for item in self.done))

    @cached_property
    def rounds(self) -> frozenset[str]:
        """The units that are a mock of a single round; a rehearsal has days of its own."""
        mocks = (item for item in self.state.items_for(self.profile) if not is_loop(item))
        return frozenset(
            unit.id
            for item in mocks
            if item.subject is Subject.MOCK
            for unit in item.units
            if unit.scored
        )

    @cached_property
    def held_mocks(self) -> Counter[int]:
        """How many such mocks each week has already, by its number."""
        monday = self.weeks[0].monday
        return Counter(
            (one.date - monday).days // 7 + 1
            for one in self.fixed
            if one.kind is SessionKind.MOCK and not self.rounds.isdisjoint(one.units)
        )

    @cached_property
    def space(self) -> Space:
        """The minutes of all weeks for study and mocks."""
        early, late, baseline = self.rooms.before_block, self.rooms.block, self.baseline
        if any(
            week.phase in STUDYING and self.rooms.study[week.number] >= baseline
            for week in self.weeks[self.baseline_from - 1 : BASELINE_BY]
        ):
            return Space(max(early - baseline, 0), late)
        return Space(early, max(late - baseline, 0))

    @cached_property
    def baseline(self) -> int:
        """The minutes of the first measure: fewer in small weeks, 0 where it has no place."""
        if not self.baseline_open:
            return 0
        early = (
            min(self.rooms.study[week.number], day.longest)
            for week in self.weeks[:BASELINE_BY]
            for day in week.days
            if (self.loop - day.date).days > LAST_MOCK and day.date not in self.deadlines.quiet
        )
        minutes = min(BASELINE_MINUTES, self.block, max(early, default=0))
        return minutes if minutes >= min(LEAST, self.block) else 0

    @property
    def baseline_from(self) -> int:
        """The first week in which the first measure may stand.

        Where it would take a large share of the little room before the mock block, it waits for a
        week of that block, if that comes early enough.
        """
        late = (
            week.number
            for week in self.weeks[:BASELINE_BY]
            if week.phase not in STUDYING and self.rooms.study[week.number] >= BASELINE_MINUTES
        )
        scarce = self.rooms.before_block < SCARCE * BASELINE_MINUTES
        return next(late, 1) if scarce else 1

    @property
    def mock_room(self) -> int:
        """The minutes mocks can have at most."""
        study = self.rooms.study
        early = (
            min(study[week.number], MOST * BLOCK)
            for week in self.weeks
            if week.phase is Phase.BUILD and week.number >= len(self.weeks) / 2
        )
        return self.rooms.block + sum(early)

    @property
    def mock_places(self) -> int:
        """The rounds of mocks that the weeks from half time on can hold at most."""
        return MOST * sum(week.number >= len(self.weeks) / 2 for week in self.weeks)

    def desk(self) -> ReviewDesk:
        """Return the reviews that what is done already calls for."""
        worth = {work.id: -float(work.rank) for work in self.studies}
        desk = ReviewDesk(len(self.weeks), worth)
        monday = self.weeks[0].monday
        for item in self.done:
            if item.subject in {Subject.ORIENTATION, Subject.MOCK}:
                continue
            week = ((self._finished_on(item) or self.first_day) - monday).days // 7 + 1
            minutes = estimate(self.state, item, self.profile)
            held = [*self._held(item, monday)]
            desk.finish(item.id, max(week, 1), minutes, held)
        return desk

    def _held(self, item: Item, monday: date) -> Iterator[Held]:
        """Yield the reviews of an item that stay, those that were held with their grades."""
        for one in self.fixed:
            if one.item == item.id and one.kind is SessionKind.REVIEW:
                day = self.state.ticks.get(one.code)
                grade = self.state.grades.get(one.code) if day else None
                yield Held(max(((day or one.date) - monday).days // 7 + 1, 1), grade)

    def _finished_on(self, item: Item) -> date | None:
        """Return when an item was finished, or when the last session that stays will do that."""
        held = [one.date for one in self.fixed if one.item == item.id and one.kind in WORK]
        return done_on(self.state, item) or max(held, default=None)


def situation(state: State, profile: Profile, loop: date, today: date) -> Situation:
    """Return what there is to plan from `today` until a loop day."""
    first_day = max(today, profile.start)
    fixed = fixed_sessions(state, profile, today, loop)
    works = demand(state, profile, fixed)
    dropped = given_up(state, fixed, works)
    gone = {one.item for one in dropped}
    works = [work for work in works if work.id not in gone]
    opens = max(first_day, opening(fixed, works, state, today))
    weeks = calendar.lay_out(profile, loop, opens, fixed, state.plan, state.busy)
    rounds = deadlines(state.curriculum, profile, works, first_day)
    for week in weeks:
        week.days = [day for day in week.days if day.date not in rounds.taken]
    rooms = rooms_of(weeks, _reviewed(state, fixed), rounds.quiet)
    return Situation(
        state=state,
        profile=profile,
        loop=loop,
        first_day=first_day,
        fixed=fixed,
        given_up=dropped,
        done=_settled_items(state, profile, works),
        studies=[work for work in works if not work.is_mock],
        mocks=[work for work in works if work.is_mock],
        weeks=weeks,
        rooms=rooms,
        deadlines=rounds,
        baseline_open=all(one.item != BASELINE for one in fixed),
        block=_block(weeks, rooms),
    )


def _block(weeks: Sequence[Stretch], rooms: Rooms) -> int:
    """Return the longest session that a day of any week can hold.

    The first week, which keeps nothing for reviews, may hold a longer one than all others.
    """
    more = {1: int(weeks[0].budget * RESERVE) // GRAIN * GRAIN}
    longest = max(
        (
            min(
                max([day.longest for day in week.days]),
                rooms.study[week.number] - more.get(week.number, 0),
            )
            for week in weeks
            if week.days
        ),
        default=BLOCK,
    )
    return max(min(BLOCK, longest), GRAIN)


def _reviewed(state: State, fixed: Sequence[Session]) -> frozenset[int]:
    """Return the weeks whose weekly review is done."""
    if state.plan is None:
        return frozenset()
    held = (one for one in fixed if one.kind is SessionKind.WEEKLY_REVIEW)
    return frozenset(state.plan.week_number(one.date) for one in held)


def _settled_items(state: State, profile: Profile, works: Sequence[Work]) -> list[Item]:
    """Return the items that are done, or will be with the sessions that stay."""
    to_lay = {work.id for work in works}
    return [
        item
        for item in state.items_for(profile)
        if item.id not in to_lay and (item.id not in state.skipped or is_finished(state, item))
    ]
