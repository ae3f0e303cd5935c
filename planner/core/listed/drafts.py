"""Items of one's own out of somebody else's list."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from planner.core.commands import LONGEST_TITLE, AddItem, Change, Tick
from planner.core.effort import SHORTEST
from planner.core.listed.lines import Listed, minutes_in
from planner.core.state import State
from planner.core.values import Fact, Priority, Subject

USUAL = 60
"""Minutes of an item whose list says no time; the user can change them later."""
MOST = 500
_TIME_BEHIND = re.compile(
    r"\s*(?:[·|,–—-]\s*|\()~?\d[\d.\s]*(?:h|hours?|m|min|minutes?)[^·()]*\)?\s*$"
)


class Draft(Fact, frozen=True):
    """An item that could be added; `is_raised` says that its list gives it less time."""

    title: str
    minutes: int
    done: bool
    is_raised: bool = False


def drafts(state: State, lines: Sequence[Listed]) -> tuple[Draft, ...]:
    """Return the items of a list that are not among one's own yet; tasks where there are any."""
    known = {item.title.casefold() for item in state.own.values()}
    only = any(one.has_box for one in lines)
    found: dict[str, Draft] = {}
    for one in lines:
        if only and not one.has_box:
            continue
        title = (_TIME_BEHIND.sub("", one.text).strip() or one.text)[:LONGEST_TITLE].strip()
        minutes = one.minutes or minutes_in(one.text) or USUAL
        name = title.casefold()
        if title and name not in known and name not in found:
            found[name] = Draft(title, max(minutes, SHORTEST), one.done, minutes < SHORTEST)
    return tuple(found.values())


def own_items(
    wanted: Sequence[Draft], new_id: Callable[[], str], today: date
) -> tuple[Change, ...]:
    """Return what adds the items, and ticks those that are done already."""
    return tuple(change for one in wanted for change in _commands(one, new_id(), today))


def _commands(one: Draft, name: str, today: date) -> Iterator[Change]:
    item = f"own.{name}"
    yield AddItem(
        id=item,
        title=one.title,
        subject=Subject.READING,
        minutes=one.minutes,
        priority=Priority.OPTIONAL,
    )
    if one.done:
        yield Tick(target=item, on=today)
