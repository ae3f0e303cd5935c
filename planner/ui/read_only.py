"""Which actions change what is kept, and so cannot be done where that is read-only."""

from planner.ui.actions import Action

_EDITING_MENUS = {"session", "plan", "story"}
_ONLY_LOOK = {"details", "strengthen"}
_EDIT_ELSEWHERE = {"new-item", "undo", "redo", "restore"}


def edits(row: Action) -> bool:
    """Say whether an action changes what is kept."""
    if row.menu in _EDITING_MENUS:
        return row.id not in _ONLY_LOOK
    return row.id in _EDIT_ELSEWHERE
