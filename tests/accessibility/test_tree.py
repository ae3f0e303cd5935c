"""What a screen reader finds: a name for every control, words in every cell, the right roles."""

import sys
from collections.abc import Iterator

import pytest

from tests.accessibility.desk import LOOPREADY, Desk
from tests.accessibility.finding import found, windows
from tests.accessibility.tree import Node, wait_for

CELLS = {"list item", "tree item", "table cell", "cell", "column header", "row header"}
CONTROLS = {
    *("push button", "toggle button", "check box", "radio button", "link", "menu item"),
    *("text", "entry", "password text", "spin box", "slider", "combo box", "progress bar"),
    *("list", "tree", "tree table", "table", "page tab", "page tab list", "dialog", "frame"),
}
PAGES = ("This week", "Plan", "Checklist", "Readiness", "Stories", "Practice", "Guide")


def wordless(root: Node) -> list[str]:
    """Return what is on the screen, has the focus or holds a fact, and says nothing."""
    return [path for node, path in walked(root) if says_nothing(node)]


def walked(root: Node, path: str = "") -> Iterator[tuple[Node, str]]:
    """Yield what is on the screen, with the way there; cells count where they are scrolled away."""
    role = root.role
    if role not in CELLS and "showing" not in root.states:
        return
    path = f"{path}/{role} {root.name}".removesuffix(" ")
    yield root, path
    for child in root.children:
        yield from walked(child, path)


def says_nothing(node: Node) -> bool:
    """Say whether something that ought to speak has nothing to say."""
    role = node.role
    if role == "combo box":  # its name is what is chosen; a label or a description says of what
        typed = any(one.role == "text" and one.name for one in node.children)
        return not (labels(node) or node.description or typed)
    if node.name.strip():
        return False
    if labels(node):
        return False
    return role in CONTROLS | CELLS or "focusable" in node.states


def labels(node: Node) -> list[str]:
    """Return the names of the labels that belong to something."""
    labelled_by = 2
    related = node.ask("Accessible", "GetRelationSet")
    found_ = (Node(node.bus, one) for kind, them in related if kind == labelled_by for one in them)
    return [one.name for one in found_ if one.name]


@pytest.fixture(scope="module")
def window(a_desk: Desk) -> Iterator[Node]:
    with a_desk.running([*LOOPREADY, "--demo", "--today", "2026-12-16"]) as window:
        yield window


@pytest.mark.parametrize("page", PAGES)
def test_everything_on_a_page_has_words(window: Node, page: str) -> None:
    entry = found(window, "radio button", page)
    entry.do("Toggle")
    wait_for(lambda: "checked" in entry.states, page)
    wait_for(lambda: not wordless(window), lambda: wordless(window))


def test_everything_in_a_dialog_has_words(a_desk: Desk) -> None:
    with a_desk.running([sys.executable, "-m", "tests.accessibility.gallery"]) as window:
        dialogs = [one for one in windows(window) if one.role == "dialog"]
        assert len(dialogs) > 30
        assert [one for each in dialogs for one in wordless(each)] == []


def test_a_control_without_words_is_noticed(window: Node) -> None:
    class Mute(Node):
        name = ""

    assert not says_nothing(window)
    assert says_nothing(Mute(window.bus, window.place))
