"""Which sessions stay where they are when a plan is made again."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from planner.core.effort import USUAL_PACE
from planner.core.free_time import free_minutes, windows
from planner.core.pace import held_at
from planner.core.plan import BASELINE, WEEKLY_REVIEW, WORK, LeftOut, Plan, Session
from planner.core.planning.calendar import EVE
from planner.core.planning.deadlines import Deadlines, deadlines
from planner.core.planning.repair.change import changed_items, open_work
from planner.core.planning.repair.ties import span_of
from planner.core.planning.work import Work
from planner.core.profile import Profile
from planner.core.progress import is_done
from planner.core.state import State
from planner.core.values import GRAIN, SessionKind

_OF_NO_ITEM = frozenset({BASELINE, WEEKLY_REVIEW})


def fixed_sessions(state: State, profile: Profile, today: date, loop: date) -> tuple[Session, ...]:
    """Return the sessions that no replan touches.

    They are those that are done, those to come that are pinned, and the open ones of the week
    that is now, from today on. A pinned one goes where its day has no free time for it any more;
    one of this week also where its item takes another time by now, or where something that has to
    come before it has slipped.
    """
    if state.plan is None:
        return ()
    first = max(today, profile.start)
    sunday = today + timedelta(days=6 - today.weekday())
    staying = _Staying(state, profile, state.plan, today)
    to_come = [one for one in state.plan.sessions if one.code not in staying.codes]
    for one in to_come:
        if one.pinned and first <= one.date < loop and staying.is_pinned(one):
            staying.add(one)
    last = min(sunday, loop - timedelta(days=EVE + 1))
    for one in to_come:
        if not one.pinned and first <= one.date <= last and staying.is_frozen(one):
            staying.add(one)
    return tuple(one for one in state.plan.sessions if one.code in staying.codes)


def given_up(state: State, fixed: Sequence[Session], works: Iterable[Work]) -> tuple[LeftOut, ...]:
    """Return the rest of items that were shortened and that something of this week builds on.

    The rest could only come too late, so it stays left out.
    """
    if state.plan is None:
        return ()
    codes = {one.code for one in fixed}
    items = (state.item(one.item) for one in fixed if not is_done(state, one))
    built_on = {other for item in items if item is not None for other in item.requires}
    named = {one.item: one for one in state.plan.left_out}
    return tuple(
        named[work.id].evolve(minutes=work.minutes)
        for work in works
        if work.id in built_on
        and work.id in named
        and all(one.code in codes for one in state.plan.by_item.get(work.id, ()))
    )


def opening(fixed: Sequence[Session], works: Iterable[Work], state: State, today: date) -> date:
    """Return the first day on which something new may stand.

    Nothing that is still to be laid comes before the sessions of this week that it builds on.
    """
    if not fixed:
        return today
    sunday = today + timedelta(days=6 - today.weekday())
    needed = {name for work in works for name in (work.id, *work.item.requires)}
    last = [
        one.date
        for one in fixed
        if one.item in needed and today <= one.date <= sunday and not is_done(state, one)
    ]
    return max(last, default=today - timedelta(days=1)) + timedelta(days=1)


@dataclass(slots=True)
class _Staying:
    """What stays so far, what it leaves of each item, and the minutes it takes of each day.

    A session of this week keeps the length it was planned with, whatever the pace is by now.
    """

    state: State
    profile: Profile
    plan: Plan
    today: date
    codes: set[str] = field(init=False)
    _used: dict[date, int] = field(init=False, default_factory=dict)
    _left: dict[str, int] = field(init=False)
    _other: AbstractSet[str] = field(init=False)
    _rounds: Deadlines = field(init=False)

    def __post_init__(self) -> None:
        """Begin with what is done."""
        done = [one for one in self.plan.sessions if is_done(self.state, one)]
        self.codes = {one.code for one in done}
        for one in done:
            self._used[one.date] = self._used.get(one.date, 0) + one.minutes
        works = open_work(self.state, self.profile, self.plan)
        first = max(self.today, self.profile.start)
        curriculum = self.state.curriculum
        self._rounds = deadlines(curriculum, self.profile, tuple(works.values()), first)
        self._left = {name: work.minutes for name, work in works.items()}
        self._other = changed_items(self.state, self.profile, self.plan, works)

    def add(self, one: Session) -> None:
        self.codes.add(one.code)
        self._used[one.date] = self._used.get(one.date, 0) + one.minutes
        if one.kind in WORK and one.item in self._left:
            self._left[one.item] -= held_at(self.state, one, USUAL_PACE)

    def is_pinned(self, one: Session) -> bool:
        of_plan = one.item in self._left or one.item in _OF_NO_ITEM or self._is_review(one)
        return of_plan and one.date not in self._rounds.taken and self._has_room(one)

    def is_frozen(self, one: Session) -> bool:
        if not self._has_room(one) or not self._is_free_then(one):
            return False
        closed = one.date in self._rounds.quiet and one.kind in WORK
        if closed or one.date in self._rounds.taken:
            return False
        if one.item in _OF_NO_ITEM:
            return True
        if one.kind is SessionKind.REVIEW:
            return self._is_review(one) and self._is_studied_before(one)
        held = held_at(self.state, one, USUAL_PACE)
        return self._left.get(one.item, 0) >= held - GRAIN and self._comes_in_turn(one)

    def _is_review(self, one: Session) -> bool:
        item = self.state.item(one.item)
        is_known = item is not None and self.profile.level in item.at
        return one.kind is SessionKind.REVIEW and is_known and one.item not in self.state.skipped

    def _is_studied_before(self, one: Session) -> bool:
        """Say whether an item is done when a review stands, but for what comes back of it later."""
        sessions = self.plan.by_item.get(one.item, ())
        earlier = [other for other in sessions if _moment(other) < _moment(one)]
        stays = bool(earlier) and all(other.code in self.codes for other in earlier)
        return stays or self._left.get(one.item, 0) <= 0

    def _has_room(self, one: Session) -> bool:
        free = free_minutes(self.profile, self.state.busy, one.date)
        return self._used.get(one.date, 0) + one.minutes <= free

    def _is_free_then(self, one: Session) -> bool:
        begin, end = span_of(one)
        free = windows(self.profile, self.state.busy, one.date)
        return any(first <= begin and end <= last for first, last in free)

    def _comes_in_turn(self, one: Session) -> bool:
        item = self.state.item(one.item)
        if item is None or one.item in self._other:
            return False
        if any(unit in self.state.ticks for unit in one.units):
            return False
        earlier = (other for other in self.plan.by_item[one.item] if _moment(other) < _moment(one))
        if one.units and not all(other.code in self.codes for other in earlier):
            return False
        return all(self._is_over(other) for other in item.requires)

    def _is_over(self, item: str) -> bool:
        """Say whether all is done or stays that is planned of an item, or will be."""
        if self._left.get(item, 0) <= 0:
            return True
        sessions = self.plan.by_item.get(item, ())
        return self._is_named(item) and all(one.code in self.codes for one in sessions)

    def _is_named(self, item: str) -> bool:
        return bool(self.plan.by_item.get(item)) and any(
            one.item == item for one in self.plan.left_out
        )


def _moment(one: Session) -> tuple[date, time]:
    return (one.date, one.start)
