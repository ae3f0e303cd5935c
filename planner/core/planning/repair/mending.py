"""Mends a plan: what has no place any more finds one, and as little else as can be changes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto

from planner.core.pace import pace_of, paces
from planner.core.plan import WEEKLY_REVIEW, WORK, Plan, Rule, because
from planner.core.planning.deadlines import deadlines
from planner.core.planning.repair.bounds import begins_plan, earliest
from planner.core.planning.repair.change import Change, changes, open_work
from planner.core.planning.repair.clearing import (
    cut_anew,
    drop_excess,
    off_full_days,
    off_full_weeks,
    with_weeks_anew,
)
from planner.core.planning.repair.cutting_out import Cutter
from planner.core.planning.repair.finishing import finished
from planner.core.planning.repair.seeking import MOST_PUSHED, Seeker
from planner.core.planning.repair.slipping import slipped
from planner.core.planning.repair.staying import fixed_sessions
from planner.core.planning.repair.timetable import Timetable
from planner.core.planning.work import Work, demand
from planner.core.profile import Profile
from planner.core.progress import is_done
from planner.core.state import State
from planner.core.values import SessionKind

MOST_NEW = 60
"""Where more sessions than this are new, the plan is made anew."""


class Way(Enum):
    """How what has no place is given one.

    By the buffer of the weeks ahead; within the budgets, in place of the least important work; or
    within the budgets and without leaving anything out.
    """

    BUFFER = auto()
    INSTEAD = auto()
    KEEPING = auto()


def mended(state: State, profile: Profile, today: date, way: Way) -> Plan | None:
    """Return the accepted plan with a place for everything that slipped, is new or lost its room.

    None where that cannot be done without planning anew.
    """
    if state.plan is None:
        return None
    for may_push in (True, False):
        mending = _Mending.begun(state, profile, state.plan, today, way)
        if mending is not None and mending.run(may_push=may_push):
            return finished(mending.table, state.plan, mending.works, mending.beyond)
    return None


@dataclass(slots=True)
class _Mending:
    """A plan on the way. `waiting` have no place, `works` is all that is to be done yet.

    `beyond` are the minutes of each item that were left out before and still are.
    """

    table: Timetable
    seeker: Seeker
    cutter: Cutter
    way: Way
    waiting: list[str]
    works: Mapping[str, Work]
    beyond: Mapping[str, int]
    seen: list[str] = field(default_factory=list)
    may_push: bool = True

    @classmethod
    def begun(
        cls, state: State, profile: Profile, plan: Plan, today: date, way: Way
    ) -> "_Mending | None":
        """Take off the timetable what slipped, is skipped, is too much, or has no room."""
        weeks = with_weeks_anew(state, profile, plan, today)
        if len(weeks.weeks) != len(plan.weeks):
            return None
        firm = frozenset(one.code for one in fixed_sessions(state, profile, today, plan.loop))
        is_sparing = way is not Way.BUFFER
        works = open_work(state, profile, plan)
        rounds = deadlines(state.curriculum, profile, tuple(works.values()), today)
        table = Timetable(state, profile, weeks, today, firm, rounds, spares=is_sparing)
        late = slipped(state, today)
        table.lift(one.code for one in late)
        known_items = {item.id for item in state.items_for(profile)}
        for one in plan.sessions:
            retired = one.kind is SessionKind.REVIEW and one.item not in known_items
            gone = retired or one.item in state.skipped
            if gone and not is_done(state, one) and (not retired or one.date >= today):
                table.remove(one.code)
        for one in late:
            table.add(
                one.evolve(why=(because(Rule.SLIPPED, week=plan.week_number(one.date)), *one.why))
            )
        for one in plan.sessions:
            if one.pinned and one.code not in firm and one.code in table.days:
                table.unpin(one.code)
        found = changes(state, profile, plan, works)
        drop_excess(table, plan, found)
        crowded = [*off_full_days(table)]
        if is_sparing:
            crowded += off_full_weeks(table, moved=way is Way.KEEPING)
        held = [one for one in table.sessions.values() if one.kind in WORK]
        new: list[str] = []
        known = paces(state)
        for work in demand(state, profile, held):
            minutes = found.get(work.id, Change()).new
            new += cut_anew(table, work, minutes, pace_of(state, work.item, known))
        if len(new) > MOST_NEW:
            return None
        seeker = Seeker(table, peers=way is Way.KEEPING)
        back = [one.code for one in late if one.kind is not SessionKind.WEEKLY_REVIEW]
        waiting = [*(code for code in back if code in table.sessions), *crowded, *new]
        return cls(
            table=table,
            seeker=seeker,
            cutter=Cutter(seeker, works, waiting),
            way=way,
            waiting=waiting,
            works=works,
            beyond={name: one.beyond for name, one in found.items()},
        )

    def run(self, *, may_push: bool) -> bool:
        """Find a place for everything, and say whether what has none may be left out.

        Where it `may_push`, what waits for a session may have to give way to it.
        """
        self.may_push = may_push
        while self.waiting:
            code = self.waiting.pop(0)
            self.seen.append(code)
            one = self.table.sessions[code]
            if one.kind is SessionKind.REVIEW or one.item == WEEKLY_REVIEW:
                self.seeker.free(code)
            elif not self._settled(code):
                return False
        self._tie_up_reviews()
        return self._is_sound()

    def _settled(self, code: str) -> bool:
        ways: tuple[Callable[[str], bool], ...] = (self.seeker.somewhere,)
        if self.way is Way.INSTEAD:
            ways = (self.seeker.free, self.cutter.in_place_of)
        one = self.table.sessions[code]
        is_due = one.item in self.table.rounds.rounds or begins_plan(self.table, one)
        for past_due in (False, True)[: 1 + is_due]:
            self.table.past_due = past_due
            found = any(way(code) for way in ways)
            self.table.past_due = False
            if found:
                return True
        if self.way is Way.INSTEAD:
            return self._instead(code)
        return self.way is Way.BUFFER and (self._instead(code) or True)

    def _instead(self, code: str) -> bool:
        """Leave something out: what matters less, else the session itself, else of its peers."""
        cutter = self.cutter
        return (
            cutter.in_place_of(code)
            or cutter.gives_up(code)
            or cutter.in_place_of(code, peers=True)
            or (self.may_push and self._instead_later(code))
        )

    def _instead_later(self, code: str) -> bool:
        """Put a session in place of less behind what waits for it, which then looks for a place."""
        table = self.table
        one = table.sessions[code]
        early = [other for other in table.ties.waiting(one) if table.is_open(other)]
        early.sort(key=lambda other: (table.days[other], other))
        before = table.snapshot()
        for count, other in enumerate(early[:MOST_PUSHED], start=1):
            if other in table.firm:
                break
            table.lift([other])
            if self.seeker.somewhere(code, depth=0) or self.cutter.in_place_of(code):
                self.waiting += [pushed for pushed in early[:count] if pushed not in table.days]
                return True
        table.restore(before)
        return False

    def _tie_up_reviews(self) -> None:
        """Move reviews that now stand before the end of their item behind it, or give them up."""
        table = self.table
        early = [
            code
            for code, day in sorted(table.days.items(), key=lambda pair: (pair[1], pair[0]))
            if table.sessions[code].kind is SessionKind.REVIEW
            and code not in table.firm
            and table.first <= day < earliest(table, table.sessions[code])
        ]
        table.lift(early)
        for code in early:
            self.seeker.free(code)

    def _is_sound(self) -> bool:
        """Say whether no item vanished that something kept requires or that is core."""
        table = self.table
        kept = {table.sessions[code].item for code in table.days}
        for code in self.seen:
            one = table.sessions[code]
            work = self.works.get(one.item)
            if one.kind not in WORK or one.item in kept or work is None:
                continue
            needed = any(table.is_open(other) for other in table.ties.waiting(one))
            if needed or work.rank == 0:
                return False
        return True
