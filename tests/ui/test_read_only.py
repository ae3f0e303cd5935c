from planner.ui.actions import ACTIONS, BY_ID
from planner.ui.read_only import LOOKING, LOOKING_MENUS, edits


def test_whatever_is_not_known_to_look_only_changes_something() -> None:
    assert set(BY_ID) >= LOOKING
    assert {row.menu for row in ACTIONS} >= LOOKING_MENUS
    changing = {row.id for row in ACTIONS if edits(row)}
    assert {"new-item", "undo", "restore", "toggle-done", "replan", "new-story"} <= changing
    assert not changing & {"quit", "page-plan", "today", "larger", "about", "details"}
