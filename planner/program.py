"""Puts the parts together: reads the clock, makes ids, and starts a command or the window."""

import os
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from planner import __version__
from planner.cli.asked.options import PROGRAM, parse
from planner.cli.output import complain, prepare, tell
from planner.cli.parts import Parts
from planner.cli.running import guarded
from planner.cli.running import run as run_command
from planner.core.curriculum import Curriculum
from planner.early.words import has_display
from planner.resources import resource
from planner.storage.backup.daily import Daily, Tell
from planner.storage.curriculum import load_curriculum
from planner.storage.known import Known
from planner.storage.paths import (
    PACK,
    backups_folder,
    focus_file,
    has_pack,
    open_store,
    preferences_file,
    rescue_folder,
    state_folder,
    store_folder,
    window_hold,
)
from planner.storage.preferences import Preferences, load_preferences, save_preferences
from planner.storage.rescue import Rescue
from planner.storage.support.crash import Crash
from planner.storage.support.log import Log
from planner.storage.support.support import Support
from planner.workspace import Workspace

if TYPE_CHECKING:  # loaded when they are wanted
    from argparse import Namespace

    from planner.core.closed_book import ClosedBook
    from planner.storage.backup.keeping import Backups

Save = Callable[[Preferences], None]


def run(arguments: Sequence[str], keep: Callable[[], None]) -> int:
    """Run a command or the window, and return the exit status.

    `keep` is called when the window stands, and makes the next start quicker.
    """
    prepare()
    return guarded(partial(_start, arguments, keep))


def _start(arguments: Sequence[str], keep: Callable[[], None]) -> int:
    known = Known(state_folder() / "known")

    def remember() -> None:
        known.save()
        keep()

    try:
        return _run(parse(arguments), known, remember)
    finally:
        known.save()


def _run(options: "Namespace", known: Known, remember: Callable[[], None]) -> int:
    if options.version:
        from planner.storage.support.versions import versions

        tell(f"{PROGRAM} {__version__}\n{versions()}\n")
        return 0
    if options.demo:
        return _demo(options, known, remember)
    if options.self_test:
        return _self_test(options, known)
    folder = options.store or store_folder()
    parts = _parts(options, known, folder)
    if options.command:
        return run_command(options, parts)
    file = preferences_file()
    preferences = load_preferences(file, known)
    save = partial(save_preferences, file, known=known)
    return _window(options, parts, remember, preferences, save)


def _parts(options: "Namespace", known: Known, folder: Path, state: Path | None = None) -> Parts:
    curriculum = _curriculum(options, known, folder)

    def open_workspace(barred: Callable[[], str] | None = None) -> Workspace:
        """Open the store; a window, which has to know who else does, opens it whatever it is."""
        is_window = barred is not None
        journal = open_store(
            folder, now=_now, new_id=_new_id, state=state, known=known, unreadable=is_window
        )
        return Workspace(curriculum, journal, before_write=daily, barred=barred or str)

    def open_backups() -> "Backups":
        from planner.storage.backup.keeping import Backups

        return Backups(folder, backups_folder(folder, state), _now)

    @cache
    def closed_book() -> "ClosedBook":
        if options.command != "pack" and has_pack(folder):
            from planner.storage.pack import book_of

            return book_of(folder / PACK)
        from planner.storage.closed_book import load_closed_book

        return load_closed_book(resource("curriculum"), curriculum, known)

    def news(workspace: Workspace, tell: Tell) -> None:
        from planner.storage.curriculum_seen import tell_news

        place = (state or state_folder()) / "curriculum"
        tell_news(place, workspace.state, workspace.refused, tell)

    daily = Daily(open_backups, _now, complain)
    today = options.today or _today()
    return Parts(
        today,
        curriculum,
        folder,
        open_workspace,
        _new_id,
        closed_book,
        open_backups,
        daily,
        news,
        _now,
        Support(Log(_log_folder(state)), Crash(_log_folder(state))),
    )


def _curriculum(options: "Namespace", known: Known, folder: Path) -> Curriculum:
    """Return the curriculum of a store: its pack where it has one, else the program's own."""
    if options.command != "pack" and has_pack(folder):
        from planner.storage.pack import load_pack

        return load_pack(folder / PACK, known)
    return load_curriculum(resource("curriculum"), known)


def _window(
    options: "Namespace",
    parts: Parts,
    remember: Callable[[], None],
    preferences: Preferences,
    save: Save,
    state: Path | None = None,
) -> int:
    """Open the window, bring up the one there is, or print the plan where there is no display."""
    if not has_display():
        from planner.cli.windowless import print_plan

        print_plan(parts)
        return 0
    from planner.ui.lean import load_qt

    load_qt()
    from planner.ui.startup import explain_failures

    explain_failures(PROGRAM)
    crashed = parts.support.crash.begin()
    hold = window_hold(parts.folder, state)
    if not hold.take():
        from planner.ui.doorbell import ring

        if ring(hold):
            tell("Loopready is open already, and its window comes up.\n")
            return 0
    from planner.ui.app import Outside, start

    outside = Outside(
        today=lambda: options.today or _today(),
        new_id=_new_id,
        preferences=preferences,
        save=save,
        title="Demo — Loopready" if options.demo else "Loopready",
        backups=parts.open_backups,
        rescue=Rescue(rescue_folder(parts.folder, state)),
        closed_book=parts.closed_book,
        clocks=lambda: (time.monotonic(), time.time()),
        focus_file=focus_file(parts.folder, state),
        language=os.environ.get("LOOPREADY_LANGUAGE", ""),
    )
    try:
        workspace = parts.open_workspace(hold.barred)
        support = partial(parts.support.begin, crashed=crashed)
        morning = (support, parts.daily.begin, partial(parts.news, workspace))
        return start(workspace, outside, remember=remember, morning=morning, hold=hold)
    finally:
        hold.release()
        parts.support.end()


def _demo(options: "Namespace", known: Known, remember: Callable[[], None]) -> int:
    """Show a made-up candidate, whose store and preferences go away at the end."""
    from planner.core.demo import demo_commands
    from planner.storage.temporary import temporary_folder

    with temporary_folder("loopready-demo-") as place:
        folder, state = place / "store", place / "state"
        parts = _parts(options, known, folder, state)
        workspace = parts.open_workspace()
        for change in demo_commands(parts.curriculum, parts.today):
            workspace.do(change)
        return _window(options, parts, remember, Preferences(), lambda _: None, state)


def _self_test(options: "Namespace", known: Known) -> int:
    """Check the program in a folder that goes away, off the screen where there is none."""
    if not has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from planner.storage.temporary import temporary_folder
    from planner.ui.lean import load_qt

    load_qt()
    from planner.ui.startup import explain_failures

    explain_failures(PROGRAM)
    from planner.ui.selftest import Bench, self_test

    with temporary_folder("loopready-self-test-") as place:
        parts = _parts(options, known, place / "store", place / "state")
        return self_test(Bench(place, parts.today, _new_id, parts.open_workspace), tell)


def _log_folder(state: Path | None) -> Path:
    return (state or state_folder()) / "log"


def _now() -> datetime:
    """Return the moment; stamps of the journal are real whatever day `--today` makes it."""
    return datetime.now(UTC)


def _today() -> date:
    """Return the day where the computer is now, also after it travelled while we ran."""
    if sys.platform != "win32":
        time.tzset()
    return datetime.now().astimezone().date()


def _new_id() -> str:
    return os.urandom(6).hex()
