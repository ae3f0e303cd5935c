"""Takes a picture of every page and every dialog in every look, to be looked at by a person.

They lie in build/gallery, a folder for each look, with one sheet of all of them beside. Nothing
there is committed: `make gallery`, or one look and some subjects with
`make gallery ARGS="dark week,story"`. Small windows stand on a screen no larger, so that dialogs
must do with it; "sharp" is a screen of 3840 × 2160 with two dots a pixel. Qt takes either only as
it starts, so the pictures of each look are taken by a program of their own.
"""

import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from planner.core.values import Fact
from planner.ui.app import application
from planner.ui.language import choose
from planner.ui.look import Look
from planner.ui.pages.table import PAGES
from planner.ui.theme import ThemeName
from scripts.pseudo import pseudo
from scripts.screen import own_screen
from scripts.sentences import collect
from tests.ui.every_dialog import DIALOGS
from tests.ui.house import House, demo_workspace, empty_workspace, opened
from tests.ui.seen import settle
from tests.ui.tongues import english_afterwards

FOLDER = Path(__file__).resolve().parent.parent / "build" / "gallery"
USUAL, SMALL, LARGE = QSize(1280, 800), QSize(900, 600), QSize(3840, 2160)
SHARP = "sharp"
EMPTY = "empty-"
COLUMNS, TILE = 4, QSize(480, 360)


class View(Fact, frozen=True):
    """How everything is looked at: theme, size of the text in percent, of the window, language."""

    theme: ThemeName = "light"
    scale: int = 100
    size: QSize = USUAL
    language: str = ""


VIEWS = {
    "light": View(),
    "dark": View("dark"),
    "small": View(size=SMALL),
    "large-text": View(scale=200),
    "large-text-small": View("dark", 200, SMALL),
    "little-text": View(scale=80),
    "large": View(size=LARGE),
    SHARP: View(size=LARGE / 2),
    "longer": View(language="en_GB"),
    "longer-small": View(size=SMALL, language="en_GB"),
    "mirrored": View(language="he"),
}


def main(arguments: Sequence[str]) -> int:
    """Take the pictures of the views and subjects that are named, or of all."""
    views = arguments[0].split(",") if arguments else list(VIEWS)
    wanted = frozenset(arguments[1].split(",")) if len(arguments) > 1 else frozenset()
    if len(views) > 1:
        for name in views:
            words = [sys.executable, "-m", "scripts.gallery", name, *arguments[1:]]
            subprocess.run(words, check=True)
        return 0
    (name,) = views
    view = VIEWS[name]
    screen = SMALL if view.size == SMALL else LARGE
    with own_screen(screen.width(), screen.height(), dots=1 + (name == SHARP)):
        files = tuple(_taken(application(), view, FOLDER / name, wanted))
        _sheet(files, FOLDER / f"{name}.png")
        print(f"{name}: {len(files)} pictures")
    return 0


def _taken(app: QApplication, view: View, folder: Path, wanted: frozenset[str]) -> Iterator[Path]:
    """Take the pictures of one view, and yield their files."""
    folder.mkdir(parents=True, exist_ok=True)
    with english_afterwards(app):
        _speak(app, view.language)
        look = Look(app, view.theme, view.scale)
        for name, show in _subjects().items():
            if wanted and name not in wanted:
                continue
            workspace = empty_workspace() if name.startswith(EMPTY) else demo_workspace()
            with opened(app, workspace, look) as house:
                house.window.resize(view.size)
                file = folder / f"{name}.png"
                _settled(show(house)).save(str(file))
                yield file
        look.deleteLater()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _speak(app: QApplication, language: str) -> None:
    """Let the window speak English, or the made-up language that is longer by two fifths."""
    if language:
        file = FOLDER / f"pseudo-{language}.qm"
        pseudo(collect().sentences, file, language)
        choose(app, str(file), FOLDER)


def _subjects() -> Mapping[str, Callable[[House], QWidget]]:
    """Return every page, full and empty, and every dialog, by the name of its picture.

    "focus" is the week with the focus timer on.
    """
    pages = {name: partial(_turned, name) for name in PAGES}
    empty = {f"{EMPTY}{name}": show for name, show in pages.items()}
    dialogs = {name.replace(" ", "-"): make for name, make in DIALOGS.items()}
    return {**pages, **empty, "focus": _timed, **dialogs}


def _turned(page: str, house: House) -> QWidget:
    house.window.turn_to(page)
    return house.window


def _timed(house: House) -> QWidget:
    house.window.run("start-focus")
    return house.window


def _settled(widget: QWidget) -> QPixmap:
    """Show a widget, let it settle, and return what it looks like."""
    widget.show()
    widget.activateWindow()
    settle(widget)
    return widget.grab()


def _sheet(files: Sequence[Path], file: Path) -> None:
    """Put small copies of pictures side by side."""
    rows = -(-len(files) // COLUMNS)
    sheet = QImage(COLUMNS * TILE.width(), max(1, rows) * TILE.height(), QImage.Format.Format_RGB32)
    sheet.fill(QColor("grey"))
    painter = QPainter(sheet)
    for place, one in enumerate(files):
        image = QImage(str(one)).scaled(
            TILE - QSize(8, 8),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        painter.drawImage(place % COLUMNS * TILE.width(), place // COLUMNS * TILE.height(), image)
    painter.end()
    sheet.save(str(file))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
