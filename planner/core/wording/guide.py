"""The words for what one can do about a thing of the guide."""

from functools import partial

from planner.core.language import translate
from planner.core.screens.guide.values import Cell, Place, Way

_tr = partial(translate, "Guide")


def note_label() -> str:
    """Return what stands before a note of ours."""
    return _tr("Our note")


def way_text(way: Way, cell: Cell) -> str:
    """Return where something stands and how far it is: "Checklist: Monitoring, half done".

    The title is left out where the cell itself says it.
    """
    if way.place is Place.ACTION:
        return f"{way.title}…"
    known = bool(way.title) and any(way.title in part for part in (cell.label, cell.text))
    said = ", ".join(part for part in ("" if known else way.title, way.state) if part)
    return _tr("{place}: {what}", place=_place_name(way.place), what=said)


def option_text(way: Way) -> str:
    """Return a way with its title, to be chosen among others."""
    return way_text(way, Cell())


def _place_name(place: Place) -> str:
    return {
        Place.CHECKLIST: _tr("Checklist"),
        Place.READINESS: _tr("Readiness"),
        Place.STORIES: _tr("Stories"),
        Place.PRACTICE: _tr("Practice"),
    }[place]
