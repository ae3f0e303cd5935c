"""The main job, as a screen reader's user does it: by names and accessible actions alone."""

import json
from pathlib import Path

from tests.accessibility.desk import LOOPREADY, Desk
from tests.accessibility.finding import choose, dialog, found
from tests.accessibility.tree import wait_for

EVIDENCE = "Grew two seniors; both promoted"


def test_from_an_empty_store_to_a_printed_week_and_to_another_start(
    a_desk: Desk, tmp_path: Path
) -> None:
    store = ["--store", str(tmp_path / "store"), "--today", "2026-11-30"]
    paper = tmp_path / "week.pdf"
    with a_desk.running([*LOOPREADY, *store]) as window:
        wizard = dialog(window, "Welcome")
        found(wizard, "radio button", "L7 · Principal Engineering Manager").do("Toggle")
        found(wizard, "push button", "Next").do("Press")
        found(wizard, "radio button", "The loop is on")
        found(wizard, "push button", "Next").do("Press")
        found(wizard, "spin box", "Hours a week").set_value(14)
        found(wizard, "push button", "Next").do("Press")
        found(wizard, "radio button", "System design: strong").do("Toggle")
        found(wizard, "push button", "Next").do("Press")
        found(wizard, "push button", "Take this plan").do("Press")

        found(window, "label", "L7 · Principal Engineering Manager")
        sessions = found(window, "list", "Sessions of the week")
        rows = sessions.children
        second = [place for place, row in enumerate(rows) if "checkable" in row.states][1]
        sessions.select(second)
        wait_for(lambda: "focused" in rows[second].states, "the details of the second session")
        title = rows[second].name.split(",")[1].strip()
        found(window, "label", title)
        choose(window, "Session", "Done")
        wait_for(lambda: "checked" in sessions.children[second].states, "the tick")

        choose(window, "Session", "Write evidence…")
        asked = dialog(window, "Evidence")
        field = next(one for one in asked.below() if one.role == "text")
        field.fill(EVIDENCE)
        found(asked, "push button", "OK").do("Press")
        wait_for(lambda: found(window, "text", "Evidence").text == EVIDENCE, "the evidence")

        found(window, "push button", "Print week").do("Press")
        printing = dialog(window, "Print")
        found(printing, "push button", "Save as PDF…").do("Press")
        saving = dialog(window, "Save as PDF")
        found(saving, "text", "File name:").fill(str(paper))
        found(saving, "push button", "Save").do("Press")
        wait_for(paper.exists, "the page")
        choose(window, "File", "Quit")
        wait_for(a_desk.ended, "the end")

    with a_desk.running([*LOOPREADY, *store]) as window:
        sessions = found(window, "list", "Sessions of the week")
        row = next(one for one in sessions.children if "checked" in one.states)
        assert title in row.name
        sessions.select(sessions.children.index(row))
        wait_for(lambda: found(window, "text", "Evidence").text == EVIDENCE, "the evidence again")

    assert paper.read_bytes().startswith(b"%PDF")
    week = json.loads(a_desk.ask("week", *store, "--format", "json"))
    done = [one["title"] for one in week["sessions"] if one["done"]]
    assert len(done) == 1
    assert done[0].startswith(title.split(" — ", maxsplit=1)[0])
