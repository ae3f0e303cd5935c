"""What another curriculum changed since the last time, and what became of the ticks."""

from collections.abc import Callable, Collection, Iterable
from functools import partial

from planner.core.apply import Entry
from planner.core.commands import Tick
from planner.core.curriculum import Curriculum
from planner.core.refusal import Refused
from planner.core.state import State
from planner.core.succession import carried
from planner.core.values import Fact


class News(Fact, frozen=True):
    """How many items and parts are new, renamed and gone; how many ticks of these were kept, lost.

    A part counts for itself only where its item stayed.
    """

    new: int
    renamed: int
    gone: int
    kept: int
    lost: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed that anybody would notice."""
        return not (self.new or self.renamed or self.gone or self.lost)


def ids(curriculum: Curriculum) -> frozenset[str]:
    """Return the ids of everything in a curriculum that can be ticked."""
    items = curriculum.items
    return frozenset(item.id for item in items).union(
        one.id for item in items for one in item.units
    )


def news(seen: Collection[str], state: State, refused: Iterable[tuple[Entry, Refused]]) -> News:
    """Return what changed since a curriculum with the ids `seen`; `refused` is of today's fold."""
    name = partial(carried, state.curriculum.renames)
    now = ids(state.curriculum)
    kept = {one: name(one) for one in seen if name(one) in now}
    gone = set(seen) - kept.keys()
    lost = gone.union(map(name, gone))
    return News(
        new=_count(now.difference(kept.values())),
        renamed=sum(new != _with_its_item(one, name) for one, new in kept.items()),
        gone=_count(gone),
        kept=sum(name(one) in state.ticks for one in gone),
        lost=sum(
            isinstance(entry.command, Tick) and entry.command.target in lost for entry, _ in refused
        ),
    )


def _with_its_item(one: str, name: Callable[[str], str]) -> str:
    """Return what an id is called as long as nobody renames it for itself."""
    item, slash, part = one.partition("/")
    return f"{name(item)}/{part}" if slash else one


def _count(found: Collection[str]) -> int:
    return sum("/" not in one or one.partition("/")[0] not in found for one in found)
