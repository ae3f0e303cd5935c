"""The checklist as a document: reading with its chapters, skills and practice, each with a box."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from planner.core.exchange.pages import chosen_profile
from planner.core.language import translate
from planner.core.progress import Done
from planner.core.readiness import Share
from planner.core.screens.checklist import ItemRow, UnitRow, checklist_screen
from planner.core.screens.checklist import Section as ScreenSection
from planner.core.screens.sidebar import countdown
from planner.core.state import State
from planner.core.wording import duration, hours_share
from planner.paper.contents.cover import cover
from planner.paper.contents.document import Check, Document, Head, Heading, Point, Section, Standing
from planner.paper.contents.head import level_line

_tr = partial(translate, "Paper")


def checklist_paper(
    state: State, today: date, *, discreet: bool = False, hide_done: bool = False
) -> Document:
    """Return the checklist as a document, with the figures of the page Checklist.

    What is done, or skipped, is left away where that is wished.

    Raises:
        Refused: while no level is chosen.
    """
    level = chosen_profile(state).level
    screen = checklist_screen(state)
    title = _tr("Checklist")
    shares = [section.share for section in screen.sections]
    whole = Share(sum(one.done for one in shares), sum(one.of for one in shares))
    return Document(
        cover=cover(level, _tr("checklist"), "checklist", discreet=discreet),
        printed=today,
        head=Head(
            title=title,
            below=_tr("%n item(s) with their chapters and topics", n=screen.items),
            beside=(
                level_line(level, countdown(state, today), discreet=discreet),
                _tr("{share} done", share=hours_share(whole)),
            ),
            again=_tr("{title} (continued)", title=title),
        ),
        sections=tuple(_section(one, hide_done=hide_done) for one in screen.sections),
        columns=3,
    )


def _section(section: ScreenSection, *, hide_done: bool) -> Section:
    shown = (one for one in section.rows if not (hide_done and _is_settled(one)))
    rows = tuple(row for one in shown for row in _item(one, hide_done=hide_done))
    share = _tr("{share} done", share=hours_share(section.share))
    return Section(
        heading=Heading(section.title, right=share),
        rows=rows or (Point(_tr("Nothing is open here.")),),
    )


def _item(one: ItemRow, *, hide_done: bool) -> Iterator[Check]:
    yield Check(
        title=one.title,
        note=" · ".join(filter(None, (one.author, _weeks(one), one.evidence))),
        right=_fate(one),
        standing=_standing(one),
    )
    for unit in one.units:
        if not (hide_done and unit.done):
            yield _unit(one, unit)


def _unit(one: ItemRow, unit: UnitRow) -> Check:
    open_one = Standing.SKIPPED if one.skipped else Standing.OPEN
    return Check(
        title=unit.label,
        right=duration(unit.minutes) if one.kept else "",
        standing=Standing.DONE if unit.done else open_one,
        inset=True,
    )


def _is_settled(one: ItemRow) -> bool:
    return one.state is Done.DONE or one.skipped


def _standing(one: ItemRow) -> Standing:
    if one.state is Done.DONE:
        return Standing.DONE
    return Standing.SKIPPED if one.skipped else Standing.OPEN


def _fate(one: ItemRow) -> str:
    if one.skipped and one.state is not Done.DONE:
        return _tr("skipped")
    return hours_share(one.share) if one.kept else _tr("left out")


def _weeks(one: ItemRow) -> str:
    if one.weeks is None:
        return ""
    first, last = one.weeks
    if first == last:
        return _tr("week {number}", number=first)
    return _tr("weeks {first}–{last}", first=first, last=last)
