"""What is said aloud: each thing once, and none where the keyboard already tells it."""

from tests.accessibility.desk import Desk
from tests.accessibility.finding import choose, dialog, found
from tests.accessibility.tree import Node, wait_for

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

        found(window, "push button", "Week after").do("Press")
        wait_for(lambda: len(window.heard()) == 3, window.heard)
        assert window.heard()[-1].startswith("Week 5 of 10, ")

        choose(window, "Plan", "Free time and dates…")
        asked = dialog(window, "Free time")
        found(asked, "text", "First day off").fill(NEVER)
        wait_for(lambda: len(window.heard()) == 4, window.heard)
        assert NEVER in window.heard()[-1]
        assert NEVER in found(asked, "text", "First day off").description


def test_a_slider_says_what_it_stands_for_and_what_that_would_bring(a_desk: Desk) -> None:
    with a_desk.running(["-m", "planner", "--demo", "--today", "2026-12-16"]) as window:
        found(window, "radio button", "Plan").do("Toggle")
        slider = found(window, "slider", "Hours a week: 15 h")
        window.hear()
        slider.set_value(slider.get("Value", "CurrentValue") + 2)
        found(window, "slider", "Hours a week: 16 h")
        wait_for(lambda: answers(window), window.heard)
        assert len(answers(window)) == 1


def answers(window: Node) -> list[str]:
    """What was said of what a slider would bring."""
    return [one for one in window.heard() if one.startswith("Likely finish ")]
