"""The board on which sessions are laid: what stands where, and what room is left."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from operator import attrgetter

from planner.core.plan import Reason
from planner.core.planning.calendar import Day, Stretch
from planner.core.values import SessionKind


@dataclass(slots=True)
class Placed:
    """A session with its place, before it has a code. `room` of `budget` minutes were free."""

    item: str
    kind: SessionKind
    day: Day
    minute: int
    minutes: int
    units: tuple[str, ...] = ()
    room: int = 0
    budget: int = 0
    why: tuple[Reason, ...] = ()


in_time = attrgetter("day.date", "minute")
"""Puts sessions in the order of time."""


@dataclass(slots=True)
class Board:
    """The weeks, and the sessions laid so far in the order they were laid."""

    weeks: list[Stretch]
    placed: list[Placed] = field(default_factory=list)

    def lay(
        self,
        stretch: Stretch,
        day: Day,
        item: str,
        minutes: int,
        *,
        kind: SessionKind = SessionKind.STUDY,
        units: tuple[str, ...] = (),
        why: tuple[Reason, ...] = (),
    ) -> Placed:
        """Lay a session on a day and take its minutes off the week."""
        room = stretch.left
        session = Placed(
            item, kind, day, day.take(minutes), minutes, units, room, stretch.budget, why
        )
        stretch.left -= minutes
        self.placed.append(session)
        return session

    def lengthen(
        self,
        stretch: Stretch,
        one: Placed,
        minutes: int,
        units: tuple[str, ...],
        others: Iterable[Placed],
    ) -> None:
        """Make a session longer; those of the `others` that follow it at once move along."""
        for other in _behind(one, others):
            other.minute += minutes
        one.day.take(minutes)
        stretch.left -= minutes
        one.minutes += minutes
        one.units = tuple(dict.fromkeys((*one.units, *units)))

    def join(self, since: int, block: int) -> None:
        """Make one session of two of an item that follow each other at once, up to a block.

        Only those laid as number `since` and later are looked at, and of them those for study.
        """
        joined: list[Placed] = []
        for one in sorted(self.placed[since:], key=in_time):
            before = joined[-1] if joined else one
            follows = before.day is one.day and before.minute + before.minutes == one.minute
            same = before.item == one.item and before.kind is one.kind is SessionKind.STUDY
            if follows and same and before.minutes + one.minutes <= block:
                before.minutes += one.minutes
                before.units = tuple(dict.fromkeys((*before.units, *one.units)))
            else:
                joined.append(one)
        self.placed[since:] = joined


def room_after(one: Placed, others: Iterable[Placed]) -> int:
    """Return by how much a session can become longer when those that follow it move along."""
    last = [one, *_behind(one, others)][-1]
    return one.day.right_after(last.minute + last.minutes)


def _behind(one: Placed, others: Iterable[Placed]) -> list[Placed]:
    """Return what follows a session on its day without a break, in order."""
    found = []
    end = one.minute + one.minutes
    begins = {other.minute: other for other in others if other.day is one.day}
    while end in begins:
        found.append(begins[end])
        end += begins[end].minutes
    return found
