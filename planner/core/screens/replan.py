"""The ways to go on, as a page: each with its price and what it changes."""

from collections.abc import Container, Iterable, Iterator
from datetime import date, time

from planner.core.plan import Session
from planner.core.planning.difference import Difference
from planner.core.planning.repair.slipping import (
    last_week,
    slipped,
    slipped_twice,
    wants_recovery,
)
from planner.core.planning.replan import Kind, Option, options
from planner.core.screens.plan import LeftOutRow, left_out_row
from planner.core.state import State
from planner.core.values import Fact
from planner.core.wording.replanning import (
    price_text,
    recovery_text,
    twice_text,
    unpinned_text,
)
from planner.core.wording.titles import session_title


class Place(Fact, frozen=True):
    """Where a session stands: the number of its week, its day and when it begins."""

    week: int
    day: date
    start: time


class ChangeRow(Fact, frozen=True):
    """A session that is not where it was; a new one was nowhere before, one that goes will be."""

    code: str
    title: str
    before: Place | None
    after: Place | None


Rows = tuple[ChangeRow, ...]


class Counts(Fact, frozen=True):
    """How many open sessions move to another day, stay, begin at another time, are new, or go.

    Those that begin at another time of the same day are among those that stay.
    """

    moved: int
    stayed: int
    shifted: int
    added: int
    removed: int

    @property
    def is_empty(self) -> bool:
        """Whether every session stays as it is."""
        return not (self.moved or self.shifted or self.added or self.removed)


class Way(Fact, frozen=True):
    """One way to go on. `left_out` is what it leaves out beyond what is left out already."""

    kind: Kind
    option: Option
    price: str
    warning: str
    counts: Counts
    moved: tuple[ChangeRow, ...]
    shifted: tuple[ChangeRow, ...]
    added: tuple[ChangeRow, ...]
    removed: tuple[ChangeRow, ...]
    left_out: tuple[LeftOutRow, ...]


class Ways(Fact, frozen=True):
    """The ways to go on, what slipped, and what to think of first."""

    slipped: tuple[Session, ...]
    advice: tuple[str, ...]
    ways: tuple[Way, ...]

    @property
    def is_settled(self) -> bool:
        """Whether nothing is to be replanned."""
        return len(self.ways) == 1 and self.ways[0].counts.is_empty

    def way(self, kind: Kind) -> Way | None:
        """Return one of the ways, or None where it would not do."""
        return next((one for one in self.ways if one.kind is kind), None)


def ways(state: State, today: date) -> Ways:
    """Return the ways to go on from today; none while there is no plan."""
    if state.plan is None or state.profile is None:
        return Ways((), (), ())
    late = slipped(state, today)
    found = options(state, state.profile, today)
    return Ways(
        slipped=late,
        advice=tuple(_advice(state, late, today)),
        ways=tuple(way(state, one) for one in found),
    )


def way(state: State, option: Option) -> Way:
    """Return an option with all it changes in words."""
    after = state.evolve(plan=option.plan, profile=option.profile)
    moved, shifted, added, removed = change_rows(state, after, option.difference)
    return Way(
        kind=option.kind,
        option=option,
        price=price_text(option),
        warning=unpinned_text(state, option),
        counts=counts(option, state.ticks),
        moved=moved,
        shifted=shifted,
        added=added,
        removed=removed,
        left_out=tuple(_left_out(state, after)),
    )


def change_rows(
    before: State, after: State, difference: Difference
) -> tuple[Rows, Rows, Rows, Rows]:
    """Return the sessions that move, that begin at another time, that are new, and that go."""
    return (
        tuple(_row(before, after, old, new) for old, new in difference.moved),
        tuple(_row(before, after, old, new) for old, new in difference.shifted),
        tuple(_row(before, after, None, new) for new in difference.added),
        tuple(_row(before, after, old, None) for old in difference.removed),
    )


def counts(option: Option, done: Container[str]) -> Counts:
    """Return how many sessions change; of those that stay, only the open ones count."""
    difference = option.difference
    stayed = sum(one.code not in done for one in difference.stayed)
    return Counts(
        moved=len(difference.moved),
        stayed=stayed + len(difference.shifted),
        shifted=len(difference.shifted),
        added=len(difference.added),
        removed=len(difference.removed),
    )


def _advice(state: State, late: Iterable[Session], today: date) -> Iterator[str]:
    twice = slipped_twice(late)
    if twice:
        yield twice_text(twice)
    found = last_week(state, today)
    if found is not None and wants_recovery(state, today):
        yield recovery_text(*found)


def _row(before: State, after: State, old: Session | None, new: Session | None) -> ChangeRow:
    one = new or old
    if one is None:
        raise ValueError("a change is of a session")
    return ChangeRow(
        code=one.code,
        title=session_title(after if new else before, one),
        before=_place(before, old),
        after=_place(after, new),
    )


def _place(state: State, one: Session | None) -> Place | None:
    if one is None or state.plan is None:
        return None
    return Place(week=state.plan.week_number(one.date), day=one.date, start=one.start)


def _left_out(before: State, after: State) -> Iterator[LeftOutRow]:
    old = {one.item: one.minutes for one in before.plan.left_out} if before.plan else {}
    for left in after.plan.left_out if after.plan else ():
        more = left.minutes - old.get(left.item, 0)
        if more > 0:
            yield left_out_row(after, left.evolve(minutes=more))
