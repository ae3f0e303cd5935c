"""What the palette says of the things it finds."""

from collections.abc import Callable, Iterator
from functools import partial

from planner.core.language import translate
from planner.core.screens.things import Kind, Thing
from planner.core.state import State
from planner.core.wording import duration
from planner.core.wording.names import phase_name, priority_name
from planner.ui.action import Action, has_plan, has_profile, has_versions
from planner.ui.kit.dates import day_and_month, short_day
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
