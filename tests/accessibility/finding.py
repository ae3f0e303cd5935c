"""Finds things by what they are called, as somebody does who hears them."""

from collections.abc import Iterator

from tests.accessibility.tree import Node, wait_for


def shown(root: Node, role: str, name: str) -> Node | None:
    """Return what has a role and a name, as far as it is on the screen and enabled."""
    for one in root.below():
        if one.role == role and one.name == name and {"showing", "enabled"} <= one.states:
            return one
    return None


def found(root: Node, role: str, name: str) -> Node:
    """Return the same, once it is there."""
    return wait_for(lambda: shown(root, role, name), f"{role} “{name}”")


def windows(window: Node) -> Iterator[Node]:
    """Yield the windows of a program."""
    yield from Node(window.bus, window.ask("Accessible", "GetApplication")).children


def dialog(window: Node, title: str) -> Node:
    """Return the dialog with a title, once it is open."""

    def look() -> Node | None:
        dialogs = (one for one in windows(window) if one.role in {"dialog", "file chooser"})
        return next((one for one in dialogs if one.name.startswith(title)), None)

    return wait_for(look, f"the dialog “{title}”")


def choose(window: Node, menu: str, entry: str) -> None:
    """Choose an entry of a menu."""
    bar = found(window, "menu item", menu)
    entries = (one for one in bar.below() if one.role == "menu item" and one.name == entry)
    next(entries).do("Press")
