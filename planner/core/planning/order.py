"""Who waits for whom among the work that is left, and who comes first."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from planner.core.planning.deadlines import NO_DATE
from planner.core.planning.work import Work


@dataclass(frozen=True, slots=True)
class Order:
    """What the order of placing rests on.

    `needs` are the open items each item has to wait for, `waiting` those that wait for it,
    `follows` those it would rather wait for, `rank` the priority an item has through what waits
    for it (what alone covers something comes before everything), `due` the day before which it is
    to be finished, and `tail` the minutes of the longest chain that begins with it.
    """

    needs: Mapping[str, Sequence[str]]
    waiting: Mapping[str, Sequence[str]]
    follows: Mapping[str, Sequence[str]]
    rank: Mapping[str, int]
    due: Mapping[str, int]
    tail: Mapping[str, int]


SOLE = -1


def order_of(
    works: Iterable[Work],
    sole: AbstractSet[str] = frozenset(),
    due_on: Callable[[str], int] = lambda _: NO_DATE,
) -> Order:
    """Return the order among some work; what is not among it is not waited for."""
    by_id = {work.id: work for work in works}
    works = by_id.values()
    needs = {work.id: [one for one in work.item.requires if one in by_id] for work in works}
    follows = {work.id: [one for one in work.item.after if one in by_id] for work in works}
    waiting: dict[str, list[str]] = {name: [] for name in by_id}
    for name, others in needs.items():
        for other in others:
            waiting[other].append(name)
    rank: dict[str, int] = {}
    due: dict[str, int] = {}
    tail: dict[str, int] = {}
    for name in _last_first(needs, waiting):
        after, work = waiting[name], by_id[name]
        rank[name] = SOLE if name in sole else work.rank
        due[name] = due_on(name)
        tail[name] = work.minutes
        if after:
            rank[name] = min(rank[name], *[rank[one] for one in after])
            due[name] = min(due[name], *[due[one] for one in after])
            tail[name] += max([tail[one] for one in after])
    return Order(needs, waiting, follows, rank, due, tail)


def _last_first(
    needs: Mapping[str, Sequence[str]], waiting: Mapping[str, Sequence[str]]
) -> Sequence[str]:
    """Return ids so that each stands after all that wait for it."""
    missing = {name: len(others) for name, others in waiting.items()}
    found = [name for name, others in waiting.items() if not others]
    for name in found:
        for other in needs[name]:
            missing[other] -= 1
            if not missing[other]:
                found.append(other)
    return found
