"""Starts the window and runs it until it is closed."""

import gc
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from planner import __version__
from planner.core.checking import checker
from planner.core.commands import Tick
from planner.core.values import Fact
from planner.core.wording.outward import slug
from planner.resources import resource
from planner.storage.hold import Hold
from planner.storage.line import Record
from planner.storage.preferences import Preferences
from planner.ui.ahead import Ahead
from planner.ui.day import Day
from planner.ui.dialogs.qt_prompts import QtPrompts
from planner.ui.doorbell import Doorbell
from planner.ui.faults import Faults
from planner.ui.focus_timer import one_clock
from planner.ui.kit.layout.page import no_prompts
from planner.ui.language import choose
from planner.ui.look import Look
from planner.ui.outward import name_program
from planner.ui.pages.table import PAGES
from planner.ui.settings import Settings
from planner.ui.signals import Signals
from planner.ui.window import Surroundings, Window
from planner.workspace import Workspace

if TYPE_CHECKING:  # loaded when they are wanted
    from planner.core.closed_book import ClosedBook
    from planner.storage.backup.keeping import Backups
    from planner.storage.rescue import Rescue

Tell = Callable[[str], object]


class Outside(Fact, frozen=True):
    """What a window gets from outside: clock, maker of ids, preferences, name and so on.

    `save` keeps changed preferences, and may raise `NotSaved`. Without `backups` there are none;
    `rescue` takes what the store does not. `closed_book` reads the prompts when they are first
    wanted. `clocks` and `focus_file` are those of the focus timer. `language` is a code
    or a catalogue, empty for the language of the computer.
    """

    today: Callable[[], date]
    new_id: Callable[[], str]
    preferences: Preferences
    save: Callable[[Preferences], None]
    title: str = "Loopready"
    backups: "Callable[[], Backups] | None" = None
    rescue: "Rescue | None" = None
    closed_book: "Callable[[], ClosedBook]" = no_prompts
    clocks: Callable[[], tuple[float, float]] = one_clock
    focus_file: Path | None = None
    language: str = ""


def start(
    workspace: Workspace,
    outside: Outside,
    *,
    remember: Callable[[], None],
    morning: Sequence[Callable[[Tell], object]] = (),
    hold: Hold | None = None,
) -> int:
    """Show the window on a workspace, and return the exit status once it is closed.

    `remember` is called once the window stands, and keeps what makes the next start quicker. After
    it comes what is to be done each `morning`, each piece with a way to tell the user a sentence.
    Where we `hold` the store, a second start is heard and the window comes up. Mistakes of the
    program are told in a dialog and logged; SIGINT, SIGTERM and SIGHUP end it in order.
    """
    app = application(discreet=outside.preferences.discreet)
    unknown = choose(app, outside.language, resource("languages"))
    window = open_window(app, workspace, outside)
    faults = Faults(window.prompts, window.trouble.note_fault, window)
    faults.install()
    signals = Signals(partial(_leave, app, window), window)
    bell = Doorbell(hold, window)
    workspace.listen(lambda _old, _new: bell.listen())  # the store may become ours later
    try:
        window.show()
        if unknown:
            window.notice.tell(unknown)
        QTimer.singleShot(0, window.welcome)
        first = (
            partial(_settle, app),
            bell.listen,
            partial(checker, Tick),
            partial(checker, Record),
            remember,
            faults.made_of,
        )
        later = (partial(one, window.notice.tell) for one in (window.trouble.take_back, *morning))
        Ahead((*first, *later, window.focus_timer.take_up, window.greet), window).begin()
        return app.exec()
    finally:
        bell.close()
        signals.close()
        faults.uninstall()


def _settle(app: QApplication) -> None:
    """Give the window its icon; let Python collect again, but not what the start made."""
    from PySide6.QtGui import QIcon

    app.setWindowIcon(QIcon(str(resource("icons", "loopready.svg"))))
    gc.freeze()
    gc.enable()


def _leave(app: QApplication, window: Window) -> None:
    """End without a question where nothing is lost by it."""
    window.trouble.make_safe()
    app.quit()


def application(*, discreet: bool = False) -> QApplication:
    """Return the application, made when there is none yet; the task bar may read its name."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([slug(discreet=discreet), "-style", "fusion"])
    name_program(discreet=discreet)
    app.setApplicationVersion(__version__)
    return app


def open_window(app: QApplication, workspace: Workspace, outside: Outside) -> Window:
    """Return the window on a workspace, complete but not shown yet."""
    preferences = outside.preferences
    look = Look(app, preferences.theme, preferences.text_scale, late=True)
    settings = Settings(preferences, outside.save, look)
    around = Surroundings(
        look=look,
        settings=settings,
        day=Day(outside.today, look),
        makers=PAGES,
        prompts=partial(QtPrompts, look, settings),
        new_id=outside.new_id,
        title=outside.title,
        backups=outside.backups,
        rescue=outside.rescue,
        closed_book=outside.closed_book,
        clocks=outside.clocks,
        focus_file=outside.focus_file,
    )
    window = Window(workspace, around)
    look.lay_sheet()
    Ahead((look.heed_contrast,), window).begin()
    return window
