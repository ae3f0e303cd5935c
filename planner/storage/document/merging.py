"""Lays a document beside a store: what is new in it, and what the two make together."""

from collections.abc import Collection, Sequence

from planner.core.apply import Entry
from planner.core.commands import Retract
from planner.core.folding import fold, retracted
from planner.core.screens.holding import Holding, holding
from planner.core.screens.taking import Taking
from planner.core.state import State
from planner.core.values import Fact
from planner.storage.backup.content import Content, living
from planner.storage.line import Record
from planner.storage.records import Records


class Merge(Fact, frozen=True):
    """What it takes for a store to hold what a document holds.

    `missing` are the commands that are not here. `held` are the retractions by which an import
    that was undone still holds others back; the names of those that stay so are `kept_back`.
    """

    missing: tuple[Record, ...]
    held: tuple[Record, ...] = ()
    kept_back: tuple[str, ...] = ()

    @property
    def changes_nothing(self) -> bool:
        """Whether all of the document counts here already."""
        return not self.missing and not self.held


def merge(content: Content, records: Collection[Record]) -> Merge:
    """Return what it takes for a store of these records to hold the content as well."""
    here: dict[str, list[Record]] = {}
    for one in records:
        here.setdefault(one.id, []).append(one)
    missing = tuple(
        one for one in content.records if not any(_same(one, two) for two in here.get(one.id, ()))
    )
    wanted = {name for one in content.records for name in (one.id, one.name)}
    dead = retracted(tuple(records))
    held = tuple(one for one in records if one.name not in dead and wanted.intersection(_held(one)))
    kept_back = sorted({name for one in held for name in _held(one)} - wanted)
    return Merge(missing, held, tuple(kept_back))


def taking(content: Content, state: State, records: Sequence[Record]) -> Taking:
    """Return what taking the content in would make of the state, which the records make."""
    gap = merge(content, records)
    freed = {name for one in gap.held for name in _held(one)}.difference(gap.kept_back)
    new = len(gap.missing) + sum(
        not freed.isdisjoint((one.id, one.name)) for one in content.records
    )
    all_of_it = Records()
    all_of_it.add((*(one for one in records if one not in gap.held), *gap.missing))
    entries: list[Entry] = [*all_of_it.in_order()]
    if gap.kept_back:
        entries.append(Entry("preview-1", Retract(ids=gap.kept_back, purpose="hold")))
    before = fold(State(state.curriculum), tuple(records))[1]
    after, refused = fold(State(state.curriculum), entries)
    return Taking(
        new=new,
        known=len(content.records) - new,
        now=_holding(state, records),
        after=_holding(after, all_of_it.in_order()),
        refused=max(0, len(refused) - len(before)),
    )


def _holding(state: State, records: Collection[Record]) -> Holding:
    return holding(state, living(records), len({one.device for one in records}))


def _held(record: Record) -> tuple[str, ...]:
    command = record.command
    return command.ids if isinstance(command, Retract) and command.purpose == "hold" else ()


def _same(one: Record, other: Record) -> bool:
    """Say whether two lines of one id say the same, however they are spelled."""
    return one.sum == other.sum or (one.at, one.command) == (other.at, other.command)
