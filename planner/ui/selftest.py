"""Checks in a minute of use that an installed program works: files, plan, store, window, paper."""

import faulthandler
import platform
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import PySide6
from PySide6.QtCore import QTimer
from PySide6.QtGui import QFontDatabase, QIcon, QImage, QTextOption

from planner import __version__
from planner.core.changelog import read_changelog, release_of
from planner.core.commands import AcceptPlan, ChangeProfile, LogTime, Tick
from planner.core.curriculum import Curriculum
from planner.core.entry import spread_hours
from planner.core.planning import make_plan
from planner.core.profile import Profile
from planner.core.state import State
from planner.core.values import Level
from planner.paper.pdf import plan_pdf, save_pdf, week_pdf
from planner.paper.sizes import Paper
from planner.resources import changelog, resource
from planner.storage.curriculum import load_curriculum
from planner.storage.preferences import Preferences
from planner.ui.app import Outside, application, open_window
from planner.ui.theme import load_theme
from planner.workspace import Workspace

SECONDS = 30
WEEKS, MINUTES = 10, 600
_LEAST_COLOURS = 8
_CALLS = 200
_MEETING = """BEGIN:VCALENDAR
BEGIN:VEVENT
DTSTART:20270105T100000Z
DTEND:20270105T110000Z
END:VEVENT
END:VCALENDAR
"""


class Wrong(Exception):  # noqa: N818 - it is a finding
    """Says what a check found."""


@dataclass(frozen=True, slots=True)
class Bench:
    """What the checks work with: a folder that goes away, the day, ids, and how a store opens."""

    folder: Path
    today: date
    new_id: Callable[[], str]
    open_workspace: Callable[[], Workspace]


def self_test(bench: Bench, say: Callable[[str], None]) -> int:
    """Run every check, say how each went, and return 0 when all are well and 1 at the first not.

    After `SECONDS` the program ends itself.
    """
    with _limited():
        for name, check in _CHECKS:
            try:
                found = check(bench)
            except Exception as error:  # noqa: BLE001 - whatever it is, it is the finding
                say(f"FAILED  {name}: {type(error).__name__}: {' '.join(str(error).split())}\n")
                return 1
            say(f"ok      {name}: {found}\n")
    return 0


def _resources(_: Bench) -> str:
    from planner.storage.closed_book import load_closed_book

    curriculum = _curriculum()
    book = load_closed_book(resource("curriculum"), curriculum)
    prompts = sum(len(one.ask) for one in book.prompts)
    themes = [load_theme("light"), load_theme("dark")]
    release = release_of(read_changelog(changelog().read_text(encoding="utf-8")), __version__)
    if release is None:
        raise Wrong(f"the changelog says nothing of version {__version__}")
    icons = sorted(resource("icons").glob("*.svg"))
    contents = f"{len(curriculum.items)} items, {prompts} prompts"
    return f"{contents}, {len(themes)} themes, {len(icons)} icons, changelog"


def _files(_: Bench) -> str:
    """In a built program, see that each file is there which was put into it."""
    if not getattr(sys, "frozen", False):
        return "run from its source"
    folder = resource().parent
    places = (folder / "contents.txt").read_text(encoding="utf-8").splitlines()
    missing = [place for place in places if not (folder / place).exists()]
    if missing:
        raise Wrong(f"{len(missing)} files are missing, {missing[0]} among them")
    return f"{len(places)} of {len(places)}"


def _bindings(_: Bench) -> str:
    """PySide6 6.12.0 on Python 3.11 gives None away at each call, until the program crashes."""
    option = QTextOption()
    before = sys.getrefcount(None)
    for _time in range(_CALLS):
        option.setTabStopDistance(80)
    if before - sys.getrefcount(None) > _CALLS // 2:
        raise Wrong(f"PySide6 {PySide6.__version__} uses None up; install another version of it")
    return f"PySide6 {PySide6.__version__}, Python {platform.python_version()}"


def _plan(bench: Bench) -> str:
    plans = [_planned(level, bench.today).plan for level in Level]
    return ", ".join(f"{one.level} {len(one.sessions)} sessions" for one in plans if one)


def _store(bench: Bench) -> str:
    state = _planned(Level.L6, bench.today)
    if state.profile is None or state.plan is None:
        raise Wrong("nothing was planned")
    code = state.plan.sessions[0].code
    workspace = bench.open_workspace()
    workspace.do(ChangeProfile(profile=state.profile), AcceptPlan(plan=state.plan))
    workspace.do(Tick(target=code, on=bench.today), LogTime(code=code, minutes=45, on=bench.today))
    if workspace.unsaved:
        raise Wrong(workspace.unsaved)
    again = bench.open_workspace()
    if again.state != workspace.state or code not in again.state.ticks:
        raise Wrong("what was saved reads back as something else")
    if again.undo() is None or code in bench.open_workspace().state.ticks:
        raise Wrong("a step could not be taken back")
    return "saved, read back, compared, undone"


def _calendar(bench: Bench) -> str:
    """The countries and the zones of the world are loaded by name, and could be missing."""
    from planner.storage.calendar.reading import read_busy
    from planner.storage.calendar.zones import zone_named
    from planner.storage.public_holidays import countries, public_holidays

    day = date(2027, 1, 5)
    file = bench.folder / "work.ics"
    file.write_text(_MEETING, encoding="utf-8")
    found = read_busy(file, day, day, zone_named("Europe/Berlin"))
    if found.times != {day: ((660, 720),)}:
        raise Wrong(f"a meeting from 11 to 12 was read as {found}")
    names = public_holidays("DE", date(2026, 12, 25), date(2026, 12, 25)).values()
    if list(names) != ["Christmas Day"]:
        raise Wrong(f"the holidays are {list(names)}")
    return f"{len(countries())} countries"


def _window(bench: Bench) -> str:
    app = application()
    if not QFontDatabase.families():
        raise Wrong("there is no font")
    for icon in resource("icons").glob("*.svg"):
        if QIcon(str(icon)).pixmap(32).isNull():
            raise Wrong(f"the icon {icon.name} cannot be drawn")
    outside = Outside(
        today=lambda: bench.today,
        new_id=bench.new_id,
        preferences=Preferences(),
        save=lambda _: None,
    )
    window = open_window(app, bench.open_workspace(), outside)
    window.show()
    QTimer.singleShot(200, app.quit)
    app.exec()
    image = window.grab().toImage()
    window.close()
    colours = _colours(image)
    if colours < _LEAST_COLOURS:
        raise Wrong(f"the window shows {colours} colours only")
    return f"{image.width()} × {image.height()}, {app.platformName()}"


def _pdf(bench: Bench) -> str:
    state = bench.open_workspace().state
    pages = {
        "week.pdf": week_pdf(state, 1, bench.today, Paper.A4),
        "plan.pdf": plan_pdf(state, bench.today, Paper.LETTER),
    }
    for name, data in pages.items():
        save_pdf(bench.folder / name, data)
        written = (bench.folder / name).read_bytes()
        if not (written.startswith(b"%PDF-") and written.rstrip().endswith(b"%%EOF")):
            raise Wrong(f"{name} is no PDF")
        if b"/FontFile" not in written:
            raise Wrong(f"{name} has no letters")
    return ", ".join(f"{name} {len(data) // 1024} kB" for name, data in pages.items())


_CHECKS: tuple[tuple[str, Callable[[Bench], str]], ...] = (
    ("files", _files),
    ("resources", _resources),
    ("bindings", _bindings),
    ("plan", _plan),
    ("store", _store),
    ("calendar", _calendar),
    ("window", _window),
    ("pdf", _pdf),
)


def _curriculum() -> Curriculum:
    return load_curriculum(resource("curriculum"))


def _planned(level: Level, today: date) -> State:
    loop = today + timedelta(weeks=WEEKS)
    profile = Profile(level=level, start=today, loop=loop, week=spread_hours(MINUTES))
    state = State(_curriculum(), profile=profile)
    state = state.evolve(plan=make_plan(state, profile, today))
    if state.plan is None or not state.plan.sessions:
        raise Wrong(f"the plan for {level} is empty")
    return state


def _colours(image: QImage) -> int:
    """Return how many colours a picture has at the points of a grid."""
    points = [(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)]
    return len({image.pixel(x, y) for x, y in points})


@contextmanager
def _limited() -> Iterator[None]:
    """End the program with status 1 when the time is up, and say where it was."""
    errors = sys.__stderr__
    if errors is None:
        yield
        return
    faulthandler.dump_traceback_later(SECONDS - 2, exit=True, file=errors)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()
