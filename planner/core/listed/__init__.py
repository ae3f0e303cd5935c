"""Checklists that come from outside: ticks on our own lists, or items of somebody else's."""

from planner.core.listed.drafts import Draft, drafts, own_items
from planner.core.listed.lines import Listed, from_markdown
from planner.core.listed.matching import Matched, matched
from planner.core.listed.table import from_table, unused_columns
from planner.core.listed.taking import Brought, UnfitListError, brought

__all__ = [
    "Brought",
    "Draft",
    "Listed",
    "Matched",
    "UnfitListError",
    "brought",
    "drafts",
    "from_markdown",
    "from_table",
    "matched",
    "own_items",
    "unused_columns",
]
