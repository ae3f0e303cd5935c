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

    needs: Mapping[str, tuple[str, ...]]
    waiting: Mapping[str, Sequence[str]]
    follows: Mapping[str, tuple[str, ...]]
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
    needs = {
        name: tuple(other for other in work.item.requires if other in by_id)
        for name, work in by_id.items()
    }
    follows = {
        name: tuple(other for other in work.item.after if other in by_id)
        for name, work in by_id.items()
    }
    waiting: dict[str, list[str]] = {name: [] for name in by_id}
    for name, others in needs.items():
        for other in others:
            waiting[other].append(name)
    rank: dict[str, int] = {}
    due: dict[str, int] = {}
    tail: dict[str, int] = {}
    for name in _last_first(waiting):
        after = waiting[name]
        own = SOLE if name in sole else by_id[name].rank
        rank[name] = min([own, *(rank[one] for one in after)])
        due[name] = min([due_on(name), *(due[one] for one in after)])
        tail[name] = by_id[name].minutes + max((tail[one] for one in after), default=0)
    return Order(needs, waiting, follows, rank, due, tail)


def _last_first(waiting: Mapping[str, list[str]]) -> list[str]:
    """Return ids so that each stands after all that wait for it; circles are cut where met."""
    done: dict[str, None] = {}
    for start in waiting:
        stack = [(start, iter(waiting[start]))]
        entered = {start}
        while stack:
            name, rest = stack[-1]
            following = next((one for one in rest if one not in done and one not in entered), None)
            if following is None:
                done.setdefault(name)
                stack.pop()
            else:
                entered.add(following)
                stack.append((following, iter(waiting[following])))
    return list(done)
