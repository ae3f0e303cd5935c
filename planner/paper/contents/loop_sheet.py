"""The loop sheet as a document: what to tell in which round, to hold on the way there."""

from datetime import date
from functools import partial

from planner.core.language import translate
from planner.core.screens.loop_sheet import LoopSheet, SheetRound, SheetRow, loop_sheet
from planner.core.screens.sidebar import countdown
from planner.core.state import State
from planner.core.values import Level
from planner.core.wording.practice import length_text
from planner.paper.contents.cover import Cover, cover
from planner.paper.contents.document import Document, Head, Heading, Point, Section
from planner.paper.contents.head import level_line

_tr = partial(translate, "Paper")


def sheet_document(state: State, today: date, *, discreet: bool = False) -> Document:
    """Return the loop sheet as a document.

    Raises:
        Refused: while no level is chosen.
    """
    sheet = loop_sheet(state)
    title = _tr("Study plan") if discreet else _tr("Loop sheet")
    return Document(
        cover=_cover(sheet.level, discreet=discreet),
        printed=today,
        head=Head(
            title=title,
            below=_below(discreet=discreet),
            beside=(
                level_line(sheet.level, countdown(state, today), discreet=discreet),
                _tr("first story · second story"),
            ),
            again=_tr("{title} (continued)", title=title),
        ),
        sections=(*(_round(one) for one in sheet.rounds), *_without(sheet)),
    )


def _cover(level: Level, *, discreet: bool) -> Cover:
    if discreet:
        return cover(level, _tr("sheet"), "sheet", discreet=True)
    return cover(level, _tr("loop sheet"), "loop-sheet", discreet=False)


def _below(*, discreet: bool) -> str:
    if discreet:
        return _tr("One way they may be shared out; ● critical at this level")
    return _tr("One way the principles may be shared out; ● critical at this level")


def _round(one: SheetRound) -> Section:
    rows = [_row(row) for row in one.rows] or [Point(", ".join(one.dimensions))]
    heading = Heading(one.label, right=length_text(one.round.shortest, one.round.longest))
    return Section(heading, tuple(rows))


def _row(row: SheetRow) -> Point:
    mark = "● " if row.is_critical else ""
    told = " · ".join(title for title in (row.first, row.second) if title) or _tr("no story yet")
    if row.told_before:
        told = _tr("{told} (“{story}” was told before)", told=told, story=row.told_before)
    return Point(title=f"{mark}{row.principle}", note=told)


def _without(sheet: LoopSheet) -> list[Section]:
    if not sheet.without:
        return []
    words = Point(", ".join(sheet.without))
    return [Section(Heading(_tr("Without a story"), right=str(len(sheet.without))), (words,))]
