"""Closed-book prompts: what a review asks of an item, answered without looking anything up."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated

from planner.core.checking import Limits
from planner.core.curriculum import Curriculum
from planner.core.plan import Session
from planner.core.state import State
from planner.core.values import SessionKind, Value

LEAST, LONGEST = 3, 200
"""Prompts that every item has at least, and letters that one has at most."""
MINUTES_EACH = 5

About = Annotated[str, Limits(pattern=r"^[A-Za-z0-9][A-Za-z0-9./_-]{0,119}$")]
Prompt = Annotated[str, Limits(min_length=1, max_length=LONGEST)]


class Prompts(Value, frozen=True):
    """What is asked about an item, or about one unit of it."""

    about: About
    ask: Annotated[tuple[Prompt, ...], Limits(min_length=1)]


class ClosedBook(Value, frozen=True):
    """All prompts of a curriculum, in the order they are written."""

    prompts: tuple[Prompts, ...] = ()

    def of(self, item_id: str) -> tuple[str, ...]:
        """Return every prompt of an item, those of its units at the end."""
        return self._by_item.get(item_id, ())

    @cached_property
    def _by_item(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for one in sorted(self.prompts, key=lambda one: "/" in one.about):
            item = one.about.partition("/")[0]
            found[item] = (*found.get(item, ()), *one.ask)
        return found


def problems(book: ClosedBook, curriculum: Curriculum) -> Iterator[str]:
    """Say in a clause each what is wrong: unknown ids, too few prompts, one that stands twice."""
    known = {item.id for item in curriculum.items}
    known |= {unit.id for item in curriculum.items for unit in item.units}
    seen: set[str] = set()
    for one in book.prompts:
        if one.about not in known:
            yield f"asks about the unknown {one.about}"
        if one.about in seen:
            yield f"asks about {one.about} in two places"
        seen.add(one.about)
    for item in curriculum.items:
        if len(book.of(item.id)) < LEAST:
            yield f"asks {len(book.of(item.id))} times about {item.id}, not {LEAST} times"
    asked: set[str] = set()
    for prompt in (prompt for one in book.prompts for prompt in one.ask):
        if " ".join(prompt.casefold().split()) in asked:
            yield f"asks twice “{prompt}”"
        asked.add(" ".join(prompt.casefold().split()))


def asked(book: ClosedBook, state: State, session: Session) -> tuple[str, ...]:
    """Return what a review asks: one prompt for every five minutes, three at least.

    Each review of an item goes on where the one before ended, and begins again at the end.
    """
    every = book.of(session.item)
    if session.kind is not SessionKind.REVIEW or state.plan is None or not every:
        return ()
    reviews = [
        one
        for one in state.plan.sessions
        if one.item == session.item and one.kind is SessionKind.REVIEW
    ]
    begin = sum(_count(one) for one in reviews[: _place(reviews, session)])
    return tuple(
        every[(begin + place) % len(every)] for place in range(min(_count(session), len(every)))
    )


def _count(session: Session) -> int:
    return max(LEAST, session.minutes // MINUTES_EACH)


def _place(reviews: list[Session], session: Session) -> int:
    codes = [one.code for one in reviews]
    return codes.index(session.code) if session.code in codes else 0
