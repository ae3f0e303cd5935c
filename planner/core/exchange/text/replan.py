"""The ways to go on, as text for a terminal."""

from collections.abc import Sequence

from planner.core.exchange.text.layout import page, paragraph, row
from planner.core.exchange.words import weekday
from planner.core.planning.replan import Kind
from planner.core.screens.replan import ChangeRow, Counts, Place, Way, Ways
from planner.core.wording import duration
from planner.core.wording.replanning import slipped_text

SETTLED = "Nothing to replan: every session stays where it is."
TITLES = {
    Kind.SPREAD: "spread what slipped over the free time ahead",
    Kind.TRIM: "in place of what matters least",
    Kind.EXTEND: "with a later loop, if it can be moved",
    Kind.AFRESH: "a plan made afresh",
}


def replan_text(found: Ways, chosen: Kind | None) -> str:
    """Return the ways with price and difference; of a chosen one also what it changes."""
    if found.is_settled:
        return page([SETTLED])
    one = found.way(chosen) if chosen else None
    shown = (one,) if one else found.ways
    return page(
        paragraph(slipped_text(found.slipped)),
        *(paragraph(text) for text in found.advice),
        *(_way(way) for way in shown),
        *(_changes(one) if one else ()),
    )


def counts_text(found: Counts) -> str:
    """Return a difference in numbers: "3 move, 41 stay (2 at another time), 1 new, 2 gone"."""
    shifted = f" ({found.shifted} at another time)" if found.shifted else ""
    parts = [f"{found.moved} move", f"{found.stayed} stay{shifted}"]
    parts += [f"{found.added} new"] if found.added else []
    parts += [f"{found.removed} gone"] if found.removed else []
    return ", ".join(parts)


def place_text(place: Place | None) -> str:
    """Return where a session stands: "week 3, Tue 15 Dec, 19:30"."""
    if place is None:
        return "-"
    return f"week {place.week}, {weekday(place.day)}, {place.start.isoformat('minutes')}"


def groups(one: Way) -> Sequence[tuple[str, Sequence[ChangeRow]]]:
    """Return the changes under their headings, without empty ones."""
    found = (
        ("Move", one.moved),
        ("At another time", one.shifted),
        ("New", one.added),
        ("No longer planned", one.removed),
    )
    return [(heading, rows) for heading, rows in found if rows]


def _way(one: Way) -> list[str]:
    return [
        *row([(one.kind.value, 7)], TITLES[one.kind]),
        *row([("", 7)], one.price),
        *row([("", 7)], counts_text(one.counts)),
        *(row([("", 7)], one.warning) if one.warning else ()),
    ]


def _changes(one: Way) -> list[list[str]]:
    blocks = []
    for heading, rows in groups(one):
        lines = [heading]
        for change in rows:
            lines += row([(change.code, 7)], change.title, indent=2)
            places = (place_text(change.before), place_text(change.after))
            lines += row([("", 7)], " → ".join(places), indent=2)
        blocks.append(lines)
    if one.left_out:
        lines = ["Left out"]
        for left in one.left_out:
            lines += paragraph(f"{left.title} · {duration(left.minutes)}: {left.why}", indent=2)
            lines += paragraph(left.back, indent=4) if left.back else []
        blocks.append(lines)
    return blocks
