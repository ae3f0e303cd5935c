"""What a screen reader reads by itself: bars that move, heads of tables, a dialog as it opens.

Each of these sounded wrong in Orca before it had a test here.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.accessibility.desk import LOOPREADY, Desk
from tests.accessibility.finding import choose, dialog, found
from tests.accessibility.tree import Node, wait_for

FIRST = 1


@pytest.fixture(scope="module")
def window(a_desk: Desk) -> Iterator[Node]:
    with a_desk.running([*LOOPREADY, "--demo", "--today", "2026-12-16"]) as window:
        yield window


def test_bars_are_silent_while_a_tick_moves_them(window: Node) -> None:
    sessions = found(window, "list", "Sessions of the week")
    bar = found(window, "progress bar", "The week so far")
    window.hear("property-change:accessible-value", "PropertyChange")
    window.hear()
    before = bar.description
    rows = sessions.children
    open_ = [at for at, row in enumerate(rows) if "checkable" in row.states]
    sessions.select(next(at for at in open_ if "checked" not in rows[at].states))
    choose(window, "Session", "Done")
    wait_for(lambda: any(one.startswith("Ticked") for one in window.heard()), window.heard)
    wait_for(lambda: bar.description != before, "the bar")
    moved = [one for one in window.bus.signals if one.member == "PropertyChange"]
    assert not [one for one in moved if one.body[0] == "accessible-value"]


def test_the_table_of_stories_names_its_rows_and_columns_beside_its_cells(window: Node) -> None:
    found(window, "radio button", "Stories").do("Toggle")
    table = found(window, "table", "Principles and their stories")
    assert table.ask("Table", "GetRowDescription", "i", 1) == "Ownership, critical"
    assert table.ask("Table", "GetColumnDescription", "i", FIRST) == "First story"
    told = [Node(window.bus, table.ask("Table", "GetAccessibleAt", "ii", 1, at)) for at in (1, 2)]
    assert [one.name for one in told] == ["Pager rotation", "Billing outage"]


def test_the_level_is_told_with_its_ring_and_not_as_the_wizard_opens(
    a_desk: Desk, tmp_path: Path
) -> None:
    store = ["--store", str(tmp_path / "store"), "--today", "2026-11-30"]
    with a_desk.running([*LOOPREADY, *store]) as window:
        wizard = dialog(window, "Welcome")
        ring = found(wizard, "radio button", "L6 · Senior Engineering Manager")
        assert ". Scope: Multiple teams. Team Size: " in ring.description
        labels = [one for one in wizard.below() if one.role == "label" and "showing" in one.states]
        read = [one.name for one in labels if not one.ask("Accessible", "GetRelationSet")]
        assert "Which level do you interview for?" in read
        assert not [one for one in read if one.startswith(("Scope", "Team", "Operational"))]
