"""How long a program takes is seen from outside: its window is mapped, painted, and answers."""

import shutil
import sys
from pathlib import Path

import pytest

from benchmarks import screen
from benchmarks.screen import Screen, environment_in

pytestmark = pytest.mark.skipif(not shutil.which("Xvfb"), reason="Xvfb is not installed")

SHOWN = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize({width}, 400)
window.show()
"""
ANSWERS = f"{SHOWN}app.exec()"
IS_DEAF = f"{SHOWN}app.processEvents()\nimport time\ntime.sleep(60)"


def program(text: str, width: int = 600) -> list[str]:
    return [sys.executable, "-c", text.format(width=width)]


def test_a_window_that_answers_is_usable_and_used_the_processor(tmp_path: Path) -> None:
    with Screen() as one:
        start = one.start(program(ANSWERS), environment_in(tmp_path))
    assert start.processor > 0
    assert 0 < start.clock < 1000 * screen.PATIENCE


@pytest.mark.parametrize("command", [program(IS_DEAF), program(ANSWERS, width=200)])
def test_one_that_is_deaf_or_small_is_waited_for_in_vain(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen, "PATIENCE", 3)
    with Screen() as one, pytest.raises(TimeoutError):
        one.start(command, environment_in(tmp_path))
