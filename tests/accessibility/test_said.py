"""What is said aloud: each thing once, and none where the keyboard already tells it."""

import time
from pathlib import Path

from tests.accessibility.desk import LOOPREADY, Desk
from tests.accessibility.finding import choose, dialog, found
from tests.accessibility.tree import Node, wait_for

NEVER = "never a day"
WHILE = 0.2
"""Seconds in which a second time would follow."""


def test_ticks_undo_and_what_is_refused_are_said_once(a_desk: Desk) -> None:
    with a_desk.running([*LOOPREADY, "--demo", "--today", "2026-12-16"]) as window:
        window.hear()
        sessions = found(window, "list", "Sessions of the week")
        rows = sessions.children
        place = next(at for at, row in enumerate(rows) if is_open(row))
        sessions.select(place)
        wait_for(lambda: "focused" in rows[place].states, "the session")
        before = window.heard()
        assert not any(one in rows[place].name for one in before)

        choose(window, "Session", "Done")
        once(window, "Ticked “")
        found(window, "push button", "Undo").do("Press")
        once(window, "Undone: tick “")

        found(window, "push button", "Week after").do("Press")
        once(window, "Week 5 of 10, ")

        choose(window, "Plan", "Free time and dates…")
        asked = dialog(window, "Free time")
        found(asked, "text", "First day off").fill(NEVER)
        once(window, f"“{NEVER}” is no day")
        assert NEVER in found(asked, "text", "First day off").description


def test_a_slider_says_what_it_stands_for_and_what_that_would_bring(a_desk: Desk) -> None:
    with a_desk.running([*LOOPREADY, "--demo", "--today", "2026-12-16"]) as window:
        found(window, "radio button", "Plan").do("Toggle")
        slider = found(window, "slider", "Hours a week: 15 h")
        window.hear()
        slider.set_value(slider.get("Value", "CurrentValue") + 2)
        found(window, "slider", "Hours a week: 16 h")
        once(window, "Likely finish ")


def test_the_focus_timer_says_when_it_begins_and_rests(a_desk: Desk) -> None:
    with a_desk.running([*LOOPREADY, "--demo", "--today", "2026-12-16"]) as window:
        window.hear()
        choose(window, "Session", "Start focus")
        once(window, "Focus on ")
        choose(window, "Session", "Pause focus, or go on")
        wait_for(lambda: any(", paused, " in one for one in window.heard()), window.heard)


def test_the_palette_is_a_dialog_of_its_own_and_says_the_row_it_is_on(a_desk: Desk) -> None:
    with a_desk.running([*LOOPREADY, "--demo", "--today", "2026-12-16"]) as window:
        choose(window, "Edit", "Find anything…")
        asked = dialog(window, "Find anything")
        field = found(asked, "text", "Find anything")
        wait_for(lambda: "focused" in field.states and "active" in asked.states, "the field")
        window.hear()
        field.fill("replan")
        once(window, "Replan…, ")


def test_each_step_of_the_wizard_is_said_with_what_the_plan_comes_to(
    a_desk: Desk, tmp_path: Path
) -> None:
    store = ["--store", str(tmp_path / "store"), "--today", "2026-11-30"]
    with a_desk.running([*LOOPREADY, *store]) as window:
        wizard = dialog(window, "Welcome")
        wizard.hear()
        for begin in ("Step 2 of 5. When ", "Step 3 of 5. How ", "Step 4 of 5. Where "):
            found(wizard, "push button", "Next").do("Press")
            once(wizard, begin)
        found(wizard, "push button", "Next").do("Press")
        once(wizard, "Step 5 of 5. Your plan. ")
        told = next(one for one in wizard.heard() if one.startswith("Step 5"))
        assert "Proposed L6 loop day: " in told
        assert "do not fit" in told


def is_open(row: Node) -> bool:
    """Say whether a row has a box that is not ticked."""
    return "checkable" in row.states and "checked" not in row.states


def once(window: Node, begin: str) -> None:
    """Wait until something that begins so was said, and see that it was said once."""
    wait_for(lambda: any(one.startswith(begin) for one in window.heard()), window.heard)
    time.sleep(WHILE)
    assert len([one for one in window.heard() if one.startswith(begin)]) == 1
