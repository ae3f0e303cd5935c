"""A plan: weeks, sessions with the reasons they were placed by, and what was left out."""

from collections.abc import Mapping
from datetime import date, time, timedelta
from enum import StrEnum
from functools import cache, cached_property, lru_cache
from typing import Annotated

from planner.core.bounds import Id
from planner.core.checking import Limits
from planner.core.values import Level, Phase, SessionKind, TimeOfDay, Value

CODE = r"^W[1-9]\d{0,2}-\d{2,3}$"
Code = Annotated[str, Limits(pattern=CODE)]
Minutes = Annotated[int, Limits(ge=0, le=100_000)]
About = Annotated[str, Limits(max_length=500)]
UnitId = Annotated[str, Limits(max_length=200)]

BASELINE = "mock.baseline"
WEEKLY_REVIEW = "weekly-review"
WORK = frozenset({SessionKind.STUDY, SessionKind.MOCK})
"""The kinds of session that take an item further; reviews do not."""


@cache
def clock(minutes: int) -> time:
    """Return the time of day some minutes after midnight, 23:59 at the latest."""
    return time(*divmod(min(minutes, 24 * 60 - 1), 60))


class Rule(StrEnum):
    """The rule a decision of the planner rests on; `wording.reason_text` says each in words."""

    ORIENTATION = "orientation"
    BASELINE = "baseline"
    PRIORITY = "priority"
    AFTER = "after"
    BEFORE = "before"
    CRITERION = "criterion"
    GUARDS = "guards"
    CONTINUES = "continues"
    ONE_BOOK = "one-book"
    ROOM = "room"
    DEEPER = "deeper"
    MOCK_BLOCK = "mock-block"
    FULL_LOOP = "full-loop"
    REVIEW_DUE = "review-due"
    WEEKLY_REVIEW = "weekly-review"
    MOVED = "moved"
    SLIPPED = "slipped"
    NO_ROOM = "no-room"
    MOCKS = "mocks"
    SHORTENED = "shortened"
    NEEDS = "needs"
    YOUR_ESTIMATE = "your-estimate"
    GATE = "gate"
    FOUNDATION = "foundation"
    PACE = "pace"
    PINNED = "pinned"
    KEPT = "kept"
    BRINGS_BACK = "brings-back"
    FIX = "fix"


class Reason(Value, frozen=True):
    """Why a session stands where it stands, or why an item is left out.

    It is the very object the planner decided with: `about` is the id the rule speaks of,
    `minutes` and `of` its arithmetic, `week` the number of a week. For a gate `minutes` are the
    days before it; for what brings an item back they are minutes a week, `week` is a number of
    weeks, and `about` the item that would have to go instead. There no minutes mean that a plan
    made anew has it; with `of`, that so many minutes and weeks more would not do. Where a week may
    hold no more mocks, `minutes` are those that stand, and `of` the most of a week; what is
    shortened is so for them where it is about `MOCKS`.
    """

    rule: Rule
    about: About = ""
    minutes: int | None = None
    of: int | None = None
    week: int | None = None


@lru_cache(maxsize=4096)
def because(
    rule: Rule,
    about: str = "",
    *,
    minutes: int | None = None,
    of: int | None = None,
    week: int | None = None,
) -> Reason:
    """Return a reason; equal reasons are one object, since a plan holds hundreds of them."""
    return Reason(rule=rule, about=about, minutes=minutes, of=of, week=week)


class Session(Value, frozen=True):
    """A block of at most 90 minutes on a day.

    `code` means this session for ever, also on paper. `units` are the parts of the item that it
    covers; a unit longer than a block stands in several sessions. `pace` is the percent of our
    estimate that its minutes were planned at.
    """

    code: Code
    item: Id
    kind: SessionKind
    part: Annotated[int, Limits(ge=1)] = 1
    parts: Annotated[int, Limits(ge=1)] = 1
    units: tuple[UnitId, ...] = ()
    minutes: Annotated[int, Limits(ge=5, le=480)]
    date: date
    start: TimeOfDay
    why: tuple[Reason, ...] = ()
    pinned: bool = False
    pace: Annotated[int, Limits(ge=1, le=1000)] = 100

    @property
    def end(self) -> time:
        """The time of day it is over, 23:59 at the latest."""
        return clock(self.start.hour * 60 + self.start.minute + self.minutes)


class Week(Value, frozen=True):
    """A week, Monday to Sunday. `budget_minutes` is what may be planned of the free minutes."""

    number: Annotated[int, Limits(ge=1)]
    monday: date
    phase: Phase
    capacity_minutes: Minutes
    budget_minutes: Minutes

    @property
    def sunday(self) -> date:
        """The last day of the week."""
        return self.monday + timedelta(days=6)


class LeftOut(Value, frozen=True):
    """Minutes of an item that found no room, why, and what would bring them back."""

    item: Id
    minutes: Minutes
    why: Reason
    back: Reason | None = None


class Plan(Value, frozen=True):
    """The whole way to the loop. Sessions are in order of time.

    `loop_proposed` says that no date is booked and the planner proposed one. `issued` is the
    highest session number ever given out in a week, so that no code is used twice. `efforts` are
    the minutes of whole items where own pace made them differ from the estimate, `estimates` what
    the user had given items when the plan was made.
    """

    level: Level
    start: date
    loop: date
    loop_proposed: bool = False
    weeks: Annotated[tuple[Week, ...], Limits(min_length=1)]
    sessions: tuple[Session, ...]
    left_out: tuple[LeftOut, ...] = ()
    extra_weeks_needed: Annotated[int, Limits(ge=0)] = 0
    issued: Mapping[int, int] = {}
    efforts: Mapping[Id, Minutes] = {}
    estimates: Mapping[Id, Minutes] = {}

    @cached_property
    def shortfall_minutes(self) -> int:
        """The minutes of everything that is left out."""
        return sum(one.minutes for one in self.left_out)

    @property
    def fits(self) -> bool:
        """Whether nothing had to be left out."""
        return not self.left_out

    @cached_property
    def by_code(self) -> Mapping[str, Session]:
        """The sessions by their codes."""
        return {session.code: session for session in self.sessions}

    @cached_property
    def by_item(self) -> Mapping[str, tuple[Session, ...]]:
        """The study and mock sessions of each item, in order of time, without its reviews."""
        found: dict[str, list[Session]] = {}
        for session in self.sessions:
            if session.kind in WORK:
                found.setdefault(session.item, []).append(session)
        return {item: tuple(sessions) for item, sessions in found.items()}

    def left_out_of(self, item: str) -> int | None:
        """Return the minutes of an item that found no room, None where it is not left out."""
        return self._left_out.get(item)

    @cached_property
    def _left_out(self) -> Mapping[str, int]:
        found: dict[str, int] = {}
        for one in self.left_out:
            found[one.item] = found.get(one.item, 0) + one.minutes
        return found

    def week_number(self, day: date) -> int:
        """Return the number of the week a day lies in, kept within the plan."""
        number = (day - self.weeks[0].monday).days // 7 + 1
        return min(max(number, 1), len(self.weeks))

    def week_at(self, day: date) -> Week:
        """Return the week a day lies in; before the plan the first, after it the last."""
        return self.weeks[self.week_number(day) - 1]

    def week_of_number(self, number: int) -> Week:
        """Return a week by its number, from 1; before the plan the first, after it the last."""
        return self.weeks[min(max(number, 1), len(self.weeks)) - 1]

    def sessions_of(self, week: Week) -> tuple[Session, ...]:
        """Return the sessions that stand in a week."""
        return self._by_week.get(week.number, ())

    def planned_minutes(self, week: Week) -> int:
        """Return the sum of a week's sessions."""
        return sum(session.minutes for session in self.sessions_of(week))

    @cached_property
    def _by_week(self) -> Mapping[int, tuple[Session, ...]]:
        found: dict[int, list[Session]] = {}
        for session in self.sessions:
            found.setdefault(self.week_number(session.date), []).append(session)
        return {number: tuple(sessions) for number, sessions in found.items()}
