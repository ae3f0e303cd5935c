"""Looks into a backup: what it holds, and what would change against now."""

from collections.abc import Collection

from planner.core.folding import fold
from planner.core.screens.holding import Holding, Preview, holding
from planner.core.state import State
from planner.storage.backup.content import Content, living
from planner.storage.line import Record


def preview(content: Content, state: State, records: Collection[Record]) -> Preview:
    """Return a backup beside the state of now, which `records` make."""
    then, _ = fold(State(state.curriculum), content.records)
    gap = content.against(records)
    return Preview(
        then=_holding(then, content.records),
        now=_holding(state, records),
        brought=gap.brought,
        taken=gap.taken,
        unreadable=content.unreadable,
    )


def _holding(state: State, records: Collection[Record]) -> Holding:
    return holding(state, living(records), len({one.device for one in records}))
