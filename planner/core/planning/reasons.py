"""The reasons that only the finished board can give: what came before, and what waits."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from planner.core.plan import Reason, Rule, because
from planner.core.planning.board import Placed, in_time
from planner.core.planning.deadlines import Deadlines
from planner.core.planning.work import Work
from planner.core.values import Level, Priority, SessionKind, Subject

_REVIEW, _MOCK = SessionKind.REVIEW, SessionKind.MOCK
_room = partial(because, Rule.ROOM)
_continues = partial(because, Rule.CONTINUES)
_after = partial(because, Rule.AFTER)
_before = partial(because, Rule.BEFORE)
_guards = partial(because, Rule.GUARDS)
_PRIORITY = {one: because(Rule.PRIORITY, one.value) for one in Priority}
_ONE_BOOK = because(Rule.ONE_BOOK)


def explain(
    placed: Sequence[Placed], works: Mapping[str, Work], level: Level, rounds: Deadlines
) -> None:
    """Complete the reasons of sessions in order of time, the strongest first."""
    mock_after = _mock_after(works, placed)
    last: dict[str, Placed] = {}
    standing: dict[tuple[str, bool], Sequence[Reason]] = {}
    for one in placed:
        name = one.item
        before_round = _before_round(one, rounds) if name in rounds.rounds else ()
        if one.kind is _REVIEW:
            one.why = (*one.why, *before_round)
        elif name in works:
            work, before = works[name], last.get(name)
            last[name] = one
            known = (name, before is None)
            of_item = standing.get(known)
            if of_item is None:
                of_item = standing[known] = [*_of_item(work, level, goes_on=before is not None)]
            one.why = (
                *before_round,
                *_of_place(one, before, work, last),
                *mock_after.get(name, ()),
                *one.why,
                *of_item,
                _room(minutes=one.room, of=one.budget),
            )


def _before_round(one: Placed, rounds: Deadlines) -> tuple[Reason, ...]:
    """Return the booked round that a session is to stand before, if it does."""
    gate, day = rounds.rounds[one.item]
    days = (day - one.day.date).days
    if days <= 0:
        return ()
    week = one.day.week + (days + one.day.date.weekday()) // 7
    return (because(Rule.GATE, gate, minutes=days, week=week),)


def _mock_after(
    works: Mapping[str, Work], placed: Iterable[Placed]
) -> Mapping[str, Sequence[Reason]]:
    """Return for each item to study what is said of the earliest mock that requires it."""
    first: dict[str, Placed] = {}
    for one in placed:
        if one.kind is _MOCK:
            first.setdefault(one.item, one)
    found: dict[str, Placed] = {}
    for name, work in works.items():
        mock = first.get(name)
        if mock is None:
            continue
        for other in work.item.requires:
            known = found.get(other)
            if known is None or mock.day.date < known.day.date:
                found[other] = mock
    return {
        name: (_before(one.item, week=one.day.week),)
        for name, one in found.items()
        if name in works and not works[name].is_mock
    }


def _of_place(
    one: Placed, before: Placed | None, work: Work, last: Mapping[str, Placed]
) -> Sequence[Reason]:
    """Return what came before a session."""
    if before is not None:
        same = before.day.week == one.day.week
        return (_continues(week=None if same else before.day.week),)
    earlier = [last[other] for other in work.item.requires if other in last]
    return (_after(max(earlier, key=in_time).item),) if earlier else ()


def _of_item(work: Work, level: Level, *, goes_on: bool) -> Iterator[Reason]:
    """Yield what is said of an item wherever it stands, once it `goes_on` after its first time."""
    at = work.item.at[level]
    if at.failures and work.lane is not Subject.ORIENTATION:
        yield _guards(at.failures[0])
    if work.lane is Subject.READING and goes_on:
        yield _ONE_BOOK
    yield _PRIORITY[at.priority]
