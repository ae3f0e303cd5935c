"""The loop sheet as a document: what to tell in which round, to hold on the way there."""

from datetime import date

from planner.core.screens.loop_sheet import LoopSheet, SheetRound, SheetRow, loop_sheet
from planner.core.screens.sidebar import countdown
from planner.core.state import State
from planner.core.wording.outward import NEUTRAL
from planner.core.wording.practice import length_text
from planner.paper.cover import cover
from planner.paper.document import Document, Head, Heading, Point, Section
from planner.paper.head import loop_line

_NONE = "no story yet"


def sheet_document(state: State, today: date, *, discreet: bool = False) -> Document:
    """Return the loop sheet as a document.

    Raises:
        Refused: while no level is chosen.
    """
    sheet = loop_sheet(state)
    left = countdown(state, today)
    level = "" if discreet else sheet.level.value
    title = NEUTRAL if discreet else "Loop sheet"
    what = "they" if discreet else "the principles"
    part = "sheet" if discreet else "loop-sheet"
    return Document(
        cover=cover(sheet.level, part.replace("-", " "), part, discreet=discreet),
        printed=today,
        head=Head(
            title=title,
            below=f"One way {what} may be shared out; ● critical at this level",
            beside=(
                loop_line(left, discreet=discreet) if left else level,
                "first story · second story",
            ),
            again=f"{title} (continued)",
        ),
        sections=(*(_round(one) for one in sheet.rounds), *_without(sheet)),
    )


def _round(one: SheetRound) -> Section:
    rows = [_row(row) for row in one.rows] or [Point(", ".join(one.dimensions))]
    heading = Heading(one.label, right=length_text(one.round.shortest, one.round.longest))
    return Section(heading, tuple(rows))


def _row(row: SheetRow) -> Point:
    mark = "● " if row.is_critical else ""
    told = " · ".join(title for title in (row.first, row.second) if title) or _NONE
    again = f" (“{row.told_before}” was told before)" if row.told_before else ""
    return Point(title=f"{mark}{row.principle}", note=f"{told}{again}")


def _without(sheet: LoopSheet) -> list[Section]:
    if not sheet.without:
        return []
    words = Point(", ".join(sheet.without))
    return [Section(Heading("Without a story", right=str(len(sheet.without))), (words,))]
