"""The focus timer: a session that is worked on against the clock, as a value that events change."""

from datetime import date
from itertools import chain
from typing import Annotated, Self

from planner.core.bounds import Id
from planner.core.checking import Limits
from planner.core.commands import MOST_LOGGED, Change, LogTime, Tick
from planner.core.plan import Code, Session
from planner.core.profile import Day
from planner.core.state import State
from planner.core.values import SessionKind, Value

LONGEST_GAP = 60.0
"""Seconds between two looks at the clocks. After more of them the computer slept."""

Seconds = Annotated[float, Limits(ge=0)]


class Moment(Value, frozen=True):
    """Two clocks read at once, in seconds: one that never jumps, and the one of the wall.

    Where a computer sleeps the first one may sleep too, and the second one may be set.
    """

    steady: float
    wall: float


class Focus(Value, frozen=True):
    """A session, the minutes meant for it, and the seconds that were counted.

    `on` is the day it was last set going, which its minutes belong to: an evening that runs past
    midnight is still that evening. `seen` is the last look at the clocks, None while it rests.
    """

    code: Code
    item: Id
    kind: SessionKind
    minutes: Annotated[int, Limits(ge=1, le=MOST_LOGGED)]
    on: Day
    seconds: Seconds = 0.0
    seen: Moment | None = None

    @property
    def is_running(self) -> bool:
        """Whether time is counted."""
        return self.seen is not None

    @property
    def worked(self) -> int:
        """The minutes to log: whole ones, from half a minute on."""
        return min(int(self.seconds / 60 + 0.5), MOST_LOGGED)

    @property
    def left(self) -> int:
        """The minutes that are left, begun ones too; below zero the full ones beyond the end."""
        rest = 60 * self.minutes - self.seconds
        return -int(-rest // 60)

    @property
    def is_over(self) -> bool:
        """Whether the minutes that were meant are over."""
        return self.seconds >= 60 * self.minutes

    def looked(self, now: Moment) -> Self:
        """Count until now.

        Where the computer slept since the last look, none of that counts, and it rests: nobody
        knows whether the work went on at once.
        """
        if self.seen is None:
            return self
        passed = now.steady - self.seen.steady
        if max(passed, now.wall - self.seen.wall) > LONGEST_GAP:
            return self.evolve(seen=None)
        return self.evolve(seconds=self.seconds + max(passed, 0.0), seen=now)

    def rested(self, now: Moment) -> Self:
        """Count until now, and no further."""
        return self.looked(now).evolve(seen=None)

    def resumed(self, today: date, now: Moment) -> Self:
        """Go on counting; the minutes belong to today from here on."""
        return self if self.is_running else self.evolve(on=today, seen=now)

    def session(self, state: State) -> Session | None:
        """Return the session that minutes are logged for.

        Where a new plan holds it no more, that is the next open one of the same work, else the
        last one; None where the plan has none.
        """
        if state.plan is None:
            return None
        alike = [one for one in state.plan.by_item.get(self.item, ()) if one.kind is self.kind]
        same = (one for one in alike if one.code == self.code)
        still_open = (one for one in alike if one.code not in state.ticks)
        return next(chain(same, still_open, reversed(alike)), None)

    def log(self, session: Session) -> tuple[Change, ...]:
        """Return what logs the minutes; nothing where there is less than half of one."""
        if not self.worked:
            return ()
        return (LogTime(code=session.code, minutes=self.worked, on=self.on),)

    def finish(self, state: State, session: Session) -> tuple[Change, ...]:
        """Return what logs the minutes and ticks the session off, where it is still open."""
        is_open = session.code not in state.ticks
        ticks = (Tick(target=session.code, on=self.on),) if is_open else ()
        return (*self.log(session), *ticks)


def begun(session: Session, minutes: int, today: date, now: Moment) -> Focus:
    """Return a timer on a session, set going."""
    code, item, kind = session.code, session.item, session.kind
    return Focus(code=code, item=item, kind=kind, minutes=minutes, on=today, seen=now)
