"""What the palette says of the things it finds."""

from collections.abc import Callable, Iterator
from functools import partial

from planner.core.language import translate
from planner.core.screens.things import Kind, Thing
from planner.core.state import State
from planner.core.wording import duration
from planner.core.wording.names import phase_name, priority_name
from planner.ui.action import Action, has_plan, has_profile, has_versions
from planner.ui.kit.words.dates import day_and_month, short_day
from planner.ui.pages.week.words import subject_name

_tr = partial(translate, "Palette")


def named(thing: Thing) -> Thing:
    """Return a thing with what only the user's language and country can say of it."""
    if thing.kind is Kind.WEEK and thing.day:
        title = _tr("Week {number}", number=thing.target)
        return thing.evolve(title=title, more=day_and_month(thing.day))
    if thing.kind is Kind.SESSION and thing.day:
        return thing.evolve(more=f"{thing.more} {short_day(thing.day)}")
    return thing


def also(action_id: str) -> str:
    """Return other words by which an action is looked for, none where its title has them."""
    words = {
        "toggle-done": _tr("tick check complete finish"),
        "log-time": _tr("minutes hours spent actual"),
        "evidence": _tr("proof line"),
        "skip": _tr("leave out delete remove"),
        "take-in": _tr("unskip back restore"),
        "effort": _tr("estimate longer shorter"),
        "start-focus": _tr("timer clock pomodoro"),
        "grade": _tr("recall prompts question review"),
        "catch-up": _tr("behind slipped late"),
        "replan": _tr("reschedule again new plan"),
        "profile": _tr("loop date start"),
        "free-time": _tr("calendar holidays vacation days off busy rounds interview date"),
        "preferences": _tr("settings options theme notifications"),
        "new-item": _tr("new own task book topic create"),
        "new-story": _tr("add star write create"),
        "run-mock": _tr("practice start interview clock"),
        "enter-mock": _tr("add note result scores"),
        "export": _tr("calendar ics csv markdown html json pdf save file"),
        "export-everything": _tr("backup copy all data"),
        "import": _tr("open load take in file"),
        "restore": _tr("undo all old copy"),
        "from-paper": _tr("tick done notes list"),
        "page-week": _tr("today home sessions"),
        "page-plan": _tr("schedule weeks calendar overview"),
        "page-checklist": _tr("items reading books skills"),
        "page-readiness": _tr("progress criteria forecast burn-up status"),
        "page-stories": _tr("principles star behavioral"),
        "page-practice": _tr("mocks rounds interview"),
        "page-guide": _tr("levels criteria help"),
        "today": _tr("now current"),
        "week-before": _tr("previous last"),
        "week-after": _tr("next following"),
        "larger": _tr("zoom in bigger font size"),
        "smaller": _tr("zoom out font size"),
        "normal-size": _tr("zoom reset font"),
        "switch-theme": _tr("theme mode night day black white"),
        "full-screen": _tr("maximize window"),
        "discreet": _tr("hide private neutral title"),
        "shortcuts": _tr("shortcuts keyboard hotkeys help"),
        "undo": _tr("back revert"),
        "quit": _tr("exit close"),
    }
    return words.get(action_id, "")


def kind_name(kind: Kind) -> str:
    """Return what a thing is, in a word."""
    names = {
        Kind.ACTION: _tr("Action"),
        Kind.ITEM: _tr("Item"),
        Kind.SESSION: _tr("Session"),
        Kind.STORY: _tr("Story"),
        Kind.WEEK: _tr("Week"),
        Kind.GUIDE: _tr("Guide"),
    }
    return names[kind]


def note(thing: Thing) -> str:
    """Return what stands beside a title: why it cannot be, or where and when it is."""
    if thing.why_not:
        return thing.why_not
    return " · ".join(filter(None, _notes(thing)))


def _notes(thing: Thing) -> Iterator[str]:
    if thing.kind in {Kind.ACTION, Kind.STORY, Kind.GUIDE}:
        yield thing.more
    if thing.kind is Kind.SESSION:
        yield thing.target
    if thing.day:
        day = short_day(thing.day)
        yield _tr("from {day}", day=day) if thing.kind is Kind.WEEK else day
    if thing.phase:
        yield phase_name(thing.phase)
    if thing.subject:
        yield subject_name(thing.subject)
    if thing.priority:
        yield priority_name(thing.priority)
    if thing.minutes:
        yield duration(thing.minutes)
    if thing.done:
        yield _tr("done")


def spoken(thing: Thing) -> str:
    """Return a thing as a sentence for a screen reader."""
    return ", ".join(filter(None, (thing.title, kind_name(thing.kind), note(thing), thing.keys)))


def counted(shown: int, fits: int) -> str:
    """Return how many of those that fit are shown, where these are not all; or that none does."""
    if not fits:
        return _tr("Nothing fits.")
    if shown == fits:
        return ""
    return _tr("The first {shown} of {fits}", shown=shown, fits=fits)


def why_not(row: Action, state: State, barred: str) -> str:
    """Return why an action cannot be run now; `barred` says why nothing can be changed at all."""
    if barred:
        return barred
    reasons: dict[Callable[[State], bool], str] = {
        has_profile: _tr("once level and dates are chosen"),
        has_plan: _tr("once there is a plan"),
        has_versions: _tr("where two computers wrote the same text"),
    }
    if not row.enabled(state):
        return reasons[row.enabled]
    places = {
        "window": _tr("nothing was done yet"),
        "page": _tr("not on this page"),
        "list": _tr("not for what is selected"),
    }
    return places[row.scope]
