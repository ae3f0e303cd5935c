"""The words for what one can do about a thing of the guide."""

from planner.core.screens.guide.values import Cell, Place, Way

_PLACES = {
    Place.CHECKLIST: "Checklist",
    Place.READINESS: "Readiness",
    Place.STORIES: "Stories",
    Place.PRACTICE: "Practice",
}
NOTE = "Our note"


def way_text(way: Way, cell: Cell) -> str:
    """Return where something stands and how far it is: "Checklist: Monitoring, half done".

    The title is left out where the cell itself says it.
    """
    if way.place is Place.ACTION:
        return f"{way.title}…"
    known = bool(way.title) and any(way.title in part for part in (cell.label, cell.text))
    said = ", ".join(part for part in ("" if known else way.title, way.state) if part)
    return f"{_PLACES[way.place]}: {said}"


def option_text(way: Way) -> str:
    """Return a way with its title, to be chosen among others."""
    return way_text(way, Cell())
