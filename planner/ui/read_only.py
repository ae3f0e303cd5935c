"""Which actions change what is kept, and so cannot be done where that is read-only."""

from planner.ui.action import Action

LOOKING_MENUS = {"view", "help"}
LOOKING = {
    *("print", "print-plan", "print-sheet", "export", "quit"),
    *("export-everything", "export-pack", "filter", "find", "preferences", "details", "strengthen"),
}


def edits(row: Action) -> bool:
    """Say whether an action changes what is kept; one that is not known to look only does."""
    return row.menu not in LOOKING_MENUS and row.id not in LOOKING
