"""The reasons that only the finished board can give: what came before, and what waits."""

from collections.abc import Iterator, Mapping, Sequence

from planner.core.plan import WORK, Reason, Rule, because
from planner.core.planning.board import Placed
from planner.core.planning.deadlines import Deadlines
from planner.core.planning.work import Work
from planner.core.values import Level, SessionKind, Subject


def explain(
    placed: Sequence[Placed], works: Mapping[str, Work], level: Level, rounds: Deadlines
) -> None:
    """Complete the reasons of sessions in order of time, the strongest first."""
    first: dict[str, Placed] = {}
    last: dict[str, Placed] = {}
    for one in placed:
        if one.kind in WORK:
            first.setdefault(one.item, one)
    mock_after = _mock_after(works, first)
    standing: dict[tuple[str, bool], tuple[Reason, ...]] = {}
    for one in placed:
        work = works.get(one.item)
        if one.kind is SessionKind.REVIEW:
            one.why = (*one.why, *_before_round(one, rounds))
        if work is None or one.kind is SessionKind.REVIEW:
            continue
        before = last.get(one.item)
        last[one.item] = one
        known = (one.item, before is None)
        if known not in standing:
            standing[known] = tuple(_of_item(work, level, goes_on=before is not None))
        one.why = (
            *_before_round(one, rounds),
            *_of_place(one, before, work, mock_after.get(one.item), last),
            *one.why,
            *standing[known],
            because(Rule.ROOM, minutes=one.room, of=one.budget),
        )


def _before_round(one: Placed, rounds: Deadlines) -> tuple[Reason, ...]:
    """Return the booked round that a session is to stand before, if it does."""
    known = rounds.rounds.get(one.item)
    if known is None or one.day.date >= known[1]:
        return ()
    gate, day = known
    week = one.day.week + ((day - one.day.date).days + one.day.date.weekday()) // 7
    return (because(Rule.GATE, gate, minutes=(day - one.day.date).days, week=week),)


def _mock_after(works: Mapping[str, Work], first: Mapping[str, Placed]) -> dict[str, Placed]:
    """Return for each item the earliest mock that requires it."""
    found: dict[str, Placed] = {}
    for work in works.values():
        mock = first.get(work.id)
        if mock is None or work.lane is not Subject.MOCK:
            continue
        for other in work.item.requires:
            known = found.get(other)
            if known is None or mock.day.date < known.day.date:
                found[other] = mock
    return found


def _of_place(
    one: Placed, before: Placed | None, work: Work, mock: Placed | None, last: Mapping[str, Placed]
) -> Iterator[Reason]:
    """Yield what came before a session, and the mock that waits for it."""
    if before is not None:
        same = before.day.week == one.day.week
        yield because(Rule.CONTINUES, week=None if same else before.day.week)
    else:
        earlier = [last[other] for other in work.item.requires if other in last]
        if earlier:
            latest = max(earlier, key=lambda other: (other.day.date, other.minute))
            yield because(Rule.AFTER, latest.item)
    if mock is not None and work.lane is not Subject.MOCK:
        yield because(Rule.BEFORE, mock.item, week=mock.day.week)


def _of_item(work: Work, level: Level, *, goes_on: bool) -> Iterator[Reason]:
    """Yield what is said of an item wherever it stands, once it `goes_on` after its first time."""
    at = work.item.at[level]
    if at.failures and work.lane is not Subject.ORIENTATION:
        yield because(Rule.GUARDS, at.failures[0])
    if work.lane is Subject.READING and goes_on:
        yield because(Rule.ONE_BOOK)
    yield because(Rule.PRIORITY, at.priority.value)
