"""The ways to go on, as Markdown."""

from collections.abc import Iterator

from planner.core.exchange.markdown.layout import escaped, page, table
from planner.core.exchange.text.replan import (
    SETTLED,
    TITLES,
    counts_text,
    groups,
    place_text,
)
from planner.core.planning.replan import Kind
from planner.core.screens.replan import Way, Ways
from planner.core.wording import duration
from planner.core.wording.replanning import slipped_text


def replan_markdown(found: Ways, chosen: Kind | None) -> str:
    """Return the ways with price and difference; of a chosen one also what it changes."""
    if found.is_settled:
        return page(["# Replan"], [SETTLED])
    one = found.way(chosen) if chosen else None
    shown = (one,) if one else found.ways
    rows = [
        [way.kind.value, escaped(TITLES[way.kind]), escaped(way.price), counts_text(way.counts)]
        for way in shown
    ]
    return page(
        ["# Replan"],
        [escaped(slipped_text(found.slipped))],
        *([escaped(text)] for text in found.advice),
        table(["", "Way", "Price", "Sessions"], rows),
        *(_changes(one) if one else ()),
    )


def _changes(one: Way) -> Iterator[list[str]]:
    for heading, changes in groups(one):
        yield [f"## {heading}"]
        rows = [
            [row.code, escaped(row.title), place_text(row.before), place_text(row.after)]
            for row in changes
        ]
        yield table(["Code", "Session", "Now", "Then"], rows)
    if one.left_out:
        yield ["## Left out"]
        yield [
            f"- {escaped(left.title)} · {duration(left.minutes)}: {escaped(left.why)}"
            for left in one.left_out
        ]
