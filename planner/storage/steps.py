"""What can be undone and redone, told from the journal, so that it outlives a restart."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from planner.core.apply import Entry
from planner.core.commands import Change, Retract
from planner.core.state import State
from planner.core.values import Fact
from planner.storage.line import Record

_DONE = {"restore", "import"}
"""Retractions that are something done, and no undoing."""
_STATES_KEPT = 200
"""Steps that can be undone without folding the journal anew; older ones take that longer way."""


class Step(Fact, frozen=True):
    """One gesture, with the states around it while those are known to be true."""

    entries: Sequence[Entry]
    before: State | None = None
    after: State | None = None

    @property
    def ids(self) -> tuple[str, ...]:
        """What a retraction calls the commands."""
        return tuple([entry.name for entry in self.entries])

    @property
    def changes(self) -> tuple[Change | Retract, ...]:
        """The commands."""
        return tuple([entry.command for entry in self.entries])


def gestures(
    records: Iterable[Record], devices: Collection[str], names: Collection[str] = ()
) -> Iterator[Sequence[Record]]:
    """Return the gestures made under some ids, and lines of other ids by their names.

    The commands of each gesture share a stamp.
    """
    own = (one for one in records if one.device in devices or (names and one.name in names))
    for _, gesture in groupby(own, key=attrgetter("at")):
        yield tuple(gesture)


class Steps:
    """Two stacks: what was done, and what was undone since."""

    def __init__(self, past: Iterable[Sequence[Entry]], dead: frozenset[str]) -> None:
        """Tell the stacks from all gestures in order; `dead` are the names that are retracted."""
        self._done: list[Step] = []
        self._undone: list[tuple[Step, str]] = []
        self._taken_back: dict[str, Step] = {}
        for gesture in past:
            self.add(gesture)
        if dead:
            self._done = [step for step in self._done if not dead.issuperset(step.ids)]
        self._undone = [(step, by) for step, by in self._undone if by not in dead]

    @property
    def last_done(self) -> Step | None:
        """The step that undo takes back."""
        return self._done[-1] if self._done else None

    @property
    def last_undone(self) -> tuple[Step, str] | None:
        """The step that redo brings back, and the name of the retraction it ends."""
        return self._undone[-1] if self._undone else None

    def add(
        self, gesture: Sequence[Entry], before: State | None = None, after: State | None = None
    ) -> None:
        """Take in the newest gesture: something done, undone or redone."""
        first = gesture[0]
        if not isinstance(first.command, Retract) or first.command.purpose in _DONE:
            self._push(Step(gesture, before, after))
            self._undone.clear()
        elif first.command.ids[0] in self._taken_back:
            again = self._taken_back[first.command.ids[0]]
            self._undone = [(step, by) for step, by in self._undone if step is not again]
            self._push(again)
        else:
            self._take_back(first.name, first.command.ids)

    def _push(self, step: Step) -> None:
        self._done.append(step)
        place = -_STATES_KEPT - 1
        if len(self._done) > _STATES_KEPT and self._done[place].before:
            self._done[place] = Step(self._done[place].entries)

    def _take_back(self, by: str, ids: tuple[str, ...]) -> None:
        for place in reversed(range(len(self._done))):
            step = self._done[place]
            if step.ids == ids:
                del self._done[place]
                self._undone.append((step, by))
                self._taken_back[by] = step
                return
