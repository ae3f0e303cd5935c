"""The sessions of a plan on their days, while some of them look for other places."""

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from itertools import pairwise

from planner.core.free_time import windows
from planner.core.plan import Plan, Session
from planner.core.planning.calendar import EVE, STUDYING
from planner.core.planning.deadlines import Deadlines
from planner.core.planning.repair.ties import Ties, order_in_day, span_of
from planner.core.profile import Profile
from planner.core.spans import Span, length, without
from planner.core.state import State
from planner.core.values import Phase

Moves = Mapping[str, date | None]
"""The new days of sessions by their codes; None takes one off."""
Snapshot = tuple[Mapping[str, date], Mapping[str, Session], Mapping[int, int]]


class Timetable:
    """Where each session stands; a move that would break a rule is not made.

    `firm` sessions stay where they are. A week takes no more than its limit: in the weeks of
    study its free time or, where it `spares` the buffer, its budget; in the others its budget.
    What is over its limit already may only become less. What the `rounds` before the loop ask for
    stands before them, unless `past_due` is set.
    """

    def __init__(
        self,
        state: State,
        profile: Profile,
        plan: Plan,
        today: date,
        firm: AbstractSet[str],
        rounds: Deadlines,
        *,
        spares: bool,
    ) -> None:
        self.plan, self.state, self.profile = plan, state, profile
        self.firm, self.rounds = firm, rounds
        self.past_due = False
        self.first = max(today, plan.start)
        self.last = plan.loop - timedelta(days=EVE + 1)
        self.sessions = {one.code: one for one in plan.sessions}
        self.ties = Ties(state, plan.sessions)
        self.days: dict[str, date] = {one.code: one.date for one in plan.sessions}
        self.issued = dict(plan.issued)
        self._on: dict[date, list[str]] = {}
        self._used: dict[date, int] = {}
        self._filled: dict[int, int] = {}
        self._windows: dict[date, tuple[Span, ...]] = {}
        self._limits = {
            week.number: week.capacity_minutes
            if week.phase in STUDYING and not spares
            else week.budget_minutes
            for week in plan.weeks
        }
        for one in plan.sessions:
            self._lay(one, one.date)

    def windows(self, day: date) -> tuple[Span, ...]:
        """Return the free stretches of a day, whatever stands in them."""
        found = self._windows.get(day)
        if found is None:
            taken = day in self.rounds.taken
            found = () if taken else windows(self.profile, self.state.busy, day)
            self._windows[day] = found
        return found

    def phase(self, day: date) -> Phase:
        """Return the phase a day lies in."""
        return self.plan.week_at(day).phase

    def room(self, day: date) -> int:
        """Return the minutes a day can still take."""
        week = self.plan.week_number(day)
        free = length(self.windows(day)) - self._used.get(day, 0)
        return min(free, self._limits[week] - self._filled.get(week, 0))

    def excess(self, number: int) -> int:
        """Return the minutes that a week holds beyond its limit."""
        return self._filled.get(number, 0) - self._limits[number]

    def room_of_week(self, number: int) -> int:
        """Return the minutes that the days of a week can still take together."""
        monday = self.plan.weeks[number - 1].monday
        days = self.days_ahead(monday, monday + timedelta(days=6))
        free = sum(max(self.room(day), 0) for day in days)
        return max(min(free, self._limits[number] - self._filled.get(number, 0)), 0)

    def days_ahead(self, first: date, last: date) -> Iterable[date]:
        """Yield the days for study between two days, both included."""
        day = max(first, self.first)
        while day <= min(last, self.last):
            yield day
            day += timedelta(days=1)

    def on(self, day: date) -> tuple[str, ...]:
        """Return the codes of what stands on a day."""
        return tuple(self._on.get(day, ()))

    def is_open(self, code: str) -> bool:
        """Say whether a session stands somewhere and is still to be done."""
        return code in self.days and code not in self.state.ticks

    def add(self, one: Session) -> None:
        """Take in a session that has no place yet."""
        if one.code not in self.sessions:
            self.ties.add(one)
        self.sessions[one.code] = one

    def remove(self, code: str) -> None:
        """Take a session off for good: there is nothing left to do in it."""
        self.lift([code])
        del self.sessions[code]

    def unpin(self, code: str) -> None:
        """Let the planner decide again where a session stands."""
        self.sessions[code] = self.sessions[code].evolve(pinned=False)

    def lift(self, codes: Iterable[str]) -> None:
        """Take sessions off their days."""
        self._put(dict.fromkeys(codes))

    def new_code(self, day: date) -> str:
        """Return a code that no session of the day's week ever had."""
        week = self.plan.week_number(day)
        self.issued[week] = self.issued.get(week, 0) + 1
        return f"W{week}-{self.issued[week]:02d}"

    def attempt(self, moves: Moves) -> bool:
        """Move sessions if everything keeps its order and its room; say whether they moved."""
        before = {code: self.days.get(code) for code in moves}
        gaining = {day for code, day in moves.items() if day is not None and day != before[code]}
        weeks = {self.plan.week_number(day) for day in gaining}
        used = {day: self._used.get(day, 0) for day in gaining}
        filled = {week: self._filled.get(week, 0) for week in weeks}
        self._put(moves)
        if (
            all(self._holds(day, used[day]) for day in gaining)
            and all(self._filled[week] <= max(self._limits[week], filled[week]) for week in weeks)
            and all(self._in_turn(code) for code, day in moves.items() if day is not None)
            and all(self.arranged(day) is not None for day in gaining)
        ):
            return True
        self._put(before)
        return False

    def snapshot(self) -> Snapshot:
        """Return where everything stands, to come back to."""
        return dict(self.days), dict(self.sessions), dict(self.issued)

    def restore(self, before: Snapshot) -> None:
        """Put all sessions back where they stood, as long as they were."""
        days, sessions, issued = before
        changed = [
            code
            for code in {**self.days, **days}
            if days.get(code) != self.days.get(code)
            or sessions.get(code) is not self.sessions.get(code)
        ]
        self.lift(changed)
        self.sessions = dict(sessions)
        self.issued = dict(issued)
        self._put({code: days[code] for code in changed if code in days})

    def arranged(self, day: date) -> Mapping[str, int] | None:
        """Return when the sessions of a day that are not firm begin, or None if they do not fit.

        They stand one after the other in the free time that the firm ones leave.
        """
        codes = self.on(day)
        firm = [code for code in codes if code in self.firm]
        spans = without(self.windows(day), [span_of(self.sessions[code]) for code in firm])
        free = sorted((code for code in codes if code not in self.firm), key=self._earlier(day))
        begins: dict[str, int] = {}
        at = 0
        for code in order_in_day(self.ties, self.sessions, free):
            one = self.sessions[code]
            earliest, latest = at, 24 * 60
            for other in firm:
                begin, end = span_of(self.sessions[other])
                if self.ties.precedes(self.sessions[other], one):
                    earliest = max(earliest, end)
                if self.ties.precedes(one, self.sessions[other]):
                    latest = min(latest, begin)
            found = next(
                (
                    max(begin, earliest)
                    for begin, end in spans
                    if max(begin, earliest) + one.minutes <= min(end, latest)
                ),
                None,
            )
            if found is None:
                return None
            begins[code] = found
            at = found + one.minutes
        return begins

    def overlaps(self, day: date) -> bool:
        """Say whether two sessions of a day would be held at the same time, as they begin now."""
        spans = sorted(span_of(self.sessions[code]) for code in self.on(day))
        return any(one[1] > other[0] for one, other in pairwise(spans))

    def _earlier(self, day: date) -> Callable[[str], tuple[bool, int, str]]:
        def key(code: str) -> tuple[bool, int, str]:
            one = self.sessions[code]
            return (one.date != day, span_of(one)[0], code)

        return key

    def _holds(self, day: date, before: int) -> bool:
        return self._used.get(day, 0) <= max(length(self.windows(day)), before)

    def _in_turn(self, code: str) -> bool:
        one, day = self.sessions[code], self.days[code]
        earlier, later = self.ties.before(one), self.ties.after(one)
        return all(self.days[other] <= day for other in earlier if self.is_open(other)) and all(
            day <= self.days[other] for other in later if self.is_open(other)
        )

    def _put(self, moves: Moves) -> None:
        for code, day in moves.items():
            one = self.sessions[code]
            old = self.days.pop(code, None)
            if old is not None:
                self._on[old].remove(code)
                self._count(old, -one.minutes)
            if day is not None:
                self.days[code] = day
                self._lay(one, day)

    def _lay(self, one: Session, day: date) -> None:
        self._on.setdefault(day, []).append(one.code)
        self._count(day, one.minutes)

    def _count(self, day: date, minutes: int) -> None:
        week = self.plan.week_number(day)
        self._used[day] = self._used.get(day, 0) + minutes
        self._filled[week] = self._filled.get(week, 0) + minutes
