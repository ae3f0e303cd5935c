"""Takes the pictures of docs/screenshots: the wizard and every page, light and dark.

The candidate is the made-up one of `--demo`, on a fixed day, so that a picture changes only when
the program does. It runs under a screen of its own: `make screenshots`.
"""

import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from planner.core.commands import NoteMock
from planner.core.demo import demo_commands
from planner.core.mock import Judge
from planner.core.state import State
from planner.core.values import Level
from planner.resources import resource
from planner.storage.curriculum import load_curriculum
from planner.storage.preferences import Preferences
from planner.ui.app import Outside, application, open_window
from planner.ui.dialogs.qt_prompts import AssessmentPrompt, FreeTimePrompt
from planner.ui.theme import ThemeName, load_theme
from planner.ui.window import Window
from planner.ui.wizard.wizard import Wizard
from planner.workspace import Workspace
from scripts.screen import own_screen

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "screenshots"
TODAY = date(2026, 12, 16)
WIDTH, HEIGHT = 1280, 800
LARGEST_BYTES = 300_000
PAGES = {
    "week": "",
    "plan": "",
    "checklist": "",
    "readiness": "",
    "stories": "dive-deep",
    "practice": "SD",
    "guide": "",
}
"""Every page, and the place on it that is chosen for its picture."""
MOCKS = (
    (9, 55, {"depth": 2, "breadth": 3, "scale": 2}, "Numbers came late, and only when asked."),
    (2, 60, {"depth": 3, "breadth": 3, "scale": 3, "complexity": 3}, "Capacity first this time."),
)
"""System design, so many days ago: a page of mocks without any would show little."""
THEMES: tuple[ThemeName, ...] = ("light", "dark")
SETTLE_MS = 400


def main() -> int:
    """Take all pictures, and return 1 when one of them came out too large."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with own_screen(WIDTH, HEIGHT):
        app = application()
        for theme in THEMES:
            take_theme(app, theme)
    large = [one.name for one in FOLDER.glob("*.png") if one.stat().st_size > LARGEST_BYTES]
    for name in large:
        print(f"{name} is larger than {LARGEST_BYTES // 1000} kB")
    return 1 if large else 0


def take_theme(app: QApplication, theme: ThemeName) -> None:
    """Take the wizard and every page in one theme."""
    window = opened(app, theme, demo=True)
    for page, place in PAGES.items():
        window.turn_to(page)
        if place and window.stack.page:
            window.stack.page.open_place(place)
        take(f"{page}-{theme}")
    window.close()
    empty = opened(app, theme, demo=False)
    empty.hide()
    desktop = Desktop(QColor(load_theme(theme).colours["line"]))
    desktop.setGeometry(0, 0, WIDTH, HEIGHT)
    desktop.show()
    wizard = Wizard(
        State(load_curriculum(resource("curriculum"))),
        TODAY,
        desktop,
        FreeTimePrompt(),
        AssessmentPrompt(),
    )
    wizard.show()
    take(f"wizard-{theme}")
    while wizard.step is not wizard.steps[-1]:
        wizard.go_on()
    take(f"wizard-plan-{theme}")
    wizard.close()
    desktop.close()
    empty.close()


class Desktop(QWidget):
    """A plain colour to stand on, for what is smaller than the picture."""

    def __init__(self, colour: QColor) -> None:
        super().__init__()
        self._colour = colour

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt calls it
        """Fill it."""
        QPainter(self).fillRect(event.rect(), self._colour)


def opened(app: QApplication, theme: ThemeName, *, demo: bool) -> Window:
    """Return a window that fills the screen."""
    curriculum = load_curriculum(resource("curriculum"))
    workspace = Workspace(curriculum, None)
    for command in (*demo_commands(curriculum, TODAY), *demo_mocks()) if demo else ():
        workspace.do(command)
    outside = Outside(
        today=lambda: TODAY,
        new_id=lambda: "1",
        preferences=Preferences(theme=theme),
        save=lambda _: None,
    )
    window = open_window(app, workspace, outside)
    window.setGeometry(0, 0, WIDTH, HEIGHT)
    window.show()
    window.activateWindow()
    return window


def demo_mocks() -> Iterator[NoteMock]:
    """Yield mocks of the round that the picture of Practice shows."""
    for number, (ago, minutes, scores, notes) in enumerate(MOCKS):
        yield NoteMock(
            mock=f"run.{number}",
            round=PAGES["practice"],
            level=Level.L6,
            on=TODAY - timedelta(days=ago),
            minutes=minutes,
            scores=scores,
            judge=Judge.PARTNER,
            notes=notes,
        )


def take(name: str) -> None:
    """Let everything settle, and save what is on the screen."""
    loop = QEventLoop()
    QTimer.singleShot(SETTLE_MS, loop.quit)
    loop.exec()
    file = FOLDER / f"{name}.png"
    if not QGuiApplication.primaryScreen().grabWindow(0).save(str(file), "PNG", 0):
        sys.exit(f"{file} could not be written")
    print(f"{file.name}: {file.stat().st_size // 1000} kB")


if __name__ == "__main__":
    sys.exit(main())
