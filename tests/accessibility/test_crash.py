"""A crash is told at the next start, and what is sent to mend it holds where it was."""

import os
import signal
import zipfile
from pathlib import Path

from tests.accessibility.desk import LOOPREADY, Desk
from tests.accessibility.tree import Node, wait_for

OWN_ITEM = "Talk to Quentin"


def test_a_crash_is_told_at_the_next_start(a_desk: Desk, tmp_path: Path) -> None:
    store = ["--store", str(tmp_path / "store")]
    a_desk.ask("init", *store, "--level", "L6", "--loop", "2030-01-01")
    a_desk.ask("add", OWN_ITEM, "--minutes", "60", *store)
    with a_desk.running([*LOOPREADY, *store], status=-signal.SIGSEGV):
        os.kill(a_desk.process, signal.SIGSEGV)
        wait_for(a_desk.ended, "the end")

    with a_desk.running([*LOOPREADY, *store]) as window:
        wait_for(lambda: told(window), "word of the crash")

    a_desk.ask("diagnose", *store, "--output", str(tmp_path / "report.zip"))
    with zipfile.ZipFile(tmp_path / "report.zip") as report:
        files = {name: report.read(name).decode() for name in report.namelist()}
    assert "Segmentation fault" in files["crash.txt"]
    assert "PySide6" in "".join(files.values())
    assert OWN_ITEM not in "".join(files.values())


def told(window: Node) -> bool:
    return any(one.name.startswith("Loopready ended by itself") for one in window.below())
