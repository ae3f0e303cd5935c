"""What is said aloud: each thing once, and none where the keyboard already tells it."""

from tests.accessibility.desk import Desk
from tests.accessibility.finding import choose, dialog, found
from tests.accessibility.tree import wait_for

NEVER = "never a day"


def test_ticks_undo_and_what_is_refused_are_said_once(a_desk: Desk) -> None:
    with a_desk.running(["-m", "planner", "--demo", "--today", "2026-12-16"]) as window:
        window.hear()
        sessions = found(window, "list", "Sessions of the week")
        rows = sessions.children
        place = next(at for at, row in enumerate(rows) if "not done" in row.name)
        sessions.select(place)
        wait_for(lambda: "focused" in rows[place].states, "the session")
        assert window.heard() == []

        choose(window, "Session", "Done")
        wait_for(lambda: len(window.heard()) == 1, window.heard)
        assert window.heard()[-1].startswith("Ticked “")
        found(window, "push button", "Undo").do("Press")
        wait_for(lambda: len(window.heard()) == 2, window.heard)
        assert window.heard()[-1].startswith("Undone: tick “")

        choose(window, "Plan", "Free time and dates…")
        asked = dialog(window, "Free time")
        found(asked, "text", "First day off").fill(NEVER)
        wait_for(lambda: len(window.heard()) == 3, window.heard)
        assert NEVER in window.heard()[-1]
        assert NEVER in found(asked, "text", "First day off").description
