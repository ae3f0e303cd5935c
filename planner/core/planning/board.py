"""The board on which sessions are laid: what stands where, and what room is left."""

from dataclasses import dataclass, field

from planner.core.plan import WORK, Reason
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

    @property
    def counts(self) -> bool:
        """Whether it takes its item further; reviews do not."""
        return self.kind in WORK


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

    def lengthen(self, stretch: Stretch, one: Placed, minutes: int, units: tuple[str, ...]) -> None:
        """Make a session that ends its day longer."""
        one.day.take(minutes)
        stretch.left -= minutes
        one.minutes += minutes
        one.units = tuple(dict.fromkeys((*one.units, *units)))
